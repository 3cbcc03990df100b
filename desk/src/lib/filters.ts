// The list's filters: which there are, the values they offer, and how they stand in the address bar. The names are the
// API's own, so the query of the page is the query of the call.
import type { Label, Session, Shop } from "./api";
import type { Key } from "./i18n.svelte";

export interface Filter {
    id: string;
    label: Key;
    kind: "choice" | "text" | "period" | "amount" | "flag";
    /** What it lets through, in words. */
    hint: Key;
    /** The query names it is kept under; a period and an amount have two. */
    names: readonly string[];
}

export const filters: readonly Filter[] = [
    { id: "queue", label: "column.next_step", kind: "choice", hint: "filter_hint.queue", names: ["queue"] },
    {
        id: "payment_status",
        label: "column.payment",
        kind: "choice",
        hint: "filter_hint.payment",
        names: ["payment_status"],
    },
    { id: "state", label: "column.state", kind: "choice", hint: "filter_hint.state", names: ["state"] },
    { id: "stage", label: "filter.stage", kind: "choice", hint: "filter_hint.stage", names: ["stage"] },
    { id: "status", label: "column.summary", kind: "choice", hint: "filter_hint.summary", names: ["status"] },
    {
        id: "payment_method",
        label: "column.payment_method",
        kind: "choice",
        hint: "filter_hint.method",
        names: ["payment_method"],
    },
    {
        id: "unseen",
        label: "filter.unseen",
        kind: "flag",
        hint: "filter_hint.unseen",
        names: ["unseen"],
    },
    { id: "has_hold", label: "filter.has_hold", kind: "flag", hint: "filter_hint.has_hold", names: ["has_hold"] },
    {
        id: "hold",
        label: "column.hold_until",
        kind: "period",
        hint: "filter_hint.hold",
        names: ["hold_from", "hold_to"],
    },
    {
        id: "placed",
        label: "column.placed_at",
        kind: "period",
        hint: "filter_hint.placed",
        names: ["placed_from", "placed_to"],
    },
    {
        id: "total",
        label: "column.total",
        kind: "amount",
        hint: "filter_hint.total",
        names: ["min_total", "max_total"],
    },
    {
        id: "promo_code",
        label: "column.promo_code",
        kind: "text",
        hint: "filter_hint.promo_code",
        names: ["promo_code"],
    },
    { id: "sku", label: "filter.sku", kind: "text", hint: "filter_hint.sku", names: ["sku"] },
    { id: "item", label: "filter.item", kind: "text", hint: "filter_hint.item", names: ["item"] },
    { id: "kind", label: "filter.kind", kind: "choice", hint: "filter_hint.kind", names: ["kind"] },
    { id: "channel", label: "column.channel", kind: "text", hint: "filter_hint.channel", names: ["channel"] },
    { id: "tag", label: "filter.tag", kind: "text", hint: "filter_hint.tag", names: ["tag"] },
    { id: "assignee", label: "filter.assignee", kind: "text", hint: "filter_hint.assignee", names: ["assignee"] },
    { id: "customer", label: "filter.customer", kind: "text", hint: "filter_hint.customer", names: ["customer"] },
];

export interface Choice {
    label: string;
    /** Several codes may have the same word in a profile; they are one choice then. */
    values: string[];
}

export function merged(labels: readonly Label[]): Choice[] {
    const choices = new Map<string, Choice>();
    for (const { id, label } of labels) {
        const known = choices.get(label);
        if (known) known.values.push(id);
        else choices.set(label, { label, values: [id] });
    }
    return [...choices.values()];
}

export function choices_of(id: string, shop: Shop | undefined, session: Session | undefined): Choice[] {
    const words = shop?.vocabulary ?? session?.vocabulary;
    if (!words) return [];
    if (id === "payment_status") return merged(words.payment_statuses);
    if (id === "status") return merged(words.summaries);
    if (id === "queue") return merged(words.queues);
    if (id === "stage") return merged(words.stages);
    if (id === "kind") return merged(words.kinds);
    if (id === "payment_method") return merged(shop ? shop.payment_methods : words.payment_methods);
    if (id === "state" && shop) return merged(shop.states);
    return [];
}

/** The filters that make sense here: states belong to one shop; over all shops the stage stands in for them. */
export function filters_for(shop: Shop | undefined): Filter[] {
    return filters.filter(({ id }) => {
        if (id === "state") return shop !== undefined;
        if (id === "status") return shop === undefined || shop.list_shows.includes("summary");
        if (id === "total") return shop !== undefined;
        return true;
    });
}

const list_names = ["q", "sort", "shop", ...filters.flatMap((filter) => filter.names)];

/** What of the page's query is the list's, without the cursor: two equal texts mean the same list. */
export function list_query(query: URLSearchParams): URLSearchParams {
    const result = new URLSearchParams();
    for (const name of list_names) for (const value of query.getAll(name)) if (value !== "") result.append(name, value);
    return result;
}

/** What the list asks the server for one of its pages: the first is counted, unless it is searched for. */
export function page_query(query: URLSearchParams, cursor: string): URLSearchParams {
    const result = list_query(query);
    if (cursor) result.set("cursor", cursor);
    else if (!result.get("q")) result.set("count", "true");
    return result;
}

export function with_values(query: URLSearchParams, name: string, values: readonly string[]): URLSearchParams {
    const result = list_query(query);
    result.delete(name);
    for (const value of values) if (value !== "") result.append(name, value);
    return result;
}

export function without(query: URLSearchParams, filter: Filter): URLSearchParams {
    return filter.names.reduce((result, name) => with_values(result, name, []), list_query(query));
}

export function active_filters(query: URLSearchParams): Filter[] {
    return filters.filter((filter) => filter.names.some((name) => query.get(name)));
}

/** The sort after a click on a column's head: up, then down. */
export function next_sort(current: string, column: string): string {
    const first = column === "buyer" || column === "number" ? column : `-${column}`;
    const second = first.startsWith("-") ? column : `-${column}`;
    return current === first ? second : first;
}
