// The columns an order list can have. The profile says which are shown at first and in which order; each operator may
// change it.
import type { Shop } from "./api";
import type { Key } from "./i18n.svelte";

export interface Column {
    id: string;
    label: Key;
    /** The name the server sorts by, for columns with an index. */
    sort?: string;
    number?: boolean;
}

export const columns: readonly Column[] = [
    { id: "number", label: "column.number", sort: "number" },
    { id: "shop", label: "column.shop" },
    { id: "buyer", label: "column.buyer", sort: "buyer" },
    { id: "summary", label: "column.summary" },
    { id: "payment", label: "column.payment" },
    { id: "state", label: "column.state" },
    { id: "next_step", label: "column.next_step" },
    { id: "quantity", label: "column.quantity", number: true },
    { id: "total", label: "column.total", sort: "total", number: true },
    { id: "due", label: "column.due", number: true },
    { id: "owed_back", label: "column.owed_back", number: true },
    { id: "refunded", label: "column.refunded", number: true },
    { id: "hold", label: "column.hold", number: true },
    { id: "hold_until", label: "column.hold_until", sort: "hold_until" },
    { id: "promo_code", label: "column.promo_code" },
    { id: "placed_at", label: "column.placed_at", sort: "placed_at" },
    { id: "updated_at", label: "column.updated_at", sort: "updated_at" },
    { id: "payment_method", label: "column.payment_method" },
    { id: "company", label: "column.company" },
    { id: "email", label: "column.email" },
    { id: "city", label: "column.city" },
    { id: "country", label: "column.country" },
    { id: "channel", label: "column.channel" },
    { id: "tags", label: "column.tags" },
];

const known = new Map(columns.map((column) => [column.id, column]));
const over_all_shops = ["number", "shop", "buyer", "payment", "state", "quantity", "total", "placed_at", "next_step"];

/** The profile's first columns: its one status column stands for whichever statuses that profile shows. */
export function first_columns(shop: Shop | undefined): string[] {
    if (!shop) return over_all_shops;
    const shows_all = shop.list_shows.every((each) => shop.columns.includes(each));
    const ids = shows_all ? shop.columns : shop.columns.flatMap((id) => (id === "summary" ? shop.list_shows : [id]));
    return [...new Set(ids)].filter((id) => known.has(id) && id !== "shop");
}

/** A list sorted by the end of the card hold shows it, whatever else was chosen. */
export function with_hold(shown: Column[], sort: string | null): Column[] {
    if (!sort?.endsWith("hold_until")) return shown;
    const missing = ["hold", "hold_until"].filter((id) => !shown.some((column) => column.id === id));
    const at = shown.findIndex((column) => column.id === "buyer") + 1 || 1;
    return [...shown.slice(0, at), ...missing.map((id) => known.get(id)!), ...shown.slice(at)];
}

/** The columns to draw. The number is always there, because it is the way into the order. */
export function shown_columns(chosen: string[] | undefined, shop: Shop | undefined): Column[] {
    const ids = (chosen ?? first_columns(shop)).filter((id) => known.has(id) && (shop === undefined || id !== "shop"));
    return (ids.includes("number") ? ids : ["number", ...ids]).map((id) => known.get(id)!);
}

/** All columns for the chooser: the shown ones in their order, then the others. */
export function chooser_columns(shown: readonly Column[], shop: Shop | undefined): Column[] {
    const rest = columns.filter((column) => !shown.includes(column) && (shop === undefined || column.id !== "shop"));
    return [...shown, ...rest];
}

/** The column put before another one, or behind the last. */
export function placed(ids: readonly string[], id: string, before: string | undefined): string[] {
    if (id === before || !ids.includes(id)) return [...ids];
    const rest = ids.filter((each) => each !== id);
    const at = before === undefined ? rest.length : rest.indexOf(before);
    return at < 0 ? [...ids] : [...rest.slice(0, at), id, ...rest.slice(at)];
}

export function moved(ids: readonly string[], id: string, by: number): string[] {
    const from = ids.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= ids.length) return [...ids];
    const result = [...ids];
    result.splice(from, 1);
    result.splice(to, 0, id);
    return result;
}
