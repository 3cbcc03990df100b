// The gate under load: sixteen clients scan every ticket twice at the same moment and each is let in once; what is on a
// ticket and on the list that a gate takes along is proven by another implementation than ours. On SQLite, and on
// PostgreSQL where COMMIS_TEST_POSTGRES names one. COMMIS_GATE_TICKETS says how many tickets the list has.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash, createPublicKey, verify } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { engines, make_place } from "../support/places.mjs";
import { serve } from "../support/program.mjs";

const listed = Number(process.env.COMMIS_GATE_TICKETS ?? 20_000);
const scanned = 2000;
const clients = 16;
const tickets_an_order = 10;

/** Takes work from one list until it is empty, in so many hands. */
async function together(hands, work, run) {
    let next = 0;
    const hand = async () => {
        while (next < work.length) await run(work[next++]);
    };
    await Promise.all(Array.from({ length: hands }, hand));
}

const key_of = (public_key) => createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: public_key }, format: "jwk" });
const is_signed = (text, signature, key) => verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
const fingerprint = (code) => createHash("sha256").update(code).digest().subarray(0, 12).toString("base64url");

for (const [engine, skip] of Object.entries(engines)) {
    describe(`the gate on ${engine}`, { skip }, () => {
        let place;
        let server;
        let owner;
        let gate;
        const units = [];

        const send = (token, method, path, body) =>
            fetch(`${server.url}/api/v1/shops/s${path}`, {
                method,
                headers: {
                    Authorization: `Bearer ${token}`,
                    "Content-Type": "application/json",
                    "Accept-Language": "en",
                },
                body: body && JSON.stringify(body),
            });
        async function call(token, method, path, body) {
            const answer = await send(token, method, path, body);
            const text = await answer.text();
            assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
            return JSON.parse(text);
        }
        const scan = (code, more = {}) => call(gate, "POST", "/check-in", { code, gate: "North", ...more });
        async function place_tickets(count) {
            const attendees = Array.from({ length: count }, (_, at) => ({ name: `Guest ${at} of many` }));
            const line = {
                sku: "GALA",
                name: "Winter gala, standing",
                kind: "ticket",
                quantity: count,
                unit_price: 0,
                attendees,
            };
            const order = await call(owner, "POST", "/orders", {
                currency: "EUR",
                buyer: { name: "Zoé", email: "zoe@example.org" },
                lines: [line],
                payment: { method: "free" },
            });
            return order.lines[0].units;
        }
        async function fetch_list() {
            const answer = await send(gate, "GET", "/check-in/list");
            const bytes = await answer.text();
            return { bytes, list: JSON.parse(bytes), signature: answer.headers.get("Commis-Signature") };
        }

        before(async () => {
            place = await make_place(engine, "gate");
            owner = place.shop("event-registration");
            gate = place.token("check-in");
            server = await serve(undefined, { place: place.words, cwd: place.cwd });
            await together(8, Array.from({ length: scanned / tickets_an_order }), async () => {
                units.push(...(await place_tickets(tickets_an_order)));
            });
        });
        after(async () => {
            await server?.end();
            await place?.gone();
        });

        test("a ticket is read however it is typed, and its barcode only as the shop signed it", async () => {
            const [unit] = await place_tickets(1);
            const pdf = await send(owner, "GET", `/units/${unit.id}/ticket.pdf`);
            assert.equal(pdf.headers.get("content-type"), "application/pdf");
            const file = join(place.cwd, "ticket");
            await writeFile(`${file}.pdf`, Buffer.from(await pdf.arrayBuffer()));
            execFileSync("pdftoppm", ["-r", "150", "-png", "-singlefile", `${file}.pdf`, file]);
            const read = ["-q", "--raw", "--nodbus", `${file}.png`];
            const barcode = execFileSync("zbarimg", read, { encoding: "utf8" }).trim();
            const [code, signature] = barcode.split(".");
            assert.equal(code, unit.code);
            const { list } = await fetch_list();
            const key = key_of(list.public_key);
            assert.ok(is_signed(`s:${code}`, signature, key));
            assert.ok(!is_signed(`other:${code}`, signature, key));
            const wrong = `${code}.${signature.slice(0, -4)}${signature.endsWith("AAAA") ? "BBBB" : "AAAA"}`;
            for (const text of [wrong, `${code}.`, "7Q2M-9XKD-3FT", "7Q2M-9XKD-3FTU", "", "x".repeat(300)])
                assert.equal((await scan(text)).result, "unknown", text);
            const first = await scan(barcode);
            assert.deepEqual(
                [first.result, first.attendee, first.line, first.gate, first.order_number],
                ["admitted", "Guest 0 of many", "Winter gala, standing", "North", undefined],
            );
            const sloppy = ` ${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase();
            const typed = sloppy.replaceAll("0", "o").replaceAll("1", "l");
            const again = await scan(typed, { gate: "South" });
            assert.deepEqual(
                [again.result, again.gate, again.admitted_at],
                ["already_admitted", "North", first.admitted_at],
            );
            assert.match(again.text, /Already in since .+ North/);
            assert.equal((await call(gate, "POST", "/check-in/undo", { code: typed })).attendee, "Guest 0 of many");
            assert.equal((await scan(barcode)).result, "admitted");
            // Who may read orders learns which one it is.
            const told = await call(owner, "POST", "/check-in", { code: barcode });
            assert.match(told.order_number, /\d/);
        });

        test("what a ticket no longer opens is said with the reason", async () => {
            const [kept, cancelled, blocked, refunded] = await place_tickets(4);
            const unit = await call(owner, "GET", `/units/${kept.id}`);
            const act = (action, body) => call(owner, "POST", `/orders/${unit.order}/actions/${action}`, body);
            await act("cancel", { units: [cancelled.id] });
            await act("block-access", { units: [blocked.id] });
            assert.equal((await scan(cancelled.code)).result, "cancelled");
            assert.equal((await scan(blocked.code)).result, "blocked");
            assert.equal((await scan(refunded.code)).result, "admitted");
            const other = await call(owner, "PATCH", `/units/${kept.id}`, { name: "Eve", email: "eve@example.org" });
            assert.notEqual(other.code, kept.code);
            assert.equal((await scan(kept.code)).result, "replaced");
            assert.deepEqual(
                other.doors.map(({ id, open }) => [id, open]),
                [
                    ["ticket", true],
                    ["check_in", true],
                    ["registration", true],
                ],
            );
            assert.equal((await scan(other.code)).attendee, "Eve");
            const { list } = await fetch_list();
            const row_of = (code) => list.tickets.find(([name]) => name === fingerprint(code));
            assert.deepEqual(row_of(cancelled.code).slice(1, 2), ["c"]);
            assert.deepEqual(row_of(blocked.code).slice(1, 2), ["b"]);
            assert.equal(row_of(kept.code), undefined);
            assert.ok(row_of(other.code)[4] > 0);
        });

        test("an order that is not paid lets nobody in, and its ticket is not drawn", async () => {
            const order = await call(owner, "POST", "/orders", {
                currency: "EUR",
                buyer: { email: "late@example.org" },
                lines: [{ name: "Seat", kind: "ticket", quantity: 1, unit_price: 2500 }],
                payment: { method: "cheque" },
            });
            const unit = order.lines[0].units[0];
            assert.equal(unit.ticket_url, null);
            assert.equal((await scan(unit.code)).result, "unpaid");
            assert.equal((await send(owner, "GET", `/units/${unit.id}/ticket.pdf`)).status, 409);
            assert.equal((await send(owner, "GET", `/orders/${order.id}/tickets.pdf`)).status, 409);
        });

        test("sixteen clients scan each ticket twice at once: it is let in once", async () => {
            const results = new Map(units.map(({ code }) => [code, []]));
            const work = units.flatMap(({ code }) => [code, code]);
            await together(clients, work, async (code) => {
                const { result, gate: first } = await scan(code, { gate: `Gate ${Math.random()}` });
                results.get(code).push({ result, first });
            });
            for (const [code, answers] of results) {
                assert.deepEqual(answers.map(({ result }) => result).sort(), ["admitted", "already_admitted"], code);
                assert.equal(answers[0].first, answers[1].first, "both name the gate that let in");
            }
        });

        test("a gate that was away tells what it did, and a repeat changes nothing", async () => {
            const seats = await place_tickets(30);
            const evening = Date.now() - 3 * 3_600_000;
            const at = (minute) => new Date(evening + minute * 60_000).toISOString();
            const north = seats.map(({ code }, index) => ({ code, gate: "North", at: at(index) }));
            const south = seats.slice(0, 10).map(({ code }, index) => ({ code, gate: "South", at: at(index + 5) }));
            const tell = async (admissions) =>
                (await call(gate, "POST", "/check-in/batch", { admissions })).items.map(({ result }) => result);
            // Both come back at the same moment; whichever is first, no ticket is in twice.
            const [one, other] = await Promise.all([tell(north), tell(south)]);
            for (let index = 0; index < 10; ++index)
                assert.deepEqual([one[index], other[index]].sort(), ["admitted", "already_admitted"]);
            assert.deepEqual(one.slice(10), Array(20).fill("admitted"));
            assert.deepEqual(await tell(north), one, "the answer was lost and is asked for again");
            const [late, early] = await place_tickets(2).then(([seat]) => [
                { code: seat.code, gate: "South", at: at(50) },
                { code: seat.code, gate: "North", at: at(40) },
            ]);
            assert.deepEqual(await tell([late, early]), ["already_admitted", "admitted"]);
            const many = Array(501).fill(north[0]);
            assert.equal((await send(gate, "POST", "/check-in/batch", { admissions: many })).status, 422);
        });

        test(`a list of ${listed} tickets is small, and signed for everybody who has the key`, async () => {
            const missing = listed - (await fetch_list()).list.tickets.length;
            await together(8, Array.from({ length: Math.ceil(missing / 250) }), () => place_tickets(250));
            const { bytes, list, signature } = await fetch_list();
            assert.ok(list.tickets.length >= listed, `${list.tickets.length}`);
            assert.ok(bytes.length < 2_000_000 * Math.max(1, list.tickets.length / 20_000), `${bytes.length} bytes`);
            const key = key_of(list.public_key);
            assert.ok(is_signed(bytes, signature, key));
            assert.ok(!is_signed(bytes.replace("Guest 1 ", "Guest 2 "), signature, key));
            assert.equal(Date.parse(list.valid_until) - Date.parse(list.issued_at), 12 * 3_600_000);
            const names = new Set(list.tickets.map(([name]) => name));
            assert.equal(names.size, list.tickets.length);
            for (const { code } of units) assert.ok(names.has(fingerprint(code)));
            const inside = list.tickets.filter(([, , , , at]) => at > 0).length;
            assert.ok(inside >= scanned);
        });

        test("who only lets people in sees nothing else", async () => {
            const headers = { Authorization: `Bearer ${gate}` };
            const contract = await (await fetch(`${server.url}/api/v1/openapi.json`, { headers })).json();
            const own = new Set(["/check-in", "/check-in/batch", "/check-in/list", "/check-in/undo"]);
            let walked = 0;
            for (const [path, methods] of Object.entries(contract.paths)) {
                const route = path.split("/shops/{shop}")[1];
                if (route === undefined || own.has(route)) continue;
                for (const method of Object.keys(methods).filter((name) =>
                    /^(get|post|put|patch|delete)$/.test(name),
                )) {
                    const answer = await send(
                        gate,
                        method.toUpperCase(),
                        route.replace(/\{\w+\}/g, "1"),
                        method === "get" ? undefined : {},
                    );
                    assert.equal(answer.status, 403, `${method} ${route}`);
                    walked += 1;
                }
            }
            assert.ok(walked > 100, `${walked}`);
            assert.equal((await send(owner, "GET", "/check-in/list")).status, 200);
        });
    });
}
