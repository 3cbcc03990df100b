// One action on many orders: shown beforehand, run as a job that goes on without this page, and told order by order.
import { api, type BulkPreview, type Job, type JobBatches, type OrderRow, Problem } from "./api";
import { on_hint } from "./events.svelte";
import { filters } from "./filters";
import type { Key } from "./i18n.svelte";

/** The actions that make sense for many orders at a time, with the words that say what will be done. */
export const bulk_actions: [string, Key][] = [
    ["change-state", "state.change"],
    ["mark-paid", "mark_paid.title"],
    ["resend-confirmation", "bulk.resend"],
    ["ship", "ship.title"],
    ["approve-request", "request.approve_bulk"],
    ["cancel", "cancel.button_whole"],
    ["erase-people", "people.erase"],
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

const is_going = (job: Job) => job.status === "queued" || job.status === "running";

/** The batches of one call as the one job that they are to whoever started them: that at work, with the sums of all. */
export function together(jobs: readonly Job[]): Job | undefined {
    const now = jobs.find(is_going) ?? jobs.at(-1);
    if (!now || jobs.length === 1) return now;
    const counts: Record<string, number> = {};
    for (const job of jobs) {
        for (const [name, count] of Object.entries(job.counts)) counts[name] = (counts[name] ?? 0) + count;
    }
    const status = jobs.find((job) => job.status === "cancelled" || job.status === "failed")?.status ?? now.status;
    return {
        ...now,
        status: is_going(now) ? now.status : status,
        done: jobs.reduce((sum, job) => sum + job.done, 0),
        total: jobs.reduce((sum, job) => sum + (job.total ?? 0), 0),
        failed: jobs.flatMap((job) => job.failed),
        counts,
    };
}

export class Bulk {
    preview = $state.raw<BulkPreview>();
    problem = $state.raw<Problem>();
    asking = $state(false);
    jobs = $state.raw<Job[]>([]);
    private running: AbortController | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly deaf: () => void;
    private ended = false;

    constructor(readonly shop: string) {
        this.deaf = on_hint((hint) => {
            if (hint.kind === "job" && this.jobs.some((job) => job.id === hint.data.id)) void this.look();
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
            const call = {
                path: { shop: this.shop },
                body: { ...body, in_batches: true, dry_run: true },
                signal: running.signal,
            };
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
            const call = { path: { shop: this.shop }, body: { ...body, in_batches: true } };
            const answer = (await api.post("/api/v1/shops/{shop}/orders/bulk", call)) as unknown as JobBatches;
            this.jobs = answer.batches;
            this.watch();
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            this.problem = error;
        }
    }

    async cancel() {
        // The last first: none begins while the others are being ended.
        for (const { id } of this.jobs.filter(is_going).reverse()) {
            const path = { shop: this.shop, id };
            await api.post("/api/v1/shops/{shop}/jobs/{id}/cancel", { path }).catch(() => undefined);
        }
        while (!this.is_over && (await this.look()));
    }

    get job(): Job | undefined {
        return together(this.jobs);
    }
    /** Which of the batches is at work, from 1; the last when none is any more. */
    get batch(): number {
        const at = this.jobs.findIndex(is_going);
        return at < 0 ? this.jobs.length : at + 1;
    }
    get is_over(): boolean {
        return this.jobs.length > 0 && !this.jobs.some(is_going);
    }

    // Hints come with the stream; without it the job is asked for.
    private watch() {
        clearTimeout(this.timer);
        if (this.is_over || this.ended) return;
        this.timer = setTimeout(() => void this.look().then(() => this.watch()), 700);
    }

    /** Asks after the batch at work; whether it is one that has ended. */
    private async look(): Promise<boolean> {
        const now = this.jobs.find(is_going);
        if (!now) return false;
        const path = { shop: this.shop, id: now.id };
        const job = await api.get("/api/v1/shops/{shop}/jobs/{id}", { path }).catch(() => undefined);
        if (!job) return false;
        this.jobs = this.jobs.map((each) => (each.id === job.id ? job : each));
        return !is_going(job);
    }
}

/** The rows that a job could not change. */
export function failed_rows(job: Job, rows: readonly OrderRow[]): OrderRow[] {
    const failed = new Set(job.failed.map((each) => each.order));
    return rows.filter((row) => failed.has(row.id));
}
