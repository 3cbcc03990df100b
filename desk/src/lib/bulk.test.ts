import { describe, expect, test } from "vitest";
import { menu_of } from "./actions";
import type { Action, Order } from "./api";
import { filter_of, reasons } from "./bulk.svelte";

describe("many orders", () => {
    test("the list's query becomes the filter of a call", () => {
        const query = new URLSearchParams(
            "q=ann&payment_status=pending&payment_status=paid&min_total=1200" +
                "&placed_from=2026-01-01T00:00:00Z&sort=total&cursor=x",
        );
        expect(filter_of(query)).toEqual({
            q: "ann",
            payment_status: ["pending", "paid"],
            min_total: 1200,
            placed_from: "2026-01-01T00:00:00Z",
        });
    });
    test("refusals are told by reason, the most frequent first", () => {
        const paid = { code: "already_paid", detail: "Paid." };
        expect(reasons([{ code: "removed" }, paid, paid])).toEqual([
            { text: "Paid.", count: 2 },
            { text: "removed", count: 1 },
        ]);
    });
});

describe("the menu of actions", () => {
    const order = (units: object[], ...ids: string[]) =>
        ({ lines: [{ units }], actions: ids.map((id) => ({ id }) as Action) }) as unknown as Order;
    test("has what the server offers, group by group, and nothing else", () => {
        expect(
            menu_of(order([], "cancel", "refund", "add-note")).map((group) => group.actions.map(({ id }) => id)),
        ).toEqual([["refund"], ["cancel"]]);
    });
    test("speaks of access only where there are tickets", () => {
        expect(menu_of(order([], "block-access"))).toEqual([]);
        expect(menu_of(order([{}], "block-access"))).toHaveLength(1);
    });
});
