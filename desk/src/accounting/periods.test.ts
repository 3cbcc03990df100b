// Months and quarters end where the calendar says, and an address may name its own days.
import { expect, test } from "vitest";
import { asked_days, days_of } from "./periods";

test("months and quarters, also over the turn of a year", () => {
    expect(days_of("month", "2026-02-10")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(days_of("last_month", "2026-01-31")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
    expect(days_of("quarter", "2026-11-23")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
    expect(days_of("last_quarter", "2026-02-28")).toEqual({ from: "2025-10-01", to: "2025-12-31" });
    expect(days_of("year", "2028-02-29")).toEqual({ from: "2028-01-01", to: "2028-12-31" });
    expect(days_of("last_year", "2028-02-29")).toEqual({ from: "2027-01-01", to: "2027-12-31" });
});

test("days of the address win when they are days", () => {
    const asked = (text: string) => asked_days(new URLSearchParams(text), "2026-11-23");
    expect(asked("from=2026-03-01&to=2026-03-05")).toEqual({
        period: "own",
        days: { from: "2026-03-01", to: "2026-03-05" },
    });
    expect(asked("from=2026-03-05&to=2026-03-01").period).toBe("month");
    expect(asked("period=quarter").days.from).toBe("2026-10-01");
});
