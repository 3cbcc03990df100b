// Members that nobody offered: every body of the contract is sent with totals, payments, a shop, a role and an id in it
// that are not the sender's to say.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { follow, new_replay, steps } from "../support/replay.mjs";
import { ask, open_book, open_world, skip } from "./world.mjs";

describe("members that nobody offered", { skip }, () => {
    const book = open_book();
    const { held } = book;
    let world;
    before(async () => {
        world = await open_world();
    });
    after(async () => {
        await world?.close();
        book.print();
    });

    test("members that nobody offered: every body of the contract with more in it is refused", async () => {
        const more = {
            shop_id: 2,
            shop: "beta",
            role: "owner",
            id: "x",
            is_admin: true,
            version: 99,
            placed_by: "x",
            totals: { paid: 1 },
            paid: 1,
            payment_status: "paid",
            status: "paid",
            number: "1",
            __proto__x: 1,
            constructor: { prototype: 1 },
        };
        const replay = new_replay();
        // Two bodies are whatever a program wrote: a mail's words and a notice of a service, which a signature proves.
        const open = (step) => /^\/notices\//.test(step.route);
        let bodies = 0;
        for (const step of steps) {
            const call = replay.call_of(step);
            const is_json = call.headers["Content-Type"] === "application/json" && call.body?.startsWith("{");
            if (is_json && step.status < 300 && !open(step)) {
                bodies += 1;
                const said = JSON.parse(call.body);
                for (const [name, value] of Object.entries(more)) {
                    if (name in said || offered(step, name)) continue;
                    const body = { ...said, [name]: value };
                    const { status, code, text } = await ask(world.url, call.method, call.path, {
                        as: world.admin,
                        headers: call.headers,
                        body,
                    });
                    const is_named = text.includes(`"/${name}"`);
                    book.tried(
                        "members that nobody offered",
                        status === 422 && code === "bad_field" && is_named,
                        `${step.method} ${step.route} ${name}: ${status} ${text}`,
                    );
                }
            }
            const answer = await ask(world.url, call.method, call.path, { ...call, as: world.admin });
            assert.equal(answer.status, step.status, `step ${step.step}: ${answer.text}`);
            if (answer.json) replay.keep(step, answer.json);
        }
        held("members that nobody offered");
        assert.ok(bodies > 80, `${bodies} bodies`);
    });

    test("a kept answer is given again to nobody but who asked first", async () => {
        const { alpha, beta } = world.shops;
        const body = { name: "a program", role: "viewer" };
        const headers = { "Idempotency-Key": "the-same-for-all" };
        const make = (as, shop, sent = body) =>
            ask(world.url, "POST", `/api/v1/shops/${shop}/tokens`, { as, headers, body: sent });
        const first = await make(alpha.owner, "alpha");
        assert.equal(first.status, 201, first.text);
        assert.equal((await make(alpha.owner, "alpha")).json.token, first.json.token);
        const twin = await world.token("alpha", "owner");
        const clerk = await world.token("alpha", "clerk");
        for (const [who, shop] of [
            [twin, "alpha"],
            [clerk, "alpha"],
            [world.admin, "alpha"],
            [beta.owner, "beta"],
            [beta.owner, "alpha"],
        ]) {
            const { text } = await make(who, shop);
            book.tried("kept answers", !text.includes(first.json.token) && !text.includes(first.json.id), text);
        }
        const other = await make(alpha.owner, "alpha", { ...body, role: "owner" });
        book.tried("kept answers", other.code === "idempotency_key_reused", other.text);
        held("kept answers");
    });

    /** Whether the contract itself offers a member of that name in this call's body. */
    function offered(step, name) {
        const has = (node) => {
            const at = follow(node);
            if (!at) return false;
            const parts = [...(at.allOf ?? []), ...(at.anyOf ?? []), ...(at.oneOf ?? [])];
            return name in (at.properties ?? {}) || parts.some(has);
        };
        return has(follow(step.operation.requestBody)?.content["application/json"]?.schema);
    }
});
