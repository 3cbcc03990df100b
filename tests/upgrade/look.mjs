// What a data folder shows through the API, in the words that every version has: read once by the program that made the
// folder, and again by the one that was upgraded to. Deadlines work on by themselves as months pass (reminders, tasks),
// so nothing is read here that time alone may change.
import assert from "node:assert/strict";
import { call } from "../support/program.mjs";

const picked = (from, names) => Object.fromEntries(names.map((name) => [name, from[name]]));
const by = (name) => (one, other) => (String(one[name]) < String(other[name]) ? -1 : 1);

const order_words = [
    "number",
    "external_id",
    "channel",
    "currency",
    "language",
    "prices_include_tax",
    "payment_method",
];
const more_words = ["payment_status", "promo_code", "note", "placed_at"];
const total_words = ["lines", "discount", "shipping", "tax", "total", "cancelled", "owed", "paid", "refunded", "due"];
const line_words = ["sku", "name", "kind", "quantity", "cancelled", "shipped", "unit_price", "discount", "tax_rate"];
const document_words = ["id", "kind", "number", "amount", "tax", "issued_at"];

function order_of(answer) {
    return {
        ...picked(answer, [...order_words, ...more_words]),
        summary: answer.summary.status,
        state: answer.state.id,
        totals: picked(answer.totals, total_words),
        taxes: answer.totals.taxes,
        buyer: picked(answer.buyer, ["name", "email"]),
        lines: answer.lines.map((line) => picked(line, [...line_words, "tax", "total"])),
        tags: answer.tags,
        tracking: answer.shipments.map(({ tracking }) => tracking?.number ?? ""),
        documents: answer.documents.map((document) => picked(document, document_words)).sort(by("id")),
    };
}

async function pages(ask, path) {
    const items = [];
    for (let cursor = ""; cursor !== null; ) {
        const page = await ask(
            "GET",
            `${path}${path.includes("?") ? "&" : "?"}limit=7${cursor && `&cursor=${cursor}`}`,
        );
        items.push(...page.items);
        cursor = page.next_cursor;
    }
    return items;
}

/** Everything of one shop. */
export async function look(url, shop, token) {
    const ask = (method, path) => call(url, shop, token, method, path);
    const listed = await pages(ask, "/orders");
    const orders = [];
    for (const { id } of listed) {
        const order = order_of(await ask("GET", `/orders/${id}`));
        const told = (await ask("GET", `/orders/${id}/timeline`)).items;
        orders.push({ id, ...order, events: told.map(({ id, type }) => ({ id, type })).sort(by("id")) });
    }
    const mails = await pages(ask, "/mails");
    const customers = await pages(ask, "/customers");
    const articles = await pages(ask, "/articles");
    const sold = await ask("GET", "/statistics?from=2025-09-01&to=2025-12-31&by=day");
    const { name, profile, currency, language, timezone } = await ask("GET", "");
    return {
        shop: { name, profile, currency, language, timezone },
        orders: orders.sort(by("number")),
        mails: mails.map((mail) => picked(mail, ["id", "event", "to", "order_number"])).sort(by("id")),
        customers: customers
            .map((one) => picked(one, ["id", "email", "name", "orders", "total", "currency"]))
            .sort(by("id")),
        articles: articles.map((one) => picked(one, ["id", "sku", "name", "price", "stock"])).sort(by("id")),
        statistics: picked(sold.sum, ["orders", "units", "gross", "discounts", "tax", "refunds", "net"]),
    };
}

/** What was there is there, as it was; reminders and tasks may have come since. */
export function demand_kept(now, before) {
    const known = (list, key) => new Map(list.map((one) => [one[key], one]));
    assert.deepEqual(now.shop, before.shop);
    assert.deepEqual(
        now.orders.map(({ number }) => number),
        before.orders.map(({ number }) => number),
    );
    const orders = known(now.orders, "number");
    for (const { events, ...order } of before.orders) {
        const { events: told, ...seen } = orders.get(order.number);
        assert.deepEqual(seen, order, `order ${order.number}`);
        const kept = known(told, "id");
        assert.deepEqual(
            events.map(({ id }) => kept.get(id)),
            events,
        );
    }
    const mails = known(now.mails, "id");
    for (const mail of before.mails) assert.deepEqual(mails.get(mail.id), mail);
    assert.deepEqual(now.customers, before.customers);
    assert.deepEqual(now.articles, before.articles);
    assert.deepEqual(now.statistics, before.statistics);
}
