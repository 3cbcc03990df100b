// Attacks by what is typed and sent: strings that a database, a shell, a spreadsheet, a mail, a template or a browser
// would read as more than words; files that are larger inside than outside; paths that lead out of their folder.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { crc32, deflateSync, gzipSync } from "node:zlib";
import { start_sink } from "../desk/smtp_sink.mjs";
import { contract } from "../support/replay.mjs";
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
    let world;
    let owner;
    let sink;
    const api = (method, path, body) => world.call(owner, method, `/alpha${path}`, body);
    const send = (method, path, type, body) =>
        ask(world.url, method, `/api/v1/shops/alpha${path}`, { as: owner, headers: { "Content-Type": type }, body });
    const held = (...names) => {
        for (const what of names) assert.deepEqual(book.broken(what).slice(0, 5), [], what);
    };
    const place = async (more) => {
        const { status, json, text } = await api("POST", "/orders", order_body(more));
        assert.equal(status, 201, text);
        return json;
    };
    /** The memory that the program holds, in MB. */
    const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${world.pid}/status`, "utf8"))[1]) / 1024;
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
        const follow = (node) =>
            node.$ref
                ? node.$ref
                      .split("/")
                      .slice(1)
                      .reduce((at, key) => at[key], contract)
                : node;
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

    test("no path leads out of its folder", async () => {
        const ups = [
            "../",
            "..%2f",
            "%2e%2e/",
            "%2e%2e%2f",
            "..\\",
            "..%5c",
            "....//",
            "..;/",
            "%252e%252e%252f",
            "..%c0%af",
        ];
        const places = [
            "/",
            "/assets/",
            "/help/",
            "/api/v1/",
            "/o/",
            "/d/",
            "/pay/",
            "/api/v1/shops/alpha/documents/",
            "/api/v1/shops/alpha/jobs/",
        ];
        for (const start of places)
            for (const up of ups)
                for (const target of ["etc/passwd", "etc/passwd%00.css", "commis.db"]) {
                    const { status, text } = await ask(world.url, "GET", start + up.repeat(8) + target, { as: owner });
                    const is_own = !/root:.*:0:0|SQLite format/.test(text);
                    book.tried("paths", status < 500 && is_own, `${start}${up}${target}: ${status}`);
                }
        for (const query of [
            "/documents/batch.pdf?job=../../../../etc/passwd",
            "/documents/logo.png?x=../../etc/passwd",
        ]) {
            const { status } = await api("GET", query);
            book.tried("paths", status === 404, `${query}: ${status}`);
        }
        const article = (await api("POST", "/articles", { sku: "P-1", name: "Film", kind: "digital", price: 1 })).json;
        const above = readdirSync(join(world.data, "..")).sort();
        const tree = () => readdirSync(world.data, { recursive: true }).filter((name) => /evil|passwd|\.\./.test(name));
        for (const name of [
            "../../evil",
            "/etc/evil",
            "..\\evil",
            "evil\0.txt",
            "evil\r\nSet-Cookie: x=1",
            'evil".html',
            "..",
            ".",
            "",
            "a".repeat(5_000),
            "evil/../../x",
            "\u202Egpj.exe",
        ]) {
            const path = `/articles/${article.id}/files?name=${encodeURIComponent(name)}`;
            const { status, headers } = await send("POST", path, "application/octet-stream", `content of ${name}`);
            book.tried("names of files", status < 500 && !headers["set-cookie"], `${JSON.stringify(name)}: ${status}`);
        }
        book.tried("names of files", tree().length === 0, `${tree()}`);
        const new_above = readdirSync(join(world.data, "..")).filter(
            (name) => !above.includes(name) && /evil/.test(name),
        );
        book.tried("names of files", new_above.length === 0, `${new_above}`);
        held("paths", "names of files");
    });

    test("bodies that are larger inside, deeper or stranger than they look are refused in flat memory", async () => {
        const was = memory();
        const deep = 400_000;
        const order_with = (text) => JSON.stringify(order_body({ note: "NOTE" })).replace('"NOTE"', text);
        const bodies = {
            "deep arrays": "[".repeat(deep),
            "deep objects": '{"a":'.repeat(deep / 4),
            "deep and closed": "[".repeat(deep) + "]".repeat(deep),
            "a deep note": order_with("[".repeat(deep) + "]".repeat(deep)),
            "a number beyond all": order_with("1e999999999"),
            "a number of many digits": order_with("9".repeat(500_000)),
            "many members": `{${Array.from({ length: 60_000 }, (_, at) => `"a${at}":1`).join(",")}}`,
            "one member twice": '{"currency":"EUR","currency":"USD"}',
            "many equal members": `{${'"currency":"EUR",'.repeat(50_000)}"currency":"EUR"}`,
            "a long name": `{"${"a".repeat(900_000)}":1}`,
            "half a sign": '{"note":"\\ud800"}',
            "a NUL": '{"note":"a\\u0000b"}',
            "other bytes": Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
            "a comment": '{/* x */"currency":"EUR"}',
            nothing: "",
            "two bodies": "{}{}",
            "a body in gzip": gzipSync("{}"),
            "many lines": JSON.stringify(
                order_body({ lines: Array.from({ length: 9_000 }, () => ({ name: "x", quantity: 1, unit_price: 1 })) }),
            ),
            "a great many": JSON.stringify(
                order_body({ lines: [{ name: "x", quantity: 2_147_483_647, unit_price: 9_007_199_254_740_991 }] }),
            ),
            "tickets without end": JSON.stringify(
                order_body({ lines: [{ name: "x", kind: "ticket", quantity: 1_000_000, unit_price: 1 }] }),
            ),
        };
        for (const [name, body] of Object.entries(bodies)) {
            const { status, text } = await send("POST", "/orders", "application/json", body);
            book.tried("bodies", [400, 409, 413, 422].includes(status), `${name}: ${status} ${text.slice(0, 200)}`);
        }
        if (has_shared)
            for (const file of readdirSync(join(bad_input, "json-parsing"))) {
                const bytes = readFileSync(join(bad_input, "json-parsing", file));
                for (const path of ["/orders", "/views", "/tokens"]) {
                    const { status } = await send("POST", path, "application/json", bytes);
                    const is_right = file.startsWith("n_") ? status === 400 : [400, 422].includes(status);
                    book.tried("bodies that are no JSON", is_right, `${file}: ${status}`);
                }
            }
        if (has_shared) held("bodies that are no JSON");
        held("bodies");
        await lives();
        assert.ok(memory() - was < 400, `${was} MB became ${memory()} MB`);
    });

    test("bank files: no entity is opened, no depth is too deep", async () => {
        const was = memory();
        const space = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
        const lol = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
        const files = {
            laughs: `<!DOCTYPE D [<!ENTITY l0 "lol">${lol}]><Document xmlns="${space}">&l30;</Document>`,
            "a file of the machine": `<!DOCTYPE D [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document xmlns="${space}">&x;</Document>`,
            "a parameter": `<!DOCTYPE D [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x">%x;]><Document xmlns="${space}"/>`,
            "an include": `<Document xmlns="${space}" xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></Document>`,
            depth: "<a>".repeat(300_000) + "</a>".repeat(300_000),
            "depth of the right kind": `<Document xmlns="${space}">${"<BkToCstmrStmt>".repeat(200_000)}${"</BkToCstmrStmt>".repeat(200_000)}</Document>`,
            "many attributes": `<Document xmlns="${space}" ${Array.from({ length: 100_000 }, (_, at) => `a${at}="x"`).join(" ")}/>`,
            "half a file": `<Document xmlns="${space}"><BkToCstmrStmt>`,
            "UTF-16": Buffer.from(
                `\ufeff<?xml version="1.0" encoding="UTF-16"?><Document xmlns="${space}"/>`,
                "utf16le",
            ),
            "UTF-7": `<?xml version="1.0" encoding="UTF-7"?>+ADw-Document/+AD4-`,
        };
        for (const [name, body] of Object.entries(files)) {
            const { status, text } = await send("POST", "/bank-statements", "application/xml", body);
            const is_shut = [400, 409, 413, 415, 422].includes(status) && !/root:|lollol/.test(text);
            book.tried("bank files", is_shut, `${name}: ${status} ${text.slice(0, 200)}`);
        }
        held("bank files");
        await lives();
        assert.ok(memory() - was < 400, `${was} MB became ${memory()} MB`);
    });

    test("tables and imports: quotes that never close, rows without end, packed files", async () => {
        const was = memory();
        const zip = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), deflateSync(Buffer.alloc(50_000_000))]);
        const tables = {
            "a quote that never closes": `number,name\n"${"a".repeat(900_000)}`,
            "a row of 100,000 columns": `${"a,".repeat(100_000)}\n${"1,".repeat(100_000)}\n`,
            "many empty rows": "\n".repeat(500_000),
            "a zip": zip,
            "a gzip": gzipSync(Buffer.alloc(50_000_000)),
            NULs: Buffer.alloc(100_000),
            "a formula": "order,carrier,number\n=1+1,=1+1,=1+1\n",
            quotes: '"'.repeat(300_001),
        };
        for (const [name, body] of Object.entries(tables))
            for (const [path, type] of [
                ["/tracking-codes", "text/csv"],
                ["/payouts?provider=sandbox", "text/csv"],
                ["/bank-statements", "text/csv"],
                ["/imports?format=commis&name=x.csv", "text/csv"],
                ["/imports?format=woocommerce&name=x.csv", "text/csv"],
                ["/imports?format=shopify&name=x.csv", "text/csv"],
                ["/imports?format=uci&name=x.csv", "text/csv"],
                ["/imports?format=northwind&name=x.json", "application/json"],
            ]) {
                const { status, text } = await send("POST", path, type, body);
                book.tried(
                    "tables and imports",
                    status < 500 && status !== 201,
                    `${name} to ${path}: ${status} ${text.slice(0, 200)}`,
                );
            }
        for (let tries = 0; tries < 300; ++tries) {
            const { items } = (await api("GET", "/jobs?limit=200")).json;
            if (items.every(({ status }) => !["queued", "running"].includes(status))) break;
            await new Promise((done) => setTimeout(done, 100));
        }
        const { items } = (await api("GET", "/jobs?limit=200")).json;
        for (const job of items.filter(({ kind }) => kind === "import"))
            book.tried("tables and imports", !["queued", "running"].includes(job.status), JSON.stringify(job));
        held("tables and imports");
        await lives();
        assert.ok(memory() - was < 600, `${was} MB became ${memory()} MB`);
    });

    test("pictures that unpack to gigabytes, and what is no picture", async () => {
        const was = memory();
        const chunk = (kind, data) => {
            const length = Buffer.alloc(4);
            length.writeUInt32BE(data.length);
            const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
            const sum = Buffer.alloc(4);
            sum.writeUInt32BE(crc32(body));
            return Buffer.concat([length, body, sum]);
        };
        const png = (width, height, rows) => {
            const head = Buffer.alloc(13);
            head.writeUInt32BE(width, 0);
            head.writeUInt32BE(height, 4);
            head[8] = 1; // One bit a pixel.
            const pixels = deflateSync(Buffer.alloc(Math.min(rows, 100_000_000)), { level: 9 });
            return Buffer.concat([
                Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
                chunk("IHDR", head),
                chunk("IDAT", pixels),
                chunk("IEND", Buffer.alloc(0)),
            ]);
        };
        const pictures = {
            "60,000 by 60,000": png(60_000, 60_000, 100_000_000),
            "8,000 by 8,000": png(8_000, 8_000, 8_000 * 1_001),
            "2 billion wide": png(2_147_483_647, 1, 100),
            "no pixel": png(0, 0, 1),
            "half a picture": png(100, 100, 1_300).subarray(0, 50),
            "a drawing with a script": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
            "a page": "<html><script>alert(1)</script></html>",
        };
        for (const [name, body] of Object.entries(pictures)) {
            const { status, text } = await send("PUT", "/documents/logo", "image/png", body);
            book.tried("pictures", [413, 422].includes(status), `${name}: ${status} ${text}`);
        }
        const drawing = await send("PUT", "/documents/logo", "image/svg+xml", pictures["a drawing with a script"]);
        book.tried("pictures", [415, 422].includes(drawing.status), drawing.text);
        assert.equal((await send("PUT", "/documents/logo", "image/png", png(100, 100, 1_400))).status, 200);
        held("pictures");
        assert.ok(memory() - was < 300, `${was} MB became ${memory()} MB`);
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
