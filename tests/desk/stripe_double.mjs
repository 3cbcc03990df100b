// Stripe as a shop meets it, played on loopback: an account that a key opens, pages on which a buyer pays, payments
// that are captured and refunded once a key, and notices signed as Stripe signs them.
import { createHmac } from "node:crypto";
import { createServer } from "node:http";

export const secret_key = "sk_test_of_the_shop";
export const signing_secret = "whsec_of_the_shop";

const list = (data) => ({ object: "list", data, has_more: false, url: "/v1" });
const refuse = (status, code, type = "invalid_request_error") => ({
    status,
    body: { error: { type, code, message: code } },
});

export async function start_stripe() {
    const intents = new Map();
    const sessions = new Map();
    const answers = new Map();
    const requests = [];
    let url = "";

    const add_intent = (amount, currency, status = "requires_capture") => {
        const id = `pi_${intents.size + 1}`;
        intents.set(id, { id, object: "payment_intent", amount, currency, status, metadata: {}, refunds: [] });
        return intents.get(id);
    };
    const charge_of = (intent) => ({
        id: intent.id.replace("pi", "ch"),
        object: "charge",
        amount: intent.amount,
        amount_captured: intent.captured ?? 0,
        captured: intent.status === "succeeded",
        currency: intent.currency,
        payment_intent: intent.id,
        status: "succeeded",
        metadata: {},
        amount_refunded: intent.refunds.reduce((sum, refund) => sum + refund.amount, 0),
        balance_transaction: { id: `txn_${intent.id}`, currency: intent.currency, fee: 59 },
    });
    const take = (intent, amount) => {
        intent.status = "succeeded";
        intent.captured = amount;
    };

    function answer(method, path, form, query) {
        if (path === "/v1/account")
            return {
                status: 200,
                body: {
                    id: "acct_1Nordlys",
                    object: "account",
                    settings: { dashboard: { display_name: "Nordlys ApS" } },
                    business_profile: { name: "Nordlys ApS" },
                },
            };
        if (path === "/v1/checkout/sessions" && method === "POST") {
            const id = `cs_test_${sessions.size + 1}`;
            const amount = Number(form.get("line_items[0][price_data][unit_amount]"));
            const currency = form.get("line_items[0][price_data][currency]");
            sessions.set(id, {
                id,
                object: "checkout.session",
                status: "open",
                payment_intent: null,
                amount_total: amount,
                currency,
                success_url: form.get("success_url"),
                url: `${url}/page/${id}`,
                expires_at: Math.floor(Date.now() / 1000) + 86400,
            });
            return { status: 200, body: sessions.get(id) };
        }
        const session = sessions.get(/^\/v1\/checkout\/sessions\/(\w+)/.exec(path)?.[1]);
        if (session) {
            if (path.endsWith("/expire")) session.status = "expired";
            return { status: 200, body: session };
        }
        const intent = intents.get(/^\/v1\/payment_intents\/(\w+)/.exec(path)?.[1]);
        if (intent) {
            if (path.endsWith("/capture")) {
                if (intent.declines) return refuse(402, "card_declined", "card_error");
                take(intent, Number(form.get("amount_to_capture") ?? intent.amount));
            } else if (path.endsWith("/cancel")) intent.status = "canceled";
            else if (method === "POST")
                for (const [name, text] of form) intent.metadata[/\[(\w+)\]/.exec(name)?.[1] ?? name] = text;
            return { status: 200, body: intent };
        }
        const named = intents.get(
            query.get("payment_intent") ?? form.get("payment_intent") ?? query.get("charge")?.replace("ch", "pi"),
        );
        if (path === "/v1/refunds" && method === "POST") {
            if (!named) return refuse(404, "resource_missing");
            const refund = {
                id: `re_${named.id}_${named.refunds.length + 1}`,
                object: "refund",
                amount: Number(form.get("amount")),
                currency: named.currency,
                status: "succeeded",
                charge: charge_of(named).id,
                payment_intent: named.id,
                metadata: { commis_call: form.get("metadata[commis_call]") },
            };
            named.refunds.push(refund);
            return { status: 200, body: refund };
        }
        if (path === "/v1/charges") return { status: 200, body: list(named ? [charge_of(named)] : []) };
        if (path === "/v1/refunds") return { status: 200, body: list(named?.refunds ?? []) };
        if (path === "/v1/disputes") return { status: 200, body: list([]) };
        return refuse(404, "resource_missing");
    }

    const server = createServer(async (request, response) => {
        const { pathname, searchParams } = new URL(request.url, "http://stripe");
        let text = "";
        for await (const part of request) text += part;
        const page = /^\/page\/(\w+)/.exec(pathname)?.[1];
        if (page) return show_page(sessions.get(page), request.method, response);
        requests.push({ method: request.method, path: pathname, body: text });
        const reply = ({ status, body }) => {
            response.writeHead(status, { "content-type": "application/json" });
            response.end(JSON.stringify(body));
        };
        if (request.headers.authorization !== `Bearer ${secret_key}`) return reply(refuse(401, "api_key_invalid"));
        const key = request.headers["idempotency-key"];
        if (key && !answers.has(key))
            answers.set(key, answer(request.method, pathname, new URLSearchParams(text), searchParams));
        return reply(
            key ? answers.get(key) : answer(request.method, pathname, new URLSearchParams(text), searchParams),
        );
    });
    function show_page(session, method, response) {
        if (method === "POST") {
            const intent = add_intent(session.amount_total, session.currency, "succeeded");
            take(intent, session.amount_total);
            Object.assign(session, { status: "complete", payment_intent: intent.id });
            response.writeHead(303, { location: double.return_to(session.success_url) });
            return response.end();
        }
        response.writeHead(200, { "content-type": "text/html" });
        return response.end(
            '<!doctype html><html lang="en"><title>Stripe</title><form method="post">' +
                `<button>Pay ${session.amount_total}</button></form></html>`,
        );
    }
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${server.address().port}`;
    const double = {
        url,
        /** Where a buyer who has paid is sent: what the program said, unless a test knows better. */
        return_to: (address) => address,
        requests,
        add_intent,
        sessions,
        stop: () => new Promise((resolve) => server.close(resolve)),
        /** Tells the program of an event, signed. */
        tell: (address, event, secret = signing_secret, at = Math.floor(Date.now() / 1000)) => {
            const body = JSON.stringify(event);
            const signature = createHmac("sha256", secret).update(`${at}.${body}`).digest("hex");
            return fetch(address, {
                method: "POST",
                body,
                headers: { "content-type": "application/json", "stripe-signature": `t=${at},v1=${signature}` },
            });
        },
    };
    return double;
}
