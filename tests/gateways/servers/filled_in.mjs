// The answers of a mock are examples that know nothing of the question. Here the members that depend on it are put in,
// as the services' documentation says they would stand; everything else stays the contract's example.
import { form_members } from "./strict_schema.mjs";

const charge = (id, amount) => ({
    id,
    object: "charge",
    amount,
    amount_captured: amount,
    amount_refunded: 0,
    captured: true,
    currency: "eur",
    disputed: false,
    status: "succeeded",
    balance_transaction: { id: "txn_1", object: "balance_transaction", currency: "eur", fee: 59 },
    payment_method_details: { type: "card", card: { three_d_secure: { result: "authenticated" } } },
});

const dispute = {
    id: "dp_1",
    object: "dispute",
    amount: 9880,
    currency: "eur",
    reason: "fraudulent",
    status: "needs_response",
    evidence_details: { due_by: 1900000000 },
};
const payout = {
    id: "po_1",
    object: "payout",
    amount: 8821,
    currency: "eur",
    status: "paid",
    automatic: true,
    arrival_date: 1800000000,
};
const balance = [
    { id: "txn_3", type: "payout", amount: -8821, fee: 0, net: -8821, source: "po_1" },
    {
        id: "txn_2",
        type: "refund",
        amount: -1000,
        fee: 0,
        net: -1000,
        source: { id: "re_1", charge: "ch_1", payment_intent: "pi_1" },
    },
    {
        id: "txn_1",
        type: "charge",
        amount: 9880,
        fee: 59,
        net: 9821,
        created: 1799000000,
        description: "Order 10001",
        source: { id: "ch_1", payment_intent: "pi_1" },
    },
];

const changes = {
    "post /v1/payment_intents/{intent}/capture": (answer, form) => ({
        ...answer,
        currency: "eur",
        status: "succeeded",
        amount_received: Number(form.amount_to_capture),
        charges: { object: "list", data: [charge("ch_1", Number(form.amount_to_capture))] },
    }),
    "post /v1/payment_intents/{intent}/cancel": (answer) => ({ ...answer, status: "canceled" }),
    "post /v1/charges/{charge}/capture": (answer, form) => ({ ...answer, ...charge("ch_1", Number(form.amount)) }),
    "post /v1/refunds": (answer, form) => ({
        ...answer,
        amount: Number(form.amount),
        currency: "eur",
        status: "succeeded",
        metadata: form.metadata,
    }),
    // "pi_held_…" is reserved, every other one captured.
    "get /v1/payment_intents/{intent}": (answer, _form, path) => ({
        ...answer,
        amount: 9880,
        currency: "eur",
        status: path.includes("/pi_held_") ? "requires_capture" : "succeeded",
        metadata: { commis_call: "call-1" },
    }),
    "get /v1/charges": (answer) => ({ ...answer, data: [{ ...charge("ch_1", 9880), disputed: true }] }),
    "get /v1/charges/{charge}": (answer, _form, path) => ({
        ...answer,
        ...charge("ch_1", 9880),
        captured: !path.includes("/ch_held_"),
    }),
    "get /v1/disputes": (answer) => ({ ...answer, data: [dispute] }),
    "get /v1/payouts": (answer) => ({ ...answer, data: [{ ...payout }] }),
    "get /v1/balance_transactions": (answer) => ({ ...answer, data: balance }),
};

const paypal_changes = {
    "get /v2/payments/authorizations/{authorization_id}": (answer, _members, path) => ({
        ...answer,
        id: path.split("/").at(-1),
        status: "CREATED",
        amount: { currency_code: "EUR", value: "98.80" },
        expiration_time: "2027-01-15T10:00:00Z",
        seller_protection: { status: "ELIGIBLE" },
        supplementary_data: undefined,
    }),
    "post /v2/payments/authorizations/{authorization_id}/capture": (answer, members) => ({
        ...answer,
        ...members,
        id: "CAP1",
        status: "COMPLETED",
        seller_receivable_breakdown: { paypal_fee: { currency_code: "EUR", value: "1.20" } },
    }),
    "post /v2/payments/authorizations/{authorization_id}/reauthorize": (answer, members) => ({
        ...answer,
        ...members,
        id: "AUTH2",
        status: "CREATED",
    }),
    "get /v2/payments/captures/{capture_id}": (answer, _members, path) => ({
        ...answer,
        id: path.split("/").at(-1),
        status: "COMPLETED",
        amount: { currency_code: "EUR", value: "98.80" },
        seller_receivable_breakdown: { paypal_fee: { currency_code: "EUR", value: "1.20" } },
        supplementary_data: undefined,
    }),
    "post /v2/payments/captures/{capture_id}/refund": (answer, members) => ({
        ...answer,
        ...members,
        id: "REF1",
        status: "COMPLETED",
    }),
    "post /v1/notifications/verify-webhook-signature": (answer, members) => ({
        ...answer,
        verification_status: members.transmission_id.startsWith("forged") ? "FAILURE" : "SUCCESS",
    }),
};

/** What these contracts leave out and a program can't do without: whose account it is, tokens, PayPal's orders. */
export function beside(question) {
    if (question === "post /v1/oauth2/token")
        return { status: 200, body: { access_token: "A21", token_type: "Bearer", expires_in: 32_400 } };
    if (question.startsWith("get /v1/identity/oauth2/userinfo"))
        return { status: 200, body: { payer_id: "PAYER1", name: "Nordlys ApS" } };
    if (question === "get /v1/account") return { status: 200, body: { id: "acct_1", object: "account" } };
    const is_order = question.startsWith("get /v2/checkout/orders/");
    const is_capture = question.startsWith("get /v2/payments/authorizations/CAP");
    return is_order || is_capture ? { status: 404, body: { name: "RESOURCE_NOT_FOUND" } } : undefined;
}

/** What is refused for a reason: by the contract's status, and for PayPal with an issue that it lists. */
export function refusal(name, path) {
    const is_capture = name.endsWith("/capture");
    if (is_capture && path.includes("/OLD")) return { code: 422, issue: "AUTHORIZATION_EXPIRED" };
    if (is_capture && path.includes("/DENIED")) return { code: 422, issue: "AUTHORIZATION_DENIED" };
    return is_capture && path.includes("/pi_held_wrong") ? { code: 400 } : undefined;
}

/** `name` is the operation's, `text` the example's. */
export function filled_in(name, path, body, text) {
    const change = changes[name] ?? paypal_changes[name];
    const members = body.startsWith("{") ? JSON.parse(body) : form_members(body);
    return change && text ? JSON.stringify(change(JSON.parse(text), members, path)) : text;
}
