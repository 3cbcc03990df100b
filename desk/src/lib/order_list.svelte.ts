// The order list's state: the page shown, where one came from, what changed meanwhile, and what is ticked. It outlives
// the screen, so Back shows the same rows at once and the order page knows the neighbours.
import { api, type OrderList, type OrderRow, Problem } from "./api";
import { list_query } from "./filters";

export interface Differences {
    added: number;
    changed: number;
}

/** What another answer for the same page has that the shown one has not. */
export function differences(shown: readonly OrderRow[], now: readonly OrderRow[]): Differences {
    const versions = new Map(shown.map((row) => [row.id, row.version]));
    const added = now.filter((row) => !versions.has(row.id)).length;
    const changed = now.filter((row) => versions.has(row.id) && versions.get(row.id) !== row.version).length;
    return { added, changed };
}

export interface Sum {
    currency: string;
    exponent: number;
    total: number;
    due: number;
}

export function sums(rows: readonly OrderRow[]): Sum[] {
    const found = new Map<string, Sum>();
    for (const row of rows) {
        const sum = found.get(row.currency) ?? {
            currency: row.currency,
            exponent: row.currency_exponent,
            total: 0,
            due: 0,
        };
        sum.total += row.total;
        sum.due += row.due;
        found.set(row.currency, sum);
    }
    return [...found.values()];
}

export interface Place {
    n: number;
    total: number;
    /** There are other pages, which nobody counted. */
    more: boolean;
    previous: boolean;
    next: boolean;
}

class OrderListing {
    key = $state("");
    rows = $state.raw<OrderRow[]>();
    next_cursor = $state<string | null>(null);
    total = $state<{ count: number; estimate: boolean }>();
    sorted_within = $state<number>();
    loading = $state(false);
    failure = $state.raw<Problem>();
    added = $state.raw(new Set<string>());
    changed = $state.raw(new Set<string>());
    selected = $state.raw(new Map<string, OrderRow>());
    /** The order one looked at last: it gets the focus again. */
    left = $state<string>();
    /** The cursors of the pages before this one, the first page being "". */
    before: string[] = [];
    private query_key = "";
    private running: AbortController | undefined;

    shop: string | undefined;
    query = new URLSearchParams();
    cursor = "";

    open(shop: string | undefined, query: URLSearchParams, language: string) {
        const cursor = query.get("cursor") ?? "";
        const wanted = list_query(query);
        const query_key = `${language} ${shop ?? ""} ${wanted}`;
        if (query_key !== this.query_key) {
            this.before = [];
            this.total = undefined;
            this.selected = new Map();
            if (!this.query_key.startsWith(`${language} ${shop ?? ""} `)) this.rows = undefined;
            this.query_key = query_key;
        }
        this.key = `${query_key} ${cursor}`;
        [this.shop, this.query, this.cursor] = [shop, wanted, cursor];
        void this.load();
    }

    private async fetch(signal: AbortSignal): Promise<OrderList> {
        const query = new URLSearchParams(this.query);
        if (this.cursor) query.set("cursor", this.cursor);
        else if (!query.get("q")) query.set("count", "true");
        const call = { query, signal };
        return this.shop
            ? api.get("/api/v1/shops/{shop}/orders", { ...call, path: { shop: this.shop } })
            : api.get("/api/v1/orders", call);
    }

    async load() {
        this.running?.abort();
        const running = new AbortController();
        this.running = running;
        this.loading = true;
        try {
            const page = await this.fetch(running.signal);
            if (running.signal.aborted) return;
            this.rows = page.items;
            this.next_cursor = page.next_cursor;
            this.sorted_within = page.sorted_within;
            if (page.total !== undefined) this.total = { count: page.total, estimate: page.total_is_estimate === true };
            this.failure = undefined;
            this.added = new Set();
            this.changed = new Set();
        } catch (error) {
            if (running.signal.aborted) return;
            if (!(error instanceof Problem)) throw error;
            this.failure = error;
        } finally {
            if (this.running === running) this.loading = false;
        }
    }

    /** Looks for changes without moving a row: for the time the stream was lost. */
    async compare() {
        if (!this.rows || this.cursor !== "") return;
        const page = await this.fetch(new AbortController().signal).catch(() => undefined);
        if (!page || !this.rows) return;
        const known = new Map(this.rows.map((row) => [row.id, row.version]));
        for (const row of page.items) {
            if (!known.has(row.id)) this.added = new Set(this.added).add(row.id);
            else if (known.get(row.id) !== row.version) this.changed = new Set(this.changed).add(row.id);
        }
    }

    hint(hint: { shop: string; id: string; version: number }) {
        if (!this.rows || (this.shop && this.shop !== hint.shop)) return;
        const row = this.rows.find(({ id }) => id === hint.id);
        if (row && row.version < hint.version) this.changed = new Set(this.changed).add(hint.id);
        else if (!row && hint.version === 1) this.added = new Set(this.added).add(hint.id);
    }

    toggle(rows: readonly OrderRow[], on: boolean) {
        const selected = new Map(this.selected);
        for (const row of rows) {
            if (on) selected.set(row.id, row);
            else selected.delete(row.id);
        }
        this.selected = selected;
    }

    /** Where an order stands in the list one came from; undefined when it is not on the page at hand. */
    place_of(id: string): Place | undefined {
        const rows = this.rows ?? [];
        const at = rows.findIndex((row) => row.id === id);
        if (at < 0) return undefined;
        const exact = this.total !== undefined && !this.total.estimate && this.before.length === 0;
        const more = !exact && (this.next_cursor !== null || this.cursor !== "");
        return {
            n: at + 1,
            total: exact ? this.total!.count : rows.length,
            more,
            previous: at > 0 || this.before.length > 0,
            next: at < rows.length - 1 || this.next_cursor !== null,
        };
    }

    /** The order before or after this one, also across the edge of the page: the list then stands on that page. */
    async neighbour(id: string, direction: 1 | -1): Promise<OrderRow | undefined> {
        const rows = this.rows ?? [];
        const at = rows.findIndex((row) => row.id === id);
        if (at < 0) return undefined;
        const beside = rows[at + direction];
        if (beside) return beside;
        if (direction === 1 ? this.next_cursor === null : this.before.length === 0) return undefined;
        if (direction === 1) {
            this.before.push(this.cursor);
            this.cursor = this.next_cursor!;
        } else this.cursor = this.before.pop()!;
        this.key = `${this.query_key} ${this.cursor}`;
        await this.load();
        return direction === 1 ? this.rows?.[0] : this.rows?.at(-1);
    }
}
export const listing = new OrderListing();
