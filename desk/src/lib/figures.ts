// Numbers and pieces of time as a chart words them. Formatters are kept, as in format.ts; days stand for themselves and
// are therefore formatted in UTC.
import { decimal } from "./format";
import type { Bucket, Days } from "./periods";

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function number_form(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const name = `${language} ${JSON.stringify(options)}`;
    if (!numbers.has(name)) numbers.set(name, new Intl.NumberFormat(language, options));
    return numbers.get(name)!;
}
function date_form(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const name = `${language} ${JSON.stringify(options)}`;
    if (!dates.has(name)) dates.set(name, new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }));
    return dates.get(name)!;
}

export const percent = (fraction: number, language: string): string =>
    number_form(language, { style: "percent", maximumFractionDigits: Math.abs(fraction) < 0.1 ? 1 : 0 }).format(
        fraction,
    );
/** For an axis: "€1.2K". */
export const compact_money = (minor: number, currency: string, exponent: number, language: string): string =>
    number_form(language, {
        style: "currency",
        currency,
        notation: "compact",
        minimumFractionDigits: 0,
        maximumFractionDigits: 1,
    }).format(decimal(minor, exponent) as unknown as number);
export const compact = (value: number, language: string): string =>
    number_form(language, { notation: "compact", maximumFractionDigits: 1 }).format(value);

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const medium: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" };

/** "1–22 Nov 2026". */
export const range_label = ({ from, to }: Days, language: string): string =>
    from === to
        ? date_form(language, medium).format(at(from))
        : date_form(language, medium).formatRange(at(from), at(to));

/** Under a bar: short. */
export function tick_label(bucket: Bucket, is_month: boolean, language: string): string {
    if (bucket.hour !== undefined) return `${bucket.hour}:00`;
    return date_form(language, is_month ? { month: "short" } : { day: "numeric", month: "short" }).format(
        at(bucket.from),
    );
}

/** In a table or beside the pointer: whole. */
export function bucket_label(bucket: Bucket, is_month: boolean, language: string): string {
    if (bucket.hour !== undefined)
        return `${String(bucket.hour).padStart(2, "0")}:00–${String(bucket.hour).padStart(2, "0")}:59`;
    if (is_month) return date_form(language, { month: "long", year: "numeric" }).format(at(bucket.from));
    if (bucket.from !== bucket.to) return range_label(bucket, language);
    return date_form(language, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(
        at(bucket.from),
    );
}
