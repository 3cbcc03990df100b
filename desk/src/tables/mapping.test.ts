// Columns are told apart by name, and a field has one of them.
import { describe, expect, test } from "vitest";
import type { TableLayout } from "../lib/api";
import { column_keys, field_at, is_table, lines_of, sample_of, still_there, with_field } from "./mapping";

describe("a table's mapping", () => {
    const keys = column_keys(["Datum", "Text", "", "Text", "Betrag"]);
    test("numbers columns without a name of their own", () => {
        expect(keys).toEqual(["Datum", "Text", "#3", "#4", "Betrag"]);
    });
    test("gives a field one column, the text as many as there are", () => {
        let columns = with_field([], keys, "Betrag", "amount");
        columns = with_field(columns, keys, "Text", "text");
        columns = with_field(columns, keys, "#4", "text");
        expect(columns.map(({ column }) => column)).toEqual(["Text", "#4", "Betrag"]);
        columns = with_field(columns, keys, "#3", "amount");
        expect(field_at(columns, "Betrag")).toBe("");
        expect(field_at(columns, "#3")).toBe("amount");
        columns = with_field(columns, keys, "#3", "");
        expect(columns.every(({ field }) => field === "text")).toBe(true);
        expect(still_there(columns, ["Text"])).toHaveLength(1);
    });
    test("shows the lines below what stands above them", () => {
        const rows = ["a", "Datum", "20.11.2026", "21.11.2026"].map((cell, at) => ({ number: at + 1, cells: [cell] }));
        const layout = { rows, mapping: { skip_rows: 1, headed: true } } as unknown as TableLayout;
        expect(lines_of(layout, 1)).toEqual([["20.11.2026"]]);
    });
    test("sends bytes as they are, and knows XML by its first sign", async () => {
        expect(await sample_of(new Blob([new Uint8Array([0xe9, 0x3b])]))).toBe("6Ts=");
        expect(await is_table(new Blob(["\ufeff\n <Document/>"]))).toBe(false);
        expect(await is_table(new Blob(["Datum;Betrag"]))).toBe(true);
    });
});
