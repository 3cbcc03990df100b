import { describe, expect, test } from "vitest";
import type { Order } from "./api";
import { bodies_of, empty_row, row_faults, rows_of } from "./content";
import { chosen_lines, live_discount } from "./engine";

const line = (more: object) =>
    ({
        id: "a",
        sku: "M",
        name: "Mug",
        kind: "goods",
        quantity: 3,
        cancelled: 0,
        refunded: 0,
        unit_price: 1999,
        discount: 100,
        tax_rate: "20",
        units: [],
        ...more,
    }) as unknown as Order["lines"][number];
const order = (...lines: Order["lines"]) => ({ lines, currency_exponent: 2 }) as unknown as Order;

describe("the content of an order", () => {
    test("comes out of the form as it went in", () => {
        const rows = rows_of(order(line({})), "de");
        expect(rows[0]).toMatchObject({ id: "a", quantity: "3", price: "19,99", discount: "1,00", tax_rate: "20" });
        expect(bodies_of(rows, 2)).toEqual([
            {
                id: "a",
                sku: "M",
                name: "Mug",
                kind: "goods",
                quantity: 3,
                unit_price: 1999,
                discount: 100,
                tax_rate: "20",
            },
        ]);
    });
    test("is what is still wanted, with that part of the discount", () => {
        const half_gone = line({ quantity: 4, cancelled: 1, refunded: 1, discount: 101 });
        expect(live_discount(half_gone)).toBe(50);
        expect(rows_of(order(half_gone, line({ id: "b", cancelled: 3 })), "en")).toHaveLength(1);
    });
    test("is not sent while a row is not complete", () => {
        const row = empty_row("25");
        expect(row_faults(row, 2)).toEqual(["name", "price"]);
        expect(bodies_of([row], 2)).toBeUndefined();
        expect(bodies_of([], 2)).toBeUndefined();
        expect(row_faults({ ...row, name: "x", price: "1.5", quantity: "0", discount: "?", tax_rate: "a" }, 2)).toEqual(
            ["quantity", "discount", "tax_rate"],
        );
    });
    test("a choice names only what was chosen", () => {
        expect(chosen_lines({ a: 0 })).toBeUndefined();
        expect(chosen_lines({ a: 2, b: 0 })).toEqual([{ line: "a", quantity: 2 }]);
        expect(chosen_lines({ a: 2 }, { a: true })).toEqual([{ line: "a", quantity: 2, restock: true }]);
    });
});
