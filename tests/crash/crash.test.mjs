// Kills the server with SIGKILL at a random moment under load, again and again, and proves that nothing that was
// acknowledged is lost, no number is taken twice, and `commis check` is clean. COMMIS_CRASH_ROUNDS says how often.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { make_shop, run, serve, skip } from "../support/program.mjs";

const rounds = Number(process.env.COMMIS_CRASH_ROUNDS ?? 3);
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

describe("killed at a random moment", { skip }, () => {
    let data;
    let token;
    const acknowledged = new Map(); // external id → { number, id, paid }

    before(async () => {
        data = await mkdtemp(join(tmpdir(), "commis-crash-"));
        token = make_shop(data, "s", "web-shop");
    });
    after(() => rm(data, { recursive: true, force: true }));

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
                if (i % 2 === 1) continue;
                const paid = await fetch(`${url}/api/v1/shops/s/orders/${body.id}/actions/mark-paid`, {
                    method: "POST",
                    headers: headers(),
                    body: "{}",
                });
                if (paid.status === 200) acknowledged.get(key).paid = true;
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

    for (let round = 1; round <= rounds; ++round)
        test(`round ${round}: everything acknowledged is there`, async () => {
            const server = await serve(data);
            let stopped = false;
            const all = Array.from({ length: clients }, (_, i) => work(server.url, `r${round}c${i}`, () => stopped));
            await new Promise((done) => setTimeout(done, 200 + Math.random() * 800));
            stopped = true;
            await server.end("SIGKILL");
            await Promise.all(all);

            const again = await serve(data);
            const found = new Map();
            let cursor = "";
            do {
                const answer = await fetch(`${again.url}/api/v1/shops/s/orders?limit=200${cursor}`, {
                    headers: headers(),
                });
                assert.equal(answer.status, 200);
                const page = await answer.json();
                for (const row of page.items) found.set(row.id, row);
                cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : "";
            } while (cursor);
            await again.end("SIGKILL");
            for (const [key, one] of acknowledged) {
                const row = found.get(one.id);
                assert.ok(row, `${key} was acknowledged and is gone`);
                assert.equal(row.number, one.number);
                if (one.paid) assert.equal(row.payment_status, "paid", `${key} was acknowledged as paid`);
            }
            const numbers = [...found.values()].map((row) => Number(row.number)).sort((a, b) => a - b);
            assert.equal(new Set(numbers).size, numbers.length, "a number was taken twice");
            assert.equal(numbers.at(-1) - numbers[0] + 1, numbers.length, "there is a gap in the numbers");
            assert.match(run(data, "check"), /clean/);
        });
});
