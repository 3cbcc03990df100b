// Kills the server with SIGKILL at a random moment under load, again and again, and proves that nothing that was
// acknowledged is lost, no number is taken twice, and `commis check` is clean. COMMIS_CRASH_ROUNDS says how often.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

const binary = process.env.COMMIS_BINARY ?? join(import.meta.dirname ?? ".", "../../build/release/commis");
const rounds = Number(process.env.COMMIS_CRASH_ROUNDS ?? 3);
const clients = 8;

function run(...words) {
    return new Promise((done, failed) => {
        const child = spawn(binary, words, { stdio: ["ignore", "pipe", "pipe"] });
        let said = "";
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said += bytes));
        child.on("exit", (code) =>
            code === 0 ? done(said) : failed(new Error(`${words.join(" ")}: ${code} ${said}`)),
        );
    });
}

function serve(data) {
    const child = spawn(binary, ["serve", "--data", data, "--listen", "127.0.0.1:0"], {
        stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = new Promise((done) => child.once("exit", done));
    return new Promise((found, failed) => {
        let said = "";
        const hear = (bytes) => {
            said += bytes;
            const match = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
            if (match) found({ url: match[0], kill: () => (child.kill("SIGKILL"), ended), pid: child.pid });
        };
        child.stdout.on("data", hear);
        child.stderr.on("data", hear);
        child.once("exit", () => failed(new Error(`the server ended: ${said}`)));
    });
}

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

describe("killed at a random moment", { skip: existsSync(binary) ? false : `${binary} is not there` }, () => {
    let data;
    let token;
    const acknowledged = new Map(); // external id → { number, id, paid }

    before(async () => {
        data = await mkdtemp(join(tmpdir(), "commis-crash-"));
        await run(
            "shop",
            "create",
            "--data",
            data,
            "--id",
            "s",
            "--profile",
            "web-shop",
            "--currency",
            "EUR",
            "--language",
            "fr",
            "--timezone",
            "Europe/Paris",
        );
        token = (await run("token", "create", "--data", data, "--shop", "s", "--role", "owner"))
            .trim()
            .split("\n")
            .at(-1);
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
            await server.kill();
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
            await again.kill();
            for (const [key, one] of acknowledged) {
                const row = found.get(one.id);
                assert.ok(row, `${key} was acknowledged and is gone`);
                assert.equal(row.number, one.number);
                if (one.paid) assert.equal(row.payment_status, "paid", `${key} was acknowledged as paid`);
            }
            const numbers = [...found.values()].map((row) => Number(row.number)).sort((a, b) => a - b);
            assert.equal(new Set(numbers).size, numbers.length, "a number was taken twice");
            assert.equal(numbers.at(-1) - numbers[0] + 1, numbers.length, "there is a gap in the numbers");
            assert.match(await run("check", "--data", data), /clean/);
        });
});
