// What every kind of answer tells a browser to do with it: no script but the desk's own files, no frame, no guessing
// of types, no address to others, nothing kept of what is personal; and cookies that no script and no other site
// reaches.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ask, open_world, order_body, sign_in, skip } from "./world.mjs";

const policies = {
    // The desk and everything that has no policy of its own.
    desk: { "default-src": "'self'", "script-src": "'self'", "style-src": "'self'" },
    // Pages behind a link: no script at all.
    page: { "default-src": "'none'", "style-src": "'self'", "img-src": "'self'", "frame-ancestors": "'none'" },
    // Files that a shop laid there: they run nothing, whatever they are.
    file: { "default-src": "'none'", sandbox: "" },
};

const policy_of = (text) =>
    Object.fromEntries(
        text.split(";").map((part) => {
            const [name, ...values] = part.trim().split(/\s+/);
            return [name, values.join(" ")];
        }),
    );

for (const public_url of ["http://127.0.0.1", "https://desk.shop.example"])
    describe(`headers behind ${public_url}`, { skip }, () => {
        const is_https = public_url.startsWith("https");
        let world;
        let owner;
        let order;
        let page;
        let pay;
        let download;
        let asset;
        const api = (method, path, body) => world.call(owner, method, `/alpha${path}`, body);
        const good = async (...words) => {
            const answer = await api(...words);
            assert.ok(answer.status < 300, `${words.join(" ")}: ${answer.text}`);
            return answer.json;
        };

        before(async () => {
            world = await open_world({ env: { COMMIS_PUBLIC_URL: public_url }, members: ["owner"] });
            owner = world.shops.alpha.owner;
            const article = await good("POST", "/articles", { sku: "E-1", name: "Film", kind: "digital", price: 900 });
            const file = await ask(
                world.url,
                "POST",
                `/api/v1/shops/alpha/articles/${article.id}/files?name=film.html`,
                {
                    as: owner,
                    headers: { "Content-Type": "application/octet-stream" },
                    body: "<script>alert(1)</script>",
                },
            );
            assert.equal(file.status, 201, file.text);
            const line = { sku: "E-1", name: "Film", kind: "digital", quantity: 1, unit_price: 900 };
            order = await good("POST", "/orders", order_body({ lines: [...order_body().lines, line] }));
            await good("POST", `/orders/${order.id}/actions/mark-paid`, {});
            order = await good("GET", `/orders/${order.id}`);
            page = new URL(order.customer_url).pathname;
            const words = { subject: "x", body: "{{#downloads}}[{{name}}]({{download_url}}){{/downloads}}" };
            const { text } = await good("POST", "/templates/preview", {
                event: "downloads",
                language: "en",
                order: order.id,
                ...words,
            });
            download = /\/d\/[A-Za-z0-9._-]+/.exec(text)[0];
            const unpaid = await good("POST", "/orders", order_body({ payment: { method: "card" } }));
            await good("POST", `/orders/${unpaid.id}/actions/send-payment-link`, {});
            const { payments } = await good("GET", `/orders/${unpaid.id}`);
            pay = payments.find(({ link }) => link).link;
            asset = /\/assets\/[^"]+\.js/.exec((await ask(world.url, "GET", "/")).text)[0];
        });
        after(() => world?.close());

        // Each kind of answer: how it is got, its status, its policy, and whether a browser may keep it.
        const kinds = [
            ["JSON", () => api("GET", "/orders"), 200, "desk"],
            ["a session", () => ask(world.url, "GET", "/api/v1/session", { as: owner }), 200, "desk"],
            ["the desk", () => ask(world.url, "GET", "/orders"), 200, "desk", "no-cache"],
            ["its program", () => ask(world.url, "GET", asset), 200, "desk", "public, max-age=31536000, immutable"],
            ["a PDF", () => api("GET", `/orders/${order.id}/order-form.pdf`), 200, "desk"],
            ["a CSV", () => api("GET", "/exports/orders.csv"), 200, "desk"],
            ["the journal", () => api("GET", "/accounting/export?format=csv"), 200, "desk"],
            ["events", () => api("GET", "/events"), 200, "desk"],
            ["the contract", () => ask(world.url, "GET", "/api/v1/openapi.json", { as: owner }), 200, "desk"],
            ["figures", () => ask(world.url, "GET", "/metrics"), 200, "desk"],
            ["nothing there", () => ask(world.url, "GET", "/api/v1/nothing"), 404, "desk"],
            ["no credentials", () => ask(world.url, "GET", "/api/v1/session"), 401, "desk"],
            ["another method", () => ask(world.url, "DELETE", "/healthz"), 405, "desk"],
            ["a bad address", () => ask(world.url, "GET", "/%zz"), 400, "desk"],
            ["a bad field", () => api("POST", "/orders", {}), 422, "desk"],
            ["the buyer's page", () => ask(world.url, "GET", page), 200, "page"],
            ["a buyer's form", () => ask(world.url, "GET", `${page}/ask/withdrawal`), 200, "page"],
            ["a wrong link", () => ask(world.url, "GET", "/o/1.nothing.nothing"), 404, "page"],
            ["a payment's page", () => ask(world.url, "GET", pay), 200, "page"],
            ["on to the payment", () => ask(world.url, "POST", pay), 303, "desk"],
            ["the looks of pages", () => ask(world.url, "GET", "/pay/page.css"), 200, "desk", "max-age=3600"],
            ["a download", () => ask(world.url, "GET", download), 200, "file", "private, no-store"],
        ];

        for (const [name, get, status, policy, cache = "no-store"] of kinds)
            test(name, async () => {
                const { status: is, headers, text } = await get();
                assert.equal(is, status, text.slice(0, 300));
                const told = policy_of(headers["content-security-policy"]);
                for (const [directive, value] of Object.entries(policies[policy])) assert.equal(told[directive], value);
                assert.doesNotMatch(headers["content-security-policy"], /unsafe|\*/);
                if (policy !== "file") assert.equal(told["frame-ancestors"], "'none'");
                if (policy !== "file") assert.equal(told["base-uri"], "'none'");
                assert.equal(headers["x-content-type-options"], "nosniff");
                assert.equal(headers["referrer-policy"], "no-referrer");
                assert.match(headers["permissions-policy"], /camera=\(self\), microphone=\(\), geolocation=\(\)/);
                assert.equal(headers["cross-origin-opener-policy"], "same-origin");
                assert.equal(headers["cross-origin-resource-policy"], "same-origin");
                assert.equal(headers["cache-control"], cache);
                assert.equal(headers["strict-transport-security"], is_https ? "max-age=31536000" : undefined);
                assert.match(headers["x-request-id"], /^[0-9a-f]{16}$/);
                assert.equal(headers["access-control-allow-origin"], undefined);
                assert.equal(headers.server, undefined);
                assert.equal(headers["x-powered-by"], undefined);
                if (policy === "page") assert.equal(headers["x-robots-tag"], "noindex");
                if (policy === "file") assert.match(headers["content-disposition"], /^attachment/);
                if (headers["content-type"]?.startsWith("text/"))
                    assert.match(headers["content-type"], /charset=utf-8|event-stream/);
            });

        test("the desk's page has no script, style or handler of its own", async () => {
            for (const path of ["/", page, pay]) {
                const { text } = await ask(world.url, "GET", path);
                assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:/i, path);
            }
        });

        test("cookies: none for scripts, none for other sites, and under TLS for this host alone", async () => {
            const { email, password } = world.shops.alpha.people.owner;
            const body = { email, password };
            const { headers, json } = await ask(world.url, "POST", "/api/v1/session", { body });
            const cookies = headers["set-cookie"];
            assert.equal(cookies.length, 2);
            const [devices, ...marked] = cookies.find((text) => text.startsWith("commis_devices=")).split("; ");
            assert.match(devices, /=[\w.~-]{20,}$/);
            const for_signing_in = ["HttpOnly", "Max-Age=15552000", "Path=/api/v1/session", "SameSite=Strict"];
            assert.deepEqual(marked.sort(), is_https ? [...for_signing_in, "Secure"].sort() : for_signing_in);
            const [pair, ...flags] = cookies.find((text) => !text.startsWith("commis_devices=")).split("; ");
            const wanted = ["HttpOnly", "Max-Age=1209600", "Path=/", "SameSite=Strict"];
            assert.deepEqual(flags.sort(), is_https ? [...wanted, "Secure"].sort() : wanted);
            assert.match(pair, is_https ? /^__Host-commis=[\w-]{20,}$/ : /^commis=[\w-]{20,}$/);
            assert.ok(!JSON.stringify(json).includes(pair.split("=")[1]), "the cookie's secret stands in the answer");
            const gone = await ask(world.url, "DELETE", "/api/v1/session", { as: { cookie: pair, csrf: json.csrf } });
            assert.equal(gone.status, 204);
            assert.match(gone.headers["set-cookie"][0], /=; .*Max-Age=0/);
            assert.equal((await ask(world.url, "GET", "/api/v1/session", { as: { cookie: pair } })).status, 401);
        });

        test("nobody else's site is let in: no answer allows another origin", async () => {
            const origin = { Origin: "https://evil.example" };
            for (const [method, path] of [
                ["OPTIONS", "/api/v1/session"],
                ["GET", "/api/v1/session"],
                ["OPTIONS", "/api/v1/shops/alpha/orders"],
                ["GET", page],
            ]) {
                const { headers } = await ask(world.url, method, path, {
                    headers: { ...origin, "Access-Control-Request-Method": "POST" },
                });
                const told = Object.keys(headers).filter((name) => name.startsWith("access-control"));
                assert.deepEqual(told, [], `${method} ${path}`);
            }
        });

        if (is_https)
            test("behind a proxy that says the last step was not encrypted, cookies stay Secure", async () => {
                const { email, password } = world.shops.alpha.people.owner;
                const signed_in = await sign_in(world.url, email, password, {
                    headers: { "X-Forwarded-Proto": "http" },
                });
                assert.match(signed_in.cookie, /^__Host-/);
            });
    });
