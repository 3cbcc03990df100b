// What may be accepted as it stands, and what is left of a split.
import { describe, expect, test } from "vitest";
import type { BankEntry } from "../lib/api";
import { acceptable, bank_day, can_accept, left_of } from "./bank";

const entry = (part: Partial<BankEntry>): BankEntry =>
    ({
        amount: 5000,
        orders: [],
        reasons: [],
        is_return: false,
        returns: null,
        booked_on: null,
        valued_on: null,
        ...part,
    }) as BankEntry;
const order = (amount: number, ...reasons: BankEntry["reasons"]) => ({
    id: "o",
    number: "10001",
    amount,
    due: 5000,
    reasons,
});

describe("a bank entry", () => {
    test("is accepted when its proposal is the whole amount", () => {
        expect(can_accept(entry({ orders: [order(5000)] }))).toBe(true);
        expect(can_accept(entry({ orders: [order(5000, "paid_already")] }))).toBe(true);
        expect(can_accept(entry({ orders: [order(3000), order(2000)] }))).toBe(true);
        expect(can_accept(entry({ orders: [order(3000)] }))).toBe(false);
        expect(can_accept(entry({ orders: [order(5000), order(5000)] }))).toBe(false);
        expect(can_accept(entry({ orders: [order(5000, "removed_order")] }))).toBe(false);
        expect(can_accept(entry({ orders: [order(5000, "other_currency")] }))).toBe(false);
        expect(acceptable(entry({ orders: [order(5000), order(0, "paid_already")] }))).toHaveLength(1);
    });
    test("that came back needs the transfer it takes back", () => {
        expect(can_accept(entry({ is_return: true, orders: [order(5000)] }))).toBe(false);
        expect(can_accept(entry({ is_return: true, returns: "x" }))).toBe(true);
    });
    test("has the bank's day in every zone", () => {
        expect(bank_day(entry({ booked_on: "2026-11-20" }), "en")).toBe("Nov 20, 2026");
        expect(bank_day(entry({ valued_on: "2026-11-21" }), "en")).toBe("Nov 21, 2026");
        expect(bank_day(entry({}), "en")).toBe("");
    });
    test("is split until nothing is left", () => {
        expect(left_of(5000, [3000, 2000])).toBe(0);
        expect(left_of(5000, [3000, undefined])).toBe(2000);
        expect(left_of(5000, [6000])).toBe(-1000);
    });
});
