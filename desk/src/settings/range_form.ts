// A number range while it is edited: how its next number looks, and what of it has to be sent.
import type { NumberRange } from "../lib/api";

export interface RangeForm {
    prefix: string;
    /** Null while the field is empty. */
    next_number: number | null;
    width: number | null;
    restarts_yearly: boolean;
}

export const form_of = ({ prefix, next_number, width, restarts_yearly }: NumberRange): RangeForm => ({
    prefix,
    next_number,
    width,
    restarts_yearly,
});

export const has_year = (prefix: string): boolean => /\{year\}|\{yy\}/.test(prefix);
const with_year = (prefix: string, year: number): string =>
    prefix.replaceAll("{year}", String(year)).replaceAll("{yy}", String(year % 100).padStart(2, "0"));

const numbered = (form: RangeForm, number: number | null, year: number): string =>
    with_year(form.prefix, year) + String(number ?? "").padStart(Math.min(12, form.width ?? 0), "0");

/** The next number in a year, and the first one of the year after it where the range begins anew. */
export const written = (form: RangeForm, year: number): string => numbered(form, form.next_number, year);
export const first_of_next = (form: RangeForm, year: number): string | undefined =>
    form.restarts_yearly && has_year(form.prefix) ? numbered(form, 1, year + 1) : undefined;

export function range_patch(range: NumberRange, typed: RangeForm) {
    const patch: Partial<Pick<NumberRange, "prefix" | "next_number" | "width" | "restarts_yearly">> = {};
    if (typed.prefix !== range.prefix) patch.prefix = typed.prefix;
    if (typed.next_number !== null && typed.next_number !== range.next_number) patch.next_number = typed.next_number;
    if (typed.width !== null && typed.width !== range.width) patch.width = typed.width;
    if (typed.restarts_yearly !== range.restarts_yearly) patch.restarts_yearly = typed.restarts_yearly;
    return patch;
}
