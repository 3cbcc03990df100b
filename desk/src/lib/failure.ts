// What is said when something did not work and the server has no words for it that a person could use.
import type { Problem } from "./api";
import { type Key, t } from "./i18n.svelte";

const storage_keys: Record<string, Key> = {
    storage_busy: "failure.storage_busy",
    storage_unreachable: "failure.storage_busy",
    storage_full: "failure.storage_full",
    storage_read_only: "failure.storage_full",
    storage_failing: "failure.storage_full",
    outcome_unknown: "failure.outcome_unknown",
};

/** Nothing where the server's own sentence serves. */
export function failure_key({ status, code }: Pick<Problem, "status" | "code">): Key | undefined {
    if (status === 0) return "failure.offline";
    if (status < 500) return undefined;
    return storage_keys[code] ?? "failure.server";
}

export function failure_words(problem: Problem): string {
    const key = failure_key(problem);
    return key ? t(key) : problem.message;
}
