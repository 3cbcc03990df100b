import { expect, test } from "vitest";
import { failure_key } from "./failure";

test.each([
    [0, "unknown", "failure.offline"],
    [409, "stale_version", undefined],
    [500, "internal_error", "failure.server"],
    [503, "storage_unreachable", "failure.storage_busy"],
    [503, "storage_full", "failure.storage_full"],
    [503, "outcome_unknown", "failure.outcome_unknown"],
    [503, "unavailable", "failure.server"],
])("%i %s is told as %s", (status, code, key) => expect(failure_key({ status, code })).toBe(key));
