import { describe, expect, test } from "vitest";
import type { Order } from "../lib/api";
import { all_done, done_of, lines_of, type PackLine, picks_of, same_code, scan, taken_out, wanted_of } from "./packing";

const line = (id: string, sku: string, wanted: number, done = 0): PackLine => ({
    id,
    sku,
    name: `Article ${id}`,
    wanted,
    done,
});
const mug = line("1", "MUG-1", 2);
const lamp = line("2", "LAMP", 1);

describe("a scan", () => {
    test("ticks one unit, however the scanner writes the code", () => {
        const first = scan([mug, lamp], " mug-1 ");
        expect(first).toMatchObject({ kind: "ticked", line: { id: "1", done: 1 } });
        if (first.kind !== "ticked") throw new Error(first.kind);
        expect(first.lines).toEqual([{ ...mug, done: 1 }, lamp]);
        expect(mug.done).toBe(0);
    });
    test("of something else is no tick", () => expect(scan([mug, lamp], "VASE")).toEqual({ kind: "unknown" }));
    test("of nothing is no tick either", () => expect(scan([line("3", "", 1)], "  ")).toEqual({ kind: "unknown" }));
    test("of one too many names the line", () => {
        expect(scan([{ ...mug, done: 2 }, lamp], "MUG-1")).toMatchObject({ kind: "too_many", line: { id: "1" } });
    });
    test("of an article on two lines fills the first, then the second", () => {
        const twice = [line("1", "MUG-1", 1, 1), line("2", "MUG-1", 1)];
        expect(scan(twice, "MUG-1")).toMatchObject({ kind: "ticked", line: { id: "2" } });
    });
    test("a line without a code is meant by its place, but a code goes before a place", () => {
        expect(scan([mug, line("9", "", 1)], "2")).toMatchObject({ kind: "ticked", line: { id: "9" } });
        expect(scan([mug, line("9", "", 1)], "3")).toEqual({ kind: "unknown" });
        expect(scan([line("7", "2", 1), lamp], "2")).toMatchObject({ kind: "ticked", line: { id: "7" } });
    });
});

describe("a parcel", () => {
    test("is whole when each line is", () => {
        expect(all_done([])).toBe(false);
        expect(all_done([{ ...mug, done: 2 }, lamp])).toBe(false);
        expect(
            all_done([
                { ...mug, done: 2 },
                { ...lamp, done: 1 },
            ]),
        ).toBe(true);
    });
    test("counts, gives back, and says its quantities", () => {
        const some = [{ ...mug, done: 2 }, lamp];
        expect([done_of(some), wanted_of(some)]).toEqual([2, 3]);
        expect(picks_of(some)).toEqual({ 1: 2 });
        expect(done_of(taken_out(some, "1"))).toBe(1);
        expect(taken_out(some, "2")).toEqual(some);
    });
    test("holds what is to ship; a return what may come back", () => {
        const order = {
            lines: [
                { id: "1", sku: "A", name: "a", to_ship: 2, returnable: 0 },
                { id: "2", sku: null, name: "b", to_ship: 0, returnable: 3 },
            ],
        } as unknown as Order;
        expect(lines_of(order, "pack")).toEqual([{ id: "1", sku: "A", name: "a", wanted: 2, done: 0 }]);
        expect(lines_of(order, "returns")).toEqual([{ id: "2", sku: "", name: "b", wanted: 3, done: 0 }]);
    });
});

test("no code is like no other", () => {
    expect(same_code("", "")).toBe(false);
    expect(same_code("r-7", " R-7")).toBe(true);
});
