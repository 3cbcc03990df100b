// What the server refuses in a form, in the operator's words: by its stable code, else as the server says it.
import type { Problem } from "../lib/api";
import { type Key, t } from "../lib/i18n.svelte";

const words: Record<string, Key> = {
    duplicate_id: "settings.error_duplicate",
    invalid_color: "settings.error_color",
    invalid_country: "settings.error_country",
    invalid_email: "settings.error_email",
    invalid_iban: "settings.error_iban",
    invalid_id: "settings.error_id",
    out_of_range: "settings.error_range",
    required: "settings.error_required",
    too_long: "settings.error_long",
    too_many: "settings.error_many",
    unknown_timezone: "settings.error_timezone",
};

export function field_words(problem: Problem | undefined, pointer: string): string | undefined {
    const error = problem?.body.errors?.find((each) => each.field === pointer);
    if (!error) return undefined;
    const key = words[error.code];
    return key ? t(key) : error.detail;
}
