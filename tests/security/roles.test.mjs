// The role table: every address that the router tells of, tried with every role's token and session, in the own shop,
// in a foreign one and in none, without credentials, with a cookie alone, and with tokens that ended. What may be
// stands in roles.txt, by hand.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { binary } from "../support/program.mjs";
import { ask, open_world, order_body, people, roles, routes, skip } from "./world.mjs";

const shop_prefix = "/api/v1/shops/{shop}";

/** roles.txt: its sections as lists of words. */
function read_table() {
    const table = {};
    let section;
    for (const line of readFileSync(new URL("roles.txt", import.meta.url), "utf8").split("\n")) {
        const heading = /^\[(.+)\]$/.exec(line);
        if (heading) table[heading[1]] = section = [];
        else if (line && !line.startsWith("#")) section.push(line.split(/\s+/));
    }
    return table;
}

const table = skip ? {} : read_table();
const rights = new Map(skip ? [] : table.roles.map(([role, ...words]) => [role, new Set(words)]));
const may = (role, right) => rights.get(role).has(right) || (right === "read_own" && rights.get(role).has("read"));

/** What an address asks for, as roles.txt says it: "open", "signed in", "administrators" or a right. */
function expected() {
    const wanted = new Map();
    for (const [method, path] of table.open) wanted.set(`${method} ${path}`, "open");
    for (const [method, path, ...words] of table["signed in"])
        wanted.set(`${method} ${path}`, words[0] === "administrators" ? "administrators" : "signed in");
    for (const [method, path, right] of table.shop)
        wanted.set(`${method} ${shop_prefix}${path === "/" ? "" : path}`, right);
    return wanted;
}

/** An address with names that nothing has, so that nobody allowed in changes anything. */
const path_in = (shop, pattern) => pattern.replace("{shop}", shop).replaceAll(/\{\w+\}/g, "none");
const at_the_door = "This role may not do that.";
const is_shut = ({ status, json }) => status === 403 && json?.code === "forbidden" && json.detail === at_the_door;
const no_shop = "There is no such shop for this caller.";

