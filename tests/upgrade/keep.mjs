// Fills a data folder by the program that COMMIS_BINARY names, and keeps it with what that program says is in it:
// fixtures/NAME.tar.gz and fixtures/NAME.json. Use script/keep-version. It says only what the API has said since its
// beginning, so that an old program can be asked, too; everything in it was made up here.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { binary, call, run, serve } from "../support/program.mjs";
import { look } from "./look.mjs";

const shops = [
    { id: "maison", profile: "web-shop", currency: "EUR", language: "fr", timezone: "Europe/Paris", method: "cheque" },
    {
        id: "laden",
        profile: "swiss-shop",
        currency: "CHF",
        language: "de",
        timezone: "Europe/Zurich",
        method: "prepayment",
    },
];
export const person = { email: "mia@example.org", password: "five silver spoons lie here" };
const people = ["Zoé Lefèvre", "Jørgen Sørensen", "Anna Müller", "Ada King", "Émile Noël"];
const first = Date.parse("2025-09-03T08:15:00Z");

const address = (at) => ({ line1: `${at} Main Street`, postal_code: `100${at % 10}`, city: "Basel", country: "CH" });
function order_number(at, shop) {
    const name = people[at % people.length];
    const lines = [{ sku: "MUG", name: "Mug", quantity: 1 + (at % 3), unit_price: 1999, tax_rate: "20" }];
    if (at % 2) lines.push({ sku: "BOOK", name: "Book", quantity: 1, unit_price: 1250, tax_rate: "5.5" });
    return {
        external_id: `shop-${at}`,
        channel: "web",
        currency: shop.currency,
        placed_at: new Date(first + at * 5 * 86_400_000 + at * 3_600_000).toISOString(),
        buyer: { name, email: `buyer${at % people.length}@example.org` },
        billing_address: { name, ...address(at) },
        lines,
        shipping: { method: "parcel", name: "Post", amount: 690, tax_rate: "20" },
        discount: at % 4 === 3 ? 500 : 0,
        payment: { method: shop.method },
        note: at % 5 === 0 ? "Leave at the **door**" : "",
        tags: at % 6 === 0 ? ["gift"] : [],
    };
}

/** What becomes of an order: a chapter each, told again from the first when all were. */
const chapters = [
    [],
    [["mark-paid", {}]],
    [
        ["mark-paid", {}],
        ["invoice", {}],
    ],
    [
        ["invoice", {}],
        ["mark-paid", {}],
        ["ship", { tracking: { carrier: "Post", number: "6A123" } }],
    ],
    [
        ["mark-paid", {}],
        ["invoice", {}],
        ["ship", {}],
        ["refund", (order) => one_line(order)],
    ],
    [["cancel", { reason: "The buyer called." }]],
    [
        ["mark-paid", {}],
        ["invoice", {}],
        ["credit", { note: "Wrong address." }],
    ],
    [
        ["mark-paid", {}],
        ["cancel", (order) => ({ ...one_line(order), reason: "Sold out." })],
    ],
];
const one_line = (order) => ({ lines: [{ line: order.lines[0].id, quantity: 1 }] });

async function fill(url, shop, token) {
    const ask = (method, path, body) => call(url, shop.id, token, method, path, body);
    for (const [sku, price] of [
        ["MUG", 1999],
        ["BOOK", 1250],
    ])
        await ask("POST", "/articles", { sku, name: sku, kind: "goods", price, tax_rate: "20", stock: 80 });
    for (let at = 0; at < chapters.length * 2; at += 1) {
        let order = await ask("POST", "/orders", order_number(at, shop));
        for (const [action, body] of chapters[at % chapters.length]) {
            const words = typeof body === "function" ? body(order) : body;
            order = await ask("POST", `/orders/${order.id}/actions/${action}`, words);
        }
        if (at === 1) await ask("POST", `/orders/${order.id}/notes`, { note: "Asks for *paper* by letter." });
    }
}

async function keep(name) {
    const data = mkdtempSync(join(tmpdir(), "commis-keep-"));
    const kept = { program: run(data, "version").trim(), shops: {} };
    for (const shop of shops) {
        const words = ["profile", "currency", "language", "timezone"].flatMap((word) => [`--${word}`, shop[word]]);
        run(data, "shop", "create", "--id", shop.id, "--name", `Shop ${shop.id}`, ...words);
        const token = run(data, "token", "create", "--shop", shop.id, "--role", "owner").trim().split("\n").at(-1);
        kept.shops[shop.id] = { token };
    }
    const { email, password } = person;
    run(data, "operator", "create", "--email", email, "--name", "Mia", "--password", password, "--shop", "maison");
    const server = await serve(data);
    for (const shop of shops) await fill(server.url, shop, kept.shops[shop.id].token);
    for (const shop of shops) {
        const { token } = kept.shops[shop.id];
        kept.shops[shop.id].seen = await look(server.url, shop.id, token);
    }
    await server.end();
    const folder = fileURLToPath(new URL("fixtures", import.meta.url));
    const archive = join(folder, `${name}.tar.gz`);
    // Smaller, and one file: what a clean end leaves of the log of writes is nothing.
    const pack = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA wal_checkpoint(TRUNCATE)')";
    execFileSync("python3", ["-c", pack, join(data, "commis.db")]);
    const files = readdirSync(data).filter((file) => file === "commis.db" || file === "secret.key");
    const words = ["-C", data, "--owner=0", "--group=0", "--mode=0600", "-cf", "-", ...files];
    writeFileSync(archive, gzipSync(execFileSync("tar", words, { maxBuffer: 1 << 28 }), { level: 9 }));
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(kept)}\n`);
    rmSync(data, { recursive: true });
    console.log(`${name}: ${kept.program}, ${statSync(archive).size} bytes, by ${binary}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await keep(process.argv[2]);
