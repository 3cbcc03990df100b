import { expect, test } from "vitest";
import { moment_of, zoned_input } from "./zoned";

test("a moment is typed and shown in the shop's zone", () => {
    for (const [input, zone, iso] of [
        ["2027-02-12T19:30", "Europe/Copenhagen", "2027-02-12T18:30:00.000Z"],
        ["2027-07-12T19:30", "Europe/Copenhagen", "2027-07-12T17:30:00.000Z"],
        ["2027-03-28T03:30", "Europe/Paris", "2027-03-28T01:30:00.000Z"],
        ["2027-02-12T19:30", "America/New_York", "2027-02-13T00:30:00.000Z"],
        ["2027-01-01T00:10", "Pacific/Auckland", "2026-12-31T11:10:00.000Z"],
    ] as const) {
        expect(moment_of(input, zone)).toBe(iso);
        expect(zoned_input(iso, zone)).toBe(input);
    }
    expect(moment_of("", "Europe/Paris")).toBeUndefined();
});
