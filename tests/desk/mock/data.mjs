// Made-up shops and orders for the mock API: always the same ones, because the random numbers have a fixed seed.

import { goods, names } from "./words.mjs";

let seed = 20261122;
const random = () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return seed / 4294967296;
};
const pick = (list) => list[Math.floor(random() * list.length)];

const stage_labels = {
    new: "New",
    processing: "Processing",
    on_hold: "On hold",
    shipped: "Shipped",
    completed: "Completed",
    cancelled: "Cancelled",
};
const stage_colors = {
    new: "blue",
    processing: "amber",
    on_hold: "red",
    shipped: "violet",
    completed: "green",
    cancelled: "grey",
};
const state = (id, stage, label, initial_only = false) => ({
    id,
    stage,
    stage_label: stage_labels[stage],
    label,
    color: stage_colors[stage],
    initial_only,
    published: true,
});

const payment_words = {
    paid: "Payment confirmed",
    pending: "To be confirmed",
    awaiting: "Awaiting payment",
    failed: "Refused",
    on_delivery: "Payment confirmed",
    partially_paid: "To be confirmed",
};
const label = ([id, text]) => ({ id, label: text });
const vocabulary = {
    payment_statuses: Object.entries(payment_words).map(label),
    summaries: [
        ["unpaid", "Unpaid"],
        ["open", "Open"],
        ["partial", "Partly complete"],
        ["complete", "Complete"],
        ["cancelled", "Cancelled"],
    ].map(label),
    stages: Object.entries(stage_labels).map(label),
    queues: [
        ["to_collect", "To collect"],
        ["to_ship", "To ship"],
    ].map(label),
    payment_methods: [
        ["card", "Card"],
        ["cheque", "Cheque"],
        ["bank-transfer", "Bank transfer"],
    ].map(label),
    kinds: [
        ["goods", "Goods"],
        ["digital", "Download"],
        ["ticket", "Ticket"],
    ].map(label),
};

const shop = (id, name, profile, currency, states, list_shows, apply, columns) => ({
    id,
    name,
    profile,
    currency,
    currency_exponent: 2,
    language: "en",
    timezone: "Europe/Paris",
    sandbox: false,
    legal: {},
    bank_accounts: [],
    personal_data: { keep_documents_years: 10, erase_after_months: 0, archive_after_months: 0 },
    papers: {
        color: "",
        window: "by_country",
        footer: [],
        exemption_reason: "",
        payment_days: 14,
        return_slips: false,
        logo: null,
    },
    mail: {},
    settings: {},
    states,
    payment_methods: vocabulary.payment_methods.map((each) => ({
        ...each,
        kind: each.id === "card" ? "gateway" : "offline",
        on: true,
    })),
    vocabulary,
    list_shows,
    apply,
    columns,
    warnings: [{ code: "smtp_missing", text: "No SMTP address is set, so mail waits in the outbox." }],
});

const both = [
    "number",
    "buyer",
    "payment",
    "state",
    "quantity",
    "total",
    "promo_code",
    "placed_at",
    "payment_method",
    "next_step",
];
export const shops = [
    shop(
        "maison",
        "Maison Lumière",
        "web-shop",
        "EUR",
        [
            state("received", "new", "Received"),
            state("validated", "processing", "Validated"),
            state("to_prepare", "processing", "To prepare"),
            state("to_deliver", "processing", "To deliver"),
            state("delivered", "completed", "Delivered"),
            state("in_dispute", "on_hold", "In dispute"),
            state("cancelled", "cancelled", "Cancelled"),
        ],
        ["payment", "state"],
        "button",
        both,
    ),
    shop(
        "nordlys",
        "Nordlys Keramik",
        "nordic-shop",
        "DKK",
        [
            state("received", "new", "Received"),
            state("processing", "processing", "Processing"),
            state("sent", "shipped", "Sent"),
            state("completed", "completed", "Completed"),
            state("cancelled", "cancelled", "Cancelled"),
        ],
        ["state", "payment"],
        "immediate",
        both,
    ),
];

