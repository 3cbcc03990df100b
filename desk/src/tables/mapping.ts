// The form of a table's mapping: which field each of its columns holds, apart from how it looks.
import type { TableLayout, TableMapping } from "../lib/api";
import type { Key } from "../lib/i18n.svelte";

export type Field = TableMapping["columns"][number]["field"];
type Column = TableMapping["columns"][number];

export const statement_fields: Field[] = [
    "booked_on",
    "valued_on",
    "amount",
    "credit",
    "debit",
    "direction",
    "currency",
    "text",
    "name",
    "reference",
    "other_account",
    "account",
    "bank_reference",
];
export const payout_fields: Field[] = [
    "booked_on",
    "payout",
    "reference",
    "order",
    "type",
    "gross",
    "fee",
    "net",
    "currency",
];
export const fields_of = (kind: TableMapping["kind"]): Field[] =>
    kind === "payout" ? payout_fields : statement_fields;
export const field_key = (field: Field): Key => `table.field_${field}` as Key;

/** Names come once; a column whose name is empty or stands there before goes by its number. */
export const column_keys = (header: string[]): string[] =>
    header.map((name, at) => (name !== "" && header.indexOf(name) === at ? name : `#${at + 1}`));

export const field_at = (columns: Column[], key: string): Field | "" =>
    columns.find(({ column }) => column === key)?.field ?? "";

/** One column for each field, but for the text, which is put together from as many as there are. */
export function with_field(columns: Column[], keys: string[], key: string, field: Field | ""): Column[] {
    const kept = columns.filter((each) => each.column !== key && (each.field !== field || field === "text"));
    if (field !== "") kept.push({ field, column: key });
    return kept.sort((one, other) => keys.indexOf(one.column) - keys.indexOf(other.column));
}

/** Columns that another header no longer has are forgotten. */
export const still_there = (columns: Column[], keys: string[]): Column[] =>
    columns.filter(({ column }) => keys.includes(column));

/** The lines below the header, as they stand in the file. */
export const lines_of = (layout: TableLayout, most: number): string[][] => {
    const begin = (layout.mapping.skip_rows ?? 0) + (layout.mapping.headed === false ? 0 : 1);
    return layout.rows.slice(begin, begin + most).map(({ cells }) => cells);
};

/** The beginning of a file, as the server wants it. */
export async function sample_of(file: Blob): Promise<string> {
    const bytes = new Uint8Array(await file.slice(0, 65536).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
}

/** Banks' own XML begins with a bracket, whatever the file is called. */
export async function is_table(file: Blob): Promise<boolean> {
    const bytes = new Uint8Array(await file.slice(0, 256).arrayBuffer());
    const first = bytes.find((byte) => byte > 32 && byte < 128);
    return first !== 60;
}
