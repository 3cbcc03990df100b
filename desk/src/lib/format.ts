// Dates and money for people. Formatters are kept, because making one per cell is what makes lists slow; money is built
// from whole numbers of the minor unit and never passes through a fraction.
type Form = Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat;
const kept = new Map<string, Form>();

function keep<T extends Form>(name: string, make: () => T): T {
    const known = kept.get(name);
    if (known) return known as T;
    const made = make();
    kept.set(name, made);
    return made;
}

/** The browser reads its tables of languages with the first use, which takes a while: best while one waits anyway. */
export function warm_up(language: string) {
    whole(0, language);
    day(new Date().toISOString(), language);
}

/** The amount as a decimal string such as "-12.05", exact for any 64-bit value that JSON can carry. */
export function decimal(minor: number, exponent: number): string {
    const digits = Math.abs(minor)
        .toString()
        .padStart(exponent + 1, "0");
    const whole = digits.slice(0, digits.length - exponent);
    const rest = exponent === 0 ? "" : `.${digits.slice(-exponent)}`;
    return `${minor < 0 ? "-" : ""}${whole}${rest}`;
}

/** A count: 12,431. */
export const whole = (value: number, language: string): string =>
    (keep(`n ${language}`, () => new Intl.NumberFormat(language)) as Intl.NumberFormat).format(value);

export function money(minor: number, currency: string, exponent: number, language: string): string {
    const form = keep(
        `m ${language} ${currency} ${exponent}`,
        () =>
            new Intl.NumberFormat(language, {
                style: "currency",
                currency,
                minimumFractionDigits: exponent,
                maximumFractionDigits: exponent,
            }),
    );
    // A string is formatted exactly where the browser knows that form; the types do not know it yet.
    return form.format(decimal(minor, exponent) as unknown as number);
}

/** Reads what a person types ("1 234,50", "1,234.50", "12") into minor units; undefined when it is no such amount. */
export function parse_money(text: string, exponent: number): number | undefined {
    const bare = text.replace(/[\s\u00a0\u202f'’]/g, "");
    const match = /^(\d{1,3}(?:[.,]?\d{3})*|\d+)(?:[.,](\d{0,4}))?$/.exec(bare);
    if (!match) return undefined;
    const last = Math.max(bare.lastIndexOf(","), bare.lastIndexOf("."));
    const after = last < 0 ? "" : bare.slice(last + 1);
    // "1.234" is a thousand in one language and a fraction in another: only the currency's digits make a fraction.
    const has_fraction = last >= 0 && after.length <= exponent && exponent > 0;
    if (last >= 0 && !has_fraction && after.length !== 3) return undefined;
    const whole = (has_fraction ? bare.slice(0, last) : bare).replace(/[.,]/g, "");
    const fraction = has_fraction ? after.padEnd(exponent, "0") : "0".repeat(exponent);
    const value = Number(`${whole}${fraction}`);
    return Number.isSafeInteger(value) ? value : undefined;
}

export function day(iso: string, language: string, zone?: string): string {
    const form = keep(
        `d ${language} ${zone}`,
        () => new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: zone }),
    );
    return form.format(new Date(iso));
}

export function long_day(iso: string, language: string, zone?: string): string {
    const form = keep(
        `l ${language} ${zone}`,
        () =>
            new Intl.DateTimeFormat(language, {
                weekday: "long",
                day: "numeric",
                month: "long",
                year: "numeric",
                timeZone: zone,
            }),
    );
    return form.format(new Date(iso));
}

export function clock(iso: string, language: string, zone?: string): string {
    const form = keep(
        `c ${language} ${zone}`,
        () => new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", timeZone: zone }),
    );
    return form.format(new Date(iso));
}

export function moment(iso: string, language: string, zone?: string): string {
    return `${day(iso, language, zone)} ${clock(iso, language, zone)}`;
}

/** How far off a moment is, in words: "in 3 days", "in 5 hours", "yesterday". */
export function distance(iso: string, language: string, now = Date.now()): string {
    const form = keep(`r ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));
    const hours = (Date.parse(iso) - now) / 3_600_000;
    if (Math.abs(hours) < 1) return form.format(Math.round(hours * 60), "minute");
    return Math.abs(hours) < 36 ? form.format(Math.trunc(hours), "hour") : form.format(Math.trunc(hours / 24), "day");
}

/** For a list: the time when it was today, else the day; the year only when it is another one. */
export function short_moment(iso: string, language: string, zone: string | undefined, now = new Date()): string {
    const date = new Date(iso);
    // Whatever is a day and an hour away (clocks change) is not today: most of a list need not be asked further.
    const near = Math.abs(now.getTime() - date.getTime()) < 25 * 3_600_000;
    const today = near && day(now.toISOString(), language, zone) === day(iso, language, zone);
    if (today) return clock(iso, language, zone);
    if (date.getUTCFullYear() !== now.getUTCFullYear()) return day(iso, language, zone);
    const form = keep(
        `s ${language} ${zone}`,
        () =>
            new Intl.DateTimeFormat(language, {
                day: "numeric",
                month: "short",
                hour: "2-digit",
                minute: "2-digit",
                timeZone: zone,
            }),
    );
    return form.format(date);
}

const relative = new Map<string, Intl.RelativeTimeFormat>();
const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["year", 365 * 86_400],
    ["month", 30 * 86_400],
    ["week", 7 * 86_400],
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
];

/** How long ago, in the largest unit that fits: "2 hours ago". */
export function age(iso: string, language: string, now = new Date()): string {
    if (!relative.has(language)) relative.set(language, new Intl.RelativeTimeFormat(language, { numeric: "auto" }));
    const seconds = Math.round((now.getTime() - Date.parse(iso)) / 1000);
    const [unit, size] = steps.find(([, each]) => Math.abs(seconds) >= each) ?? ["minute", 60];
    return relative.get(language)!.format(-Math.trunc(seconds / size), unit);
}

/** "1.4 MB" in the words of the language. */
export function file_size(bytes: number, language: string): string {
    const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
    const power = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
    const style = { style: "unit", unit: units[power], unitDisplay: "short", maximumFractionDigits: power > 1 ? 1 : 0 };
    return new Intl.NumberFormat(language, style as Intl.NumberFormatOptions).format(bytes / 1000 ** power);
}

/** Today in the shop's zone as an <input type="date"> wants it. */
export function date_input(at: Date, zone?: string): string {
    return keep(`i ${zone}`, () => new Intl.DateTimeFormat("en-CA", { timeZone: zone })).format(at);
}

const regions = new Map<string, Intl.DisplayNames>();

/** The country's name for its code of two letters; anything else stays as it was typed. */
export function country(code: string, language: string): string {
    if (!/^[A-Z]{2}$/.test(code)) return code;
    if (!regions.has(language)) regions.set(language, new Intl.DisplayNames(language, { type: "region" }));
    return regions.get(language)?.of(code) ?? code;
}
