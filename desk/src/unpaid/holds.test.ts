import { expect, test } from "vitest";
import { day_name, day_number, strips_of } from "./holds";

const sum = (currency: string, orders: number, held: number) => ({ currency, currency_exponent: 2, orders, held });

test("each currency has a strip of its own with every day in it", () => {
    const strips = strips_of({
        days: [
            { day: "2026-11-22", sums: [sum("EUR", 2, 500)] },
            { day: "2026-11-23", sums: [] },
        ],
        later: { sums: [sum("CHF", 1, 70)] },
        pressing: { until: "2026-11-24T00:00:00Z", sums: [sum("EUR", 2, 500)] },
    });
    expect(strips.map((strip) => strip.currency)).toEqual(["CHF", "EUR"]);
    expect(strips[0]!.later).toMatchObject({ orders: 1, held: 70 });
    expect(strips[0]!.days.map((day) => day.orders)).toEqual([0, 0]);
    expect(strips[1]!.days).toEqual([
        { day: "2026-11-22", orders: 2, held: 500 },
        { day: "2026-11-23", orders: 0, held: 0 },
    ]);
    expect(strips[1]!.pressing).toMatchObject({ orders: 2, held: 500 });
});

test("a day is the same day in every zone", () => {
    expect(day_name("2026-11-22", "de")).toBe("So");
    expect(day_number("2026-11-22", "en")).toContain("22");
});
