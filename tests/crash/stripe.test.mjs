// Kills the server with SIGKILL while money moves at Stripe, played by npm stripe-stateful-mock: between what is to be
// asked and the question, between the question and its answer, while the answer is written down. However often, money
// moves once, and what became of every question is found afterwards. COMMIS_CRASH_ROUNDS says how often.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { call, make_shop, run, serve, skip } from "../support/program.mjs";

const rounds = Number(process.env.COMMIS_CRASH_ROUNDS ?? 3);
const per_round = 3;
const total = 3998;
const part = 1000;

const folder = fileURLToPath(new URL("../gateways/", import.meta.url));
const has_modules = existsSync(join(folder, "node_modules/.package-lock.json"));
const skipped = skip || (has_modules ? false : "no modules in tests/gateways");

const order = (key, reference) => ({
    external_id: key,
    currency: "EUR",
    buyer: { name: "Zoé", email: "zoe@example.org" },
    lines: [{ name: "Mug", quantity: 2, unit_price: 1999, tax_rate: "20" }],
    payments: [{ method: "card", provider: "stripe", reference, status: "authorized", amount: total }],
});
const is_open = ({ status }) => status !== "done" && status !== "declined";
const gone = (error) => /fetch failed|terminated|socket|other side closed/i.test(String(error) + String(error.cause));
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

describe("killed while money moves at Stripe", { skip: skipped }, () => {
    let data;
    let token;
    let mock;
    let mock_url;
    const placed = new Map(); // order id → its charge at the mock

    before(async () => {
        data = await mkdtemp(join(tmpdir(), "commis-stripe-"));
        token = make_shop(data, "s");
        const program = [join(folder, "servers/stateful.mjs")];
        mock = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
        mock_url = await new Promise((found) => mock.stdout.once("data", (bytes) => found(String(bytes).trim())));
        const server = await start();
        await ask(server.url, "PUT", "/payment-services/stripe", { secret: "sk_test_1" });
        await server.end("SIGTERM");
    });
    after(async () => {
        mock?.kill();
        await rm(data, { recursive: true, force: true });
    });

    const start = () => serve(data, { env: { COMMIS_STRIPE_URL: `${mock_url}/slow` } });
    const ask = (url, method, path, body) => call(url, "s", token, method, path, body);

    async function reserve() {
        const form = new URLSearchParams({ amount: total, currency: "eur", source: "tok_visa", capture: "false" });
        const headers = { Authorization: "Bearer sk_test_1" };
        const answer = await fetch(`${mock_url}/v1/charges`, { method: "POST", headers, body: form });
        return (await answer.json()).id;
    }

    // Captures of new orders, and refunds of what earlier rounds captured; nobody waits for an answer.
    async function work(url, round, stopped) {
        const earlier = [...placed.keys()].slice(-2 * per_round);
        try {
            for (const id of earlier) {
                if (stopped()) return;
                const now = await ask(url, "GET", `/orders/${id}`);
                const is_refunded = now.provider_calls.some(({ kind }) => kind === "refund");
                if (now.payments[0].captured < total || is_refunded) continue;
                void ask(url, "POST", `/orders/${id}/actions/refund`, { amount: part }).catch(() => undefined);
            }
            for (let i = 0; i < per_round && !stopped(); ++i) {
                const charge = await reserve();
                const made = await ask(url, "POST", "/orders", order(`${round}-${i}`, charge));
                placed.set(made.id, charge);
                void ask(url, "POST", `/orders/${made.id}/actions/capture`, {}).catch(() => undefined);
            }
        } catch (error) {
            if (!stopped() && !gone(error)) throw error;
        }
    }

    async function settled(url, id) {
        for (let attempt = 0; attempt < 600; ++attempt) {
            const now = await ask(url, "GET", `/orders/${id}`);
            if (!now.provider_calls.some(is_open)) return now;
            await pause(200);
        }
        throw new Error(`order ${id} waits for Stripe for ever`);
    }

    for (let round = 1; round <= rounds; ++round)
        test(`round ${round}: killed somewhere in between`, async () => {
            const server = await start();
            let stopped = false;
            const working = work(server.url, round, () => stopped);
            await pause(40 + Math.random() * 400);
            stopped = true;
            await server.end("SIGKILL");
            await working;
        });

    test("W-38, D-20: no capture and no refund was made twice, and every outcome is found", async () => {
        // What a dead program had in hand comes back when its lease ends.
        const server = await start();
        const totals = { captures: 0, refunds: 0 };
        try {
            for (const [id, charge] of placed) {
                const now = await settled(server.url, id);
                const book = (await (await fetch(`${mock_url}/-/charges`)).json()).find((each) => each.id === charge);
                const asked = (kind) => now.provider_calls.filter((each) => each.kind === kind);
                const captures = asked("capture");
                const refunds = asked("refund");
                assert.ok(captures.length <= 1 && refunds.length <= 1, `order ${now.number} was asked for once`);
                assert.deepEqual(
                    [...captures, ...refunds].map(({ status }) => status),
                    [...captures, ...refunds].map(() => "done"),
                );
                assert.equal(book.captured, captures.length * total, `order ${now.number} at Stripe`);
                assert.equal(book.refunded, refunds.length * part, `order ${now.number} at Stripe`);
                assert.equal(book.refunds, refunds.length, `order ${now.number} at Stripe`);
                assert.equal(now.payments[0].captured, book.captured, `order ${now.number} here`);
                assert.equal(now.totals.refunded, book.refunded, `order ${now.number} here`);
                totals.captures += captures.length;
                totals.refunds += refunds.length;
            }
        } finally {
            await server.end("SIGTERM");
        }
        assert.match(run(data, "check"), /clean/);
        assert.ok(totals.captures > 0, "something was captured at all");
        console.log(`${rounds} rounds: ${placed.size} orders, ${totals.captures} captures, ${totals.refunds} refunds`);
    });
});
