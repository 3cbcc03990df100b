// Issued documents over the API: on 64 of them the page, the e-invoice and the answer show the same figures, and
// whatever is edited later, the bytes stay as they were drawn first.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { call, run, serve, skip } from "../support/program.mjs";

// Shops of four languages and three currencies; the last has no minor unit.
const shops = [
    {
        id: "fr",
        language: "fr",
        currency: "EUR",
        country: "FR",
        vat_id: "FR40303265045",
        taxed: true,
        rates: ["20", "5.5"],
    },
    { id: "da", language: "da", currency: "DKK", country: "DK", vat_id: "DK13585628", taxed: true, rates: ["25", "0"] },
    {
        id: "de",
        language: "de",
        currency: "EUR",
        country: "DE",
        vat_id: "DE123456789",
        taxed: false,
        rates: ["19", "7"],
    },
    {
        id: "en",
        language: "en",
        currency: "JPY",
        country: "IE",
        vat_id: "IE6388047V",
        taxed: false,
        rates: ["23", "0"],
    },
];

const order_for = (shop, round) => ({
    currency: shop.currency,
    language: shop.language,
    prices_include_tax: shop.taxed,
    buyer: { name: "Zoé Lefèvre", email: "zoe@example.org", company: round === 1 ? "Atelier & Fils" : "" },
    billing_address: { line1: "1 rue X", postal_code: "75001", city: "Paris", country: shop.country },
    lines: [
        {
            sku: "MUG-1",
            name: "Mug",
            quantity: 3 + round,
            unit_price: 1999,
            tax_rate: shop.rates[0],
            discount: round * 100,
        },
        { sku: "BOOK", name: "Livre", quantity: 7, unit_price: 1333, tax_rate: shop.rates[1] },
    ],
    shipping: { method: "parcel", name: "Colissimo", amount: 690, tax_rate: shop.rates[0] },
    discount: round * 77,
    payment: { method: "bank-transfer" },
});

