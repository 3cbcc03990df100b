// Work that goes on in the background: what runs now, in whichever shop, and the last of the shop one looks at. Hints
// come with the stream; without it running jobs are asked for.
import { api, type Job, Problem } from "./api";
import { type JobHint, on_hint, stream } from "./events.svelte";

export const is_running = (status: string) => status === "queued" || status === "running";
const shown_max = 12;
const poll_ms = 5000;
const announce_ms = 5000;
const lately_ms = 30_000;

class Jobs {
    running = $state.raw(new Map<string, JobHint>());
    recent = $state.raw<Job[]>();
    problem = $state.raw<Problem>();
    /** Changes at most every five seconds, for those who hear the page. */
    announced = $state({ done: 0, total: 0, running: 0 });
    /** Something has just ended; what came of it stays in sight for a while. */
    lately = $state(false);
    shop: string | undefined;
    private said_at = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    /** How far all of them are together; jobs of unknown length count as not begun. */
    get progress(): { done: number; total: number; share: number } {
        let [done, total] = [0, 0];
        for (const job of this.running.values()) {
            done += job.done;
            total += job.total ?? 0;
        }
        return { done, total, share: total > 0 ? Math.min(1, done / total) : 0 };
    }

    hear(hint: JobHint) {
        const before = this.running.get(hint.id);
        // A queue without a word for what came before it must not go back.
        if (!is_running(hint.status) && !before && hint.shop !== this.shop) return;
        const running = new Map(this.running);
        if (is_running(hint.status)) running.set(hint.id, hint);
        else running.delete(hint.id);
        this.running = running;
        if (!is_running(hint.status)) this.remember();
        this.announce(!is_running(hint.status));
        const known = this.recent?.find((job) => job.id === hint.id);
        if (hint.shop !== this.shop) return;
        if (known?.status === hint.status)
            this.recent = this.recent?.map((job) =>
                job.id === hint.id ? { ...job, done: hint.done, total: hint.total } : job,
            );
        else void this.look();
    }

    private remember() {
        this.lately = true;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => (this.lately = false), lately_ms);
    }

    private announce(at_once: boolean) {
        const now = Date.now();
        if (!at_once && now - this.said_at < announce_ms) return;
        this.said_at = now;
        this.announced = { ...this.progress, running: this.running.size };
    }

    /** The last jobs of a shop, and with them what of it runs. */
    async look(shop = this.shop) {
        this.shop = shop;
        if (!shop) return;
        try {
            const query = new URLSearchParams({ limit: String(shown_max) });
            const { items } = await api.get("/api/v1/shops/{shop}/jobs", { path: { shop }, query, quiet: true });
            if (shop === this.shop) this.take(shop, items);
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            this.problem = error;
        }
    }

    private take(shop: string, items: Job[]) {
        this.recent = items;
        this.problem = undefined;
        const others = [...this.running].filter(([, job]) => job.shop !== shop);
        const own = items.filter((job) => is_running(job.status));
        this.running = new Map([...others, ...own.map((job): [string, JobHint] => [job.id, job])]);
        if (this.running.size > 0 || this.announced.running > 0) this.announce(this.running.size === 0);
    }

    forget() {
        this.running = new Map();
        this.recent = undefined;
        this.shop = undefined;
    }
}
export const jobs = new Jobs();

/** Follows all jobs until the returned function is called. */
export function follow_jobs(): () => void {
    const deaf = on_hint((hint) => {
        if (hint.kind === "job") jobs.hear(hint.data);
        else if (hint.kind === "again") void jobs.look();
    });
    const timer = setInterval(() => stream.lost && jobs.running.size > 0 && void jobs.look(), poll_ms);
    return () => {
        deaf();
        clearInterval(timer);
        jobs.forget();
    };
}

export async function change_job(job: Job, change: "cancel" | "resume" | "retry"): Promise<void> {
    const path = { shop: job.shop, id: job.id };
    if (change === "cancel") await api.post("/api/v1/shops/{shop}/jobs/{id}/cancel", { path });
    else if (change === "retry") await api.post("/api/v1/shops/{shop}/jobs/{id}/retry", { path });
    else await api.post("/api/v1/shops/{shop}/jobs/{id}/resume", { path });
    await jobs.look();
}
