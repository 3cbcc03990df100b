// Where the payout screens are.
import { expect, test } from "vitest";
import { payout_address } from "./payouts";

test("a payout has an address", () => {
    expect(payout_address("a b")).toBe("/shops/a%20b/payouts");
    expect(payout_address("m", "1")).toBe("/shops/m/payouts/1");
});
