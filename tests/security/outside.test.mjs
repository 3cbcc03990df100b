// Attacks by way of others: addresses that the program would be made to ask, links that lead elsewhere, a Host of the
// attacker's choice in links that go to people.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { ask, open_book, open_world, order_body, skip } from "./world.mjs";

/** A server of this machine that nobody should ask; it keeps what it was asked, and may send elsewhere. */
async function start_trap(answer = (response) => response.end("secret of the inside")) {
    const asked = [];
    const server = createServer((request, response) => {
        asked.push(`${request.method} ${request.url}`);
        answer(response);
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    return { port: server.address().port, asked, stop: () => server.close() };
}

describe("attacks by way of others", { skip }, () => {
    const book = open_book();
    const { held } = book;
    after(() => book.print());

    describe("addresses inside", () => {
        let trap;
        let world;
        let owner;
        before(async () => {
            trap = await start_trap();
            world = await open_world();
            owner = world.shops.alpha.owner;
        });
        after(async () => {
            await world?.close();
            trap?.stop();
        });

        test("webhooks reach no address of this machine or its network, however it is written", async () => {
            const { port } = trap;
            const hosts = [
                "127.0.0.1",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "[::1]",
                "[::]",
                "0.0.0.0",
                "0",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "0177.0.0.1",
                "017700000001",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "169.254.169.254",
                "[fe80::1]",
                "[fd00::1]",
                "10.0.0.1",
                "192.168.0.1",
                "172.16.0.1",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "evil.example@127.0.0.1",
                "127.0.0.1#@evil.example",
                "127.0.0.1\\@evil.example",
                "127。0。0。1",
                "①②⑦.⓪.⓪.①",
            ];
            const urls = hosts.flatMap((host) => [`http://${host}:${port}/x`, `https://${host}:${port}/x`]);
            urls.push(
                `file:///etc/passwd`,
                `gopher://127.0.0.1:${port}/x`,
                `dict://127.0.0.1:${port}/x`,
                `ftp://127.0.0.1:${port}/x`,
                `//127.0.0.1:${port}/x`,
                `ht\ntp://127.0.0.1:${port}`,
                `https://127.0.0.1:${port}\r\nX: y/`,
                "javascript:alert(1)",
                "https://",
                "https:///x",
                `https://[::1:${port}/`,
                `HTTPS://127.0.0.1:${port}/`,
            );
            for (const url of urls) {
                const made = await world.call(owner, "POST", "/alpha/webhooks", { url, on: true });
                let is_shut = made.status === 422;
                if (made.status === 201) {
                    const tried = await world.call(owner, "POST", `/alpha/webhooks/${made.json.id}/test`);
                    is_shut = !/secret of the inside/.test(tried.text) && tried.json?.delivered !== true;
                    await world.call(owner, "DELETE", `/alpha/webhooks/${made.json.id}`);
                }
                book.tried(
                    "webhooks to the inside",
                    is_shut && trap.asked.length === 0,
                    `${url}: ${made.status} ${trap.asked}`,
                );
            }
            held("webhooks to the inside");
        });

        test("addresses that people follow are https or nothing", async () => {
            const bad = [
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "\tjavascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "//evil.example",
                "https://",
                "https:evil",
                "https://x y",
                'https://x"onload="alert(1)',
                "https://x<script>",
                "blob:https://x",
                "https://x\r\ny",
            ];
            const order = (await world.call(owner, "POST", "/alpha/orders", order_body())).json;
            await world.call(owner, "POST", `/alpha/orders/${order.id}/actions/mark-paid`, {});
            for (const url of bad) {
                for (const mail of [{ logo_url: url }, { website: url }]) {
                    const { status, text } = await world.call(owner, "PATCH", "/alpha", { mail });
                    book.tried(
                        "addresses to follow",
                        status === 422,
                        `${JSON.stringify(mail)}: ${status} ${text.slice(0, 200)}`,
                    );
                }
                const tracking = { carrier: "X", number: "1", url };
                const body = { tracking, dry_run: true };
                const shipped = await world.call(owner, "POST", `/alpha/orders/${order.id}/actions/ship`, body);
                book.tried(
                    "addresses to follow",
                    shipped.status === 422,
                    `${url}: ${shipped.status} ${shipped.text.slice(0, 200)}`,
                );
                const csv = `order,carrier,number,url\n${order.number},X,1,"${url.replaceAll('"', '""')}"\n`;
                const taken = await ask(world.url, "POST", "/api/v1/shops/alpha/tracking-codes", {
                    as: owner,
                    headers: { "Content-Type": "text/csv" },
                    body: csv,
                });
                const now = (await world.call(owner, "GET", `/alpha/orders/${order.id}`)).json;
                const shown = now.shipments.map(({ tracking: each }) => each?.url ?? "");
                book.tried("addresses to follow", !shown.includes(url), `${url}: ${taken.text.slice(0, 200)}`);
            }
            held("addresses to follow");
            assert.deepEqual(trap.asked, [], "a logo or a page was fetched");
        });

        test("what a shop is allowed to reach sends nobody on to what it is not", async () => {
            const inner = await start_trap();
            const outer = await start_trap((response) => {
                response.writeHead(302, { Location: `http://127.0.0.1:${inner.port}/inner` });
                response.end();
            });
            const open = await open_world({ words: ["--webhook-ranges", "127.0.0.0/8", "--webhook-http"] });
            const by = open.shops.alpha.owner;
            const made = await open.call(by, "POST", "/alpha/webhooks", {
                url: `http://127.0.0.1:${outer.port}/`,
                on: true,
            });
            assert.equal(made.status, 201, made.text);
            await open.call(by, "POST", `/alpha/webhooks/${made.json.id}/test`);
            book.tried(
                "redirects of receivers",
                outer.asked.length === 1 && inner.asked.length === 0,
                `${outer.asked} ${inner.asked}`,
            );
            await open.close();
            outer.stop();
            inner.stop();
            held("redirects of receivers");
        });
    });

    describe("links", () => {
        let world;
        let owner;
        before(async () => {
            world = await open_world({ env: { COMMIS_PUBLIC_URL: "http://desk.shop.example" } });
            owner = world.shops.alpha.owner;
        });
        after(() => world?.close());

        test("no address leads to another site", async () => {
            const order = (await world.call(owner, "POST", "/alpha/orders", order_body())).json;
            const page = new URL(order.customer_url).pathname;
            const tricks = [
                "//evil.example",
                "//evil.example/%2e%2e",
                "/\\evil.example",
                "/%5cevil.example",
                "/%2f%2fevil.example",
                "/%09/evil.example",
                "/https://evil.example",
                "/.evil.example",
                "//evil.example//",
                "///evil.example",
                "/?next=https://evil.example",
                "/sign-in?next=//evil.example",
                "/?return_to=https://evil.example",
                `${page}?lang=//evil.example`,
                `${page}/?back=https://evil.example`,
                `${page}/ask/withdrawal?next=https://evil.example`,
                "/pay/x?back=https://evil.example",
                "/%0d%0aLocation:%20https://evil.example",
            ];
            for (const target of tricks)
                for (const method of ["GET", "POST"]) {
                    const { status, headers } = await ask(world.url, method, target);
                    const place = headers.location ?? "";
                    const stays = place === "" || (place.startsWith("/") && !/^\/[/\\]/.test(place));
                    book.tried(
                        "ways to another site",
                        stays && headers["set-cookie"] === undefined,
                        `${method} ${target}: ${status} ${place}`,
                    );
                }
            held("ways to another site");
        });

        test("links are built from public_url, whatever Host and proxies say", async () => {
            const evil = {
                Host: "evil.example",
                "X-Forwarded-Host": "evil.example",
                "X-Forwarded-Server": "evil.example",
                Forwarded: "host=evil.example;proto=https",
                "X-Original-URL": "/evil.example",
                "X-Rewrite-URL": "/evil.example",
                Origin: "https://evil.example",
                Referer: "https://evil.example/",
            };
            const as = owner;
            const send = (method, path, body) =>
                ask(world.url, method, `/api/v1/shops/alpha${path}`, { as, headers: evil, body });
            const placed = await send("POST", "/orders", order_body());
            assert.equal(placed.status, 201, placed.text);
            assert.match(placed.json.customer_url, /^http:\/\/desk\.shop\.example\/o\//);
            const words = {
                event: "order_placed",
                language: "en",
                subject: "x",
                body: "[x]({{page_url}}) [y]({{order_url}})",
            };
            const answers = [
                placed,
                await send("GET", `/orders/${placed.json.id}`),
                await send("POST", "/team", { email: "new@example.org", role: "viewer" }),
                await send("GET", "/payment-services"),
                await send("POST", "/templates/preview", { ...words, order: placed.json.id }),
                await send("POST", `/orders/${placed.json.id}/actions/renew-link`, {}),
                await ask(world.url, "GET", "/", { headers: evil }),
                await ask(world.url, "GET", new URL(placed.json.customer_url).pathname, { headers: evil }),
                await ask(world.url, "GET", "/api/v1/nothing", { headers: evil }),
            ];
            const mails = (await send("GET", `/mails?order=${placed.json.id}`)).json.items;
            for (const { id } of mails) answers.push(await send("GET", `/mails/${id}/message`));
            assert.ok(mails.length > 0);
            for (const { text, headers } of answers) {
                const is_free = !/evil\.example/.test(`${text} ${JSON.stringify(headers)}`);
                book.tried("a Host of the attacker's", is_free, `${text.slice(0, 300)}`);
            }
            held("a Host of the attacker's");
        });

        test("nobody believes a client that says where it comes from", async () => {
            // Without https in front there is no proxy to be believed: ten guesses are ten, whatever they say.
            const statuses = [];
            for (let at = 0; at < 14; ++at) {
                const headers = {
                    "X-Forwarded-For": `203.0.113.${at}`,
                    "X-Real-IP": `203.0.113.${at}`,
                    Forwarded: `for=203.0.113.${at}`,
                };
                const body = { email: "x@example.org", password: "not a password" };
                statuses.push(
                    (await ask(world.url, "POST", "/api/v1/session", { headers, body, from: "127.9.9.9" })).status,
                );
            }
            book.tried(
                "addresses that are only said",
                statuses.slice(10).every((status) => status === 429),
                `${statuses}`,
            );
            held("addresses that are only said");
        });
    });
});