const next_steps = {
    paid: { id: "ship", queue: "to_ship", text: "Ship" },
    pending: { id: "wait_for_payment", queue: "to_collect", text: "Wait for the payment; remind after 5 days" },
    partially_paid: { id: "collect", queue: "to_collect", text: "Collect the rest" },
    failed: { id: "do_not_ship", queue: "none", text: "Do not ship" },
    on_delivery: { id: "ship", queue: "to_ship", text: "Ship" },
    awaiting: null,
};

export const actions_of = (order) => {
    const paid = order.totals.due === 0;
    const mark = {
        id: "mark-paid",
        label: "Mark as paid",
        allowed: !paid,
        reason: paid ? "already_paid" : null,
        reason_text: paid ? "Everything is paid already." : null,
        warning: null,
        warning_text: null,
    };
    const plain = { allowed: true, reason: null, reason_text: null, warning: null, warning_text: null };
    return [mark, { ...plain, id: "change-state", label: "Change state" }, { ...plain, id: "edit", label: "Edit" }];
};

export const refresh = (order) => {
    const due = Math.max(0, order.totals.owed - order.totals.paid);
    order.totals.due = due;
    order.totals.held = order.totals.paid;
    order.totals.refundable = order.totals.paid;
    if (due === 0) order.payment_status = "paid";
    else if (order.totals.paid > 0) order.payment_status = "partially_paid";
    order.payment_label = payment_words[order.payment_status];
    order.next_step = ["completed", "cancelled"].includes(order.state.stage) ? null : next_steps[order.payment_status];
    const status = due > 0 && order.payment_status !== "on_delivery" ? "unpaid" : "complete";
    order.summary = { ...order.summary, status, label: status === "unpaid" ? "Unpaid" : "Complete" };
    order.actions = actions_of(order);
    const none = { reason: null, reason_text: null, warning: null, warning_text: null };
    order.state_choices = shops
        .find(({ id }) => id === order.shop)
        .states.map(({ id, stage, label: word, color }) => {
            const allowed = id !== order.state.id && stage !== "cancelled";
            return { ...none, id, stage, label: word, color, allowed };
        });
};

