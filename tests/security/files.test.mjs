// Attacks by what is sent as a file or a body: paths that lead out of their folder, things that are larger, deeper or
// stranger inside than outside.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { crc32, deflateSync, gzipSync } from "node:zlib";
import { ask, open_book, open_world, order_body, skip } from "./world.mjs";

const shared = process.env.COMMIS_SHARED_DATA ?? "";
const bad_input = join(shared, "bad-input");
const has_shared = shared !== "" && existsSync(bad_input);

describe("attacks by files", { skip }, () => {
    const book = open_book();
    const { held } = book;
    let world;
    let owner;
    const api = (method, path, body) => world.call(owner, method, `/alpha${path}`, body);
    const send = (method, path, type, body) =>
        ask(world.url, method, `/api/v1/shops/alpha${path}`, { as: owner, headers: { "Content-Type": type }, body });
    /** The memory that the program holds, in MB. */
    const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${world.pid}/status`, "utf8"))[1]) / 1024;
    const lives = async () => assert.equal((await ask(world.url, "GET", "/readyz")).status, 200);

    before(async () => {
        world = await open_world();
        owner = world.shops.alpha.owner;
    });
    after(async () => {
        await world?.close();
        book.print();
    });

    test("a bulk action takes as many named orders as it promises, and not one more", async () => {
        const named = (count) => Array.from({ length: count }, (_, at) => `01M84B17PS${String(at).padStart(16, "0")}`);
        const bulk = (count) =>
            send(
                "POST",
                "/orders/bulk",
                "application/json",
                JSON.stringify({ action: "mark-paid", params: {}, orders: named(count), dry_run: true }),
            );
        assert.equal((await bulk(100_000)).status, 200);
        assert.equal((await bulk(100_001)).json.errors[0].code, "too_many");
        assert.equal((await bulk(200_000)).json.code, "body_too_large");
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
        const document = (inside) => `<Document xmlns="${space}"><BkToCstmrStmt>${inside}</BkToCstmrStmt></Document>`;
        const include = "http://www.w3.org/2001/XInclude";
        const many = Array.from({ length: 100_000 }, (_, at) => `a${at}="x"`);
        const files = {
            laughs: `<!DOCTYPE D [<!ENTITY l0 "lol">${lol}]>${document("&l30;")}`,
            "a file of the machine": `<!DOCTYPE D [<!ENTITY x SYSTEM "file:///etc/passwd">]>${document("&x;")}`,
            "a parameter": `<!DOCTYPE D [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x">%x;]>${document("")}`,
            "an include": document(`<i:include xmlns:i="${include}" href="/etc/passwd" parse="text"/>`),
            depth: "<a>".repeat(300_000) + "</a>".repeat(300_000),
            "depth of the right kind": document("<Stmt>".repeat(200_000) + "</Stmt>".repeat(200_000)),
            "many attributes": `<Document xmlns="${space}" ${many.join(" ")}/>`,
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
});
