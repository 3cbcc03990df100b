// Eight clients issue invoices and credit notes at once while the server is killed again and again. Afterwards the
// numbers are 1 … n without a gap or a double, `commis check numbers` is clean, and a row that somebody changes by hand
// is named. On SQLite, and on PostgreSQL where COMMIS_TEST_POSTGRES names one. COMMIS_CRASH_ROUNDS says how often;
// RECORD.md says what came of it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, make_place } from "../support/places.mjs";
import { serve } from "../support/program.mjs";

const rounds = Number(process.env.COMMIS_CRASH_ROUNDS ?? 3);
const wanted = Number(process.env.COMMIS_NUMBERED_INVOICES ?? 0); // Without kills, at the end; 8,000 by hand.
const clients = 8;

const order = JSON.stringify({
    currency: "EUR",
    buyer: { name: "Zoé", email: "zoe@example.org" },
    lines: [
        { name: "Mug", quantity: 3, unit_price: 1999, tax_rate: "20" },
        { name: "Book", quantity: 1, unit_price: 1250, tax_rate: "5.5" },
    ],
    payment: { method: "bank-transfer" },
});

for (const [engine, skip] of Object.entries(engines))
    describe(`numbers on ${engine}`, { skip }, () => {
        let place;
        let token;
        const last = {}; // kind → how many numbers were listed at the end
        let rounds_done = 0;
        const issued = new Map(); // document id → { kind, number }: what was acknowledged

        const start = () => serve(undefined, { place: place.words, cwd: place.cwd });

        before(async () => {
            place = await make_place(engine, "numbers");
            token = place.shop();
        });
        after(async () => {
            await place?.gone();
            console.log(
                `${engine}: ${JSON.stringify({ rounds: rounds_done, acknowledged: issued.size, listed: last })}`,
            );
        });

        async function post(url, path, body) {
            const answer = await fetch(`${url}/api/v1/shops/s${path}`, {
                method: "POST",
                headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
                body,
            });
            assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`);
            return answer.json();
        }

        // Places an order, invoices it, and credits some of them in two parts.
        async function issue(url, round) {
            const placed = await post(url, "/orders", order);
            const keep = (answer) => {
                for (const one of answer.documents) issued.set(one.id, { kind: one.kind, number: one.number });
                return answer;
            };
            const path = `/orders/${placed.id}/actions`;
            const invoiced = keep(await post(url, `${path}/invoice`, "{}"));
            if (round % 3 !== 0) return;
            const line = invoiced.lines[0].id;
            keep(await post(url, `${path}/credit`, JSON.stringify({ lines: [{ line, quantity: 1 }] })));
            keep(await post(url, `${path}/credit`, "{}"));
        }

        async function work(url, stopped) {
            for (let round = 0; !stopped(); ++round) {
                try {
                    await issue(url, round);
                } catch (error) {
                    if (stopped() || /fetch failed|terminated|socket|closed/i.test(String(error) + String(error.cause)))
                        return;
                    throw error;
                }
            }
        }

        /** The numbers of a kind as the API lists them. */
        async function listed(url, kind) {
            const numbers = new Map();
            let cursor = "";
            do {
                const answer = await fetch(`${url}/api/v1/shops/s/documents?kind=${kind}&limit=200${cursor}`, {
                    headers: { Authorization: `Bearer ${token}` },
                });
                const page = await answer.json();
                for (const one of page.items) numbers.set(one.id, one.number);
                cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : "";
            } while (cursor);
            return numbers;
        }

        async function expect_whole() {
            const server = await start();
            for (const [kind, prefix] of [
                ["invoice", "INV-"],
                ["credit_note", "CN-"],
            ]) {
                const numbers = await listed(server.url, kind);
                const values = [...numbers.values()].map((number) => Number(number.replace(prefix, "")));
                values.sort((left, right) => left - right);
                last[kind] = values.length;
                assert.deepEqual(
                    values,
                    Array.from({ length: values.length }, (_, at) => at + 1),
                    `${kind}: a gap or a double`,
                );
                for (const [id, one] of issued)
                    if (one.kind === kind) assert.equal(numbers.get(id), one.number, "an acknowledged number");
            }
            await server.end("SIGKILL");
            assert.match(place.run("check", "numbers"), /numbers: clean/);
        }

        for (let round = 1; round <= rounds; ++round)
            test(`round ${round}: every number is there once`, async () => {
                const server = await start();
                let stopped = false;
                const all = Array.from({ length: clients }, () => work(server.url, () => stopped));
                await new Promise((done) => setTimeout(done, 300 + Math.random() * 700));
                stopped = true;
                await server.end("SIGKILL");
                await Promise.all(all);
                await expect_whole();
                rounds_done += 1;
            });

        test("eight clients at once, without a kill", {
            skip: wanted === 0 && "COMMIS_NUMBERED_INVOICES",
        }, async () => {
            const server = await start();
            const each = Math.ceil(wanted / clients);
            const one = async () => {
                for (let round = 1; round <= each; ++round) await issue(server.url, round);
            };
            await Promise.all(Array.from({ length: clients }, one));
            await server.end("SIGTERM");
            await expect_whole();
        });

        test("a row that was changed, taken away or moved is named", () => {
            assert.ok(issued.size > 0, "nothing was issued");
            const faults = (sql, back) => {
                place.change(sql);
                const checked = place.tried("check", "numbers");
                place.change(back);
                assert.equal(checked.status, 1, checked.stdout);
                return checked.stdout;
            };
            const first = "kind = 'invoice' AND position = 1";
            assert.match(
                faults(
                    `UPDATE issued_documents SET amount_minor = amount_minor + 1 WHERE ${first}`,
                    `UPDATE issued_documents SET amount_minor = amount_minor - 1 WHERE ${first}`,
                ),
                /s invoice INV-00001: row_changed/,
            );
            assert.match(
                faults(
                    `UPDATE issued_documents SET content = replace(content, 'Mug', 'Cup') WHERE ${first}`,
                    `UPDATE issued_documents SET content = replace(content, 'Cup', 'Mug') WHERE ${first}`,
                ),
                /s invoice INV-00001: content_changed/,
            );
            assert.match(
                faults(
                    "UPDATE number_ranges SET next_number = next_number + 3 WHERE series = 'invoice'",
                    "UPDATE number_ranges SET next_number = next_number - 3 WHERE series = 'invoice'",
                ),
                /s invoice INV-\d+: end_missing/,
            );
            const moved = "UPDATE issued_documents SET position = position";
            const gap = faults(`${moved} + 1000000 WHERE ${first}`, `${moved} - 1000000 WHERE position > 1000000`);
            assert.match(gap, /s invoice INV-00002: row_missing: 1/);
            assert.match(gap, /s invoice INV-00002: chain_broken/);
            assert.match(place.run("check", "numbers"), /numbers: clean/);
        });
    });
