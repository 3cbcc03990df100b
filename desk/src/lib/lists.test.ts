import { describe, expect, test } from "vitest";
import type { OrderRow, Session, Shop } from "./api";
import { chooser_columns, first_columns, moved, shown_columns } from "./columns";
import {
    active_filters,
    choices_of,
    filters_for,
    list_query,
    next_sort,
    page_query,
    with_values,
    without,
} from "./filters";
import { differences, sums } from "./order_list.svelte";

const label = (id: string, text: string) => ({ id, label: text });
const shop = {
    id: "maison",
    list_shows: ["payment", "state"],
    columns: ["number", "buyer", "summary", "total"],
    states: [label("received", "Received")],
    payment_methods: [label("card", "Card")],
    vocabulary: {
        payment_statuses: [
            label("pending", "To be confirmed"),
            label("authorized", "To be confirmed"),
            label("paid", "Paid"),
        ],
    },
} as unknown as Shop;

describe("columns", () => {
    test("the profile's status column becomes the statuses it shows", () => {
        expect(first_columns(shop)).toEqual(["number", "buyer", "payment", "state", "total"]);
    });
    test("the number cannot be switched off and unknown names are dropped", () => {
        expect(shown_columns(["buyer", "colour"], shop).map(({ id }) => id)).toEqual(["number", "buyer"]);
    });
    test("the chooser lists the shown ones first and every other after", () => {
        const all = chooser_columns(shown_columns(["number", "total"], shop), shop).map(({ id }) => id);
        expect(all.slice(0, 2)).toEqual(["number", "total"]);
        expect(new Set(all).size).toBe(all.length);
        expect(all).not.toContain("shop");
    });
    test("a step beyond the end changes nothing", () => {
        expect(moved(["a", "b"], "b", 1)).toEqual(["a", "b"]);
        expect(moved(["a", "b"], "b", -1)).toEqual(["b", "a"]);
    });
});

describe("filters", () => {
    test("codes with one word are one choice", () => {
        expect(choices_of("payment_status", shop, undefined as unknown as Session)).toEqual([
            { label: "To be confirmed", values: ["pending", "authorized"] },
            { label: "Paid", values: ["paid"] },
        ]);
    });
    test("the page's query keeps only what is the list's", () => {
        const query = new URLSearchParams("q=a&cursor=x&state=b&state=c&colour=red&total=");
        expect(list_query(query).toString()).toBe("q=a&state=b&state=c");
    });
    test("only the first page is counted, and only where nothing is searched for", () => {
        expect(page_query(new URLSearchParams("state=b&view=v"), "").toString()).toBe("state=b&count=true");
        expect(page_query(new URLSearchParams("state=b"), "next").toString()).toBe("state=b&cursor=next");
        expect(page_query(new URLSearchParams("q=a"), "").toString()).toBe("q=a");
    });
    test("values are set, kept apart from others, and taken off", () => {
        const query = with_values(new URLSearchParams("q=a"), "stage", ["new", "shipped"]);
        expect(query.toString()).toBe("q=a&stage=new&stage=shipped");
        const [stage] = active_filters(query);
        expect(without(query, stage!).toString()).toBe("q=a");
    });
    test("states belong to one shop", () => {
        expect(filters_for(undefined).map(({ id }) => id)).not.toContain("state");
        expect(filters_for(shop).map(({ id }) => id)).toContain("state");
    });
    test("a click on a head turns the sort round", () => {
        expect(next_sort("-placed_at", "total")).toBe("-total");
        expect(next_sort("-total", "total")).toBe("total");
        expect(next_sort("total", "buyer")).toBe("buyer");
    });
});

describe("the list", () => {
    const row = (id: string, version: number, more: object = {}) =>
        ({ id, version, currency: "EUR", currency_exponent: 2, total: 100, due: 40, ...more }) as OrderRow;
    test("tells new rows from changed ones", () => {
        expect(differences([row("1", 1), row("2", 1)], [row("3", 1), row("1", 2), row("2", 1)])).toEqual({
            added: 1,
            changed: 1,
        });
    });
    test("adds up per currency", () => {
        const found = sums([row("1", 1), row("2", 1), row("3", 1, { currency: "DKK", due: 0 })]);
        expect(found.map(({ currency, total, due }) => [currency, total, due])).toEqual([
            ["EUR", 200, 80],
            ["DKK", 100, 0],
        ]);
    });
});
