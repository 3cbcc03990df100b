// A storefront in one file: places orders in Commis, hears of their changes by webhook, and shows the status.
// Run it with Node 20 or newer and no packages: see docs/storefront.md. What it knows is kept in memory; a real shop
// keeps it in its database.
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const { COMMIS_URL, COMMIS_SHOP, COMMIS_TOKEN, WEBHOOK_SECRET, PORT = "3000" } = process.env;
for (const name of ["COMMIS_URL", "COMMIS_SHOP", "COMMIS_TOKEN", "WEBHOOK_SECRET"]) {
    if (!process.env[name]) throw new Error(`${name} is not set`);
}

const heard = new Set(); // Ids of the messages that were taken, for they may come twice.
const orders = new Map(); // By the order's id: what is known of it, as of its newest event.

/** Places an order. The key makes a repeat harmless: after a lost answer, send the same again. */
async function place(basket, key = randomUUID()) {
    const answer = await fetch(`${COMMIS_URL}/api/v1/shops/${COMMIS_SHOP}/orders`, {
        method: "POST",
        headers: {
            Authorization: `Bearer ${COMMIS_TOKEN}`,
            "Content-Type": "application/json",
            "Idempotency-Key": key,
        },
        body: JSON.stringify({ ...basket, external_id: key }),
    });
    const order = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(order.detail), { status: answer.status });
    remember(order.version, order);
    return order;
}

/** Messages come in any order: an older one changes nothing. */
function remember(version, order) {
    const known = orders.get(order.id);
    if (known && known.version >= version) return;
    const { id, number, status, payment_status, shipments } = order;
    orders.set(id, {
        id,
        number,
        version,
        status,
        payment_status,
        tracking: shipments.map(({ tracking }) => tracking),
    });
}

/** Who signed knows the secret, and did it within the last five minutes. Secrets that change sign side by side. */
function is_genuine(headers, body) {
    const age_s = Math.abs(Date.now() / 1000 - Number(headers["webhook-timestamp"]));
    if (!(age_s < 300)) return false;
    const key = Buffer.from(WEBHOOK_SECRET.replace("whsec_", ""), "base64");
    const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const expected = createHmac("sha256", key).update(text).digest();
    return String(headers["webhook-signature"])
        .split(" ")
        .filter((each) => each.startsWith("v1,"))
        .map((each) => Buffer.from(each.slice(3), "base64"))
        .some((each) => each.length === expected.length && timingSafeEqual(each, expected));
}

function hear(headers, body) {
    if (!is_genuine(headers, body)) return 401;
    if (heard.has(headers["webhook-id"])) return 200;
    const event = JSON.parse(body);
    if (event.data.order) remember(event.data.order.version, event.data.order);
    heard.add(headers["webhook-id"]);
    return 200;
}

async function body_of(request) {
    let text = "";
    for await (const bytes of request.setEncoding("utf8")) text += bytes;
    return text;
}

const server = createServer(async (request, response) => {
    const say = (status, content) =>
        response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(content));
    try {
        const { pathname } = new URL(request.url, "http://storefront");
        const body = await body_of(request);
        if (request.method === "POST" && pathname === "/webhooks")
            return response.writeHead(hear(request.headers, body)).end();
        if (request.method === "POST" && pathname === "/orders") {
            const { id } = await place(JSON.parse(body), request.headers["idempotency-key"]);
            return say(201, orders.get(id));
        }
        const known = orders.get(pathname.replace("/orders/", ""));
        return known ? say(200, known) : say(404, { detail: "There is no such order." });
    } catch (error) {
        return say(error.status ?? 500, { detail: error.message });
    }
});
server.listen(Number(PORT), "127.0.0.1", () =>
    console.log(`The storefront listens on http://127.0.0.1:${server.address().port}`),
);
