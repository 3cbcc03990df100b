// Attacks by what is typed and sent: strings that a database, a shell, a spreadsheet, a mail, a template or a browser
// would read as more than words.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { start_sink } from "../desk/smtp_sink.mjs";
import { contract, follow } from "../support/replay.mjs";
import { ask, open_book, open_world, order_body, skip } from "./world.mjs";

const shared = process.env.COMMIS_SHARED_DATA ?? "";
const bad_input = join(shared, "bad-input");
const has_shared = shared !== "" && existsSync(bad_input);

const injections = [
    "' OR '1'='1",
    "'; DROP TABLE orders; --",
    "1); DELETE FROM orders; --",
    '" OR ""="',
    "1 OR 1=1",
    "' UNION SELECT secret FROM tokens --",
    "1; SELECT pg_sleep(9); --",
    "$1",
    "?1",
    "\\'",
    "\\",
    "%",
    "_",
    "*",
    '"',
    "(",
    "AND",
    "NEAR(a b)",
    "a* OR b",
    "col:x",
    "^x",
    "{{7*7}}",
    `${"$"}{7*7}`,
    "$(id)",
    "`id`",
    "| id",
    "../../etc/passwd",
    "\u202Egnp.exe",
    "ﷺ".repeat(50),
    "a".repeat(2_000),
    "%".repeat(1_000),
    "\u0000",
    "-1",
    "9223372036854775808",
    "1e999",
    "NaN",
    "null",
    "[]",
];

