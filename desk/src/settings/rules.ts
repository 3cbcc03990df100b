// The settings of a profile as plain controls: each with its address in the settings document, its words and choices.
import type { Key } from "../lib/i18n.svelte";

type Value = string | number | boolean;
export interface Rule {
    /** Members of the settings document, from the outside in. */
    path: string;
    label: Key;
    choices?: [string, Key][];
    unit?: Key;
    min?: number;
    max?: number;
    /** What it means in one sentence, below its name. */
    help?: Key;
}
export interface RuleGroup {
    label: Key;
    hint?: Key;
    rules: Rule[];
}

const notices: [string, Key][] = [
    ["ask", "rule.notify_ask"],
    ["confirm", "rule.notify_confirm"],
    ["always", "rule.notify_always"],
    ["order-switch", "rule.notify_switch"],
    ["never", "rule.notify_never"],
];
const effect: [string, Key][] = [
    ["button", "rule.apply_button"],
    ["immediate", "rule.apply_immediate"],
];
const notify = (event: string): Rule => ({
    path: `notify.${event}`,
    label: `rule.on_${event}` as Key,
    choices: notices,
});
const yes_no = (path: string): Rule => ({ path, label: `rule.${path}` as Key });

const limit = (path: string, unit: Key, max: number): Rule => ({
    path,
    label: `rule.${path}` as Key,
    help: `rule.${path}_help` as Key,
    unit,
    min: 0,
    max,
});

export const rule_groups: RuleGroup[] = [
    {
        label: "rule.telling",
        hint: "rule.telling_hint",
        rules: [
            ...["order_placed", "payment_change", "state_button", "state_list", "cancel", "refund", "removal"].map(
                notify,
            ),
            { path: "notify.payment_change_confirmed_only", label: "rule.payment_change_confirmed_only" },
            yes_no("notify_on_state_default"),
        ],
    },
    {
        label: "rule.invoices",
        rules: [
            {
                path: "invoice_at",
                label: "rule.invoice_at",
                choices: [
                    ["order", "settings.invoice_order"],
                    ["payment", "settings.invoice_payment"],
                    ["dispatch", "settings.invoice_dispatch"],
                    ["manual", "settings.invoice_manual"],
                ],
            },
            yes_no("invoice_digital_at_payment"),
            yes_no("draft_invoice_at_order"),
            yes_no("pro_forma_until_payment"),
            yes_no("sends_invoice"),
            {
                path: "tax_rounding",
                label: "rule.tax_rounding",
                choices: [
                    ["document", "rule.rounding_document"],
                    ["line", "rule.rounding_line"],
                ],
            },
        ],
    },
    {
        label: "rule.money",
        rules: [
            {
                path: "capture",
                label: "rule.capture",
                choices: [
                    ["order", "settings.invoice_order"],
                    ["dispatch", "settings.invoice_dispatch"],
                    ["handover", "rule.capture_handover"],
                    ["manual", "settings.invoice_manual"],
                ],
            },
            yes_no("warns_capture_before_dispatch"),
            { path: "abandoned_after_min", label: "rule.abandoned_after", unit: "rule.minutes", min: 1, max: 43_200 },
            {
                path: "offline_refund",
                label: "rule.offline_refund",
                choices: [
                    ["recorded", "rule.refund_recorded"],
                    ["initiated", "rule.refund_initiated"],
                ],
            },
            yes_no("refund_cancels_units"),
            yes_no("refund_closes_access"),
            yes_no("refund_blocks_registration"),
            yes_no("cancel_is_final"),
        ],
    },
    {
        label: "rule.work",
        rules: [
            {
                path: "ship_guard.needs",
                label: "rule.ship_needs",
                choices: [
                    ["nothing", "rule.needs_nothing"],
                    ["secured", "rule.needs_secured"],
                    ["authorized", "rule.needs_authorized"],
                    ["confirmed", "rule.needs_confirmed"],
                    ["paid", "rule.needs_paid"],
                ],
            },
            {
                path: "ship_guard.force",
                label: "rule.ship_force",
                choices: [
                    ["warn", "rule.force_warn"],
                    ["block", "rule.force_block"],
                ],
            },
            { path: "apply.button", label: "rule.apply_on_page", choices: effect },
            { path: "apply.list", label: "rule.apply_in_list", choices: effect },
            { path: "hold_period_s", label: "rule.hold_period", unit: "rule.seconds", min: 0, max: 3600 },
        ],
    },
    {
        label: "rule.rights",
        hint: "rule.rights_hint",
        rules: [
            limit("withdrawal_days", "rule.days", 3650),
            limit("return_days", "rule.days", 3650),
            limit("download_limit", "rule.times", 10_000),
            limit("download_days", "rule.days", 3650),
        ],
    },
    { label: "rule.stock", rules: [yes_no("tracks_stock"), yes_no("restock_default"), yes_no("restock_asks")] },
];
export const all_rules = rule_groups.flatMap((group) => group.rules);

type Document = Record<string, unknown>;

export function value_at(settings: Document, path: string): Value {
    let node: unknown = settings;
    for (const member of path.split(".")) node = (node as Document | undefined)?.[member];
    return node as Value;
}

export type Values = Record<string, Value>;
export const values_of = (settings: Document): Values =>
    Object.fromEntries(all_rules.map((rule) => [rule.path, value_at(settings, rule.path)]));

function put(document: Document, path: string, value: Value | null) {
    const members = path.split(".");
    let node = document;
    for (const member of members.slice(0, -1)) {
        node[member] ??= {};
        node = node[member] as Document;
    }
    node[members.at(-1)!] = value;
}

/** What is sent: changed values, and null for those that are the profile's own again. */
export function rules_patch(before: Values, typed: Values, own: Values): Document {
    const patch: Document = {};
    for (const { path } of all_rules) {
        if (typed[path] === before[path]) continue;
        put(patch, path, typed[path] === own[path] ? null : typed[path]!);
    }
    return patch;
}

/** Takes back what does not fit another profile: the outermost member of each refused pointer. */
export function without(pointers: string[]): Document {
    const members = pointers.flatMap((pointer) => /^\/settings\/([^/]+)/.exec(pointer)?.[1] ?? []);
    return Object.fromEntries(members.map((member) => [member, null]));
}
