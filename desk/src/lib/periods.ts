// Periods of a shop's calendar as plain days ("2026-11-22"), the pieces a chart is drawn in, and what came before. Days
// are counted in the calendar and never in milliseconds of a zone, so a day of 23 or 25 hours is one day.
export interface Days {
    from: string;
    /** Included. */
    to: string;
}
export type Preset = "today" | "week" | "thirty" | "month" | "last_month" | "year" | "own";
export type Grain = "hour" | "day" | "week" | "month";
export const presets: readonly Preset[] = ["today", "week", "thirty", "month", "last_month", "year", "own"];
export const days_max = 400;

const day_ms = 86_400_000;
const count_of = (day: string): number => Date.parse(`${day}T00:00:00Z`) / day_ms;
const day_of = (count: number): string => new Date(count * day_ms).toISOString().slice(0, 10);

export const is_day = (text: string | null | undefined): text is string =>
    /^\d{4}-\d\d-\d\d$/.test(text ?? "") && day_of(count_of(text!)) === text;
export const add_days = (day: string, more: number): string => day_of(count_of(day) + more);
const earlier = (one: string, other: string): string => (one < other ? one : other);
export const length_of = ({ from, to }: Days): number => count_of(to) - count_of(from) + 1;

/** The same day so many months on, or the last day of a month that is too short for it. */
export function add_months(day: string, more: number): string {
    const [year, month, date] = day.split("-").map(Number) as [number, number, number];
    const last = new Date(Date.UTC(year, month + more, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + more, Math.min(date, last))).toISOString().slice(0, 10);
}
const month_begin = (day: string): string => `${day.slice(0, 7)}-01`;
const month_end = (day: string): string => add_days(month_begin(add_months(day, 1)), -1);

export function period_of(preset: Exclude<Preset, "own">, today: string): Days {
    if (preset === "today") return { from: today, to: today };
    if (preset === "week") return { from: add_days(today, -6), to: today };
    if (preset === "thirty") return { from: add_days(today, -29), to: today };
    if (preset === "month") return { from: month_begin(today), to: today };
    if (preset === "year") return { from: `${today.slice(0, 4)}-01-01`, to: today };
    const last = add_months(month_begin(today), -1);
    return { from: last, to: month_end(last) };
}

/** What a period is compared with: as far into the month or year before, or as many days before it. */
export function period_before(preset: Preset, days: Days): Days {
    if (preset === "last_month") {
        const from = add_months(days.from, -1);
        return { from, to: month_end(from) };
    }
    const months = preset === "month" ? -1 : preset === "year" ? -12 : 0;
    if (months !== 0) return { from: add_months(days.from, months), to: add_months(days.to, months) };
    const length = length_of(days);
    return { from: add_days(days.from, -length), to: add_days(days.from, -1) };
}

/** The pieces that make a readable chart: neither a few lone bars nor a hedge of hundreds. */
export function grain_of(days: Days): Grain {
    const length = length_of(days);
    if (length === 1) return "hour";
    return length <= 45 ? "day" : length <= 190 ? "week" : "month";
}

export interface Bucket extends Days {
    /** The hour of the shop's clocks; only where a day is cut into hours. */
    hour?: number;
}

/** Monday and the first are where weeks and months begin; the pieces at both ends are cut to the period. */
export function buckets_of(days: Days, grain: Grain): Bucket[] {
    if (grain === "hour") return Array.from({ length: 24 }, (_, hour) => ({ from: days.from, to: days.from, hour }));
    const buckets: Bucket[] = [];
    for (let from = days.from; from <= days.to; from = add_days(buckets.at(-1)!.to, 1)) {
        const weekday = (count_of(from) + 3) % 7;
        const to = grain === "day" ? from : grain === "week" ? add_days(from, 6 - weekday) : month_end(from);
        buckets.push({ from, to: earlier(to, days.to) });
    }
    return buckets;
}

/** The pieces of the period before that stand under these ones. One may be empty where that period is shorter. */
export function buckets_before(buckets: Bucket[], days: Days, before: Days): Bucket[] {
    const shift = count_of(days.from) - count_of(before.from);
    return buckets.map(({ from, hour }, index) => {
        const next = buckets[index + 1]?.from;
        const end = hour === undefined && next ? add_days(next, -shift - 1) : before.to;
        return { from: add_days(from, -shift), to: earlier(end, before.to), hour };
    });
}

/** Sums rows with a day (or an hour of one) as key into the pieces. */
export function series<R extends { key: string }>(buckets: Bucket[], rows: readonly R[], value: (row: R) => number) {
    return buckets.map(({ from, to, hour }) => {
        const wanted = hour === undefined ? undefined : `${from}T${String(hour).padStart(2, "0")}`;
        return rows.reduce((sum, row) => {
            const is_within = wanted ? row.key === wanted : row.key >= from && row.key <= to;
            return is_within ? sum + value(row) : sum;
        }, 0);
    });
}

/** The change against before as a fraction; undefined where there was nothing to compare with. */
export const change = (now: number, before: number): number | undefined =>
    before === 0 ? undefined : (now - before) / Math.abs(before);

const clocks = new Map<string, Intl.DateTimeFormat>();
function offset_ms(at: number, zone: string): number {
    if (!clocks.has(zone))
        clocks.set(
            zone,
            new Intl.DateTimeFormat("en-US", {
                timeZone: zone,
                hourCycle: "h23",
                year: "numeric",
                month: "numeric",
                day: "numeric",
                hour: "numeric",
                minute: "numeric",
            }),
        );
    const shown: Record<string, number> = {};
    for (const { type, value } of clocks.get(zone)!.formatToParts(at)) shown[type] = Number(value);
    return Date.UTC(shown.year!, shown.month! - 1, shown.day!, shown.hour!, shown.minute!) - at;
}

/** The moment at which a day begins on the clocks of a zone; where they jump over midnight, the moment of the jump. */
export function day_begin(day: string, zone: string): string {
    const midnight = count_of(day) * day_ms;
    const near = midnight - offset_ms(midnight, zone);
    const begins = [near, midnight - offset_ms(near, zone)].filter((at) => at + offset_ms(at, zone) >= midnight);
    return new Date(Math.min(...begins)).toISOString();
}

/** What the order list and the export ask by for these days: from a moment until before another. */
export const placed_within = ({ from, to }: Days, zone: string): Record<string, string> => ({
    placed_from: day_begin(from, zone),
    placed_to: day_begin(add_days(to, 1), zone),
});