describe("attacks by input", { skip }, () => {
    const book = open_book();
    const { held } = book;
    let world;
    let owner;
    let sink;
    const api = (method, path, body) => world.call(owner, method, `/alpha${path}`, body);
    const place = async (more) => {
        const { status, json, text } = await api("POST", "/orders", order_body(more));
        assert.equal(status, 201, text);
        return json;
    };
    const lives = async () => assert.equal((await ask(world.url, "GET", "/readyz")).status, 200);

    before(async () => {
        sink = await start_sink();
        world = await open_world({ env: { COMMIS_SMTP_URL: sink.url } });
        owner = world.shops.alpha.owner;
        const mail = { sender_name: "Alpha", sender_address: "shop@alpha.example", operators: ["staff@alpha.example"] };
        const set = await api("PATCH", "", { mail });
        assert.equal(set.status, 200, set.text);
    });
    after(async () => {
        await world?.close();
        sink?.stop();
        book.print();
    });

    test("every parameter of every list takes every string as a word, or refuses it", async () => {
        await place({});
        let parameters = 0;
        for (const [path, methods] of Object.entries(contract.paths)) {
            const wanted = [...(methods.parameters ?? []), ...(methods.get?.parameters ?? [])].map(follow);
            if (!methods.get || !path.startsWith("/api/") || /openapi|events|\/join\//.test(path)) continue;
            const address = path.replace("{shop}", "alpha").replaceAll(/\{\w+\}/g, "none");
            for (const { name, in: place_of } of wanted.filter((each) => each.name !== "shop" || each.in === "query")) {
                parameters += 1;
                // The first ten with every parameter, the others in turn.
                const turn = injections.slice(10).filter((_, at) => at % 3 === parameters % 3);
                for (const text of [...injections.slice(0, 10), ...turn]) {
                    const value = encodeURIComponent(text.toWellFormed?.() ?? text);
                    const target =
                        place_of === "query"
                            ? `${address}?${name}=${value}`
                            : path
                                  .replace("{shop}", "alpha")
                                  .replace(`{${name}}`, value || "none")
                                  .replaceAll(/\{\w+\}/g, "none");
                    if (place_of === "header") continue;
                    const answer = await ask(world.url, "GET", target, { as: owner });
                    const is_fine = answer.status < 500 && answer.status !== 401;
                    book.tried(
                        "strings in parameters",
                        is_fine,
                        `${target}: ${answer.status} ${answer.text.slice(0, 200)}`,
                    );
                }
            }
        }
        assert.ok(parameters > 150, `${parameters} parameters`);
        // A condition that holds for everything would find everything.
        for (const text of ["' OR '1'='1", '" OR ""="', "%", "_", "*", "1 OR 1=1", "a* OR b"])
            for (const name of ["q", "promo_code", "sku", "channel", "customer", "tag", "item", "assignee"]) {
                const { status, json } = await api("GET", `/orders?${name}=${encodeURIComponent(text)}`);
                book.tried(
                    "conditions that hold for everything",
                    status === 422 || json.items.length === 0,
                    `${name}=${text}`,
                );
            }
        held("strings in parameters", "conditions that hold for everything");
        await lives();
    });

    test("every string in every text of an order is stored and found as it was sent, or refused by name", async () => {
        const naughty = has_shared ? JSON.parse(readFileSync(join(bad_input, "blns.json"), "utf8")) : [];
        const texts = [...injections, ...naughty].filter((text) => text !== "");
        const words = (text) => text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
        for (const text of texts) {
            const body = order_body({
                buyer: { name: text, company: text, phone: text, email: "zoe@example.org" },
                billing_address: { line1: text, city: text, postal_code: text, country: "FR" },
                lines: [{ sku: text.slice(0, 50), name: text, quantity: 1, unit_price: 1 }],
                promo_code: text,
                note: text,
            });
            const { status, json, text: said } = await api("POST", "/orders", body);
            if (status === 201) {
                const read = (await api("GET", `/orders/${json.id}`)).json;
                const same = words(read.buyer.name) === words(text) && words(read.lines[0].name) === words(text);
                book.tried("strings in orders", same, `${text} became ${read.buyer.name}`);
            } else {
                const is_named =
                    [400, 422].includes(status) &&
                    (status === 400 || json.errors.every(({ field }) => field.startsWith("/")));
                book.tried("strings in orders", is_named, `${text}: ${status} ${said}`);
            }
            if (naughty.indexOf(text) % 4 > 0) continue;
            const found = await api("GET", `/orders?q=${encodeURIComponent(text.toWellFormed?.() ?? text)}`);
            book.tried("strings in the search", found.status < 500, `${text}: ${found.status}`);
        }
        held("strings in orders", "strings in the search");
        for (const path of [
            "/orders?limit=200",
            "/customers?limit=200",
            "/statistics",
            "/pick-list",
            "/stock",
            "/mails",
        ])
            assert.equal((await api("GET", path)).status, 200, path);
    });

    test("no cell of a table is a formula", async () => {
        const formulas = [
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(1)",
            "\t=1",
            "|calc",
            "=cmd|' /C calc'!A0",
            "＝1+1",
            "'=1",
            '=HYPERLINK("https://evil.example")',
        ];
        for (const text of formulas)
            await place({
                buyer: { name: text, company: text, email: "zoe@example.org" },
                note: text,
                promo_code: text,
                lines: [{ name: text, quantity: 1, unit_price: 100 }],
            });
        const tables = {
            orders: (await api("GET", "/exports/orders.csv")).text,
            journal: (await api("GET", "/accounting/export?format=csv")).text,
            datev: (await api("GET", "/accounting/export?format=datev")).text,
        };
        for (const [name, text] of Object.entries(tables))
            for (const cell of cells_of(text)) {
                const is_number = /^[-+]?\d+([.,]\d+)*$/.test(cell);
                book.tried("formulas in tables", is_number || !/^[=+\-@|\t\r＝＋－＠]/.test(cell), `${name}: ${cell}`);
            }
        assert.ok(tables.orders.includes("'=1+1"));
        held("formulas in tables");
    });

    /** The cells of a CSV, quoted ones without their quotes. */
    function cells_of(text) {
        const cells = [];
        for (const match of text.matchAll(/(?:^|[,;\n])(?:"((?:[^"]|"")*)"|([^",;\n]*))/g))
            cells.push(match[1] ?? match[2]);
        return cells.map((cell) => cell.replaceAll('""', '"'));
    }

    test("no name, address or subject adds a header, a recipient or a line to a mail", async () => {
        const breaks = [
            "\r\nBcc: evil@evil.example",
            "\nBcc: evil@evil.example",
            "\rBcc: evil@evil.example",
            "%0d%0aBcc: evil@evil.example",
            "\u2028Bcc: evil@evil.example",
            "\u0085Bcc: evil@evil.example",
            "\r\n.\r\nMAIL FROM:<evil@evil.example>\r\n",
            '"<evil@evil.example>,',
            "=?utf-8?q?=0ABcc:_evil@evil.example?=",
        ];
        const addresses = breaks
            .map((text) => `zoe${text}@example.org`)
            .concat([
                "zoe@example.org, evil@evil.example",
                "zoe@example.org evil@evil.example",
                "<evil@evil.example>",
                "zoe@example.org>\r\nRCPT TO:<evil@evil.example",
            ]);
        for (const text of breaks) {
            const { status, json } = await api(
                "POST",
                "/orders",
                order_body({
                    buyer: { name: `Zoé${text}`, email: "zoe@example.org" },
                    lines: [{ name: `Mug${text}`, quantity: 1, unit_price: 100 }],
                }),
            );
            if (status !== 201) continue;
            await api("POST", `/orders/${json.id}/actions/send-mail`, {
                subject: `Hello${text}`,
                body: `Hello${text}`,
            });
        }
        for (const email of addresses) {
            const { status } = await api("POST", "/orders", order_body({ buyer: { name: "Zoé", email } }));
            book.tried("addresses that are two", status === 422, `${JSON.stringify(email)}: ${status}`);
        }
        const shop = await api("PATCH", "", { mail: { sender_name: "Alpha\r\nBcc: evil@evil.example" } });
        assert.ok([200, 422].includes(shop.status), shop.text);
        await place({ buyer: { name: "Zoé", email: "zoe@example.org" } });
        for (let tries = 0; tries < 100 && sink.messages.length < 12; ++tries)
            await new Promise((done) => setTimeout(done, 100));
        assert.ok(sink.messages.length >= 12, `${sink.messages.length} mails left`);
        for (const { to, from, text } of sink.messages) {
            const head = text.slice(0, text.indexOf("\r\n\r\n"));
            const is_own = [...to, from].every((address) =>
                /^(zoe@example\.org|[\w.+-]+@alpha\.example)$/.test(address),
            );
            book.tried(
                "mails",
                is_own && !/^bcc:/im.test(head) && !/^.*\n(?![\w-]+:|[ \t])/m.test(head.replaceAll("\r", "")),
                head,
            );
        }
        held("addresses that are two", "mails");
    });

    test("a shop's own templates reach nothing but the order's words, and end", async () => {
        const { id } = await place({ buyer: { name: "<img src=x onerror=alert(1)>", email: "zoe@example.org" } });
        const preview = (subject, body) =>
            api("POST", "/templates/preview", { event: "order_placed", language: "en", order: id, subject, body });
        const bodies = [
            "{{7*7}}",
            "{{constructor}}",
            "{{__proto__}}",
            "{{../number}}",
            "{{#number}}",
            "{{/number}}",
            "{{{number}}}",
            "{{&number}}",
            "{{>order.html}}",
            "{{> ../../etc/passwd}}",
            "{{=<% %>=}}<% number %>",
            "{{".repeat(5_000),
            "{{#a}}".repeat(5_000),
            `${"{{#lines}}".repeat(200)}x${"{{/lines}}".repeat(200)}`,
            "[x](javascript:alert(1))",
            "[x](data:text/html,<script>alert(1)</script>)",
            "<script>alert(1)</script>",
            "![x](https://evil.example/x.png)",
            "*".repeat(20_000),
            "[".repeat(20_000),
            "> ".repeat(5_000),
            "{{buyer_name}}",
        ];
        for (const body of bodies) {
            const { status, json, text } = await preview("x", body);
            const html = json?.html ?? "";
            const is_tame = !/<script|<img[^>]*onerror|href="(javascript|data):/i.test(html) && !text.includes("root:");
            book.tried(
                "templates",
                [200, 422].includes(status) && is_tame,
                `${body.slice(0, 60)}: ${status} ${html.slice(0, 200)}`,
            );
        }
        held("templates");
        await lives();
    });

    test("searches that make a matcher think are answered while others are served", async () => {
        for (let at = 0; at < 300; ++at)
            await place({ buyer: { name: "a".repeat(90), email: `a${at}@example.org` }, note: "ab".repeat(400) });
        const searches = [
            "a".repeat(3_000),
            `${"a".repeat(100)}!`,
            "%".repeat(2_000),
            "_%".repeat(1_000),
            `${"a%".repeat(1_000)}b`,
            "a ".repeat(2_000),
            Array.from({ length: 700 }, (_, at) => `w${at}`).join(" "),
            '"'.repeat(1_000),
            "(".repeat(1_000),
            "a*".repeat(1_000),
            "é".repeat(500),
        ];
        for (const text of searches)
            for (const path of [
                "/orders?q=",
                "/orders?item=",
                "/customers?q=",
                "/articles?q=",
                "/stock?q=",
                "/orders?count=true&q=",
            ]) {
                const gave_up = new Promise((done) => setTimeout(() => done({ status: 0 }), 20_000).unref());
                const { status } = await Promise.race([api("GET", path + encodeURIComponent(text)), gave_up]);
                book.tried("searches", status > 0 && status < 500, `${path}${text.slice(0, 30)}: ${status}`);
            }
        const filters = Array.from({ length: 900 }, (_, at) => `tag=t${at}`).join("&");
        const many = await api("GET", `/orders?${filters}`);
        book.tried("searches", many.status < 500, `900 filters: ${many.status} ${many.text.slice(0, 200)}`);
        held("searches");
    });
});
