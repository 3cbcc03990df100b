import { expect, test } from "vitest";
import type { ListedRefund } from "../lib/api";
import { is_pressing } from "./deadlines";
import { refund_sums, to_pay } from "./refunds";

const refund = (currency: string, status: "pending" | "failed", amount: number, open: number) =>
    ({ order: { currency, currency_exponent: 2 }, refund: { status, amount, open } }) as ListedRefund;

test("of a promise counts what is left, of a failure all of it", () => {
    expect(to_pay(refund("EUR", "pending", 900, 400))).toBe(400);
    expect(to_pay(refund("EUR", "failed", 900, 0))).toBe(900);
});

test("refunds add up by currency, the one with the most refunds first", () => {
    const rows = [refund("CHF", "failed", 5, 0), refund("EUR", "pending", 900, 400), refund("EUR", "failed", 100, 0)];
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
