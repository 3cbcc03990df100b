// The script that holds Commis beside another order back office: the same work through an adapter a server.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { call, make_shop, serve, skip } from "../support/program.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

function beside(adapter, ...words) {
    return new Promise((done) => {
        const said = [];
        const run = spawn(process.execPath, [
            `${root}bench/beside.mjs`,
            `${root}bench/beside/${adapter}.mjs`,
            ...words,
        ]);
        run.stdout.on("data", (text) => said.push(text));
        run.stderr.on("data", (text) => said.push(text));
        run.on("close", (code) => done({ code, text: Buffer.concat(said).toString() }));
    });
}

describe("two servers side by side", { skip }, () => {
    let folder;
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "commis-beside-"));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    test("Commis does all of the work, and what is told is what happened", async () => {
        const data = join(folder, "data");
        const token = make_shop(data, "maison", "web-shop");
        const server = await serve(data);
        try {
            const json = join(folder, "commis.json");
            const known = ["--url", server.url, "--shop", "maison", "--token", token];
            const { code, text } = await beside("commis", ...known, "--seconds", "0.5", "--json", json);
            assert.equal(code, 0, text);
            const { work } = JSON.parse(readFileSync(json, "utf8"));
            assert.equal(Object.keys(work).length, 5);
            for (const [name, found] of Object.entries(work)) {
                assert.ok(found.answers > 0 && found.rate > 0 && found.p99 >= found.p50, `${name} in ${text}`);
                assert.equal(found.refused, 0, `${name} in ${text}`);
            }
            const count = async (query) =>
                (await call(server.url, "maison", token, "GET", `/orders?limit=1&count=true${query}`)).total;
            assert.equal(await count(""), work["orders placed"].answers);
            assert.equal(await count("&payment_status=paid"), work["marked paid"].answers);
        } finally {
            await server.end();
        }
    });

    test("refusals are told as such and never count as work", async () => {
        const data = join(folder, "closed");
        make_shop(data, "maison", "web-shop");
        const server = await serve(data);
        try {
            const known = ["--url", server.url, "--shop", "maison", "--token", "nobody"];
            const { code, text } = await beside("commis", ...known, "--seconds", "0.3");
            assert.equal(code, 1, text);
            assert.match(text, /orders placed +0\.0\/s .* 0 answers, [1-9]\d* refused\n +the first of them: .*401/);
        } finally {
            await server.end();
        }
    });

    test("WooCommerce is asked as its documentation says", async () => {
        const orders = new Map();
        const asked = [];
        const server = createServer(async (request, response) => {
            const parts = [];
            for await (const part of request) parts.push(part);
            const body = parts.length === 0 ? undefined : JSON.parse(Buffer.concat(parts).toString());
            const { pathname, searchParams } = new URL(request.url, "http://shop.example");
            const say = (status, answer) => {
                response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
            };
            const [, id] = /^\/shop\/wp-json\/wc\/v3\/orders(?:\/(\d+))?$/.exec(pathname) ?? [];
            asked.push(`${request.method} ${id ? "one" : "all"} ${[...searchParams.keys()].join(",")}`.trim());
            const known = `Basic ${Buffer.from("ck_1:cs_2").toString("base64")}`;
            if (request.headers.authorization !== known) return say(401, { code: "woocommerce_rest_cannot_view" });
            if (request.method === "POST") {
                assert.deepEqual(
                    body.line_items.map((line) => [line.product_id, line.quantity]),
                    [
                        [11, 2],
                        [12, 5],
                        [13, 1],
                    ],
                );
                const order = { id: orders.size + 1, status: "pending", billing: body.billing };
                orders.set(order.id, order);
                return say(201, order);
            }
            const order = id && orders.get(Number(id));
            if (id && !order) return say(404, { code: "woocommerce_rest_shop_order_invalid_id" });
            if (request.method === "PUT") {
                assert.deepEqual(body, { set_paid: true });
                assert.equal(order.status, "pending", "each order is paid once");
                order.status = "processing";
            }
            return say(200, order ?? [...orders.values()].slice(0, Number(searchParams.get("per_page"))));
        });
        await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
        try {
            const url = `http://127.0.0.1:${server.address().port}/shop/`;
            const known = ["--url", url, "--key", "ck_1", "--secret", "cs_2", "--products", "11,12,13"];
            const { code, text } = await beside("woocommerce", ...known, "--seconds", "0.3");
            assert.equal(code, 0, text);
            assert.doesNotMatch(text, /the first of them/);
            assert.deepEqual(
                new Set(asked),
                new Set(["POST all", "PUT one", "GET all per_page", "GET all per_page,search", "GET one"]),
            );
            const refused = await beside("woocommerce", "--url", url, "--key", "ck_1", "--seconds", "0.3");
            assert.equal(refused.code, 2);
            assert.match(refused.text, /--key KEY --secret SECRET --products PRODUCTS/);
        } finally {
            server.closeAllConnections();
            server.close();
        }
    });
});
