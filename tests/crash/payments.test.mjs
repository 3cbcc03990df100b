// Kills the server with SIGKILL while captures are under way, again and again, and proves that every outcome is found
// afterwards, that money moved once, and that `commis check` is clean. COMMIS_CRASH_ROUNDS says how often.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { call, make_shop, run, serve, skip } from "../support/program.mjs";

const rounds = Number(process.env.COMMIS_CRASH_ROUNDS ?? 3);
const per_round = 12;
const total = 3998;

const order = (key, reference) => ({
    external_id: key,
    currency: "EUR",
    buyer: { name: "Zoé", email: "zoe@example.org" },
    lines: [{ name: "Mug", quantity: 2, unit_price: 1999, tax_rate: "20" }],
    payments: [{ method: "card", provider: "sandbox", reference, status: "authorized", amount: total }],
});

describe("killed while money moves", { skip }, () => {
    let data;
    let token;
    const placed = new Map(); // order id → what was asked of the sandbox

    before(async () => {
        data = await mkdtemp(join(tmpdir(), "commis-payments-"));
        token = make_shop(data, "s", "neutral", ["--sandbox"]);
    });
    after(() => rm(data, { recursive: true, force: true }));

    const ask = (url, method, path, body) => call(url, "s", token, method, path, body);
    const gone = (error) =>
        /fetch failed|terminated|socket|other side closed/i.test(String(error) + String(error.cause));

    async function work(url, round, stopped) {
        for (let i = 0; i < per_round && !stopped(); ++i) {
            const reference = i % 3 === 0 ? `sandbox_timeout_${round}_${i}` : `sandbox_ok_${round}_${i}`;
            try {
                const made = await ask(url, "POST", "/orders", order(`${round}-${i}`, reference));
                placed.set(made.id, "held");
                // Not waited for: the answer may never come.
                void ask(url, "POST", `/orders/${made.id}/actions/capture`, {}).catch(() => undefined);
                placed.set(made.id, "capture");
            } catch (error) {
                if (stopped() || gone(error)) return;
                throw error;
            }
        }
    }

    async function settled(url, id) {
        for (let attempt = 0; attempt < 400; ++attempt) {
            const now = await ask(url, "GET", `/orders/${id}`);
            if (now.provider_calls.every(({ status }) => status === "done" || status === "declined")) return now;
            await new Promise((wait) => setTimeout(wait, 200));
        }
        throw new Error(`order ${id} waits for the provider for ever`);
    }

    for (let round = 1; round <= rounds; ++round)
        test(`round ${round}: what was asked is answered once`, async () => {
            const server = await serve(data);
            let stopped = false;
            const working = work(server.url, round, () => stopped);
            await new Promise((done) => setTimeout(done, 60 + Math.random() * 500));
            stopped = true;
            await server.end("SIGKILL");
            await working;
        });

    test("every outcome is found, and money moved once", async () => {
        // What a dead program had in hand comes back when its lease ends.
        const server = await serve(data);
        try {
            for (const id of placed.keys()) {
                const now = await settled(server.url, id);
                const captured = now.payments.reduce((sum, payment) => sum + payment.captured, 0);
                const asked = now.provider_calls.filter(({ kind }) => kind === "capture").length;
                assert.equal(captured, asked === 0 ? 0 : total, `order ${now.number} after ${asked} questions`);
                assert.ok(asked <= 1, "asked once");
                if (asked === 1) assert.equal(now.payment_status, "paid");
            }
        } finally {
            await server.end("SIGTERM");
        }
        assert.match(run(data, "check"), /clean/);
    });
});
