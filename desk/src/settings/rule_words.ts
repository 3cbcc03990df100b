// The value of a rule in words, as a preview or a hint names it.

import { whole } from "../lib/format";
import { t } from "../lib/i18n.svelte";
import type { Rule } from "./rules";

export function value_words(rule: Rule, value: string | number | boolean | undefined, language: string): string {
    if (typeof value === "boolean") return t(value ? "rule.yes" : "rule.no");
    if (typeof value === "number") return `${whole(value, language)} ${rule.unit ? t(rule.unit) : ""}`.trim();
    const words = rule.choices?.find(([id]) => id === value)?.[1];
    return words ? t(words) : "–";
}
