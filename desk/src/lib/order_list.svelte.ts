// The order list's state: the page shown, where one came from, what changed meanwhile, and what is ticked. It outlives
// the screen, so Back shows the same rows at once and the order page knows the neighbours.
import { api, type OrderList, type OrderRow, Problem } from "./api";
import { list_query, page_query } from "./filters";

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
    hold: number;
}

export function sums(rows: readonly OrderRow[]): Sum[] {
    const found = new Map<string, Sum>();
    for (const row of rows) {
        const sum = found.get(row.currency) ?? {
            currency: row.currency,
            exponent: row.currency_exponent,
            total: 0,
            due: 0,
            hold: 0,
        };
        sum.total += row.total;
        sum.due += row.due;
        sum.hold += row.hold;
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
    /** The row ticked last: a range goes from it. */
    private anchor: string | undefined;
    /** Everything the filters let through is meant, not only what is ticked. */
    all_matching = $state(false);
    /** Rows that were fetched again a moment ago. */
    fresh = $state.raw(new Set<string>());
    /** The order one looked at last: it gets the focus again. */
    left = $state<string>();
    /** How far each list was scrolled, by its key: Back comes to the same place. */
    scroll: Record<string, number> = {};
    /** The cursors of the pages before this one, the first page being "". */
    before: string[] = [];
    private query_key = "";
    private begun: string | undefined;
    private asked: Promise<void> = Promise.resolve();
    private running: AbortController | undefined;

    shop: string | undefined;
    query = new URLSearchParams();
    cursor = "";

    /** Asked for before the list is on screen; its first `open` takes this answer. */
    async begin(shop: string | undefined, query: URLSearchParams, language: string) {
        this.open(shop, query, language);
        this.begun = this.key;
        await this.asked;
        if (this.failure) this.begun = undefined;
    }

    open(shop: string | undefined, query: URLSearchParams, language: string) {
        const cursor = query.get("cursor") ?? "";
        const wanted = list_query(query);
        const query_key = `${language} ${shop ?? ""} ${wanted}`;
        if (query_key !== this.query_key) {
            this.before = [];
            this.total = undefined;
            this.selected = new Map();
            this.all_matching = false;
            if (!this.query_key.startsWith(`${language} ${shop ?? ""} `)) this.rows = undefined;
            this.query_key = query_key;
        }
        this.key = `${query_key} ${cursor}`;
        [this.shop, this.query, this.cursor] = [shop, wanted, cursor];
        const begun = this.begun === this.key;
        this.begun = undefined;
        if (!begun) this.asked = this.load();
    }

    private async fetch(signal: AbortSignal): Promise<OrderList> {
        return this.ask(page_query(this.query, this.cursor), signal);
    }

    private ask(query: URLSearchParams, signal: AbortSignal): Promise<OrderList> {
        return this.shop
            ? api.get("/api/v1/shops/{shop}/orders", { query, signal, path: { shop: this.shop } })
            : api.get("/api/v1/orders", { query, signal });
    }

    /** The order whose number is exactly this, in the list's shop or in all of them. */
    async numbered(number: string): Promise<OrderRow | undefined> {
        const query = new URLSearchParams({ q: number, limit: "1" });
        const page = await this.ask(query, new AbortController().signal).catch(() => undefined);
        const row = page?.items[0];
        return row?.number.toLowerCase() === number.toLowerCase() ? row : undefined;
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
        this.refresh_soon();
    }

    private refreshing: ReturnType<typeof setTimeout> | undefined;
    /** Rows that changed elsewhere are fetched again where they stand, at most once a second. */
    private refresh_soon() {
        if (this.refreshing !== undefined || this.changed.size === 0) return;
        this.refreshing = setTimeout(() => {
            this.refreshing = undefined;
            void this.refresh([...this.changed]);
        }, 1_000);
    }

    async refresh(ids: readonly string[]) {
        const here = new Set(this.rows?.map((row) => row.id));
        const wanted = ids.filter((id) => here.has(id)).slice(0, 200);
        if (wanted.length === 0) return;
        const query = new URLSearchParams([["limit", "200"], ...wanted.map((id) => ["order", id])]);
        const page = await this.ask(query, new AbortController().signal).catch(() => undefined);
        if (!page || !this.rows) return;
        const now = new Map(page.items.map((row) => [row.id, row]));
        this.rows = this.rows.map((row) => now.get(row.id) ?? row);
        this.selected = new Map([...this.selected].map(([id, row]) => [id, now.get(id) ?? row]));
        this.changed = new Set([...this.changed].filter((id) => !now.has(id)));
        this.fresh = new Set([...this.fresh, ...now.keys()]);
        setTimeout(() => (this.fresh = new Set([...this.fresh].filter((id) => !now.has(id)))), 2_500);
    }

    hint(hint: { shop: string; id: string; version: number }) {
        if (!this.rows || (this.shop && this.shop !== hint.shop)) return;
        const row = this.rows.find(({ id }) => id === hint.id);
        if (row && row.version < hint.version) {
            this.changed = new Set(this.changed).add(hint.id);
            this.refresh_soon();
        } else if (!row && hint.version === 1) this.added = new Set(this.added).add(hint.id);
    }

    toggle(rows: readonly OrderRow[], on: boolean) {
        const selected = new Map(this.selected);
        for (const row of rows) {
            if (on) selected.set(row.id, row);
            else selected.delete(row.id);
        }
        this.selected = selected;
        if (!on) this.all_matching = false;
    }

    /** Ticks a row or unticks it; with `range` also everything from the row that was ticked last. */
    tick(row: OrderRow, on: boolean, range: boolean) {
        const rows = this.rows ?? [];
        const to = rows.indexOf(row);
        const from = range ? rows.findIndex((each) => each.id === this.anchor) : to;
        this.anchor = row.id;
        if (from < 0) return this.toggle([row], on);
        this.toggle(rows.slice(Math.min(from, to), Math.max(from, to) + 1), on);
    }

    is_ticked(row: OrderRow): boolean {
        return this.all_matching || this.selected.has(row.id);
    }

    get page_is_ticked(): boolean {
        return this.rows !== undefined && this.rows.length > 0 && this.rows.every((row) => this.is_ticked(row));
    }

    /** A search asks for no count by itself; whoever means everything wants to know how much that is. */
    async count_all() {
        if (this.total) return;
        const key = this.query_key;
        const query = new URLSearchParams(this.query);
        query.set("count", "true");
        query.set("limit", "1");
        const page = await this.ask(query, new AbortController().signal).catch(() => undefined);
        if (page?.total === undefined || key !== this.query_key) return;
        this.total = { count: page.total, estimate: page.total_is_estimate === true };
    }

    clear_selection() {
        this.selected = new Map();
        this.all_matching = false;
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
