// Every way in for an e-mail address asks the one rule: what would be a second recipient or a header is refused, by the
// API, an import and the command line alike, and nothing of it is stored.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { page, program, shop, use_desk } from "./desk.mjs";
import { call, place_order, run, skip } from "./support.mjs";

const hostile = [
    "zoe@example.org\r\nBcc: eve@evil.example",
    "zoe@example.org\nBcc: eve@evil.example",
    "zoe@example.org,eve@evil.example",
    "zoe@example.org>\r\nRCPT TO:<eve@evil.example",
    "zoe@example.org\u0000",
    "zoe@example.org\u2028",
    "Zoé <zoe@example.org>",
    '"zoe eve"@example.org',
    "zoe\uff20example.org",
    "zoe\u200b@example.org",
    "zoe@[127.0.0.1]",
    "=?utf-8?q?zoe=40evil.example?=",
    `${"a".repeat(65)}@example.org`,
];

/** Sends it as the signed-in operator and answers the status and the codes of the fields. */
const send = (method, path, body) =>
    page.evaluate(
        async ([method, path, body]) => {
            const { csrf } = await (await fetch("/api/v1/session")).json();
            const headers = { "X-Commis-CSRF": csrf, "Content-Type": "application/json", "If-Match": "*" };
            const answer = await fetch(path, { method, headers, body: JSON.stringify(body) });
            const text = await answer.text();
            return { status: answer.status, text };
        },
        [method, path, body],
    );

describe("addresses", { skip }, () => {
    use_desk();
    let at;
    let order;
    before(async () => {
        at = `/api/v1/shops/${shop.id}`;
        order = await place_order(page, shop);
    });

    const order_body = (more) => ({
        currency: shop.currency,
        buyer: { name: "Zoé", email: "zoe@example.org" },
        lines: [{ name: "Ticket", kind: "ticket", quantity: 1, unit_price: 1000 }],
        payment: { method: "bank-transfer" },
        ...more,
    });
    const ways = [
        ["a buyer", (email) => ["POST", `${at}/orders`, order_body({ buyer: { name: "Zoé", email } })]],
        [
            "an attendee",
            (email) => {
                const [line] = order_body().lines;
                return [
                    "POST",
                    `${at}/orders`,
                    order_body({ lines: [{ ...line, attendees: [{ name: "A", email }] }] }),
                ];
            },
        ],
        ["the buyer of an order", (email) => ["PATCH", `${at}/orders/${order.id}`, { buyer: { email } }]],
        ["a message", (to) => ["POST", `${at}/orders/${order.id}/actions/send-mail`, { to, subject: "S", body: "B" }]],
        ["a resend", (to) => ["POST", `${at}/orders/${order.id}/actions/resend-confirmation`, { to }]],
        ["a shop's sender", (sender_address) => ["PATCH", at, { mail: { sender_address } }]],
        ["a shop's people", (email) => ["PATCH", at, { mail: { operators: [email] } }]],
        ["an invitation", (email) => ["POST", `${at}/team`, { email, role: "clerk" }]],
    ];
    for (const [name, make] of ways)
        test(`${name} has an address by the rule`, async () => {
            for (const email of hostile) {
                const { status, text } = await send(...make(email));
                assert.equal(status, 422, `${JSON.stringify(email)}: ${status} ${text}`);
                assert.match(text, /bad_field/);
                assert.doesNotMatch(text, /Bcc/, "a refusal does not repeat what was sent");
            }
        });

    test("a customer's record has an address by the rule", async () => {
        const { items } = await call(page, "GET", `${at}/customers?email=${order.buyer.email}`);
        for (const email of hostile) {
            const { status, text } = await send("PATCH", `${at}/customers/${items[0].id}`, { email });
            assert.equal(status, 422, `${JSON.stringify(email)}: ${text}`);
        }
    });

    test("an import refuses the rows", async () => {
        // One line, one row of the file.
        const order = await place_order(page, shop, { lines: [{ name: "Mug", quantity: 1, unit_price: 1000 }] });
        const [head, ...rows] = (await run("export", "orders", "--shop", shop.id, "--data", program.data)).split("\n");
        const row = rows.find((each) => each.includes(order.buyer.email));
        const file = join(program.data, "orders.csv");
        const lines = hostile
            .filter((each) => !each.includes("\u0000"))
            .map((email, index) =>
                row
                    .replaceAll(order.buyer.email, () => `"${email.replaceAll('"', '""')}"`)
                    .replaceAll(order.external_id, `hostile-${index}`)
                    .replaceAll(order.number, `H${index}`),
            );
        await writeFile(
            file,
            [head, ...lines, row.replaceAll(order.external_id, "good-0").replaceAll(order.number, "G0")].join("\n"),
        );
        const said = await run(
            "import",
            "orders",
            file,
            "--shop",
            shop.id,
            "--format",
            "commis",
            "--data",
            program.data,
        );
        const found = (q) => call(page, "GET", `${at}/orders?q=${q}`).then(({ items }) => items.length);
        assert.equal(await found("good-0"), 1, said);
        assert.equal(await found("hostile-"), 0, said);
    });

    test("the command line refuses an operator's address", async () => {
        for (const email of hostile.filter((each) => !each.includes("\u0000"))) {
            const words = ["operator", "create", "--admin", "--password", "correct horse battery", "--email", email];
            await assert.rejects(run(...words, "--data", program.data), /invalid_email|bad_field/, email);
        }
    });
});
