import { describe, expect, test } from "vitest";
import danish_desk from "$locales/da/desk.json";
import danish_settings from "$locales/da/settings.json";
import german_desk from "$locales/de/desk.json";
import german_settings from "$locales/de/settings.json";
import english_desk from "$locales/en/desk.json";
import english_settings from "$locales/en/settings.json";
import french_desk from "$locales/fr/desk.json";
import french_settings from "$locales/fr/settings.json";
import { address_of, Problem } from "./api";
import { fill } from "./i18n.svelte";
import { linked, wrapped } from "./markdown";
import { changed_fields } from "./patch";
import { place_of } from "./place";
import { payment_sign, state_sign } from "./signs";

// A language's words are in two files; no key may be in both.
const danish = { ...danish_desk, ...danish_settings };
const german = { ...german_desk, ...german_settings };
const english = { ...english_desk, ...english_settings };
const french = { ...french_desk, ...french_settings };

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(Object.entries({ french, danish, german }))("%s", (_, words: Record<string, string>) => {
    test("has every text, with the same values in it", () => {
        expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
        for (const [key, text] of Object.entries(english)) expect(holes(words[key]!), key).toEqual(holes(text));
    });
    test("leaves nothing empty", () => {
        expect(Object.entries(words).filter(([, text]) => text.trim() === "")).toEqual([]);
    });
});

describe("words", () => {
    test("no key is in two files", () => {
        expect(Object.keys(english_desk).filter((key) => key in english_settings)).toEqual([]);
    });
    test("a value without a name stays visible", () => expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}"));
    test("a link is made of a word or of an address", () => {
        expect(linked("see here", 4, 8)).toEqual({ text: "see [here](https://)", from: 11, to: 19 });
        expect(linked("https://a.b", 0, 11)).toEqual({ text: "[](https://a.b)", from: 1, to: 1 });
    });
    test("marks come and go", () => {
        const bold = wrapped("a word", 2, 6, "**");
        expect(bold).toEqual({ text: "a **word**", from: 4, to: 8 });
        expect(wrapped(bold.text, bold.from, bold.to, "**")).toEqual({ text: "a word", from: 2, to: 6 });
    });
});

describe("addresses", () => {
    test("names in a path are encoded", () => {
        expect(address_of("/api/v1/shops/{shop}/orders", { path: { shop: "a/b c" } })).toBe(
            "/api/v1/shops/a%2Fb%20c/orders",
        );
    });
    test.each([
        ["/", "orders", undefined, undefined],
        ["/shops/maison/orders", "orders", "maison", undefined],
        ["/shops/maison/orders/7", "order", "maison", "7"],
        ["/shops/maison/mails", "mails", "maison", undefined],
        ["/shops/maison/bank", "bank", "maison", undefined],
        ["/shops/maison/accounting", "accounting", "maison", undefined],
        ["/shops/maison/payouts", "payouts", "maison", undefined],
        ["/shops/maison/payouts/7", "payouts", "maison", "7"],
        ["/shops/maison/customers", "customers", "maison", undefined],
        ["/shops/maison/customers/7", "customer", "maison", "7"],
        ["/shops/maison/statistics", "statistics", "maison", undefined],
        ["/shops/maison/pick-list", "pick-list", "maison", undefined],
        ["/shops/maison/settings", "settings", "maison", undefined],
        ["/shops/maison/settings/states", "settings", "maison", "states"],
        ["/shops/maison/pick-list/7", "unknown", "maison", undefined],
        ["/join/secret", "join", undefined, "secret"],
        ["/join", "unknown", undefined, undefined],
        ["/elsewhere", "unknown", undefined, undefined],
    ])("%s is the screen %s", (path, screen, shop, id) => {
        expect(place_of(path)).toEqual({ screen, shop, id });
    });
});

describe("facts", () => {
    test("a problem finds its field", () => {
        const problem = new Problem(422, {
            errors: [{ field: "/buyer/email", code: "bad", detail: "Not an address." }],
        });
        expect(problem.field("/buyer/email")).toBe("Not an address.");
        expect(problem.field("/buyer/name")).toBeUndefined();
    });
    test("only what was changed is sent", () => {
        expect(changed_fields({ name: "Ann", city: "Lyon" }, { name: "Ann", city: "Paris" })).toEqual({
            city: "Paris",
        });
        expect(changed_fields({ name: "Ann" }, { name: "Ann", city: "" } as object)).toBeUndefined();
    });
    test("a shop's own colour tints, a word of the palette names", () => {
        expect(state_sign("new", "#123456")).toEqual({ shape: "dot", color: "#123456" });
        expect(state_sign("on_hold", "amber")).toEqual({ shape: "square", tint: "amber" });
        expect(payment_sign("paid").shape).toBe("full");
    });
});
