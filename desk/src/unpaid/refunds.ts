// Refunds that are still to be made, put together for the eye.
import type { ListedRefund } from "../lib/api";

export interface RefundSum {
    currency: string;
    currency_exponent: number;
    count: number;
    amount: number;
}

/** The currency with the most refunds first. */
export function refund_sums(rows: readonly ListedRefund[]): RefundSum[] {
    const sums = new Map<string, RefundSum>();
    for (const row of rows) {
        const { currency, currency_exponent } = row.order;
        const sum = sums.get(currency) ?? { currency, currency_exponent, count: 0, amount: 0 };
        sum.count += 1;
        sum.amount += row.to_make;
        sums.set(currency, sum);
    }
    return [...sums.values()].sort((one, other) => other.count - one.count);
}
