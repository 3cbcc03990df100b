// The operator's guide topic by topic, and which topic explains which screen and which dialog. A screen without a topic
// does not compile; tests want a topic of every dialog and every topic in four languages.
import type { Key } from "./i18n.svelte";
import type { Place, Screen } from "./place";

export const topic_groups = [
    { title: "help.group_start", topics: ["first-steps", "words", "keys"] },
    { title: "help.group_list", topics: ["find-orders", "views", "many-orders"] },
    {
        title: "help.group_order",
        topics: [
            "order-page",
            "payments",
            "states",
            "shipping",
            "refunds",
            "chargebacks",
            "cancelling",
            "requests",
            "tickets",
            "check-in",
            "documents",
            "packing",
        ],
    },
    {
        title: "help.group_work",
        topics: ["telephone-orders", "customers", "articles", "mails", "bank", "payouts", "reminders"],
    },
    { title: "help.group_figures", topics: ["statistics", "accounting", "proof", "imports", "jobs"] },
    {
        title: "help.group_settings",
        topics: [
            "settings-shop",
            "settings-states",
            "settings-labels",
            "settings-payments",
            "settings-numbers",
            "settings-papers",
            "settings-templates",
            "settings-mail-health",
            "settings-team",
            "settings-webhooks",
            "account",
        ],
    },
] as const satisfies readonly { title: Key; topics: readonly string[] }[];

export type Topic = (typeof topic_groups)[number]["topics"][number];
export const all_topics: readonly Topic[] = topic_groups.flatMap((group) => group.topics);
export const is_topic = (id: string | undefined): id is Topic => all_topics.includes(id as Topic);

const of_screen: Record<Screen, Topic> = {
    orders: "find-orders",
    order: "order-page",
    bank: "bank",
    payouts: "payouts",
    documents: "documents",
    proof: "proof",
    pack: "packing",
    "check-in": "check-in",
    mails: "mails",
    imports: "imports",
    customers: "customers",
    customer: "customers",
    statistics: "statistics",
    accounting: "accounting",
    unpaid: "reminders",
    "card-holds": "payments",
    refunds: "refunds",
    chargebacks: "chargebacks",
    articles: "articles",
    "pick-list": "articles",
    "supplier-list": "articles",
    "new-order": "telephone-orders",
    "removed-orders": "cancelling",
    jobs: "jobs",
    settings: "settings-shop",
    help: "first-steps",
    join: "first-steps",
    unknown: "first-steps",
};
// A section of the settings that is not named here is explained by the shop's own.
const of_section: Record<string, Topic> = {
    shop: "settings-shop",
    profile: "settings-shop",
    states: "settings-states",
    labels: "settings-labels",
    "payment-methods": "settings-payments",
    "payment-services": "settings-payments",
    bank: "settings-payments",
    "number-ranges": "settings-numbers",
    papers: "settings-papers",
    templates: "settings-templates",
    "mail-health": "settings-mail-health",
    team: "settings-team",
    tokens: "settings-team",
    audit: "settings-team",
    webhooks: "settings-webhooks",
    blocked: "tickets",
    "personal-data": "customers",
    accounting: "accounting",
    account: "account",
};
export const explained_sections: readonly string[] = Object.keys(of_section);

export function screen_topic(place: Place): Topic {
    const of_part = place.screen === "settings" ? of_section[place.id ?? ""] : undefined;
    return of_part ?? of_screen[place.screen];
}

// What an action's dialog is explained by; the actions are the server's, so a new one falls back on the order page.
const of_action: Record<string, Topic> = {
    edit: "order-page",
    "mark-paid": "payments",
    capture: "payments",
    void: "payments",
    "check-payment": "payments",
    "send-payment-link": "payments",
    "mark-pending": "payments",
    "mark-failed": "payments",
    "mark-review": "payments",
    "mark-refunded": "refunds",
    "retry-refund": "refunds",
    "record-chargeback": "chargebacks",
    "decide-chargeback": "chargebacks",
    refund: "refunds",
    cancel: "cancelling",
    reopen: "cancelling",
    delete: "cancelling",
    ship: "shipping",
    return: "shipping",
    "change-state": "states",
    "block-access": "tickets",
    "unblock-access": "tickets",
    "send-tickets": "tickets",
    "replace-attendee": "tickets",
    "undo-admission": "check-in",
    "renew-downloads": "tickets",
    "renew-link": "requests",
    "hand-out": "shipping",
    "register-request": "requests",
    "approve-request": "requests",
    "decline-request": "requests",
    "receive-return": "requests",
    "close-request": "requests",
    "erase-people": "customers",
    invoice: "documents",
    credit: "documents",
    "correct-invoice": "documents",
    "delivery-note": "documents",
    "view-receipt": "documents",
    "send-document": "documents",
    place: "telephone-orders",
    revise: "telephone-orders",
    remind: "reminders",
    "resend-confirmation": "mails",
    "send-mail": "mails",
};
export const action_topic = (action: string): Topic => of_action[action] ?? "order-page";
export const explained_actions: readonly string[] = Object.keys(of_action);
