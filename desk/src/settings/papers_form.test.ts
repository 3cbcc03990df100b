import { describe, expect, test } from "vitest";
import type { NumberRange } from "../lib/api";
import { form_of, logo_fault, type Papers, papers_patch } from "./papers_form";
import { first_of_next, has_year, form_of as range_form, range_patch, written } from "./range_form";

const papers: Papers = {
    color: "",
    window: "by_country",
    footer: ["Maison SARL"],
    exemption_reason: "",
    payment_days: 14,
    return_slips: false,
    logo: null,
};

describe("the papers of a shop", () => {
    test("nothing is sent when nothing changed", () => expect(papers_patch(papers, form_of(papers))).toEqual({}));
    test("what changed is sent as it is kept", () => {
        const typed = {
            ...form_of(papers),
            color: " #15605A ",
            footer: [" Maison SARL", "RCS Paris ", "", ""],
            payment_days: 30,
            return_slips: true,
        };
        expect(papers_patch(papers, typed)).toEqual({
            color: "#15605a",
            footer: ["Maison SARL", "RCS Paris"],
            payment_days: 30,
            return_slips: true,
        });
    });
    test("an empty line between two stays, an empty figure is not sent", () => {
        const typed = { ...form_of(papers), footer: ["a", "", "b", ""], payment_days: null };
        expect(papers_patch(papers, typed)).toEqual({ footer: ["a", "", "b"] });
    });
    test("only a PNG of a bearable size is a logo", () => {
        expect(logo_fault({ type: "image/jpeg", size: 10 })).toBe("not_png");
        expect(logo_fault({ type: "image/png", size: 512_001 })).toBe("too_large");
        expect(logo_fault({ type: "image/png", size: 512_000 })).toBeUndefined();
    });
});

describe("a number range", () => {
    const range: NumberRange = {
        series: "invoice",
        prefix: "{year}-",
        next_number: 42,
        width: 5,
        restarts_yearly: true,
        preview: "2026-00042",
    };
    test("is shown with the year in it, and how the next year begins", () => {
        expect(written(range_form(range), 2026)).toBe("2026-00042");
        expect(first_of_next(range_form(range), 2026)).toBe("2027-00001");
        expect(written({ ...range_form(range), prefix: "R{yy}/" }, 2009)).toBe("R09/00042");
    });
    test("that does not begin anew has no first number of a year", () => {
        expect(first_of_next({ ...range_form(range), restarts_yearly: false }, 2026)).toBeUndefined();
        expect(first_of_next({ ...range_form(range), prefix: "R-" }, 2026)).toBeUndefined();
        expect([has_year("R-"), has_year("{yy}-")]).toEqual([false, true]);
    });
    test("sends what changed", () => {
        expect(range_patch(range, range_form(range))).toEqual({});
        expect(range_patch(range, { ...range_form(range), restarts_yearly: false, next_number: null })).toEqual({
            restarts_yearly: false,
        });
    });
});
