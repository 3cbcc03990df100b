// The content of an order as a form edits it: typed texts in, the members of the contract out.
import type { Order } from "./api";
import { live, live_discount } from "./engine";
import { decimal, parse_money } from "./format";

export type Kind = Order["lines"][number]["kind"];
export interface Row {
    key: number;
    /** The line that it stands for; a new one has none. */
    id?: string;
    sku: string;
    name: string;
    kind: Kind;
    quantity: string;
    price: string;
    discount: string;
    tax_rate: string;
}
export interface LineBody {
    id?: string;
    sku: string;
    name: string;
    kind: Kind;
    quantity: number;
    unit_price: number;
    discount: number;
    tax_rate: string;
}

let last_key = 0;
/** An amount as it is typed in this language: "12,50". */
export function plain(minor: number, exponent: number, language: string): string {
    const point = new Intl.NumberFormat(language).format(1.5).charAt(1);
    return decimal(minor, exponent).replace(".", point);
}

export function empty_row(tax_rate: string): Row {
    last_key += 1;
    return { key: last_key, sku: "", name: "", kind: "goods", quantity: "1", price: "", discount: "", tax_rate };
}

export function row_of_body(line: LineBody, exponent: number, language: string): Row {
    last_key += 1;
    const discount = line.discount > 0 ? plain(line.discount, exponent, language) : "";
    const price = plain(line.unit_price, exponent, language);
    return { ...line, key: last_key, quantity: String(line.quantity), price, discount };
}

/**
 * What is still wanted, line by line. A line's discount holds its share of the order's already, so the order's own
 * discount is zero from here on and no cent is counted twice.
 */
export function rows_of(order: Order, language: string): Row[] {
    return order.lines
        .filter((line) => live(line) > 0)
        .map((line) => {
            const { id, sku, name, kind, unit_price, tax_rate } = line;
            const body = {
                id,
                sku,
                name,
                kind,
                unit_price,
                tax_rate,
                quantity: live(line),
                discount: live_discount(line),
            };
            return row_of_body(body, order.currency_exponent, language);
        });
}

const rate = /^\d{1,3}([.,]\d{1,4})?$/;

/** Which fields of a row can't be sent as they are. */
export function row_faults(row: Row, exponent: number): (keyof Row)[] {
    const faults: (keyof Row)[] = [];
    if (row.name.trim() === "") faults.push("name");
    if (!/^\d{1,7}$/.test(row.quantity.trim()) || Number(row.quantity) < 1) faults.push("quantity");
    if (parse_money(row.price.trim(), exponent) === undefined) faults.push("price");
    if (row.discount.trim() !== "" && parse_money(row.discount.trim(), exponent) === undefined) faults.push("discount");
    if (row.tax_rate.trim() !== "" && !rate.test(row.tax_rate.trim())) faults.push("tax_rate");
    return faults;
}

/** A new row in which nobody wrote anything yet. */
const is_blank = (row: Row) =>
    !row.id && [row.sku, row.name, row.price, row.discount].every((text) => text.trim() === "");

/** The lines to send, or nothing while one of them is not complete. */
export function bodies_of(rows: readonly Row[], exponent: number): LineBody[] | undefined {
    const written = rows.filter((row) => !is_blank(row));
    if (written.length === 0 || written.some((row) => row_faults(row, exponent).length > 0)) return undefined;
    return written.map((row) => ({
        ...(row.id ? { id: row.id } : {}),
        sku: row.sku.trim(),
        name: row.name.trim(),
        kind: row.kind,
        quantity: Number(row.quantity),
        unit_price: parse_money(row.price.trim(), exponent) ?? 0,
        discount: parse_money(row.discount.trim(), exponent) ?? 0,
        tax_rate: row.tax_rate.trim().replace(",", ".") || "0",
    }));
}
