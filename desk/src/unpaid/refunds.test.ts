import { expect, test } from "vitest";
import type { ListedRefund } from "../lib/api";
import { is_pressing } from "./deadlines";
import { refund_sums } from "./refunds";

const refund = (currency: string, to_make: number) =>
    ({ order: { currency, currency_exponent: 2 }, to_make }) as ListedRefund;

test("refunds add up by currency, the one with the most refunds first", () => {
    const rows = [refund("CHF", 5), refund("EUR", 400), refund("EUR", 100)];
    expect(refund_sums(rows)).toEqual([
        { currency: "EUR", currency_exponent: 2, count: 2, amount: 500 },
        { currency: "CHF", currency_exponent: 2, count: 1, amount: 5 },
    ]);
});

test("three days before its end a deadline stands out", () => {
    const now = Date.parse("2026-11-22T10:00:00Z");
    expect(is_pressing("2026-11-25T09:59:59Z", now)).toBe(true);
    expect(is_pressing("2026-11-25T10:00:00Z", now)).toBe(false);
    expect(is_pressing("2026-11-01T00:00:00Z", now)).toBe(true);
});