describe("roles", { skip }, () => {
    let world;
    let all;
    const wanted = skip ? new Map() : expected();
    const tokens = {};
    let ended;
    let revoked;
    const call = (route, shop, more) => ask(world.url, route.method, path_in(shop, route.pattern), more);
    // What ends the session that asks, and what never ends by itself.
    const is_quiet = ({ name }) => !/\/session(\/|$)/.test(name) && !/\/events$/.test(name);

    before(async () => {
        world = await open_world({ members: people });
        all = routes();
        for (const shop of ["alpha", "beta"]) {
            tokens[shop] = { admin: world.admin };
            for (const role of roles.slice(0, -1)) tokens[shop][role] = await world.token(shop, role);
        }
        ended = await world.token("alpha", "owner", { expires_at: new Date(Date.now() + 1_500).toISOString() });
        revoked = await world.token("alpha", "owner");
        const gone = await world.call(world.shops.alpha.owner, "DELETE", `/alpha/tokens/${revoked.id}`);
        assert.equal(gone.status, 204);
    });
    after(() => world?.close());

    test("every address has a row, every row an address, and both ask for the same", () => {
        const told = new Map(all.map(({ name, door }) => [name, door]));
        for (const [name, door] of told) {
            const row = wanted.get(name);
            assert.ok(row, `${name} is in no row of tests/security/roles.txt`);
            assert.equal(row === "administrators" ? "signed in" : row, door, name);
        }
        for (const name of wanted.keys()) assert.ok(told.has(name), `${name} is in roles.txt and nowhere else`);
        assert.equal(told.size, wanted.size);
        for (const { name, door, roles: told_roles } of all.filter(({ pattern }) => pattern.startsWith(shop_prefix)))
            assert.deepEqual(
                told_roles,
                roles.filter((role) => may(role, door)),
                name,
            );
    });

    test("docs/roles.md says the same", () => {
        const page = readFileSync(new URL("../../docs/roles.md", import.meta.url), "utf8");
        assert.equal(page, execFileSync(binary, ["routes", "--markdown"], { encoding: "utf8" }));
    });

    test("without credentials, with nonsense, with a token that ended or was revoked: 401", async () => {
        await new Promise((done) => setTimeout(done, 1_600));
        const strangers = [
            {},
            { headers: { Authorization: "Bearer commis_nonsense" } },
            { headers: { Authorization: "Basic b3duZXI6b3duZXI=" } },
            { headers: { Cookie: "commis=nonsense; __Host-commis=nonsense" } },
            { as: ended },
            { as: revoked },
        ];
        let tried = 0;
        for (const route of all.filter(({ door }) => door !== "open"))
            for (const stranger of strangers) {
                const answer = await call(route, "alpha", stranger);
                assert.equal(answer.status, 401, `${route.name} ${JSON.stringify(stranger)}: ${answer.text}`);
                assert.equal(answer.code, "unauthorized");
                tried += 1;
            }
        assert.equal(tried, strangers.length * [...wanted.values()].filter((door) => door !== "open").length);
    });

    test("every role with a token: let in where roles.txt says so, 403 elsewhere", async () => {
        for (const route of all.filter(({ pattern }) => pattern.startsWith(shop_prefix)))
            for (const role of roles) {
                const answer = await call(route, "alpha", { as: tokens.alpha[role], body: body_for(route) });
                const is_let_in = may(role, wanted.get(route.name));
                assert.equal(!is_shut(answer), is_let_in, `${role} ${route.name}: ${answer.status} ${answer.text}`);
                assert.notEqual(answer.status, 401, `${role} ${route.name}`);
            }
    });

    test("every role in a foreign shop: 404, the same words as for a shop that is not there", async () => {
        const without_id = ({ json }) => ({ ...json, request_id: "" });
        for (const route of all.filter(({ pattern }) => pattern.startsWith(shop_prefix)))
            for (const role of roles.filter((each) => each !== "admin")) {
                const as = tokens.alpha[role];
                const foreign = await call(route, "beta", { as, body: body_for(route) });
                assert.equal(foreign.status, 404, `${role} ${route.name}: ${foreign.text}`);
                assert.equal(foreign.json.detail, no_shop);
                const nowhere = await call(route, "nowhere", { as, body: body_for(route) });
                assert.deepEqual(without_id(foreign), without_id(nowhere), route.name);
            }
    });

    test("people signed in: the same rights, and 403 csrf for every change without the header", async () => {
        for (const route of all.filter((each) => each.pattern.startsWith(shop_prefix) && is_quiet(each)))
            for (const role of people) {
                const { cookie, csrf } = world.shops.alpha.people[role];
                const answer = await call(route, "alpha", { as: { cookie, csrf }, body: body_for(route) });
                const is_let_in = may(role, wanted.get(route.name));
                assert.equal(!is_shut(answer), is_let_in, `${role} ${route.name}: ${answer.status} ${answer.text}`);
                if (route.method === "GET") continue;
                for (const headers of [{}, { "X-Commis-CSRF": "" }, { "X-Commis-CSRF": "nonsense" }]) {
                    const forged = await call(route, "alpha", { headers: { Cookie: cookie, ...headers } });
                    assert.equal(forged.status, 403, `${route.name}: ${forged.text}`);
                    assert.equal(forged.code, "csrf");
                }
            }
        for (const route of all.filter(({ door, method }) => door === "signed in" && method !== "GET")) {
            const { cookie } = world.shops.alpha.people.owner;
            const other = world.shops.alpha.people.clerk.csrf;
            for (const headers of [{ Cookie: cookie }, { Cookie: cookie, "X-Commis-CSRF": other }]) {
                const forged = await call(route, "alpha", { headers });
                assert.equal(forged.code, "csrf", `${route.name}: ${forged.text}`);
            }
        }
    });

    test("only an administrator makes shops; tokens have no password, no name and no other sessions", async () => {
        const body = { id: "gamma", name: "G", profile: "neutral", currency: "EUR", language: "en", timezone: "UTC" };
        for (const role of roles.filter((each) => each !== "admin")) {
            const made = await ask(world.url, "POST", "/api/v1/shops", { as: tokens.alpha[role], body });
            assert.equal(made.status, 403, `${role}: ${made.text}`);
        }
        const passwords = { current_password: "x", new_password: "a new password" };
        for (const [method, path, sent] of [
            ["PATCH", "/session", { name: "x" }],
            ["POST", "/session/password", passwords],
            ["POST", "/session/end-others", undefined],
        ]) {
            const answer = await ask(world.url, method, `/api/v1${path}`, { as: tokens.alpha.owner, body: sent });
            assert.equal(answer.status, 403, `${path}: ${answer.text}`);
        }
        assert.equal((await ask(world.url, "POST", "/api/v1/shops", { as: world.admin, body })).status, 201);
    });

    test("lists over all shops hold nothing but the caller's own", async () => {
        for (const shop of ["alpha", "beta"]) {
            const placed = await world.call(world.shops[shop].owner, "POST", `/${shop}/orders`, order_body());
            assert.equal(placed.status, 201, placed.text);
        }
        for (const role of roles.slice(0, -1)) {
            const as = tokens.alpha[role];
            for (const path of [
                "/shops",
                "/orders",
                "/orders?shop=beta",
                "/orders?shop=alpha&shop=beta",
                "/queues?shop=beta",
            ]) {
                const { status, text } = await ask(world.url, "GET", `/api/v1${path}`, { as });
                assert.ok([200, 403, 404, 422].includes(status), `${role} ${path}: ${status} ${text}`);
                assert.doesNotMatch(text.replaceAll(/"(detail|title)":"[^"]*"/g, ""), /"beta"/, `${role} ${path}`);
            }
            const shops = await ask(world.url, "GET", "/api/v1/session", { as });
            assert.deepEqual(
                shops.json.shops.map(({ id }) => id),
                ["alpha"],
                role,
            );
        }
    });

    test("every action asks for its right", async () => {
        const asked = new Map(table.actions);
        const { alpha } = world.shops;
        const post = (as, path, body) => world.call(as, "POST", `/alpha${path}`, body);
        const placed = (await post(alpha.owner, "/orders", order_body())).json;
        const paid = (await post(alpha.owner, "/orders", order_body())).json;
        await post(alpha.owner, `/orders/${paid.id}/actions/mark-paid`, {});
        const draft = (await post(alpha.owner, "/orders", order_body({ draft: true }))).json;
        const listed = (await world.call(alpha.owner, "GET", `/alpha/orders/${placed.id}`)).json.actions;
        assert.ok(listed.length > 40, `${listed.length} actions`);
        for (const { id } of listed) assert.ok(asked.has(id), `${id} is in no row of tests/security/roles.txt`);
        let refused = 0;
        for (const order of [placed, paid, draft]) {
            const { actions } = (await world.call(alpha.owner, "GET", `/alpha/orders/${order.id}`)).json;
            for (const role of roles.filter((each) => may(each, "read"))) {
                const as = tokens.alpha[role];
                const own = (await world.call(as, "GET", `/alpha/orders/${order.id}`)).json.actions;
                for (const { id } of actions.filter(({ allowed }) => allowed)) {
                    const is_right = may(role, asked.get(id));
                    const shown = own.find((each) => each.id === id);
                    assert.equal(shown.allowed, is_right, `${role} ${id}`);
                    if (is_right) continue;
                    assert.equal(shown.reason, "forbidden");
                    const answer = await post(as, `/orders/${order.id}/actions/${id}`, { dry_run: true });
                    assert.ok(answer.status >= 400, `${role} ${id}: ${answer.text}`);
                    const bulk = await post(as, "/orders/bulk", { action: id, orders: [order.id] });
                    assert.ok(bulk.status >= 400, `${role} ${id} in bulk: ${bulk.text}`);
                    refused += 1;
                }
            }
        }
        assert.ok(refused > 90, `${refused} tries`);
    });

    test("a storefront reads what it placed and nothing else", async () => {
        const { alpha } = world.shops;
        const own = (await world.call(tokens.alpha.storefront, "POST", "/alpha/orders", order_body())).json;
        const other = (await world.call(alpha.owner, "POST", "/alpha/orders", order_body())).json;
        const twin = await world.token("alpha", "storefront");
        for (const route of all.filter(
            ({ method, door, pattern }) => method === "GET" && door === "read_own" && pattern.includes("/orders/{id}"),
        )) {
            const path = (id) =>
                route.pattern.replace("{shop}", "alpha").replace("{id}", id).replace("{name}", "total");
            assert.notEqual((await ask(world.url, "GET", path(own.id), { as: tokens.alpha.storefront })).status, 403);
            for (const [as, id] of [
                [tokens.alpha.storefront, other.id],
                [twin, own.id],
            ]) {
                const answer = await ask(world.url, "GET", path(id), { as });
                assert.equal(answer.status, 404, `${route.name}: ${answer.text}`);
            }
        }
        const { items } = (await world.call(tokens.alpha.storefront, "GET", "/alpha/orders")).json;
        assert.deepEqual(
            items.map(({ id }) => id),
            [own.id],
        );
        for (const as of [tokens.alpha.storefront, twin])
            for (const id of [other.id, own.id]) {
                const dry = { dry_run: true };
                const act = await world.call(as, "POST", `/alpha/orders/${id}/actions/mark-paid`, dry);
                assert.ok([403, 404].includes(act.status), act.text);
                assert.ok([403, 404].includes((await world.call(as, "DELETE", `/alpha/orders/${id}`)).status));
                const undone = await world.call(as, "POST", `/alpha/orders/${id}/undo`);
                assert.ok([403, 404].includes(undone.status) || undone.code === "nothing_to_undo", undone.text);
            }
    });

    /** JSON that no changing address takes, so that who is let in changes nothing. */
    function body_for({ method }) {
        return ["POST", "PUT", "PATCH"].includes(method) ? { no_such_member: 1 } : undefined;
    }
});
