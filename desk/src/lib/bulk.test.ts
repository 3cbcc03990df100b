import { describe, expect, test } from "vitest";
import { menu_of } from "./actions";
import type { Action, Job, Order } from "./api";
import { filter_of, reasons, together } from "./bulk.svelte";

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

describe("batches of one call", () => {
    const job = (
        id: string,
        status: Job["status"],
        done: number,
        counts: Record<string, number>,
        failed: object[] = [],
    ) => ({ id, status, done, total: 100, counts, failed }) as unknown as Job;
    test("A-06: are one job to whoever started them: the one at work, with the sums of all", () => {
        const jobs = [
            job("a", "done", 100, { changed: 98, skipped: 2 }, [{ order: "x" }, { order: "y" }]),
            job("b", "running", 40, { changed: 39, skipped: 1 }, [{ order: "z" }]),
            job("c", "queued", 0, {}),
        ];
        const all = together(jobs)!;
        expect([all.id, all.status, all.done, all.total]).toEqual(["b", "running", 140, 300]);
        expect(all.counts).toEqual({ changed: 137, skipped: 3 });
        expect(all.failed.map(({ order }) => order)).toEqual(["x", "y", "z"]);
    });
    test("are over with the last of them, and say so when one was stopped", () => {
        const jobs = [job("a", "done", 100, {}), job("b", "cancelled", 3, {}), job("c", "cancelled", 0, {})];
        expect(together(jobs)?.status).toBe("cancelled");
        expect(together([])).toBeUndefined();
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
