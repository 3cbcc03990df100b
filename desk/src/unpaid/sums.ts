// What is open, put together for the eye: for each currency the sum, its ages and its methods.
import type { OpenBalance, UnpaidOrder } from "../lib/api";
import { money } from "../lib/format";

export const ages = ["7", "14", "30", "older"] as const;
export type Age = (typeof ages)[number];

export interface Part {
    orders: number;
    due: number;
}
export interface MethodPart extends Part {
    id: string;
    label: string;
    ages: Record<Age, Part>;
}
export interface CurrencySum extends Part {
    currency: string;
    exponent: number;
    ages: Record<Age, Part>;
    methods: MethodPart[];
}

const nothing = (): Part => ({ orders: 0, due: 0 });
const no_ages = (): Record<Age, Part> => ({ 7: nothing(), 14: nothing(), 30: nothing(), older: nothing() });

function add(into: Part, balance: OpenBalance) {
    into.orders += balance.orders;
    into.due += balance.due;
}

/** The currency with the most orders first, and of each the method with the most money. */
export function sums_of(balances: readonly OpenBalance[]): CurrencySum[] {
    const sums = new Map<string, CurrencySum>();
    for (const balance of balances) {
        const { currency, currency_exponent: exponent } = balance;
        const sum = sums.get(currency) ?? { ...nothing(), currency, exponent, ages: no_ages(), methods: [] };
        sums.set(currency, sum);
        let method = sum.methods.find((each) => each.id === balance.method);
        if (!method) {
            method = { ...nothing(), id: balance.method, label: balance.method_label, ages: no_ages() };
            sum.methods.push(method);
        }
        for (const part of [sum, sum.ages[balance.age], method, method.ages[balance.age]]) add(part, balance);
    }
    for (const sum of sums.values()) sum.methods.sort((one, other) => other.due - one.due);
    return [...sums.values()].sort((one, other) => other.orders - one.orders);
}

/** What some orders come to, in words: one amount for each currency. */
export function due_words(rows: readonly UnpaidOrder[], language: string): string {
    const sums = new Map<string, { due: number; exponent: number }>();
    for (const row of rows) {
        const sum = sums.get(row.currency) ?? { due: 0, exponent: row.currency_exponent };
        sum.due += row.due;
        sums.set(row.currency, sum);
    }
    return [...sums].map(([currency, { due, exponent }]) => money(due, currency, exponent, language)).join(" + ");
}
