// Kills the server with SIGKILL at a random moment under load, again and again, and proves that nothing that was
// acknowledged is lost, no number is taken twice, and `commis check` is clean. On SQLite, and on PostgreSQL where
// COMMIS_TEST_POSTGRES names one. COMMIS_CRASH_ROUNDS says how often; RECORD.md says what came of it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { expect_series } from "../support/load.mjs";
import { engines, make_place } from "../support/places.mjs";
import { serve } from "../support/program.mjs";

const rounds = Number(process.env.COMMIS_CRASH_ROUNDS ?? 3);
const rounds_a_place = 25; // Each round reads everything back, so now and then a new place is begun.
const clients = 8;

const order = (key) =>
    JSON.stringify({
        external_id: key,
        currency: "EUR",
        buyer: { name: "Zoé", email: "zoe@example.org" },
        lines: [
            { name: "Mug", quantity: 2, unit_price: 1999, tax_rate: "20" },
            { name: "Ticket", kind: "ticket", quantity: 1, unit_price: 5000 },
        ],
        payment: { method: "cheque" },
    });

for (const [engine, skip] of Object.entries(engines))
    describe(`killed at a random moment on ${engine}`, { skip }, () => {
        let place;
        let token;
        let acknowledged; // external id → { number, id, paid }
        const sums = { rounds: 0, placed: 0, paid: 0, unacknowledged: 0 };

        async function begin_place() {
            await place?.gone();
            place = await make_place(engine, "crash");
            token = place.shop("web-shop");
            acknowledged = new Map();
        }
        before(begin_place);
        after(async () => {
            await place?.gone();
            console.log(`${engine}: ${JSON.stringify(sums)}`);
        });

        const start = () => serve(undefined, { place: place.words, cwd: place.cwd });
        const headers = () => ({ Authorization: `Bearer ${token}`, "Content-Type": "application/json" });

        // One client: places orders and marks every second one paid, until the server is gone.
        async function work(url, name, stopped) {
            for (let i = 0; !stopped(); ++i) {
                const key = `${name}-${i}`;
                try {
                    const placed = await fetch(`${url}/api/v1/shops/s/orders`, {
                        method: "POST",
                        headers: headers(),
                        body: order(key),
                    });
                    const body = await placed.json();
                    if (placed.status !== 201)
                        throw new Error(`placing answered ${placed.status}: ${JSON.stringify(body)}`);
                    acknowledged.set(key, { number: body.number, id: body.id, paid: false });
                    sums.placed += 1;
                    if (i % 2 === 1) continue;
                    const paid = await fetch(`${url}/api/v1/shops/s/orders/${body.id}/actions/mark-paid`, {
                        method: "POST",
                        headers: headers(),
                        body: "{}",
                    });
                    if (paid.status !== 200) throw new Error(`paying answered ${paid.status}: ${await paid.text()}`);
                    acknowledged.get(key).paid = true;
                    sums.paid += 1;
                } catch (error) {
                    if (
                        stopped() ||
                        /fetch failed|terminated|socket|other side closed/i.test(String(error) + String(error.cause))
                    )
                        return;
                    throw error;
                }
            }
        }

        /** Every order as the API lists it. */
        async function listed(url) {
            const found = new Map();
            let cursor = "";
            do {
                const answer = await fetch(`${url}/api/v1/shops/s/orders?limit=200${cursor}`, { headers: headers() });
                assert.equal(answer.status, 200);
                const page = await answer.json();
                for (const row of page.items) found.set(row.id, row);
                cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : "";
            } while (cursor);
            return found;
        }

        for (let round = 1; round <= rounds; ++round)
            test(`round ${round}: everything acknowledged is there`, async () => {
                if (round > 1 && round % rounds_a_place === 1) await begin_place();
                const server = await start();
                let stopped = false;
                const all = Array.from({ length: clients }, (_, i) =>
                    work(server.url, `r${round}c${i}`, () => stopped),
                );
                // A slow machine has to get as far as changing something.
                const had = sums.placed;
                for (let tried = 0; sums.placed === had && tried < 3000; tried += 1) await wait(10);
                await wait(100 + Math.random() * 800);
                stopped = true;
                await server.end("SIGKILL");
                await Promise.all(all);

                const again = await start();
                const found = await listed(again.url);
                await again.end("SIGKILL");
                for (const [key, one] of acknowledged) {
                    const row = found.get(one.id);
                    assert.ok(row, `${key} was acknowledged and is gone`);
                    assert.equal(row.number, one.number);
                    if (one.paid) assert.equal(row.payment_status, "paid", `${key} was acknowledged as paid`);
                }
                expect_series([...found.values()].map((row) => Number(row.number)));
                assert.match(place.run("check"), /clean/);
                sums.rounds += 1;
                if (round === rounds || round % rounds_a_place === 0)
                    sums.unacknowledged += found.size - acknowledged.size; // Done, though nobody could be told.
            });
    });
