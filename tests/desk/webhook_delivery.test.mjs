// Webhooks as a receiver meets them: signed so that the scheme's own library takes them, tried again after every kind
// of failure, never followed elsewhere, held and withdrawn with their change, not lost when the program is killed.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { call as call_shop, make_shop, serve, skip } from "../support/program.mjs";
import { Receiver } from "./receiver.mjs";
import { project } from "./support.mjs";

const require = createRequire(join(project, "desk/package.json"));
const Ajv = require("ajv/dist/2020.js").default;
const { Webhook } = require("standardwebhooks");
const contract = JSON.parse(await readFile(join(project, "openapi/commis.json"), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
require("ajv-formats")(ajv);
ajv.addSchema(contract, "contract");
const is_event = ajv.compile({ $ref: "contract#/components/schemas/OrderEvent" });

describe("webhooks", { skip }, () => {
    let data;
    let token;
    let program;
    let receiver;
    let placed = 0;

    const open_to_loopback = { words: ["--webhook-ranges", "127.0.0.0/8", "--webhook-http"] };
    const call = (...words) => call_shop(program.url, "s", token, ...words);
    const place = () =>
        call("POST", "/orders", {
            external_id: `hook-${++placed}`,
            currency: "EUR",
            buyer: { name: "Zoé Privée", email: "zoe@example.org" },
            billing_address: { line1: "1 rue Secrète", postal_code: "75011", city: "Paris", country: "FR" },
            lines: [{ sku: "MUG", name: "Mug", quantity: 2, unit_price: 1999, tax_rate: "20" }],
            payment: { method: "cheque" },
            note: "Ring twice.",
        });
    const listen = (path, more = {}) => call("POST", "/webhooks", { url: receiver.url + path, ...more });
    const deliveries = async (hook, query = "") => (await call("GET", `/webhooks/${hook.id}/deliveries${query}`)).items;
    /** Asks again until the answer is what is waited for. */
    async function until(ask, is_right, within_ms = 30_000) {
        const end = Date.now() + within_ms;
        for (;;) {
            const answer = await ask();
            if (is_right(answer)) return answer;
            if (Date.now() > end) throw new Error(`still ${JSON.stringify(answer)}`);
            await new Promise((done) => setTimeout(done, 100));
        }
    }
    before(async () => {
        data = await mkdtemp(join(tmpdir(), "commis-hooks-"));
        receiver = await new Receiver().start();
        token = make_shop(data, "s", "web-shop");
        program = await serve(data, open_to_loopback);
    });
    after(async () => {
        await program?.end();
        receiver?.stop();
        await rm(data, { recursive: true, force: true });
    });

    test("the scheme's own library takes what leaves; it follows the contract and tells no personal data", async () => {
        const hook = await listen("/ok");
        const order = await place();
        await call("POST", `/orders/${order.id}/actions/mark-paid`, {});
        const calls = await receiver.wait("/ok", 2);
        const verifier = new Webhook(hook.secret);
        const types = new Set();
        for (const { headers, body } of calls) {
            const event = verifier.verify(body, headers);
            assert.ok(is_event(event), JSON.stringify(is_event.errors));
            assert.equal(event.id, headers["webhook-id"]);
            assert.equal(event.subject, order.id);
            assert.doesNotMatch(body, /Zoé|zoe@|rue Secr|Ring twice/);
            types.add(event.type);
        }
        assert.ok(types.has("commis.order.placed"));
        assert.ok(types.has("commis.payment.recorded"));
        assert.throws(() => verifier.verify(`${calls[0].body} `, calls[0].headers));
        const shown = await until(
            () => deliveries(hook),
            (items) => items.every(({ status }) => status === "delivered"),
        );
        const whole = await call("GET", `/webhooks/${hook.id}/deliveries/${shown[0].id}`);
        assert.equal(whole.tries.length, 1);
        assert.equal(whole.tries[0].answer, "thanks");
        await call("DELETE", `/webhooks/${hook.id}`);
    });

    test("after a new secret both sign", async () => {
        const hook = await listen("/rotated");
        const { secret } = await call("POST", `/webhooks/${hook.id}/rotate-secret`);
        assert.notEqual(secret, hook.secret);
        await call("POST", `/webhooks/${hook.id}/test`);
        const [{ headers, body }] = await receiver.wait("/rotated", 1);
        for (const each of [secret, hook.secret]) new Webhook(each).verify(body, headers);
        assert.equal(JSON.parse(body).type, "commis.webhook.test");
        await call("DELETE", `/webhooks/${hook.id}`);
    });

    test("only the events that were asked for arrive", async () => {
        const hook = await listen("/chosen", { events: ["commis.payment.recorded"] });
        const order = await place();
        await call("POST", `/orders/${order.id}/actions/mark-paid`, {});
        await receiver.wait("/chosen", 1);
        const items = await until(
            () => deliveries(hook),
            (all) => all.length > 0,
        );
        assert.deepEqual(
            items.map(({ type }) => type),
            ["commis.payment.recorded"],
        );
        await call("DELETE", `/webhooks/${hook.id}`);
    });

    test("a refusal is tried again under the same id, and each attempt is on record", async () => {
        const hook = await listen("/later", { events: ["commis.order.placed"] });
        await place();
        const [first, second] = await receiver.wait("/later", 2);
        assert.equal(first.headers["webhook-id"], second.headers["webhook-id"]);
        assert.equal(first.body, second.body);
        const [delivery] = await until(
            () => deliveries(hook),
            ([one]) => one.status === "delivered",
        );
        const { tries } = await call("GET", `/webhooks/${hook.id}/deliveries/${delivery.id}`);
        assert.deepEqual(
            tries.map(({ http_status, fault, answer }) => [http_status, fault, answer]),
            [
                [503, "refused", "not yet"],
                [200, null, "thanks"],
            ],
        );
        await call("DELETE", `/webhooks/${hook.id}`);
    });

    for (const [path, fault, http_status] of [
        ["/bad", "refused", 500],
        ["/away", "redirected", 302],
        ["/cut", "cut", null],
    ]) {
        test(`${path.slice(1)}: the failure is named, waits to be tried again, and is sent anew by hand`, async () => {
            const hook = await listen(path, { events: ["commis.order.placed"] });
            const untouched = receiver.at("/ok").length;
            await place();
            const [delivery] = await until(
                () => deliveries(hook),
                ([one]) => one?.fault,
            );
            assert.deepEqual([delivery.fault, delivery.http_status, delivery.status], [fault, http_status, "waiting"]);
            assert.ok(Date.parse(delivery.due_at) > Date.now());
            assert.equal(receiver.at("/ok").length, untouched, "nothing is followed elsewhere");
            const { failing_since } = await call("GET", `/webhooks/${hook.id}`);
            assert.ok(failing_since);
            await call("PATCH", `/webhooks/${hook.id}`, { url: `${receiver.url}/mended`, on: true });
            await call("POST", `/webhooks/${hook.id}/deliveries/${delivery.id}/resend`);
            await until(
                () => deliveries(hook),
                ([one]) => one.status === "delivered",
            );
            await call("DELETE", `/webhooks/${hook.id}`);
        });
    }

    test("410 ends it: switched off, given up, and sent anew once it is back", async () => {
        const hook = await listen("/gone", { events: ["commis.order.placed"] });
        await place();
        await until(
            () => deliveries(hook),
            ([one]) => one?.status === "dead",
        );
        const off = await call("GET", `/webhooks/${hook.id}`);
        assert.deepEqual([off.on, off.off_reason, off.dead], [false, "gone", 1]);
        await place();
        assert.equal((await deliveries(hook)).length, 1, "who is gone is told nothing more");
        await call("PATCH", `/webhooks/${hook.id}`, { url: `${receiver.url}/back`, on: true });
        assert.deepEqual(await call("POST", `/webhooks/${hook.id}/resend-dead`), { resent: 1 });
        await receiver.wait("/back", 1);
        await until(
            () => call("GET", `/webhooks/${hook.id}`),
            ({ dead, waiting }) => dead === 0 && waiting === 0,
        );
        await call("DELETE", `/webhooks/${hook.id}`);
    });

    test("a certificate that nobody vouches for is refused", async () => {
        const hook = await call("POST", "/webhooks", { url: `${receiver.tls_url}/ok` });
        const { delivered, fault, answer } = await call("POST", `/webhooks/${hook.id}/test`);
        assert.deepEqual([delivered, fault], [false, "tls_failed"]);
        assert.match(answer, /certificate/i);
        await call("DELETE", `/webhooks/${hook.id}`);
    });

    test("of a long answer the first two kilobytes are kept, and it counts as taken", async () => {
        const hook = await listen("/long");
        const { delivered, answer } = await call("POST", `/webhooks/${hook.id}/test`);
        assert.equal(delivered, true);
        assert.equal(answer.length, 2048);
        await call("DELETE", `/webhooks/${hook.id}`);
    });

    test("one that never answers stops nobody else", async () => {
        const slow = await listen("/slow", { events: ["commis.order.placed"] });
        const quick = await listen("/quick", { events: ["commis.order.placed"] });
        for (let count = 0; count < 12; ++count) await place();
        await receiver.wait("/quick", 12);
        await until(
            () => deliveries(quick),
            (items) => items.every(({ status }) => status === "delivered"),
        );
        assert.ok(receiver.at("/slow").length <= 4, "few at once to the same one");
        for (const hook of [slow, quick]) await call("DELETE", `/webhooks/${hook.id}`);
    });

    test("what can be undone is held, and withdrawn with the change", async () => {
        const hook = await listen("/held", { events: ["commis.state.changed"] });
        const order = await place();
        const { state_choices } = await call("GET", `/orders/${order.id}`);
        const to =
            state_choices.find(({ allowed, stage }) => allowed && stage === "processing") ??
            state_choices.find(({ allowed }) => allowed);
        await call("POST", `/orders/${order.id}/actions/change-state`, { state: to.id });
        const [held] = await deliveries(hook);
        assert.deepEqual([held.status, held.attempts], ["held", 0]);
        await call("POST", `/orders/${order.id}/undo`);
        const [withdrawn] = await deliveries(hook);
        assert.equal(withdrawn.status, "withdrawn");
        assert.equal(receiver.at("/held").length, 0);
        await call("DELETE", `/webhooks/${hook.id}`);
    });

    test("killed between sending and writing it down, it is sent again under the same id", async () => {
        const hook = await listen("/hold", { events: ["commis.order.placed"] });
        await place();
        await receiver.wait("/hold", 1);
        await program.end("SIGKILL");
        program = await serve(data, open_to_loopback);
        const [lost, again] = await receiver.wait("/hold", 2, 90_000);
        assert.equal(again.headers["webhook-id"], lost.headers["webhook-id"]);
        assert.equal(again.body, lost.body);
        const [delivery] = await until(
            () => deliveries(hook),
            ([one]) => one.status === "delivered",
        );
        assert.equal(delivery.attempts, 2);
    });
});
