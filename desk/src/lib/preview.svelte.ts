// The dry run behind a form: asked again when an input changes, a little later, and only the last answer counts.
import { type ActionPreview, Problem } from "./api";

export type Ask = (body: object, signal: AbortSignal) => Promise<ActionPreview>;

export class Preview {
    answer = $state.raw<ActionPreview>();
    problem = $state.raw<Problem>();
    /** The answer shown is not yet that of the latest question. */
    pending = $state(false);
    private running: AbortController | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly fetch_answer: Ask) {}

    ask(body: object, at_once = false) {
        clearTimeout(this.timer);
        this.pending = true;
        this.timer = setTimeout(() => void this.fetch(body), at_once ? 0 : 200);
    }

    /** Something needed is missing: there is nothing to say. */
    clear() {
        this.stop();
        this.pending = false;
        this.answer = undefined;
        this.problem = undefined;
    }

    stop() {
        clearTimeout(this.timer);
        this.running?.abort();
    }

    private async fetch(body: object) {
        this.running?.abort();
        const running = new AbortController();
        this.running = running;
        try {
            const answer = await this.fetch_answer(body, running.signal);
            if (running.signal.aborted) return;
            this.answer = answer;
            this.problem = undefined;
            this.pending = false;
        } catch (error) {
            if (running.signal.aborted) return;
            if (!(error instanceof Problem)) throw error;
            this.problem = error;
            this.pending = false;
        }
    }
}
