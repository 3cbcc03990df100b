// What the server refuses in a form, in the operator's words: by its stable code, else as the server says it.
import type { Problem } from "../lib/api";
import { type Key, t } from "../lib/i18n.svelte";

const words: Record<string, Key> = {
    days_not_rising: "settings.error_days",
    delete_not_last: "settings.error_delete_last",
    duplicate_id: "settings.error_duplicate",
    first_not_new: "settings.error_first",
    initial_only_not_first: "settings.error_initial",
    invalid_color: "settings.error_color",
    invalid_country: "settings.error_country",
    invalid_email: "settings.error_email",
    invalid_iban: "settings.error_iban",
    invalid_id: "settings.error_id",
    invalid_prefix: "settings.error_prefix",
    no_cancelled_state: "settings.error_no_cancelled",
    no_new_state: "settings.error_no_new",
    out_of_range: "settings.error_range",
    not_png: "settings.error_png",
    prefix_ends_in_digit: "settings.error_prefix_digit",
    required: "settings.error_required",
    too_long: "settings.error_long",
    too_many: "settings.error_many",
    unknown_timezone: "settings.error_timezone",
    year_required: "settings.error_year",
};

export function field_words(problem: Problem | undefined, pointer: string): string | undefined {
    const error = problem?.body.errors?.find((each) => each.field === pointer);
    if (!error) return undefined;
    const key = words[error.code];
    return key ? t(key) : error.detail;
}
