import { describe, expect, test } from "vitest";
import { age, country, date_input, decimal, file_size, money, parse_money, short_moment } from "./format";

describe("money", () => {
    test("is exact for every exponent and sign", () => {
        expect(decimal(0, 2)).toBe("0.00");
        expect(decimal(-1205, 2)).toBe("-12.05");
        expect(decimal(7, 3)).toBe("0.007");
        expect(decimal(1500, 0)).toBe("1500");
        expect(decimal(9007199254740991, 2)).toBe("90071992547409.91");
    });
    test("is written as the language has it", () => {
        expect(money(123456, "EUR", 2, "en")).toBe("€1,234.56");
        expect(money(123456, "EUR", 2, "de").replace(/\s/g, " ")).toBe("1.234,56 €");
        expect(money(1500, "JPY", 0, "en")).toBe("¥1,500");
        expect(money(9007199254740991, "EUR", 2, "en")).toBe("€90,071,992,547,409.91");
    });
    test.each([
        ["12", 2, 1200],
        ["12.5", 2, 1250],
        ["12,50", 2, 1250],
        ["1 234,50", 2, 123450],
        ["1.234,50", 2, 123450],
        ["1,234.50", 2, 123450],
        ["1.234", 2, 123400],
        ["1’234.05", 2, 123405],
        ["0,005", 3, 5],
        ["1500", 0, 1500],
        ["1.500", 0, 1500],
    ])("%s with exponent %i is %i", (text, exponent, minor) => {
        expect(parse_money(text, exponent)).toBe(minor);
    });
    test.each(["", "abc", "-5", "12,5,5", "1.2345", "1e3", "99999999999999999999"])("%s is no amount", (text) => {
        expect(parse_money(text, 2)).toBeUndefined();
    });
});

describe("times", () => {
    test("a list shows the hour today and the day before", () => {
        const now = new Date("2026-11-22T20:00:00Z");
        expect(short_moment("2026-11-22T10:05:00Z", "en", "Europe/Paris", now)).toBe("11:05 AM");
        expect(short_moment("2026-11-21T10:05:00Z", "da", "Europe/Paris", now)).toMatch(/21\. nov/);
        expect(short_moment("2025-11-21T10:05:00Z", "de", "Europe/Paris", now)).toBe("21. Nov. 2025");
    });
    test("the day of a date field is the shop's, not the browser's", () => {
        expect(date_input(new Date("2026-11-22T23:30:00Z"), "Europe/Paris")).toBe("2026-11-23");
    });
});

test("a country has a name, and what is no code stays", () => {
    expect(country("DK", "da")).toBe("Danmark");
    expect(country("Utopia", "en")).toBe("Utopia");
});

test("an age is said in its largest unit", () => {
    const now = new Date("2026-11-22T12:00:00Z");
    expect(age("2026-11-22T10:00:00Z", "en", now)).toBe("2 hours ago");
    expect(age("2026-11-21T10:00:00Z", "en", now)).toBe("yesterday");
    expect(age("2026-10-01T10:00:00Z", "de", now)).toBe("letzten Monat");
    expect(age("2026-11-22T11:59:40Z", "da", now)).toBe("dette minut");
});

test.each([
    [0, "0 byte"],
    [999, "999 byte"],
    [1_400_000, "1.4 MB"],
    [4_294_967_296, "4.3 GB"],
])("%s bytes are %s", (bytes, words) => expect(file_size(bytes, "en")).toBe(words));
