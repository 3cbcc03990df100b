// What of the bank's settings is sent.
import { describe, expect, test } from "vitest";
import { bank_of, bank_patch } from "./bank_form";

const shop = { settings: { bank_tolerance: 5, bank_days: { holidays: "swiss" } }, currency_exponent: 2 } as never;

describe("the bank's settings", () => {
    const before = bank_of(shop);
    test("show what is stored, and the product's own where nothing is", () => {
        expect(before).toEqual({ tolerance: "0.05", holidays: "swiss", closed: [] });
        expect(bank_of({ settings: {}, currency_exponent: 0 } as never).tolerance).toBe("0");
    });
    test("send only what differs", () => {
        expect(bank_patch(before, before, 2)).toEqual({});
        expect(bank_patch(before, { ...before, tolerance: "0,10" }, 2)).toEqual({ bank_tolerance: 10 });
        expect(bank_patch(before, { ...before, tolerance: "" }, 2)).toEqual({ bank_tolerance: 0 });
        expect(bank_patch(before, { ...before, closed: ["2026-12-24", ""] }, 2)).toEqual({
            bank_days: { closed: ["2026-12-24"] },
        });
        expect(bank_patch(before, { ...before, holidays: "none" }, 2)).toEqual({ bank_days: { holidays: "none" } });
    });
    test("send nothing that is no amount", () => {
        expect(bank_patch(before, { ...before, tolerance: "viel" }, 2)).toBeUndefined();
        expect(bank_patch(before, { ...before, tolerance: "-1" }, 2)).toBeUndefined();
    });
});
