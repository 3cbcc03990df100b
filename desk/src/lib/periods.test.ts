// Periods and chart pieces, above all where a calendar is uneven: clocks that change, short months, weeks that are cut.
import { expect, test } from "vitest";
import {
    add_days,
    add_months,
    buckets_before,
    buckets_of,
    change,
    day_begin,
    grain_of,
    is_day,
    length_of,
    period_before,
    period_of,
    placed_within,
    series,
} from "./periods";

test("days are days of the calendar, whatever the clocks do", () => {
    expect(add_days("2026-03-28", 2)).toBe("2026-03-30");
    expect(add_days("2026-03-01", -1)).toBe("2026-02-28");
    expect(length_of({ from: "2026-03-28", to: "2026-03-30" })).toBe(3);
    expect(length_of({ from: "2026-10-24", to: "2026-10-26" })).toBe(3);
    expect(["2026-02-29", "2026-2-1", "x", null].map((each) => is_day(each))).toEqual([false, false, false, false]);
    expect(is_day("2028-02-29")).toBe(true);
});

test("months that are too short give their last day", () => {
    expect(add_months("2026-03-31", -1)).toBe("2026-02-28");
    expect(add_months("2028-02-29", -12)).toBe("2027-02-28");
    expect(add_months("2026-01-15", -1)).toBe("2025-12-15");
});

test("a preset means these days", () => {
    const today = "2026-11-22";
    expect(period_of("today", today)).toEqual({ from: today, to: today });
    expect(period_of("week", today)).toEqual({ from: "2026-11-16", to: today });
    expect(period_of("thirty", today)).toEqual({ from: "2026-10-24", to: today });
    expect(period_of("month", today)).toEqual({ from: "2026-11-01", to: today });
    expect(period_of("last_month", today)).toEqual({ from: "2026-10-01", to: "2026-10-31" });
    expect(period_of("last_month", "2026-01-31")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
    expect(period_of("year", today)).toEqual({ from: "2026-01-01", to: today });
});

test("the period before is as long, or as far into its month or year", () => {
    const own = { from: "2026-11-10", to: "2026-11-12" };
    expect(period_before("own", own)).toEqual({ from: "2026-11-07", to: "2026-11-09" });
    expect(period_before("month", { from: "2026-03-01", to: "2026-03-31" })).toEqual({
        from: "2026-02-01",
        to: "2026-02-28",
    });
    expect(period_before("last_month", { from: "2026-02-01", to: "2026-02-28" })).toEqual({
        from: "2026-01-01",
        to: "2026-01-31",
    });
    expect(period_before("year", { from: "2026-01-01", to: "2026-11-22" })).toEqual({
        from: "2025-01-01",
        to: "2025-11-22",
    });
});

test("pieces are whole weeks and months but at the ends, and cover each day once", () => {
    const days = { from: "2026-10-01", to: "2026-11-22" };
    const weeks = buckets_of(days, "week");
    expect(weeks[0]).toEqual({ from: "2026-10-01", to: "2026-10-04" });
    expect(weeks[1]).toEqual({ from: "2026-10-05", to: "2026-10-11" });
    expect(weeks.at(-1)).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    expect(weeks.reduce((sum, week) => sum + length_of(week), 0)).toBe(length_of(days));
    expect(buckets_of(days, "month")).toEqual([
        { from: "2026-10-01", to: "2026-10-31" },
        { from: "2026-11-01", to: "2026-11-22" },
    ]);
    expect(buckets_of({ from: "2026-03-28", to: "2026-03-30" }, "day").map((each) => each.from)).toEqual([
        "2026-03-28",
        "2026-03-29",
        "2026-03-30",
    ]);
    expect(
        [1, 7, 45, 46, 190, 191].map((more) => grain_of({ from: "2026-01-01", to: add_days("2026-01-01", more - 1) })),
    ).toEqual(["hour", "day", "day", "week", "week", "month"]);
});

test("the pieces before stand under those now and stay within their period", () => {
    const days = { from: "2026-03-01", to: "2026-03-31" };
    const before = period_before("month", days);
    const now = buckets_of(days, "day");
    const then = buckets_before(now, days, before);
    expect(then.length).toBe(31);
    expect(then[27]).toEqual({ from: "2026-02-28", to: "2026-02-28", hour: undefined });
    // The month before has no 29th: nothing falls into an empty piece.
    expect(series(then, [{ key: "2026-02-28" }, { key: "2026-03-01" }], () => 1).slice(27)).toEqual([1, 0, 0, 0]);
    const year = period_of("year", "2026-11-22");
    const months = buckets_before(buckets_of(year, "month"), year, period_before("year", year));
    expect(months.map((each) => each.from.slice(0, 7))).toEqual(
        Array.from({ length: 11 }, (_, index) => `2025-${String(index + 1).padStart(2, "0")}`),
    );
    expect(months.at(-1)!.to).toBe("2025-11-22");
});

test("rows fall into the piece of their day or hour, each once", () => {
    const days = { from: "2026-10-24", to: "2026-10-26" };
    const rows = [
        { key: "2026-10-24", net: 5 },
        { key: "2026-10-25", net: 7 },
        { key: "2026-10-26", net: 11 },
    ];
    expect(series(buckets_of(days, "day"), rows, (row) => row.net)).toEqual([5, 7, 11]);
    // 24 and 25 October 2026 are a Saturday and a Sunday.
    expect(series(buckets_of(days, "week"), rows, (row) => row.net)).toEqual([12, 11]);
    const hours = buckets_of({ from: "2026-10-25", to: "2026-10-25" }, "hour");
    const counted = series(hours, [{ key: "2026-10-25T02" }, { key: "2026-10-26T02" }], () => 1);
    expect([counted.length, counted[2], counted.reduce((sum, each) => sum + each)]).toEqual([24, 1, 1]);
});

test("a change needs something before it", () => {
    expect(change(150, 100)).toBe(0.5);
    expect(change(5, 0)).toBeUndefined();
    expect(change(-50, -100)).toBe(0.5);
});

test("a day begins when its zone says so, also when the clocks change", () => {
    expect(day_begin("2026-10-25", "Europe/Paris")).toBe("2026-10-24T22:00:00.000Z");
    expect(day_begin("2026-10-26", "Europe/Paris")).toBe("2026-10-25T23:00:00.000Z");
    expect(day_begin("2026-03-29", "Europe/Copenhagen")).toBe("2026-03-28T23:00:00.000Z");
    expect(day_begin("2026-03-30", "Europe/Copenhagen")).toBe("2026-03-29T22:00:00.000Z");
    expect(day_begin("2026-11-01", "America/New_York")).toBe("2026-11-01T04:00:00.000Z");
    expect(day_begin("2026-11-02", "America/New_York")).toBe("2026-11-02T05:00:00.000Z");
    expect(day_begin("2026-11-22", "Asia/Kathmandu")).toBe("2026-11-21T18:15:00.000Z");
    // The clocks of Santiago and Cairo jump from midnight to one o'clock.
    expect(day_begin("2026-04-24", "Africa/Cairo")).toBe("2026-04-23T22:00:00.000Z");
    expect(day_begin("2026-09-06", "America/Santiago")).toBe("2026-09-06T04:00:00.000Z");
    expect(placed_within({ from: "2026-10-25", to: "2026-10-25" }, "Europe/Paris")).toEqual({
        placed_from: "2026-10-24T22:00:00.000Z",
        placed_to: "2026-10-25T23:00:00.000Z",
    });
});
