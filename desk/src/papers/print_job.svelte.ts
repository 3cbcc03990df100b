// The papers of many orders as one file: a job that goes on without this page, watched while the page is there.
import { api, type Job, type PrintBatch, Problem } from "../lib/api";
import { on_hint } from "../lib/events.svelte";
import { is_running } from "../lib/jobs.svelte";

const look_ms = 500;

export class PrintJob {
    job = $state.raw<Job>();
    problem = $state.raw<Problem>();
    busy = $state(false);
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly deaf: () => void;
    private ended = false;

    constructor(readonly shop: string) {
        this.deaf = on_hint((hint) => hint.kind === "job" && hint.data.id === this.job?.id && void this.look());
    }

    stop() {
        this.ended = true;
        clearTimeout(this.timer);
        this.deaf();
    }

    get is_over(): boolean {
        return this.job !== undefined && !is_running(this.job.status);
    }

    async run(body: PrintBatch) {
        if (this.busy) return;
        this.busy = true;
        this.problem = undefined;
        try {
            this.job = await api.post("/api/v1/shops/{shop}/documents/batch", { path: { shop: this.shop }, body });
            this.watch();
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            this.problem = error;
        } finally {
            this.busy = false;
        }
    }

    async cancel() {
        if (!this.job) return;
        const path = { shop: this.shop, id: this.job.id };
        await api.post("/api/v1/shops/{shop}/jobs/{id}/cancel", { path }).catch(() => undefined);
        await this.look();
    }

    again() {
        this.job = undefined;
        this.problem = undefined;
    }

    // Hints come with the stream; without it the job is asked for.
    private watch() {
        clearTimeout(this.timer);
        if (this.is_over || this.ended) return;
        this.timer = setTimeout(() => void this.look().then(() => this.watch()), look_ms);
    }

    private async look() {
        if (!this.job) return;
        const path = { shop: this.shop, id: this.job.id };
        const job = await api.get("/api/v1/shops/{shop}/jobs/{id}", { path }).catch(() => undefined);
        if (job && job.id === this.job?.id) this.job = job;
    }
}
