import { expect, test } from "vitest";
import type { OpenBalance } from "../lib/api";
import { sums_of } from "./sums";

const balance = (
    method: string,
    age: OpenBalance["age"],
    currency: string,
    orders: number,
    due: number,
): OpenBalance => ({
    method,
    method_label: method.toUpperCase(),
    age,
    currency,
    currency_exponent: 2,
    orders,
    due,
});

test("balances add up by age and by method, each currency for itself", () => {
    const sums = sums_of([
        balance("cheque", "7", "EUR", 1, 500),
        balance("cheque", "older", "EUR", 2, 700),
        balance("prepayment", "7", "EUR", 1, 9000),
        balance("prepayment", "14", "CHF", 9, 1),
    ]);
    expect(sums.map((sum) => [sum.currency, sum.orders, sum.due])).toEqual([
        ["CHF", 9, 1],
        ["EUR", 4, 10_200],
    ]);
    const euros = sums[1]!;
    expect(euros.ages).toEqual({
        7: { orders: 2, due: 9500 },
        14: { orders: 0, due: 0 },
        30: { orders: 0, due: 0 },
        older: { orders: 2, due: 700 },
    });
    expect(euros.methods.map((method) => [method.label, method.due])).toEqual([
        ["PREPAYMENT", 9000],
        ["CHEQUE", 1200],
    ]);
    expect(euros.methods[1]!.ages.older).toEqual({ orders: 2, due: 700 });
});

test("nothing open is nothing to show", () => {
    expect(sums_of([])).toEqual([]);
});
