// The storefront of the quick-start, as it is shipped: it places an order, hears that it was paid and sent, takes
// nothing that is not signed, and shows the status.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { binary, project, run, start } from "./support.mjs";

const basket = {
    currency: "EUR",
    buyer: { name: "Ada", email: "ada@example.org" },
    lines: [{ sku: "MUG", name: "Mug", quantity: 2, unit_price: 1999, tax_rate: "20" }],
    payment: { method: "cheque" },
};

describe("the storefront of the quick-start", { skip: existsSync(binary) ? false : `${binary} is not there` }, () => {
    let program;
    let owner;
    let storefront;
    let url;
    const commis = async (method, path, body) => {
        const answer = await fetch(`${program.url}/api/v1/shops/s${path}`, {
            method,
            headers: { Authorization: `Bearer ${owner}`, "Content-Type": "application/json" },
            body: JSON.stringify(body),
        });
        const text = await answer.text();
        assert.ok(answer.ok, text);
        return JSON.parse(text);
    };
    const buy = (key) =>
        fetch(`${url}/orders`, { method: "POST", headers: { "Idempotency-Key": key }, body: JSON.stringify(basket) });
    async function status_of(id, is_right) {
        const end = Date.now() + 30_000;
        for (;;) {
            const status = await (await fetch(`${url}/orders/${id}`)).json();
            if (is_right(status)) return status;
            assert.ok(Date.now() < end, JSON.stringify(status));
            await new Promise((done) => setTimeout(done, 100));
        }
    }
    async function run_storefront(port, secret, token) {
        storefront = spawn(process.execPath, [join(project, "samples/storefront/storefront.mjs")], {
            env: {
                ...process.env,
                COMMIS_URL: program.url,
                COMMIS_SHOP: "s",
                COMMIS_TOKEN: token,
                WEBHOOK_SECRET: secret,
                PORT: String(port),
            },
            stdio: ["ignore", "pipe", "inherit"],
        });
        return new Promise((found, failed) => {
            storefront.stdout.on("data", (said) => found(/http:\S+/.exec(String(said))[0]));
            storefront.once("exit", () => failed(new Error("the storefront ended")));
        });
    }
    const last_line = (said) => said.trim().split("\n").at(-1);

    before(async () => {
        program = await start("serve", "--webhook-ranges", "127.0.0.0/8", "--webhook-http");
        const where = ["--data", program.data];
        const what = ["--id", "s", "--profile", "web-shop", "--currency", "EUR", "--language", "en"];
        await run("shop", "create", ...where, ...what, "--timezone", "Europe/Paris");
        owner = last_line(await run("token", "create", ...where, "--shop", "s", "--role", "owner"));
        const token = last_line(await run("token", "create", ...where, "--shop", "s", "--role", "storefront"));
        // The address is needed for the secret and the secret for the storefront: made first, put right afterwards.
        const hook = await commis("POST", "/webhooks", { url: "http://127.0.0.1:9/webhooks" });
        url = await run_storefront(0, hook.secret, token);
        await commis("PATCH", `/webhooks/${hook.id}`, { url: `${url}/webhooks` });
    });
    after(async () => {
        storefront?.removeAllListeners("exit");
        storefront?.kill();
        await program?.stop();
    });

    test("an order is placed once, paid and sent, and its buyer sees it", async () => {
        const placed = await buy("cart-1");
        assert.equal(placed.status, 201);
        const { id, number, payment_status } = await placed.json();
        assert.notEqual(payment_status, "paid");
        assert.equal((await (await buy("cart-1")).json()).id, id, "a repeat places nothing");
        await commis("POST", `/orders/${id}/actions/mark-paid`, {});
        await status_of(id, (status) => status.payment_status === "paid");
        const tracking = { carrier: "PostNord", number: "PN1", url: "https://track.example.org/PN1" };
        await commis("POST", `/orders/${id}/actions/ship`, { tracking });
        const sent = await status_of(id, (status) => status.tracking.length > 0);
        assert.deepEqual(sent.tracking, [tracking]);
        assert.equal(sent.number, number);
    });

    test("nobody else is believed", async () => {
        const now = String(Math.floor(Date.now() / 1000));
        const headers = { "webhook-id": "x", "webhook-timestamp": now, "webhook-signature": "v1,AAAA" };
        assert.equal((await fetch(`${url}/webhooks`, { method: "POST", headers, body: "{}" })).status, 401);
        assert.equal((await fetch(`${url}/webhooks`, { method: "POST", body: "{}" })).status, 401);
    });
});
