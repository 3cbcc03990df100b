// How a payout stands on a day.
import { describe, expect, test } from "vitest";
import type { Payout } from "../lib/api";
import { payout_address, standing_of } from "./payouts";

const today = Date.parse("2026-11-23T09:00:00Z");
const payout = (part: Partial<Payout>) =>
    ({ status: "paid", arrived: false, arrives_on: "2026-11-20", ...part }) as Payout;

describe("a payout", () => {
    test.each([
        [{}, "awaited"],
        [{ arrived: true }, "arrived"],
        [{ status: "failed", arrived: true }, "failed"],
        [{ status: "on_its_way" }, "on_its_way"],
        [{ arrives_on: "2026-11-25" }, "on_its_way"],
        [{ arrives_on: "2026-11-10" }, "overdue"],
        [{ status: "on_its_way", arrives_on: "2026-11-10" }, "overdue"],
    ] as const)("%o is %s", (part, standing) => expect(standing_of(payout(part), today)).toBe(standing));
    test("has an address", () => {
        expect(payout_address("a b")).toBe("/shops/a%20b/payouts");
        expect(payout_address("m", "1")).toBe("/shops/m/payouts/1");
    });
});
