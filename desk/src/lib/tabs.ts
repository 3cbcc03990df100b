// The tabs of the order list: all orders, the queues, what nobody has opened, the card holds, and the saved views. A
// tab is a named query, so the address alone says which one is current.
import type { Queues, View } from "./api";
import { list_query } from "./filters";

export interface Tab {
    id: string;
    kind: "all" | "queue" | "unseen" | "holds" | "view";
    /** The server's word; the desk has its own for the built-in tabs. */
    label?: string;
    query: string;
    count?: number;
    capped?: boolean;
    /** How many of them are pressing. */
    pressing?: number;
    view?: View;
}

export function tabs_of(queues: Queues | undefined, views: readonly View[]): Tab[] {
    const built_in: Tab[] = [{ id: "all", kind: "all", query: "" }];
    for (const queue of queues?.queues ?? []) {
        const { id, label, count, count_is_capped: capped } = queue;
        built_in.push({ id, kind: "queue", label, query: `queue=${id}`, count, capped });
    }
    if (queues) {
        const { unseen, holds, holds_ending } = queues;
        built_in.push({
            id: "unseen",
            kind: "unseen",
            query: "unseen=true",
            count: unseen.count,
            capped: unseen.count_is_capped,
        });
        built_in.push({
            id: "holds",
            kind: "holds",
            query: "sort=hold_until&has_hold=true",
            count: holds.count,
            capped: holds.count_is_capped,
            pressing: holds_ending.count,
        });
    }
    const saved = views.map(
        (view): Tab => ({
            id: view.id,
            kind: "view",
            label: view.name,
            query: `${view.query}${view.query ? "&" : ""}view=${encodeURIComponent(view.id)}`,
            count: view.count,
            capped: view.count_is_capped,
            view,
        }),
    );
    return [...built_in, ...saved];
}

/** The tab that the address stands on: a saved view by its id, else the built-in one whose filter is on. */
export function current_tab(tabs: readonly Tab[], query: URLSearchParams): Tab | undefined {
    const view = query.get("view");
    if (view !== null) {
        const found = tabs.find((tab) => tab.kind === "view" && tab.id === view);
        if (found) return found;
    }
    const queues = query.getAll("queue");
    if (queues.length === 1) return tabs.find((tab) => tab.kind === "queue" && tab.id === queues[0]);
    if (queues.length > 1) return undefined;
    if (query.get("unseen") === "true") return tabs.find((tab) => tab.id === "unseen");
    if (query.get("has_hold") === "true") return tabs.find((tab) => tab.id === "holds");
    return tabs[0];
}

/** The same filters and sort, in whatever order they stand. */
export function same_query(one: URLSearchParams, other: URLSearchParams): boolean {
    const lines = (query: URLSearchParams) =>
        [...list_query(query)]
            .filter(([name, value]) => name !== "sort" || value !== "-placed_at")
            .map(([name, value]) => `${name}=${value}`)
            .sort()
            .join("\n");
    return lines(one) === lines(other);
}

/** Whether somebody narrowed or sorted the tab further: that may be kept as a view. */
export function differs(tab: Tab | undefined, query: URLSearchParams): boolean {
    return !same_query(new URLSearchParams(tab?.query ?? ""), query);
}
