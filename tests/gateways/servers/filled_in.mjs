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

/** `name` is the operation's, `text` the example's. */
export function filled_in(name, path, body, text) {
    const change = changes[name];
    return change ? JSON.stringify(change(JSON.parse(text), form_members(body), path)) : text;
}
