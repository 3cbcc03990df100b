// Attacks that need a browser: scripts in everything that people type, shown at the desk and on the buyer's page, and
// a page of another site that a signed-in operator opens.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { open_browser, open_page } from "../desk/support.mjs";
import { ask, skip as no_program, open_book, open_world, order_body } from "./world.mjs";

const skip = no_program || (existsSync("/usr/bin/chromium") ? false : "/usr/bin/chromium is not there");

const scripts = [
    "<img src=x onerror=window.pwned=1>",
    '"><script>window.pwned=1</script>',
    "'><svg/onload=window.pwned=1>",
    "</script><script>window.pwned=1</script>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "javascript:window.pwned=1",
    "[x](javascript:window.pwned=1)",
    '<a href="javascript:window.pwned=1" autofocus onfocus=window.pwned=1>x</a>',
    "{{constructor.constructor('window.pwned=1')()}}",
    '" autofocus onfocus="window.pwned=1',
    "<style>*{background:url(//evil.example)}</style><b>",
    "<form action=//evil.example><button>x</button></form>",
];

describe("attacks in a browser", { skip }, () => {
    const book = open_book();
    let world;
    let browser;
    let owner;
    let order;
    const api = async (method, path, body) => {
        const answer = await world.call(owner, method, `/alpha${path}`, body);
        assert.ok(answer.status < 300, `${method} ${path}: ${answer.text}`);
        return answer.json;
    };
    const all = scripts.join(" ");

    before(async () => {
        world = await open_world({ members: ["owner"] });
        owner = world.shops.alpha.owner;
        browser = await open_browser();
        const words = all.slice(0, 190);
        await api("PATCH", "", { name: scripts[0], mail: { sender_name: scripts[0], phone: scripts[1].slice(0, 40) } });
        for (const [at, text] of scripts.entries()) {
            await api("POST", "/articles", {
                sku: `${at}${text}`.slice(0, 60),
                name: text,
                kind: "goods",
                price: 1,
                supplier: text,
                stock: 3,
            });
            await api("POST", "/views", { name: `${text}`, query: "status=unpaid", shared: true });
            await api("POST", "/tokens", { name: text.slice(0, 90), role: "viewer" });
            await api("POST", "/blocked-addresses", { email: `x${at}@example.org`, reason: text });
            const placed = await api(
                "POST",
                "/orders",
                order_body({
                    external_id: `${at}${text}`,
                    buyer: { name: text, company: text, phone: text.slice(0, 40), email: `x${at}@example.org` },
                    billing_address: {
                        name: text,
                        line1: text,
                        line2: text,
                        city: text,
                        postal_code: text.slice(0, 20),
                        country: "FR",
                    },
                    lines: [
                        { sku: text.slice(0, 60), name: text, quantity: 1, unit_price: 100 },
                        {
                            sku: "T",
                            name: text,
                            kind: "ticket",
                            quantity: 1,
                            unit_price: 100,
                            attendees: [{ name: text }],
                        },
                    ],
                    promo_code: text,
                    note: `${text} **bold** [a](javascript:window.pwned=1)`,
                }),
            );
            await api("PATCH", `/orders/${placed.id}`, { tags: [text.slice(0, 40)], assignee: text.slice(0, 90) });
            await api("POST", `/orders/${placed.id}/notes`, {
                note: `${text} [a](javascript:window.pwned=1)`,
                for_buyer: true,
            });
            await api("POST", `/orders/${placed.id}/actions/mark-paid`, { reference: text.slice(0, 90), note: text });
            order = placed;
        }
        const line = (await api("GET", `/orders/${order.id}`)).lines[0].id;
        await api("POST", `/orders/${order.id}/actions/ship`, {
            lines: [{ line, quantity: 1 }],
            tracking: { carrier: scripts[0], number: scripts[1], url: "https://track.example/x" },
            note: words,
        });
        await api("POST", `/orders/${order.id}/actions/register-request`, {
            kind: "return",
            lines: [{ line, quantity: 1 }],
            note: `${words} [a](javascript:window.pwned=1)`,
        });
        await api("POST", `/orders/${order.id}/actions/invoice`, {});
        await api("POST", `/orders/${order.id}/actions/send-mail`, { subject: words, body: all });
        await api("PUT", "/templates/order_placed/en", { subject: scripts[0], body: all.replaceAll("{{", "") });
        await api("POST", "/team", { email: "x@example.org", name: scripts[0], role: "viewer" });
        await ask(
            world.url,
            "POST",
            `/api/v1/shops/alpha/imports?format=commis&name=${encodeURIComponent(scripts[0])}`,
            { as: owner, headers: { "Content-Type": "text/csv" }, body: `${scripts[0]}\n1\n` },
        );
    });
    after(async () => {
        await browser?.close();
        await world?.close();
        book.print();
    });

    /** Opens an address and says what went wrong: a script that ran, a dialog, a question to another site. */
    async function look_at(page, address, ready, settle = () => page.waitForLoadState("networkidle")) {
        const wrong = [];
        const on_dialog = (dialog) => {
            wrong.push(`a dialog: ${dialog.message()}`);
            dialog.dismiss();
        };
        const on_request = (request) => {
            if (/^https?:/.test(request.url()) && !request.url().startsWith(world.url))
                wrong.push(`asked for ${request.url()}`);
        };
        page.on("dialog", on_dialog);
        page.on("request", on_request);
        await page.goto(world.url + address);
        await page.locator(ready).first().waitFor();
        await settle();
        const found = await page.evaluate(() => ({
            pwned: window.pwned,
            handlers: document.querySelectorAll("[onerror],[onload],[onfocus],[onclick]").length,
            links: [...document.querySelectorAll("a[href],form[action]")]
                .map((each) => new URL(each.getAttribute("href") ?? each.getAttribute("action"), location))
                .filter(({ protocol, origin }) => protocol.startsWith("http") && origin !== location.origin)
                .concat([...document.links].filter(({ protocol }) => /^(javascript|data|vbscript):/.test(protocol)))
                .map(String)
                // Where a parcel is followed, and the buyer's page at the address that the program has for people.
                .filter((each) => each !== "https://track.example/x" && !/^http:\/\/127\.0\.0\.1:0\/o\//.test(each)),
            scripts: [...document.querySelectorAll("script:not([src])")].filter(
                ({ type }) => type === "" || /javascript|module/.test(type),
            ).length,
            styles: [...document.querySelectorAll("style")].filter((each) => each.textContent.includes("evil.example"))
                .length,
        }));
        if (found.pwned !== undefined) wrong.push("a script ran");
        if (found.handlers > 0) wrong.push(`${found.handlers} handlers`);
        if (found.links.length > 0) wrong.push(`links ${found.links}`);
        if (found.scripts > 0) wrong.push(`${found.scripts} scripts in the page`);
        if (found.styles > 0) wrong.push("a style in the page");
        page.off("dialog", on_dialog);
        page.off("request", on_request);
        return wrong;
    }

    async function signed_in() {
        const opened = await open_page(browser);
        const { email, password } = world.shops.alpha.people.owner;
        await opened.page.goto(world.url);
        await opened.page.locator("input[name=email]").fill(email);
        await opened.page.locator("input[name=password]").fill(password);
        await opened.page.locator("button[type=submit]").click();
        await opened.page.locator("table tbody a[data-row]").first().waitFor();
        return opened;
    }

    test("at the desk every word is a word", async () => {
        const { page, context } = await signed_in();
        const shop = "/shops/alpha";
        const [customer] = (await api("GET", "/customers?limit=1")).items;
        const screens = [
            "/orders",
            `${shop}/orders`,
            `${shop}/orders/${order.id}`,
            `${shop}/customers`,
            `${shop}/customers/${customer.id}`,
            `${shop}/articles`,
            `${shop}/pick-list`,
            `${shop}/statistics`,
            `${shop}/mails`,
            `${shop}/documents`,
            `${shop}/unpaid`,
            `${shop}/imports`,
            `${shop}/jobs`,
            `${shop}/bank`,
            `${shop}/settings`,
            `${shop}/settings/team`,
            `${shop}/settings/tokens`,
            `${shop}/settings/templates`,
            `${shop}/settings/blocked`,
            `${shop}/settings/states`,
            `/orders?q=${encodeURIComponent(scripts[0])}`,
            `${shop}/orders?tag=${encodeURIComponent(scripts[1])}`,
            `${shop}/customers?q=${encodeURIComponent(scripts[2])}`,
        ];
        for (const address of screens) {
            const wrong = await look_at(page, address, "main, #app, body > div");
            book.tried("scripts at the desk", wrong.length === 0, `${address}: ${wrong}`);
        }
        const shown = await page.goto(`${world.url}${shop}/orders/${order.id}`);
        assert.equal(shown.status(), 200);
        await page.getByText("<form action=//evil.example>").first().waitFor();
        await context.close();
        book.held("scripts at the desk");
    });

    test("on the buyer's page and its forms every word is a word", async () => {
        const { items } = await api("GET", "/orders?limit=200");
        const { page, context } = await open_page(browser);
        for (const { id } of items) {
            const start = new URL((await api("GET", `/orders/${id}`)).customer_url).pathname;
            for (const rest of [
                "",
                "/ask/withdrawal",
                "/ask/cancellation",
                `?lang=${encodeURIComponent(scripts[1])}`,
            ]) {
                const wrong = await look_at(page, start + rest, "h1", () => page.waitForLoadState("load"));
                book.tried("scripts on the buyer's page", wrong.length === 0, `${rest}: ${wrong}`);
            }
        }
        await context.close();
        book.held("scripts on the buyer's page");
    });

    test("a page of another site sends nothing in the name of an operator, and shows nothing of the desk", async () => {
        const before_it = (await api("GET", "/orders?count=true")).total;
        const body = JSON.stringify(order_body());
        const target = `${world.url}/api/v1/shops/alpha/orders`;
        const attack = `<!doctype html><title>evil</title><body>
            <iframe id="desk" src="${world.url}/orders"></iframe>
            <form id="form" method="post" enctype="text/plain" target="sink" action="${target}">
            <input name='${body.slice(0, -1)},"x":"' value='"}'></form>
            <iframe name="sink"></iframe><img src="${world.url}/favicon.svg" onload="document.title+=' read'">
            <script>
                document.getElementById("form").submit();
                const refused = () => "refused";
                const types = ["text/plain", "application/x-www-form-urlencoded", "application/json"];
                const tries = types.map((type) => {
                    const mode = type === "application/json" ? "cors" : "no-cors";
                    const headers = { "Content-Type": type };
                    const asked = { method: "POST", mode, credentials: "include", headers };
                    const sent = fetch("${target}", { ...asked, body: ${JSON.stringify(body)} });
                    return sent.then(({ type }) => type, refused);
                });
                const session = fetch("${world.url}/api/v1/session", { credentials: "include" });
                tries.push(session.then((answer) => answer.text(), refused));
                Promise.all(tries).then((said) => { window.said = said; });
            </script></body>`;
        const server = createServer((_, response) => {
            response.writeHead(200, { "Content-Type": "text/html" });
            response.end(attack);
        });
        await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
        const { page, context } = await signed_in();
        // "localhost" is another site than "127.0.0.1".
        await page.goto(`http://localhost:${server.address().port}/`);
        await page.waitForFunction(() => window.said !== undefined);
        await page.waitForLoadState("networkidle");
        const said = await page.evaluate(() => window.said);
        book.tried(
            "questions of another site",
            said.every((each) => ["opaque", "refused"].includes(each)),
            `${said}`,
        );
        const frame = page
            .frames()
            .find((each) => each.parentFrame() && !/about:blank/.test(each.url()) && each.name() !== "sink");
        const is_blocked =
            !frame || frame.url().startsWith("chrome-error:") || !(await frame.content()).includes("Commis");
        book.tried("the desk in a frame of another site", is_blocked, frame?.url());
        const title = await page.title();
        book.tried("pictures of the desk on another site", !title.includes("read"), title);
        const after_it = (await api("GET", "/orders?count=true")).total;
        book.tried("questions of another site", after_it === before_it, `${before_it} orders became ${after_it}`);
        await context.close();
        server.close();
        book.held(
            "questions of another site",
            "the desk in a frame of another site",
            "pictures of the desk on another site",
        );
    });

    test("a session's secrets are out of a script's reach", async () => {
        const { page, context } = await signed_in();
        const seen = await page.evaluate(() => ({
            cookies: document.cookie,
            kept: JSON.stringify({ ...localStorage, ...sessionStorage }),
        }));
        const [cookie] = await context.cookies();
        book.tried(
            "the session's cookie",
            seen.cookies === "" && cookie.httpOnly && cookie.sameSite === "Strict",
            seen.cookies,
        );
        book.tried("the session's cookie", !seen.kept.includes(cookie.value), "it is in the storage");
        await context.close();
        book.held("the session's cookie");
    });
});
