// A number range while it is edited: how its next number looks, and what of it has to be sent.
import type { NumberRange } from "../lib/api";

export interface RangeForm {
    prefix: string;
    /** Null while the field is empty. */
    next_number: number | null;
    width: number | null;
}

export const written = (form: RangeForm): string =>
    form.prefix + String(form.next_number ?? "").padStart(Math.min(12, form.width ?? 0), "0");

export function range_patch(range: NumberRange, typed: RangeForm) {
    const patch: { prefix?: string; next_number?: number; width?: number } = {};
    if (typed.prefix !== range.prefix) patch.prefix = typed.prefix;
    if (typed.next_number !== null && typed.next_number !== range.next_number) patch.next_number = typed.next_number;
    if (typed.width !== null && typed.width !== range.width) patch.width = typed.width;
    return patch;
}
