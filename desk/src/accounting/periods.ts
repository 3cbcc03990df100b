// The periods that books are kept in: months and quarters of the calendar, this one and those before.
import { add_days, add_months, type Days, is_day } from "../lib/periods";

export type BookPeriod = "month" | "last_month" | "quarter" | "last_quarter" | "year" | "last_year";
export const book_periods: readonly BookPeriod[] = [
    "month",
    "last_month",
    "quarter",
    "last_quarter",
    "year",
    "last_year",
];

/** Whole months, also the one that is not over: what is booked in it later belongs to it. */
export function days_of(period: BookPeriod, today: string): Days {
    const length = period.endsWith("month") ? 1 : period.endsWith("quarter") ? 3 : 12;
    const month = Number(today.slice(5, 7));
    const first = month - ((month - 1) % length);
    const now = `${today.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
    const from = period.startsWith("last") ? add_months(now, -length) : now;
    return { from, to: add_days(add_months(from, length), -1) };
}

export function asked_days(query: URLSearchParams, today: string): { period: BookPeriod | "own"; days: Days } {
    const [from, to] = [query.get("from"), query.get("to")];
    if (is_day(from) && is_day(to) && from <= to) return { period: "own", days: { from, to } };
    const period = book_periods.find((each) => each === query.get("period")) ?? "month";
    return { period, days: days_of(period, today) };
}
