// One action on many orders: shown beforehand, run as a job that goes on without this page, and told order by order.
import { api, type BulkPreview, type Job, type OrderRow, Problem } from "./api";
import { on_hint } from "./events.svelte";
import { filters } from "./filters";
import type { Key } from "./i18n.svelte";

/** The actions that make sense for many orders at a time, with the words that say what will be done. */
export const bulk_actions: [string, Key][] = [
    ["change-state", "state.change"],
    ["mark-paid", "mark_paid.title"],
    ["resend-confirmation", "bulk.resend"],
    ["ship", "ship.title"],
    ["cancel", "cancel.button_whole"],
];

/** The query of the list as the filter of a call: what may be given twice is a list. */
export function filter_of(query: URLSearchParams): Record<string, string | string[] | number> {
    const result: Record<string, string | string[] | number> = {};
    for (const name of new Set(query.keys())) {
        const values = query.getAll(name);
        if (name === "sort" || name === "cursor" || name === "limit" || name === "count") continue;
        const filter = filters.find((each) => each.names.includes(name));
        if (filter?.kind === "amount") result[name] = Number(values[0]);
        else if (filter === undefined || filter.kind === "period") result[name] = values[0]!;
        else result[name] = values;
    }
    return result;
}

/** How many orders were refused, by reason, the most frequent first. */
export function reasons(skipped: readonly { code: string; detail?: string }[]): { text: string; count: number }[] {
    const found = new Map<string, number>();
    for (const each of skipped) {
        const text = each.detail || each.code;
        found.set(text, (found.get(text) ?? 0) + 1);
    }
    return [...found].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}

export class Bulk {
    preview = $state.raw<BulkPreview>();
    problem = $state.raw<Problem>();
    asking = $state(false);
    job = $state.raw<Job>();
    private running: AbortController | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly deaf: () => void;
    private ended = false;

    constructor(readonly shop: string) {
        this.deaf = on_hint((hint) => {
            if (hint.kind === "job" && hint.data.id === this.job?.id) void this.look();
        });
    }

    stop() {
        this.ended = true;
        this.running?.abort();
        clearTimeout(this.timer);
        this.deaf();
    }

    async ask(body: object | undefined) {
        this.running?.abort();
        this.preview = undefined;
        this.problem = undefined;
        this.asking = body !== undefined;
        if (!body) return;
        const running = new AbortController();
        this.running = running;
        try {
            const call = { path: { shop: this.shop }, body: { ...body, dry_run: true }, signal: running.signal };
            const answer = (await api.post("/api/v1/shops/{shop}/orders/bulk", call)) as BulkPreview;
            if (!running.signal.aborted) this.preview = answer;
        } catch (error) {
            if (running.signal.aborted) return;
            if (!(error instanceof Problem)) throw error;
            this.problem = error;
        } finally {
            if (this.running === running) this.asking = false;
        }
    }

    async run(body: object) {
        this.problem = undefined;
        try {
            this.job = (await api.post("/api/v1/shops/{shop}/orders/bulk", {
                path: { shop: this.shop },
                body,
            })) as unknown as Job;
            this.watch();
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            this.problem = error;
        }
    }

    async cancel() {
        if (!this.job) return;
        const path = { shop: this.shop, id: this.job.id };
        await api.post("/api/v1/shops/{shop}/jobs/{id}/cancel", { path }).catch(() => undefined);
        await this.look();
    }

    get is_over(): boolean {
        return this.job !== undefined && this.job.status !== "queued" && this.job.status !== "running";
    }

    // Hints come with the stream; without it the job is asked for.
    private watch() {
        clearTimeout(this.timer);
        if (this.is_over || this.ended) return;
        this.timer = setTimeout(() => void this.look().then(() => this.watch()), 700);
    }

    private async look() {
        if (!this.job || this.is_over) return;
        const path = { shop: this.shop, id: this.job.id };
        const job = await api.get("/api/v1/shops/{shop}/jobs/{id}", { path }).catch(() => undefined);
        if (job) this.job = job;
    }
}

/** The rows that a job could not change. */
export function failed_rows(job: Job, rows: readonly OrderRow[]): OrderRow[] {
    const failed = new Set(job.failed.map((each) => each.order));
    return rows.filter((row) => failed.has(row.id));
}
