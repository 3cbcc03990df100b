// Two shops of one program: while the contract's own examples live a whole shop's life, a stranger with every right
// in a shop of their own asks for each thing of it just before its owner does, when it is there and the call is
// right. Nothing answers, nothing changes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { new_replay, steps } from "../support/replay.mjs";
import { ask, open_book, open_world, order_body, skip } from "./world.mjs";

// Names that every shop has alike: no thing of a shop is behind them.
const is_name = (name) => ["shop", "action", "event", "language", "provider", "series"].includes(name);
const is_saved = (text) => /^\{\w+\}$/.test(String(text));
const leads_into_a_shop = ({ route, status }) => route.startsWith("/api/v1/shops/{shop}") && status < 300;
const names_a_thing = ({ route, path }) =>
    [...route.matchAll(/\{(\w+)\}/g)].some(([, name]) => !is_name(name) && is_saved(path?.[name]));

describe("things of another shop", { skip }, () => {
    let world;
    let thief;
    let own_order;
    const replay = skip ? undefined : new_replay();
    const book = open_book();
    const victims = new Set();
    const kept = []; // The calls that named a thing, to be sent again at the end.

    before(async () => {
        world = await open_world();
        thief = world.shops.alpha.owner;
        own_order = (await world.call(thief, "POST", "/alpha/orders", order_body())).json;
    });
    after(async () => {
        await world?.close();
        book.print();
    });

    const send = (who, { method, path, headers, body }) => ask(world.url, method, path, { as: who, headers, body });

    /** What no answer to a stranger may hold. */
    const secrets = () => Object.values(replay.saved).filter((value) => /^[A-Za-z0-9_-]{12,}$/.test(String(value)));

    test("asked for in the own shop just before its owner asks: 404, and the owner's call goes through", async () => {
        for (const step of steps) {
            const call = replay.call_of(step);
            if (leads_into_a_shop(step)) {
                victims.add(step.path.shop);
                const through_own = replay.call_of(step, { shop: "alpha" });
                const sent = `${call.path} ${call.body ?? ""}`;
                if (names_a_thing(step)) {
                    const answer = await send(thief, through_own);
                    const held = answer.status === 404 && secrets().every((secret) => !answer.text.includes(secret));
                    book.tried(
                        "a thing's address",
                        held,
                        `${step.method} ${step.route}: ${answer.status} ${answer.text}`,
                    );
                    kept.push({ step, call: through_own });
                } else if (secrets().some((secret) => sent.includes(secret))) {
                    const answer = await send(thief, through_own);
                    // What was sent may come back ("no such order: …"); nothing else of it may.
                    const known = secrets().filter((secret) => !sent.includes(secret));
                    const held = known.every((secret) => !answer.text.includes(secret)) && answer.status < 500;
                    book.tried(
                        "a thing's id in a body or a filter",
                        held,
                        `${step.method} ${step.route}: ${answer.text}`,
                    );
                    kept.push({ step, call: through_own });
                }
                const foreign = await send(thief, call);
                book.tried(
                    "the other shop's address",
                    foreign.status === 404,
                    `${step.method} ${call.path}: ${foreign.text}`,
                );
            }
            const answer = await send(world.admin, call);
            assert.equal(answer.status, step.status, `step ${step.step}: ${answer.text}`);
            if (answer.json) replay.keep(step, answer.json);
        }
        book.held("a thing's address", "a thing's id in a body or a filter", "the other shop's address");
        assert.ok(kept.length > 120, `${kept.length} calls`);
    });

    const of_now = /"(request_id|last_used_at|made_at|page_url|url|until)":"[^"]*"/g;
    /** Everything that can be read of the shops, without what reading itself changes. */
    async function everything() {
        const read = [];
        const seen = new Set();
        for (const step of steps.filter((each) => each.method === "GET" && leads_into_a_shop(each))) {
            const call = replay.call_of(step);
            if (seen.has(call.path) || /events|statistics|health|audit/.test(call.path)) continue;
            seen.add(call.path);
            const { status, json, text } = await send(world.admin, call);
            const shown = json ? JSON.stringify(json) : `${text.length} bytes`;
            const clock = call.path.endsWith("/check-in/list") ? /"(issued_at|valid_until)":"[^"]*"/g : of_now;
            read.push(`${call.path} ${status} ${shown.replaceAll(clock, "")}`);
        }
        return read;
    }

    test("all of them again at the end: nothing of the other shops changes", async () => {
        const was = await everything();
        assert.ok(was.length > 70, `${was.length} readings`);
        for (const { step, call } of kept) {
            const answer = await send(thief, call);
            const held = names_a_thing(step) ? answer.status === 404 : answer.status < 500;
            book.tried("once more", held, `${step.method} ${step.route}: ${answer.status} ${answer.text}`);
        }
        book.held("once more");
        const is = await everything();
        for (const [at, line] of was.entries()) assert.equal(is[at], line);
    });

    test("things of the other shop below the own: files, deliveries, lines, units, payouts, papers", async () => {
        const { saved } = replay;
        const [victim] = victims;
        const orders = (await ask(world.url, "GET", `/api/v1/shops/${victim}/orders?limit=200`, { as: world.admin }))
            .json.items;
        const full = [];
        for (const { id } of orders)
            full.push((await ask(world.url, "GET", `/api/v1/shops/${victim}/orders/${id}`, { as: world.admin })).json);
        const lines = full.flatMap((order) => order.lines ?? []);
        const units = lines.flatMap((line) => line.units ?? []);
        const documents = full.flatMap((order) => order.documents ?? []);
        assert.ok(lines.length > 5 && units.length > 1 && documents.length > 1);
        const act = (action, body) => ["POST", `/alpha/orders/${own_order.id}/actions/${action}`, body];
        const own_article = (
            await world.call(thief, "POST", "/alpha/articles", { sku: "E-1", name: "E", kind: "digital", price: 100 })
        ).json;
        const tries = [
            ...lines
                .slice(0, 5)
                .flatMap(({ id }) => [
                    act("ship", { lines: [{ line: id, quantity: 1 }] }),
                    act("refund", { lines: [{ line: id, quantity: 1 }] }),
                    act("cancel", { lines: [{ line: id, quantity: 1 }] }),
                    act("register-request", { kind: "return", lines: [{ line: id, quantity: 1 }] }),
                ]),
            ...units
                .slice(0, 5)
                .flatMap(({ id }) => [
                    act("cancel", { units: [id] }),
                    act("block-access", { units: [id] }),
                    act("send-tickets", { units: [id], to: "thief@example.org" }),
                    act("replace-attendee", { unit: id, name: "Thief", email: "thief@example.org" }),
                    act("undo-admission", { unit: id }),
                    ["POST", "/alpha/check-in/undo", { unit: id }],
                ]),
            ...documents
                .slice(0, 5)
                .flatMap(({ id }) => [
                    act("send-document", { document: id, to: "thief@example.org" }),
                    act("send-document", { document: id }),
                ]),
            act("mark-paid", { payment: saved.order }),
            ["DELETE", `/alpha/articles/${own_article.id}/files/${saved.file ?? "none"}`],
            ["POST", "/alpha/documents/batch", { kind: "order_form", orders: orders.map(({ id }) => id).slice(0, 5) }],
            ["POST", "/alpha/orders/bulk", { action: "mark-paid", orders: orders.map(({ id }) => id).slice(0, 5) }],
            [
                "POST",
                "/alpha/templates/preview",
                {
                    event: "order_placed",
                    language: "en",
                    subject: "{{number}}",
                    body: "{{number}}",
                    order: orders[0].id,
                },
            ],
        ];
        for (const [method, path, body] of tries) {
            const answer = await world.call(thief, method, path, body);
            // A job over ids that the shop has not is refused order by order.
            let held = answer.status >= 400 && answer.status < 500;
            if (answer.status === 202) held = await all_refused(answer.json.id ?? answer.json.jobs?.[0]?.id);
            book.tried(
                "a foreign part of an own thing",
                held,
                `${method} ${path} ${JSON.stringify(body)}: ${answer.text}`,
            );
        }
        book.held("a foreign part of an own thing");
    });

    async function all_refused(job) {
        for (let tries = 0; tries < 200; ++tries) {
            const { json } = await world.call(thief, "GET", `/alpha/jobs/${job}`);
            if (!["queued", "running"].includes(json.status))
                return json.failed?.length === json.total || json.status === "failed";
            await new Promise((done) => setTimeout(done, 50));
        }
        return false;
    }

    test("papers, tickets and slips below a buyer's page are that order's alone", async () => {
        const page_of = async (shop, id, as) =>
            new URL((await ask(world.url, "GET", `/api/v1/shops/${shop}/orders/${id}`, { as })).json.customer_url)
                .pathname;
        const own_page = await page_of("alpha", own_order.id, thief);
        assert.equal((await ask(world.url, "GET", own_page)).status, 200);
        const [victim] = victims;
        const { items } = (await ask(world.url, "GET", `/api/v1/shops/${victim}/orders?limit=200`, { as: world.admin }))
            .json;
        for (const { id } of items.slice(0, 10)) {
            const order = (await ask(world.url, "GET", `/api/v1/shops/${victim}/orders/${id}`, { as: world.admin }))
                .json;
            const things = [
                ...order.documents.map((each) => `documents/${each.id}.pdf`),
                ...order.lines.flatMap((line) => line.units.map((unit) => `tickets/${unit.id}.pdf`)),
                ...(order.requests ?? []).flatMap((each) => [`returns/${each.id}.pdf`, `requests/${each.id}`]),
            ];
            for (const [at, thing] of things.entries()) {
                const answer = await ask(world.url, "GET", `${own_page}/${thing}`, { from: `127.0.1.${at + 1}` });
                book.tried("another order's paper", answer.status === 404, `${thing}: ${answer.status}`);
            }
        }
        book.held("another order's paper");
    });
});
