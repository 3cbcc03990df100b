// Attacks on who one is: guessed passwords, links and tokens, sessions laid under somebody, forged forms, roles that
// are helped up, members of a body that nobody offered.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { ask, open_book, open_world, order_body, people, roles, sign_in, skip } from "./world.mjs";

describe("attacks on access", { skip }, () => {
    const book = open_book();
    const { held } = book;
    let world;
    let alpha;
    let page;
    let order;
    before(async () => {
        world = await open_world({ members: people });
        alpha = world.shops.alpha;
        order = (await world.call(alpha.owner, "POST", "/alpha/orders", order_body())).json;
        page = new URL(order.customer_url).pathname;
    });
    after(async () => {
        await world?.close();
        book.print();
    });
    let networks = 10;
    /** An address of this machine that nobody has come from. */
    const new_address = () => {
        networks += 1;
        return `127.${networks}.0.1`;
    };

    test("passwords: ten guesses an address, also all at once, and also with signing in between", async () => {
        const { email } = alpha.people.owner;
        const mine = { email, password: alpha.people.owner.password };
        const before = await ask(world.url, "POST", "/api/v1/session", { from: new_address(), body: mine });
        const known = before.headers["set-cookie"].find((text) => text.startsWith("commis_devices=")).split(";")[0];
        const guess = (from, password = randomBytes(9).toString("base64")) =>
            ask(world.url, "POST", "/api/v1/session", { from, body: { email, password } });
        const at_once = new_address();
        const answers = await Promise.all(Array.from({ length: 40 }, () => guess(at_once)));
        const looked_at = answers.filter(({ status }) => status === 401).length;
        book.tried("40 guesses at once", looked_at <= 10, `${looked_at} were looked at`);
        for (const { status, headers } of answers.filter(({ status }) => status !== 401)) {
            assert.equal(status, 429);
            assert.ok(Number(headers["retry-after"]) > 500);
        }
        // Whoever has an account does not wash an address clean with it.
        const insider = new_address();
        const own = { email: alpha.people.viewer.email, password: alpha.people.viewer.password };
        const between = [];
        let seen = 0;
        for (let round = 0; round < 5; ++round) {
            for (let at = 0; at < 4; ++at) seen += (await guess(insider)).status === 401;
            between.push((await ask(world.url, "POST", "/api/v1/session", { from: insider, body: own })).status);
        }
        assert.deepEqual(between.slice(0, 2), [200, 200]);
        book.tried("guesses with signing in between", seen <= 10, `${seen} were looked at`);
        // Strangers wait wherever they come from, and the owner does not, in a browser that was the owner's before.
        const stranger = await ask(world.url, "POST", "/api/v1/session", { from: new_address(), body: mine });
        assert.equal(stranger.status, 429);
        const again = { from: new_address(), body: mine, headers: { Cookie: known } };
        assert.equal((await ask(world.url, "POST", "/api/v1/session", again)).status, 200);
        held("40 guesses at once", "guesses with signing in between");
    });

    test("an unknown address and a wrong password cannot be told apart", async () => {
        const from = new_address();
        const say = async (email) => {
            const { status, json } = await ask(world.url, "POST", "/api/v1/session", {
                from,
                body: { email, password: "not the password" },
            });
            return { status, ...json, request_id: "" };
        };
        assert.deepEqual(await say(alpha.people.clerk.email), await say("nobody@alpha.example"));
    });

    test("an open desk is no place to guess its password, and an invitation none either", async () => {
        const from = new_address();
        const me = alpha.people.viewer;
        const body = { current_password: "a wrong one here", new_password: "a new password" };
        const statuses = [];
        for (let at = 0; at < 14; ++at)
            statuses.push((await ask(world.url, "POST", "/api/v1/session/password", { as: me, from, body })).status);
        book.tried(
            "passwords at an open desk",
            statuses.filter((status) => status !== 429).length <= 10,
            `${statuses}`,
        );
        const secret = "A".repeat(43);
        const elsewhere = new_address();
        const joins = [];
        for (let at = 0; at < 14; ++at)
            joins.push((await ask(world.url, "GET", `/api/v1/join/${secret}`, { from: elsewhere })).status);
        book.tried(
            "secrets of invitations",
            joins.slice(10).every((status) => status === 429),
            `${joins}`,
        );
        held("passwords at an open desk", "secrets of invitations");
    });

    test("links: near ones, old ones and made-up ones lead nowhere, and ten of them end the guessing", async () => {
        const token = page.slice("/o/".length);
        const [shop, id, mac] = token.split(".");
        const other = (await world.call(world.shops.beta.owner, "POST", "/beta/orders", order_body())).json;
        const [, other_id, other_mac] = new URL(other.customer_url).pathname.slice(3).split(".");
        const flipped = (text, at) => text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
        const near = [
            ...Array.from(mac, (_, at) => `${shop}.${id}.${flipped(mac, at)}`),
            `${shop}.${id}.`,
            `${shop}.${id}`,
            `${shop}.${id}.${other_mac}`,
            `${shop}.${other_id}.${mac}`,
            `2.${id}.${mac}`,
            `0.${id}.${mac}`,
            `-1.${id}.${mac}`,
            `${shop}.${id.toLowerCase()}.${mac}`,
            `${token}.`,
            `.${token}`,
            `${token}%20`,
            `${token}%0a`,
            `${token}=`,
            `${shop}.%27 OR 1=1--.${mac}`.replaceAll(" ", "%20"),
            ..."\u{1F512}é".split("").map((sign) => encodeURIComponent(sign.toWellFormed?.() ?? "x")),
        ];
        let from = new_address();
        for (const [at, each] of near.entries()) {
            if (at % 8 === 7) from = new_address();
            const { status, text } = await ask(world.url, "GET", `/o/${each}`, { from });
            book.tried(
                "links of buyers, one sign off",
                [400, 404].includes(status) && !text.includes("Mug"),
                `${each}: ${status}`,
            );
        }
        for (const place of ["/o/", "/d/", "/pay/"]) {
            const guesser = new_address();
            const statuses = [];
            for (let at = 0; at < 30; ++at) {
                const guess = randomBytes(32).toString("base64url");
                statuses.push((await ask(world.url, "GET", place + guess, { from: guesser })).status);
            }
            const first = statuses.slice(0, 10).every((status) => status === 404);
            book.tried(
                `links ${place} by chance`,
                first && statuses.slice(10).every((status) => status === 429),
                `${statuses}`,
            );
            held(`links ${place} by chance`);
        }
        const renewed = await world.call(alpha.owner, "POST", `/alpha/orders/${order.id}/actions/renew-link`, {});
        assert.equal(renewed.status, 200, renewed.text);
        const from_now = new_address();
        book.tried("a link that was renewed", (await ask(world.url, "GET", page, { from: from_now })).status === 404);
        page = new URL(renewed.json.customer_url).pathname;
        assert.equal((await ask(world.url, "GET", page, { from: from_now })).status, 200);
        held("links of buyers, one sign off", "a link that was renewed");
    });

    test("tokens: a sign off, cut, doubled, in another place", async () => {
        const { token } = alpha.owner;
        const flipped = (at) => token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
        const signs = Array.from(token, (_, at) => ({ Authorization: `Bearer ${flipped(at)}` }));
        for (const headers of [
            ...signs,
            { Authorization: `Bearer ${token.slice(0, -1)}` },
            { Authorization: `Bearer ${token}A` },
            { Authorization: `Bearer ${token}, Bearer ${token}` },
            { Authorization: `Bearer "${token}"` },
            { Authorization: `Token ${token}` },
            { Authorization: token },
            { Authorization: "Bearer " },
            { Authorization: "Bearer null" },
            { Authorization: "Bearer %" },
            { Authorization: "Bearer ' OR '1'='1" },
            { Cookie: `commis=${token}` },
            { "X-Api-Key": token },
        ]) {
            const { status } = await ask(world.url, "GET", "/api/v1/shops/alpha/orders", { headers });
            book.tried("tokens, nearly right", status === 401, `${JSON.stringify(headers)}: ${status}`);
        }
        for (const query of [`?access_token=${token}`, `?token=${token}`]) {
            const { status } = await ask(world.url, "GET", `/api/v1/shops/alpha/orders${query}`);
            book.tried("tokens, nearly right", status === 401, query);
        }
        held("tokens, nearly right");
    });

    test("sessions: none that was laid there is taken over, and the old ones end", async () => {
        const { email, password } = alpha.people.clerk;
        const laid = "A".repeat(43);
        const first = await ask(world.url, "POST", "/api/v1/session", {
            body: { email, password },
            headers: { Cookie: `commis=${laid}; __Host-commis=${laid}` },
        });
        const cookie = first.headers["set-cookie"][0].split(";")[0];
        book.tried("a session laid under somebody", cookie !== `commis=${laid}`);
        const as_laid = await ask(world.url, "GET", "/api/v1/session", { headers: { Cookie: `commis=${laid}` } });
        book.tried("a session laid under somebody", as_laid.status === 401);
        const second = await sign_in(world.url, email, password);
        book.tried("a session laid under somebody", second.cookie !== cookie && second.csrf !== first.json.csrf);
        // Another's proof is none.
        const headers = { Cookie: cookie, "X-Commis-CSRF": second.csrf };
        const crossed = await ask(world.url, "PATCH", "/api/v1/session", { headers, body: { name: "x" } });
        book.tried("the proof of another session", crossed.code === "csrf", crossed.text);
        const changed = await ask(world.url, "POST", "/api/v1/session/password", {
            as: second,
            body: { current_password: password, new_password: "another password of the clerk" },
        });
        assert.equal(changed.status, 200, changed.text);
        const old = await ask(world.url, "GET", "/api/v1/session", { as: { cookie } });
        book.tried("a session from before the new password", old.status === 401, `${old.status}`);
        alpha.people.clerk = { email, password: "another password of the clerk", ...second };
        const out = await ask(world.url, "DELETE", "/api/v1/session", { as: second });
        assert.equal(out.status, 204);
        const after_it = await ask(world.url, "GET", "/api/v1/session", { as: second });
        book.tried("a session after signing out", after_it.status === 401);
        held("a session laid under somebody", "the proof of another session");
        held("a session from before the new password", "a session after signing out");
    });

    test("forged forms: no content that a form sends without asking changes anything", async () => {
        const { cookie, csrf } = alpha.people.owner;
        const forms = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""];
        const origins = [
            {},
            { Origin: "null" },
            { Origin: "https://evil.example" },
            { Referer: "https://evil.example/" },
        ];
        const places = [
            ["POST", "/shops/alpha/orders", order_body()],
            ["POST", "/shops/alpha/tokens", { name: "x", role: "owner" }],
            ["POST", "/shops/alpha/team", { email: "evil@example.org", role: "owner" }],
            ["PATCH", "/shops/alpha", { name: "Evil" }],
            ["POST", `/shops/alpha/orders/${order.id}/actions/mark-paid`, {}],
        ];
        for (const [method, path, body] of places)
            for (const type of forms)
                for (const origin of origins) {
                    const text = JSON.stringify(body);
                    const headers = { Cookie: cookie, "Content-Type": type, ...origin };
                    const answer = await ask(world.url, method, `/api/v1${path}`, { headers, body: text });
                    const with_proof = await ask(world.url, method, `/api/v1${path}`, {
                        headers: { ...headers, "X-Commis-CSRF": csrf },
                        body: text,
                    });
                    book.tried("forms without the proof", answer.code === "csrf", answer.text);
                    book.tried("forms of another type", with_proof.status === 415, `${type}: ${with_proof.text}`);
                }
        // Signing somebody in as somebody else takes JSON, too.
        const { email, password } = alpha.people.viewer;
        for (const type of forms) {
            const body = JSON.stringify({ email, password });
            const answer = await ask(world.url, "POST", "/api/v1/session", { headers: { "Content-Type": type }, body });
            book.tried("signing in by a form", answer.status === 415 && !answer.headers["set-cookie"], answer.text);
        }
        for (const headers of [{ Origin: "https://evil.example" }, { "Sec-Fetch-Site": "cross-site" }]) {
            const typed = { "Content-Type": "application/x-www-form-urlencoded", ...headers };
            const path = `${page}/ask/withdrawal`;
            const { status } = await ask(world.url, "POST", path, {
                headers: typed,
                body: "step=send",
                from: "127.8.8.8",
            });
            book.tried("a buyer's form from another site", status === 403, `${status}`);
        }
        held("a buyer's form from another site");
        for (const override of ["X-HTTP-Method-Override", "X-Method-Override"]) {
            const headers = { Cookie: cookie, [override]: "DELETE" };
            await ask(world.url, "GET", `/api/v1/shops/alpha/orders/${order.id}`, { headers });
        }
        const still = await world.call(alpha.owner, "GET", `/alpha/orders/${order.id}`);
        book.tried("methods in a header", still.json.payment_status === "pending" && !still.json.removed);
        for (const what of [
            "forms without the proof",
            "forms of another type",
            "signing in by a form",
            "methods in a header",
        ])
            held(what);
    });

    test("nobody gives away more than they have, and nobody climbs by the team's own addresses", async () => {
        const team = async () => (await world.call(alpha.owner, "GET", "/alpha/team")).json;
        const before_it = await team();
        const owner = before_it.items.find(({ role }) => role === "owner");
        for (const role of people.filter((each) => each !== "owner")) {
            const as =
                role === "clerk"
                    ? await sign_in(world.url, alpha.people.clerk.email, alpha.people.clerk.password)
                    : alpha.people[role];
            const me = before_it.items.find((each) => each.role === role);
            for (const wanted of roles) {
                const tries = [
                    ["POST", "/alpha/tokens", { name: "up", role: wanted }],
                    ["POST", "/alpha/team", { email: `${wanted}-up@example.org`, role: wanted }],
                    ["PATCH", `/alpha/team/${me.id}`, { role: wanted }],
                    ["PATCH", `/alpha/team/${owner.id}`, { role: wanted }],
                ];
                for (const [method, path, body] of tries) {
                    const { status, text } = await world.call(as, method, path, body);
                    book.tried("climbing by the team", status === 403, `${role} ${path}: ${status} ${text}`);
                }
            }
            for (const path of [`/alpha/team/${owner.id}`, `/alpha/team/${me.id}`]) {
                const { status } = await world.call(as, "DELETE", path);
                book.tried("climbing by the team", status === 403, `${role} ${path}`);
            }
        }
        for (const [path, body] of [
            ["/alpha/tokens", { name: "up", role: "admin" }],
            ["/alpha/team", { email: "up@example.org", role: "admin" }],
            ["/alpha/team", { email: "up@example.org", role: "storefront" }],
        ]) {
            const { status, text } = await world.call(alpha.people.owner, "POST", path, body);
            book.tried("owners who would rule the platform", [403, 422].includes(status), text);
        }
        const promoted = await world.call(alpha.people.owner, "PATCH", `/alpha/team/${owner.id}`, { role: "admin" });
        book.tried("owners who would rule the platform", [403, 422].includes(promoted.status), promoted.text);
        assert.deepEqual(
            (await team()).items.map(({ id, role }) => [id, role]),
            before_it.items.map(({ id, role }) => [id, role]),
        );
        held("climbing by the team", "owners who would rule the platform");
    });

    test("what may no longer be heard stops: streams end with the token and the session", async () => {
        const token = await world.token("alpha", "viewer");
        const open = async (headers) => {
            const answer = await fetch(`${world.url}/api/v1/shops/alpha/events`, { headers });
            assert.equal(answer.status, 200);
            return answer.body.getReader();
        };
        const ends = async (reader) => {
            const late = new Promise((done) => setTimeout(() => done(false), 3_000));
            const drained = (async () => {
                for (;;) if ((await reader.read()).done) return true;
            })().catch(() => true);
            return Promise.race([drained, late]);
        };
        const by_token = await open({ Authorization: `Bearer ${token.token}` });
        assert.equal((await world.call(alpha.owner, "DELETE", `/alpha/tokens/${token.id}`)).status, 204);
        book.tried("streams of a revoked token", await ends(by_token));
        const me = await sign_in(world.url, alpha.people.viewer.email, alpha.people.viewer.password);
        const by_cookie = await open({ Cookie: me.cookie });
        assert.equal((await ask(world.url, "DELETE", "/api/v1/session", { as: me })).status, 204);
        book.tried("streams of an ended session", await ends(by_cookie));
        held("streams of a revoked token", "streams of an ended session");
    });
});