const make_order = (at, index) => {
    const owner = shops[index % 3 === 2 ? 1 : 0];
    const name = pick(names);
    const method = pick(owner.payment_methods);
    const lines = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, position) => {
        const [sku, text, price] = pick(goods);
        const quantity = 1 + Math.floor(random() * 3);
        return {
            id: `${index}-${position}`,
            sku,
            name: text,
            kind: "goods",
            quantity,
            cancelled: 0,
            refunded: 0,
            shipped: 0,
            returned: 0,
            unit_price: price,
            discount: 0,
            tax_rate: "20",
            tax: Math.round((price * quantity) / 6),
            total: price * quantity,
            units: [],
        };
    });
    const sum = lines.reduce((total, line) => total + line.total, 0);
    const status =
        method.id === "card" ? pick(["paid", "paid", "paid", "awaiting", "failed"]) : pick(["pending", "paid", "paid"]);
    const paid = status === "paid" ? sum + 690 : 0;
    const age = (Date.now() - at) / 86400000;
    const { stage, stage_label, label: word, color, id } = pick(owner.states.slice(0, age > 10 ? 6 : 3));
    const placed_at = new Date(at).toISOString();
    const order = {
        id: String(5000 + index),
        number: String(10001 + index),
        shop: owner.id,
        version: 1,
        revision: 1,
        channel: pick(["web", "web", "phone"]),
        external_id: `web-${1000 + index}`,
        summary: { status: "complete", active: lines.length, total: lines.length, label: "Complete" },
        payment_status: status,
        payment_label: "",
        state: { id, stage, stage_label, label: word, color },
        next_step: null,
        currency: owner.currency,
        currency_exponent: 2,
        language: "fr",
        prices_include_tax: true,
        totals: {
            lines: sum,
            discount: 0,
            shipping: 690,
            tax: Math.round((sum + 690) / 6),
            total: sum + 690,
            cancelled: 0,
            allowances: 0,
            owed: sum + 690,
            paid,
            refunded: 0,
            held: paid,
            due: 0,
            owed_back: 0,
            refundable: paid,
            taxes: [{ rate: "20", net: sum + 690 - Math.round((sum + 690) / 6), tax: Math.round((sum + 690) / 6) }],
        },
        buyer: {
            name,
            email: `buyer${index}@example.org`,
            phone: "+33 1 23 45 67 89",
            company: random() < 0.2 ? "Atelier Nord" : "",
            vat_id: "",
        },
        billing_address: {
            line1: "1 rue des Lilas",
            line2: "",
            postal_code: "75011",
            city: pick(["Paris", "Lyon", "Århus"]),
            region: "",
            country: "FR",
        },
        shipping_address: null,
        lines,
        shipping: { method: "parcel", name: "Colissimo", amount: 690, tax_rate: "20", tax: 115, pickup: false },
        payment_method: method.id,
        payment_method_label: method.label,
        payments: paid
            ? [
                  {
                      id: `p${index}`,
                      method: method.id,
                      method_label: method.label,
                      provider: "",
                      reference: method.id === "card" ? "pi_3Q8" : "",
                      status: "captured",
                      status_label: "Received",
                      amount: paid,
                      captured: paid,
                      source: "gateway",
                      source_label: "Gateway",
                      at: placed_at,
                      expires_at: null,
                  },
              ]
            : [],
        refunds: [],
        shipments: [],
        documents: [],
        actions: [],
        promo_code: random() < 0.15 ? "NOEL" : "",
        note: random() < 0.2 ? "Leave at the door, please." : "",
        tags: random() < 0.1 ? ["vip"] : [],
        assignee: null,
        notify_on_state: true,
        placed_at,
        updated_at: placed_at,
        invoiced: false,
    };
    refresh(order);
    order.timeline = [
        {
            id: `e${index}-1`,
            sequence: 1,
            at: placed_at,
            type: "placed",
            text: "Order placed",
            actor: { kind: "buyer", name },
            note: null,
            note_html: null,
            mails: [
                {
                    id: `m${index}-1`,
                    event: "order_placed",
                    event_label: "Order confirmation",
                    to: order.buyer.email,
                    status: "queued",
                    status_label: "Waiting",
                    reason_text: null,
                },
            ],
            data: {},
        },
    ];
    return order;
};

export const orders = Array.from({ length: 312 }, (_, index) =>
    make_order(Date.now() - (312 - index) * 25_000_000 - random() * 9e6, index),
).reverse();

export const row_of = (order) => ({
    id: order.id,
    number: order.number,
    shop: order.shop,
    version: order.version,
    summary: order.summary,
    payment_status: order.payment_status,
    payment_label: order.payment_label,
    state: order.state,
    next_step: order.next_step,
    currency: order.currency,
    currency_exponent: 2,
    total: order.totals.total,
    due: order.totals.due,
    owed: order.totals.owed,
    quantity: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    buyer: { ...order.buyer, city: order.billing_address.city, country: order.billing_address.country },
    payment_method: order.payment_method,
    payment_method_label: order.payment_method_label,
    promo_code: order.promo_code,
    channel: order.channel,
    placed_at: order.placed_at,
    updated_at: order.updated_at,
    has_note: order.note !== "",
    people_erased: false,
    tags: order.tags,
    unseen: order.version === 1 && Number(order.id) > 5300,
});

export const session = {
    operator: { id: "1", name: "Mia Holm", email: "owner@example.org" },
    csrf: "csrf",
    expires_at: null,
    language: "en",
    preferences: {},
    administrator: false,
    shops: shops.map(({ id, name }) => ({
        id,
        name,
        role: "owner",
        rights: ["read", "place", "work", "edit", "money_in"],
        unseen: 3,
    })),
    vocabulary,
    version: "mock",
    demo: true,
};
