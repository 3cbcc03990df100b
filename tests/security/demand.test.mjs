// A second factor that a shop demands: the session of who has none opens, of all addresses, the way to set one up
// and the way out; tokens and other roles are not touched; before the day it is only told. And the way back of somebody
// who can't sign in any more, on the machine itself.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { binary } from "../support/program.mjs";
import { code_of } from "../support/telephone.mjs";
import { ask, open_world, routes, sign_in, skip } from "./world.mjs";

// What is open to a session that has to set up a second factor first, by hand.
const open_first = new Set([
    "GET /api/v1/session",
    "DELETE /api/v1/session",
    "POST /api/v1/session/second-factor",
    "POST /api/v1/session/second-factor/confirm",
]);

describe("a second factor that is demanded", { skip }, () => {
    let world;
    let clerk;
    let packer;
    const session = async (who) => (await ask(world.url, "GET", "/api/v1/session", { as: who })).json;
    const demand = (body, shop = "alpha", as = world.shops[shop].owner) =>
        ask(world.url, "PUT", `/api/v1/shops/${shop}/team/second-factor`, { as, body });
    before(async () => {
        world = await open_world({ members: ["owner", "manager", "clerk", "packer"] });
        ({ clerk, packer } = world.shops.alpha.people);
    });
    after(() => world?.close());

    test("roles of people, a time, and the right to the team", async () => {
        const wrong = await demand({ roles: ["clerk", "storefront", "nobody"] });
        assert.deepEqual(
            [wrong.status, wrong.json.errors],
            [422, [{ field: "/roles/2", code: "unknown_role", detail: "There is no such role." }]],
        );
        const program = await demand({ roles: ["clerk", "storefront"] });
        assert.deepEqual(
            program.json.errors.map(({ field, code }) => [field, code]),
            [["/roles/1", "role_not_for_people"]],
        );
        const late = await demand({ roles: ["clerk"], from: "tomorrow" });
        assert.deepEqual(
            late.json.errors.map(({ field, code }) => [field, code]),
            [["/from", "invalid_time"]],
        );
        const manager = await demand({ roles: [] }, "alpha", world.shops.alpha.people.manager);
        assert.equal(manager.code, "forbidden");
        const team = await ask(world.url, "GET", "/api/v1/shops/alpha/team", { as: world.shops.alpha.owner });
        assert.deepEqual(team.json.second_factor, { roles: [], from: null });
    });

    test("before the day it is told, and nothing is shut", async () => {
        const from = "2099-01-01T00:00:00.000Z";
        const set = await demand({ roles: ["clerk", "owner", "clerk"], from });
        assert.equal(set.status, 200, set.text);
        assert.deepEqual(set.json.roles, ["owner", "clerk"]);
        const told = await session(clerk);
        assert.equal(Date.parse(told.second_factor_due_at), Date.parse(from));
        assert.equal(told.second_factor_required, false);
        assert.equal(told.shops.length, 1);
        assert.equal((await session(packer)).second_factor_due_at, null);
        assert.equal((await ask(world.url, "GET", "/api/v1/shops/alpha/orders", { as: clerk })).status, 200);
    });

    test("from then on every address but four answers second_factor_required", async () => {
        assert.equal((await demand({ roles: ["clerk"] })).status, 200);
        const held = await session(clerk);
        assert.equal(held.second_factor_required, true);
        assert.deepEqual(held.shops, []);
        let shut = 0;
        const tried = routes().filter(({ door, name }) => door !== "open" && !open_first.has(name));
        for (const { method, pattern, name } of tried)
            for (const shop of ["alpha", "beta"]) {
                const path = pattern.replace("{shop}", shop).replaceAll(/\{\w+\}/g, "none");
                const answer = await ask(world.url, method, path, {
                    as: clerk,
                    body: method === "GET" ? undefined : {},
                });
                assert.deepEqual(
                    [answer.status, answer.code],
                    [403, "second_factor_required"],
                    `${name} ${answer.text}`,
                );
                shut += 1;
            }
        assert.ok(shut > 300, `${shut} were tried`);
        assert.equal((await session(packer)).second_factor_required, false, "another role");
        assert.equal((await session(world.shops.beta.people.clerk)).second_factor_required, false, "another shop");
        const token = await world.token("alpha", "clerk");
        assert.equal((await ask(world.url, "GET", "/api/v1/shops/alpha/orders", { as: token })).status, 200, "a token");
        // Signing in anew leads to the same place.
        const again = await sign_in(world.url, clerk.email, clerk.password);
        assert.equal((await session(again)).second_factor_required, true);
        assert.equal((await ask(world.url, "DELETE", "/api/v1/session", { as: again })).status, 204);
    });

    test("with one all is open again, and the audit trail says who demanded it", async () => {
        const post = (path, body) =>
            ask(world.url, "POST", `/api/v1/session/second-factor${path}`, { as: clerk, body });
        const { key } = (await post("", { password: clerk.password })).json;
        assert.equal((await session(clerk)).second_factor_required, true, "a key that nobody confirmed is none");
        assert.equal((await post("/confirm", { code: code_of(key) })).status, 200);
        const free = await session(clerk);
        assert.deepEqual([free.second_factor_due_at, free.second_factor_required], [null, false]);
        assert.equal((await ask(world.url, "GET", "/api/v1/shops/alpha/orders", { as: clerk })).status, 200);
        const trail = await ask(world.url, "GET", "/api/v1/shops/alpha/audit?kind=team&limit=50", {
            as: world.shops.alpha.owner,
        });
        assert.ok(
            trail.json.items.some(({ subject }) => subject === "PUT /team/second-factor"),
            trail.text,
        );
    });

    test("a lone administrator is bound as an owner, and comes back in from the machine", async () => {
        const email = "root@example.org";
        const commis = (...words) => execFileSync(binary, [...words, "--data", world.data], { encoding: "utf8" });
        commis("operator", "create", "--email", email, "--password", "first password of root", "--admin");
        assert.equal((await demand({ roles: ["owner"] }, "beta")).status, 200);
        const root = await sign_in(world.url, email, "first password of root");
        assert.equal((await session(root)).second_factor_required, true);
        const begun = await ask(world.url, "POST", "/api/v1/session/second-factor", {
            as: root,
            body: { password: "first password of root" },
        });
        await ask(world.url, "POST", "/api/v1/session/second-factor/confirm", {
            as: root,
            body: { code: code_of(begun.json.key) },
        });
        assert.equal((await session(root)).second_factor_required, false);
        // A stranger guesses until the account waits.
        for (let at = 0; at < 11; ++at)
            await ask(world.url, "POST", "/api/v1/session", {
                body: { email, password: `guess ${at}` },
                from: "127.50.0.1",
            });
        const waits = await ask(world.url, "POST", "/api/v1/session", {
            body: { email, password: "x" },
            from: "127.50.0.2",
        });
        assert.equal(waits.status, 429);

        const unknown = spawnSync(
            binary,
            ["operator", "reset", "--email", "who@example.org", "--make-password", "--data", world.data],
            { encoding: "utf8" },
        );
        assert.deepEqual([unknown.status, /not_found/.test(unknown.stderr)], [1, true], unknown.stderr);
        const weak = spawnSync(
            binary,
            ["operator", "reset", "--email", email, "--password", "password1234", "--data", world.data],
            { encoding: "utf8" },
        );
        assert.deepEqual([weak.status, /password_known/.test(weak.stderr)], [1, true], weak.stderr);
        const nothing = spawnSync(binary, ["operator", "reset", "--email", email, "--data", world.data], {
            encoding: "utf8",
            input: "\n",
        });
        assert.deepEqual([nothing.status, /password_missing/.test(nothing.stderr)], [1, true], nothing.stderr);
        assert.equal((await session(root)).operator.email, email, "nothing has happened yet");

        const made = commis("operator", "reset", "--email", "ROOT@example.org", "--make-password", "--second-factor");
        const password = /^password (\S{20,})$/m.exec(made)[1];
        assert.equal((await ask(world.url, "GET", "/api/v1/session", { as: root })).status, 401, "the session ended");
        const old = await ask(world.url, "POST", "/api/v1/session", {
            body: { email, password: "first password of root" },
        });
        assert.equal(old.status, 401);
        const back = await sign_in(world.url, email, password, { from: "127.50.0.3" });
        assert.equal((await session(back)).operator.second_factor, null);
        const trail = await ask(world.url, "GET", "/api/v1/audit?limit=50", { as: world.admin });
        const kinds = trail.json.items.filter(({ actor }) => actor.name === "command line").map(({ kind }) => kind);
        for (const kind of ["password_reset", "second_factor_reset", "sessions_ended"])
            assert.ok(kinds.includes(kind), `${kind}: ${trail.text}`);
        assert.ok(!trail.text.includes(password));

        // The password typed on the terminal, and the second factor alone.
        const typed = spawnSync(binary, ["operator", "reset", "--email", email, "--data", world.data], {
            encoding: "utf8",
            input: "typed on the terminal\n",
        });
        assert.equal(typed.status, 0, typed.stderr);
        await sign_in(world.url, email, "typed on the terminal", { from: "127.50.0.3" });
        const factor_only = spawnSync(
            binary,
            ["operator", "reset", "--email", email, "--second-factor", "--data", world.data],
            { encoding: "utf8", input: "\n" },
        );
        assert.equal(factor_only.status, 0, factor_only.stderr);
        await sign_in(world.url, email, "typed on the terminal", { from: "127.50.0.3" });
    });
});
