// The bank's day, and what is left of a split.
import { describe, expect, test } from "vitest";
import type { BankEntry } from "../lib/api";
import { bank_day, left_of } from "./bank";

const entry = (part: Partial<BankEntry>): BankEntry =>
    ({
        booked_on: null,
        valued_on: null,
        ...part,
    }) as BankEntry;
describe("a bank entry", () => {
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
