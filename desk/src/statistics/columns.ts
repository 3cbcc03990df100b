// What a row of the statistics can be of, the figures it has, and how the order list asks for the same orders.
import type { SalesFigures, Statistics } from "../lib/api";
import { country } from "../lib/format";
import { type Key, t, wording } from "../lib/i18n.svelte";

export type By = Statistics["by"];
export type Kind = "item" | "payment_type" | "country" | "channel" | "state" | "promo_code";

export const kinds: Record<Kind, { title: Key; column: Key; none?: Key; filter?: string }> = {
    item: { title: "statistics.items", column: "statistics.by_item", filter: "item" },
    payment_type: {
        title: "statistics.by_payment_type",
        column: "statistics.by_payment_type",
        none: "statistics.no_method",
        filter: "payment_method",
    },
    country: { title: "statistics.by_country", column: "statistics.by_country", none: "statistics.no_country" },
    channel: {
        title: "statistics.by_channel",
        column: "statistics.by_channel",
        none: "statistics.no_channel",
        filter: "channel",
    },
    state: { title: "statistics.by_state", column: "statistics.by_state", filter: "state" },
    promo_code: {
        title: "statistics.by_promo_code",
        column: "statistics.by_promo_code",
        none: "statistics.no_code",
        filter: "promo_code",
    },
};

export const columns: [keyof SalesFigures, Key][] = [
    ["orders", "statistics.orders"],
    ["units", "statistics.units"],
    ["gross", "statistics.gross"],
    ["discounts", "statistics.discounts"],
    ["tax", "statistics.tax"],
    ["cancelled", "statistics.cancelled"],
    ["allowances", "statistics.allowances"],
    ["net", "statistics.net"],
    ["refunds", "statistics.refunds"],
];
export const is_count = (column: keyof SalesFigures): boolean => column === "orders" || column === "units";

export function label_of(kind: Kind, row: { key: string; label: string }): string {
    if (kind === "country" && row.key) return country(row.key, wording.language);
    const { none } = kinds[kind];
    return row.label || (none ? t(none) : "–");
}
