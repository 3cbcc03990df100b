// The answer about card holds, turned for the strip: one row of days for each currency.
import type { AuthorizationList } from "../lib/api";

export interface HoldDay {
    day: string;
    orders: number;
    held: number;
}
export interface HoldStrip {
    currency: string;
    exponent: number;
    days: HoldDay[];
    later: { orders: number; held: number };
    pressing: { orders: number; held: number };
}
type Calendar = NonNullable<AuthorizationList["calendar"]>;
type Sums = Calendar["later"]["sums"];

const nothing = { orders: 0, held: 0 };
const of = (sums: Sums, currency: string) => sums.find((sum) => sum.currency === currency) ?? nothing;

export function strips_of(calendar: Calendar): HoldStrip[] {
    const all = [...calendar.days.flatMap((day) => day.sums), ...calendar.later.sums, ...calendar.pressing.sums];
    const known = new Map(all.map((sum) => [sum.currency, sum.currency_exponent]));
    return [...known].sort().map(([currency, exponent]) => ({
        currency,
        exponent,
        days: calendar.days.map(({ day, sums }) => {
            const { orders, held } = of(sums, currency);
            return { day, orders, held };
        }),
        later: of(calendar.later.sums, currency),
        pressing: of(calendar.pressing.sums, currency),
    }));
}

const kept = new Map<string, Intl.DateTimeFormat>();
function form(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const name = `${language} ${JSON.stringify(options)}`;
    if (!kept.has(name)) kept.set(name, new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }));
    return kept.get(name)!;
}
// A day stands for itself, whatever zone the browser is in.
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
export const day_name = (day: string, language: string) => form(language, { weekday: "short" }).format(noon(day));
export const day_number = (day: string, language: string) =>
    form(language, { day: "numeric", month: "short" }).format(noon(day));
