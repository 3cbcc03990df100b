// What each column of the order list says of an order. The table asks once a cell, so everything here is plain words.
import type { OrderRow, Shop } from "./api";
import type { Column } from "./columns";
import { day, distance, moment, money, short_moment } from "./format";
import { t } from "./i18n.svelte";
import { payment_sign, type Sign, state_sign, summary_sign } from "./signs";

/** In whose words and whose time a list is read. */
export interface Reader {
    language: string;
    shop: (id: string) => Shop | undefined;
}

type Named = Pick<Column, "id">;

const soon_ms = 48 * 3_600_000;

const sum = (row: OrderRow, minor: number, { language }: Reader): string =>
    money(minor, row.currency, row.currency_exponent, language);
const amount = (row: OrderRow, minor: number, reader: Reader): string => (minor === 0 ? "" : sum(row, minor, reader));
const zone = (row: OrderRow, reader: Reader) => reader.shop(row.shop)?.timezone;

type Words = (row: OrderRow, reader: Reader) => string;
const words: Record<string, Words> = {
    buyer: (row) => row.buyer.name || row.buyer.email || (row.people_erased ? t("people.gone") : ""),
    summary: (row) => row.summary.label,
    payment: (row) => row.payment_label,
    state: (row) => row.state.label,
    next_step: (row) => row.next_step?.text ?? "",
    quantity: ({ summary, quantity }) =>
        summary.active < summary.total ? `${summary.active}/${summary.total}` : `${quantity}`,
    total: (row, reader) => sum(row, row.total, reader),
    due: (row, reader) => amount(row, row.due, reader),
    owed_back: (row, reader) => amount(row, row.owed_back, reader),
    refunded: (row, reader) => amount(row, row.refunded, reader),
    hold: (row, reader) => amount(row, row.hold, reader),
    hold_until: (row, reader) => {
        if (!row.hold_until) return "";
        const on = day(row.hold_until, reader.language, zone(row, reader));
        return `${on} · ${distance(row.hold_until, reader.language)}`;
    },
    placed_at: (row, reader) => short_moment(row.placed_at, reader.language, zone(row, reader)),
    updated_at: (row, reader) => short_moment(row.updated_at, reader.language, zone(row, reader)),
    payment_method: (row) => row.payment_method_label,
    shop: (row, reader) => reader.shop(row.shop)?.name ?? row.shop,
    promo_code: (row) => row.promo_code,
    channel: (row) => row.channel,
    tags: (row) => row.tags.join(", "),
    company: (row) => row.buyer.company ?? "",
    email: (row) => row.buyer.email,
    city: (row) => row.buyer.city ?? "",
    country: (row) => row.buyer.country ?? "",
};
export const cell_words = (column: Named, row: OrderRow, reader: Reader): string =>
    words[column.id]?.(row, reader) ?? "";

/** The sign before a status; nothing for every other column. */
export function cell_sign(column: Named, row: OrderRow): Sign | undefined {
    if (column.id === "summary") return summary_sign(row.summary.status);
    if (column.id === "payment") return payment_sign(row.payment_status);
    return column.id === "state" ? state_sign(row.state.stage, row.state.color) : undefined;
}

/** The moment behind the words of a column of time. */
export function cell_moment(column: Named, row: OrderRow): string | null {
    if (column.id === "placed_at" || column.id === "updated_at") return row[column.id];
    return column.id === "hold_until" ? row.hold_until : null;
}

/** A card hold that ends within two days wants to be seen. */
export const ends_soon = (column: Named, row: OrderRow): boolean =>
    column.id === "hold_until" && row.hold_until !== null && Date.parse(row.hold_until) < Date.now() + soon_ms;

/** What the pointer is told that the cell has no room for. */
export function cell_title(id: string, row: OrderRow, reader: Reader): string {
    if (id === "buyer") return row.buyer.email;
    if (id === "next_step") return row.next_step?.text ?? "";
    const at = cell_moment({ id }, row);
    return at ? moment(at, reader.language, zone(row, reader)) : "";
}
