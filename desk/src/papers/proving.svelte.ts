// Proves one series after the other, part by part: the server looks at so many papers a call, and this goes on until
// all are done or somebody stops it.
import { api, Problem, type SeriesProof } from "../lib/api";
import { joined, numbered_kinds } from "./papers";

export type NumberedKind = (typeof numbered_kinds)[number];

export class Proving {
    proofs = $state.raw<Partial<Record<NumberedKind, SeriesProof>>>({});
    /** The series that is looked at now. */
    now = $state<NumberedKind>();
    stopped = $state(false);
    /** When the proof was ended, for the paper it is printed on. */
    at = $state<string>();
    problem = $state.raw<Problem>();
    private running: AbortController | undefined;

    constructor(readonly shop: string) {}

    get is_running(): boolean {
        return this.now !== undefined;
    }

    stop() {
        this.running?.abort();
    }

    async run(kinds: readonly NumberedKind[] = numbered_kinds) {
        if (this.is_running) return;
        const running = new AbortController();
        this.running = running;
        this.stopped = false;
        this.problem = undefined;
        this.at = undefined;
        this.proofs = {};
        try {
            for (const kind of kinds) {
                this.now = kind;
                await this.prove(kind, running.signal);
            }
            this.at = new Date().toISOString();
        } catch (error) {
            if (running.signal.aborted) this.stopped = true;
            else if (error instanceof Problem) this.problem = error;
            else throw error;
        } finally {
            this.now = undefined;
        }
    }

    private async prove(kind: NumberedKind, signal: AbortSignal) {
        for (let after: number | null = 0; after !== null; ) {
            const query = new URLSearchParams({ kind, after: String(after) });
            const path = { shop: this.shop };
            const part: SeriesProof = await api.get("/api/v1/shops/{shop}/documents/proof", { path, query, signal });
            signal.throwIfAborted();
            this.proofs = { ...this.proofs, [kind]: joined(this.proofs[kind], part) };
            after = part.next;
        }
    }
}