/** Every amount of a text as its digits alone: "1 234,50 €" is 123450. */
const amounts_in = (text) => new Set(text.match(/\d[\d.,'’\u00a0\u202f ]*/g).map((found) => found.replace(/\D/g, "")));
const element = (xml, name) => new RegExp(`<[a-z]+:${name}(?: [^>]*)?>([^<]*)<`).exec(xml)?.[1];
const minor = (text, exponent) => {
    const [whole, part = ""] = text.split(".");
    return Number(whole + part.padEnd(exponent, "0"));
};

describe("issued documents", { skip }, () => {
    let data;
    let server;
    const tokens = {};

    before(async () => {
        data = await mkdtemp(join(tmpdir(), "commis-issued-"));
        for (const shop of shops) {
            const words = ["--currency", shop.currency, "--language", shop.language, "--timezone", "Europe/Paris"];
            run(data, "shop", "create", "--id", shop.id, "--profile", "neutral", ...words);
            const made = run(data, "token", "create", "--shop", shop.id, "--role", "owner");
            tokens[shop.id] = made.trim().split("\n").at(-1);
        }
        server = await serve(data);
        for (const shop of shops)
            await api(shop, "PATCH", "", {
                legal: {
                    name: `Maison ${shop.id}`,
                    vat_id: shop.vat_id,
                    registration: "RCS 123",
                    address: { line1: "2 quai", postal_code: "1000", city: "Ville", country: shop.country },
                },
                mail: { sender_address: "shop@example.org", phone: "+33 1 00 00 00 00" },
                bank_accounts: [{ iban: "DE89370400440532013000" }],
            });
    });
    after(async () => {
        await server?.end("SIGTERM");
        await rm(data, { recursive: true, force: true });
    });

    const api = (shop, method, path, body) => call(server.url, shop.id, tokens[shop.id], method, path, body);
    const bytes = async (shop, path) => {
        const answer = await fetch(`${server.url}/api/v1/shops/${shop.id}${path}`, {
            headers: { Authorization: `Bearer ${tokens[shop.id]}` },
        });
        assert.equal(answer.status, 200, await answer.clone().text());
        return Buffer.from(await answer.arrayBuffer());
    };

    async function text_of(pdf) {
        const file = join(data, "paper.pdf");
        await writeFile(file, pdf);
        return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    }

    // What page, e-invoice and answer say of one document.
    async function compare(shop, document) {
        const exponent = shop.currency === "JPY" ? 0 : 2;
        const text = await text_of(await bytes(shop, `/documents/${document.id}.pdf`));
        assert.match(text, new RegExp(document.number));
        const shown = amounts_in(text);
        assert.ok(
            shown.has(String(document.amount)),
            `${document.number}: ${document.amount} is not on the page\n${text}`,
        );
        const xml = (await bytes(shop, `/documents/${document.id}.xml?form=cii`)).toString();
        assert.equal(minor(element(xml, "GrandTotalAmount"), exponent), document.amount);
        assert.equal(minor(element(xml, "TaxTotalAmount"), exponent), document.tax);
        const taxes = [...xml.matchAll(/<[a-z]+:CalculatedAmount>([^<]*)</g)].map(([, tax]) => minor(tax, exponent));
        assert.equal(
            taxes.reduce((sum, tax) => sum + tax, 0),
            document.tax,
        );
        for (const tax of taxes)
            assert.ok(tax === 0 || shown.has(String(tax)), `${document.number}: tax ${tax}\n${text}`);
        const net = minor(element(xml, "TaxBasisTotalAmount"), exponent);
        assert.equal(net, document.amount - document.tax);
        assert.ok(shown.has(String(net)), `${document.number}: ${net} is not on the page`);
        const lines = document.lines.reduce((sum, line) => sum + line.amount, 0);
        assert.equal(lines, document.amount, "the parts add up to the document");
    }

    for (const shop of shops)
        test(`${shop.language}, ${shop.currency}: page, e-invoice and answer show the same figures`, async () => {
            for (const round of [0, 1, 2, 3]) {
                const placed = await api(shop, "POST", "/orders", order_for(shop, round));
                const path = `/orders/${placed.id}/actions`;
                const invoiced = await api(shop, "POST", `${path}/invoice`, {});
                const line = invoiced.lines[1].id;
                const credited = await api(shop, "POST", `${path}/credit`, { lines: [{ line, quantity: 2 }] });
                const all = await api(shop, "POST", `${path}/correct-invoice`, { note: "the address" });
                assert.equal(credited.documents.length, 2);
                assert.deepEqual(
                    all.documents.map((document) => document.kind),
                    ["invoice", "credit_note", "credit_note", "invoice"],
                );
                for (const document of all.documents) await compare(shop, document);
                const [first, part, rest] = all.documents;
                assert.equal(part.amount + rest.amount, first.amount);
                assert.equal(part.tax + rest.tax, first.tax);
            }
        });

    test("an issued document never changes, whatever is edited later", async () => {
        const [shop] = shops;
        const placed = await api(shop, "POST", "/orders", order_for(shop, 0));
        const path = `/orders/${placed.id}`;
        const invoiced = await api(shop, "POST", `${path}/actions/invoice`, {});
        const [document] = invoiced.documents;
        const of_document = `/documents/${document.id}`;
        const pdf = await bytes(shop, `${of_document}.pdf`);
        const xml = await bytes(shop, `${of_document}.xml`);
        await api(shop, "PATCH", path, { buyer: { name: "Somebody else" }, billing_address: { line1: "9 avenue" } });
        await api(shop, "PATCH", "", {
            name: "Another name",
            legal: { name: "Another company", vat_id: "FR00000000000" },
            papers: { color: "#aa0000", footer: ["a new line"], payment_days: 3, window: "right" },
        });
        await api(shop, "POST", `${path}/actions/mark-paid`, {});
        await api(shop, "POST", `${path}/actions/correct-invoice`, {});
        assert.ok((await bytes(shop, `${of_document}.pdf`)).equals(pdf), "the page changed");
        assert.ok((await bytes(shop, `${of_document}.xml`)).equals(xml), "the e-invoice changed");
        const again = await api(shop, "GET", of_document);
        assert.equal(again.amount, document.amount);
        assert.match(await text_of(await bytes(shop, `${of_document}.pdf`)), /Zoé Lefèvre/);

        // Drawn anew from what was issued, it is the same: nothing of it comes from today.
        const forget =
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); " +
            "c.execute('DELETE FROM document_files'); c.commit()";
        execFileSync("python3", ["-c", forget, join(data, "commis.db")]);
        assert.ok((await bytes(shop, `${of_document}.pdf`)).equals(pdf), "drawn again, it is another");
        const proof = await api(shop, "GET", "/documents/proof?kind=invoice");
        assert.equal(proof.fault_count, 0);
        assert.equal(proof.done, true);
    });

    test("what an e-invoice lacks is said, and the invoice is issued without it", async () => {
        const [shop] = shops;
        await api(shop, "PATCH", "", { legal: { vat_id: "", registration: "" } });
        const placed = await api(shop, "POST", "/orders", order_for(shop, 0));
        const invoiced = await api(shop, "POST", `/orders/${placed.id}/actions/invoice`, {});
        const one = await api(shop, "GET", `/documents/${invoiced.documents[0].id}`);
        assert.deepEqual(
            one.einvoices.map(({ form, available }) => [form, available]),
            [
                ["cii", false],
                ["xrechnung", false],
                ["peppol", false],
            ],
        );
        assert.ok(one.einvoices[0].missing.some(({ code }) => code === "seller_vat_id"));
        const refused = await fetch(`${server.url}/api/v1/shops/fr/documents/${one.id}.xml?form=cii`, {
            headers: { Authorization: `Bearer ${tokens.fr}` },
        });
        assert.equal(refused.status, 409);
        assert.equal((await refused.json()).code, "einvoice_incomplete");
        assert.match(await text_of(await bytes(shop, `/documents/${one.id}.pdf`)), new RegExp(one.number));
    });

    test("many order forms become one file, in the order of the list", async () => {
        const [, shop] = shops;
        const numbers = [];
        const ids = [];
        for (let at = 0; at < 5; ++at) {
            const placed = await api(shop, "POST", "/orders", order_for(shop, at % 2));
            numbers.push(placed.number);
            ids.push(placed.id);
        }
        const print = async (body) => {
            const job = await api(shop, "POST", "/documents/batch", body);
            for (let tries = 0; tries < 200; ++tries) {
                const now = await api(shop, "GET", `/jobs/${job.id}`);
                if (now.status === "done")
                    return { job: now, pdf: await bytes(shop, `/documents/batch.pdf?job=${job.id}`) };
                assert.notEqual(now.status, "failed", now.detail);
                await new Promise((done) => setTimeout(done, 50));
            }
            throw new Error("the job does not end");
        };
        const named = await print({ kind: "order_form", orders: [ids[3], ids[0], ids[4]] });
        assert.equal(named.job.counts.printed, 3);
        const told = [...(await text_of(named.pdf)).matchAll(new RegExp(numbers.join("|"), "g"))].map(([one]) => one);
        assert.deepEqual([...new Set(told)], [numbers[3], numbers[0], numbers[4]]);
        const invoices = await print({ kind: "delivery_note", filter: { q: "zoe" }, sort: "number" });
        assert.equal(invoices.job.counts.printed, invoices.job.total);
        const none = await api(shop, "POST", "/documents/batch", { kind: "credit_note", orders: ids });
        for (let tries = 0; tries < 200; ++tries) {
            const now = await api(shop, "GET", `/jobs/${none.id}`);
            if (now.status === "failed") break;
            await new Promise((done) => setTimeout(done, 50));
        }
        const ended = await api(shop, "GET", `/jobs/${none.id}`);
        assert.equal(ended.status, "failed");
        assert.equal(ended.detail, "Ingen af disse ordrer har et sådant dokument.");
        const list = await print({ kind: "pick_list", orders: ids });
        assert.match(await text_of(list.pdf), /MUG-1/);
    });
});
