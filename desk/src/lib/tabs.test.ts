import { describe, expect, test } from "vitest";
import type { Queues, View } from "./api";
import { placed, shown_columns, with_hold } from "./columns";
import { distance } from "./format";
import { current_tab, differs, same_query, tabs_of } from "./tabs";

const count = (n: number) => ({ count: n, count_is_capped: false });
const queues: Queues = {
    queues: [
        { id: "to_ship", label: "To ship", ...count(3) },
        { id: "to_check", label: "To check", ...count(0) },
    ],
    unseen: count(2),
    holds: { count: 10_000, count_is_capped: true },
    holds_ending: count(1),
};
const view = {
    id: "v1",
    name: "Large",
    query: "queue=to_ship&sort=-total",
    columns: [],
    shared: false,
} as unknown as View;
const tabs = tabs_of(queues, [view]);
const on = (text: string) => current_tab(tabs, new URLSearchParams(text))?.id;

describe("the tabs", () => {
    test("stand in one order, an empty queue too", () => {
        expect(tabs.map(({ id }) => id)).toEqual(["all", "to_ship", "to_check", "unseen", "holds", "v1"]);
        expect(tabs.find(({ id }) => id === "holds")).toMatchObject({ capped: true, pressing: 1 });
    });
    test("the address says which one is current", () => {
        expect(on("")).toBe("all");
        expect(on("stage=new")).toBe("all");
        expect(on("queue=to_ship&q=ann")).toBe("to_ship");
        expect(on("queue=to_ship&queue=to_check")).toBeUndefined();
        expect(on("unseen=true")).toBe("unseen");
        expect(on("has_hold=true&sort=hold_until")).toBe("holds");
        expect(on("queue=to_check&view=v1")).toBe("v1");
        expect(on("view=gone")).toBe("all");
    });
    test("a list differs from its tab by its filters and its sort alone", () => {
        const saved = tabs.at(-1);
        expect(differs(saved, new URLSearchParams("sort=-total&queue=to_ship&view=v1&cursor=x"))).toBe(false);
        expect(differs(saved, new URLSearchParams("queue=to_ship&view=v1"))).toBe(true);
        expect(differs(tabs[0], new URLSearchParams("sort=-placed_at"))).toBe(false);
        expect(same_query(new URLSearchParams("state=a&state=b"), new URLSearchParams("state=b&state=a"))).toBe(true);
    });
});

describe("columns", () => {
    test("a sort by the end of the hold brings its columns", () => {
        const shown = shown_columns(["number", "buyer", "total"], undefined);
        expect(with_hold(shown, "hold_until").map(({ id }) => id)).toEqual([
            "number",
            "buyer",
            "hold",
            "hold_until",
            "total",
        ]);
        expect(with_hold(shown, "-total")).toBe(shown);
    });
    test("one is put before another, or stays", () => {
        expect(placed(["a", "b", "c"], "c", "a")).toEqual(["c", "a", "b"]);
        expect(placed(["a", "b", "c"], "a", "c")).toEqual(["b", "a", "c"]);
        expect(placed(["a", "b"], "a", undefined)).toEqual(["b", "a"]);
        expect(placed(["a", "b"], "x", "a")).toEqual(["a", "b"]);
        expect(placed(["a", "b"], "a", "a")).toEqual(["a", "b"]);
    });
});

test("the time left is told in words", () => {
    const now = Date.parse("2026-11-22T12:00:00Z");
    expect(distance("2026-11-22T17:30:00Z", "en", now)).toBe("in 5 hours");
    expect(distance("2026-11-25T13:00:00Z", "en", now)).toBe("in 3 days");
    expect(distance("2026-11-22T12:20:00Z", "en", now)).toBe("in 20 minutes");
    expect(distance("2026-11-20T11:00:00Z", "da", now)).toBe("i forgårs");
});
