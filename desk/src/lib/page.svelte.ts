// A list that comes page by page, each page put after the last: what the plain screens share.
import { Problem } from "./api";

interface Answer<T> {
    items: T[];
    next_cursor: string | null;
}

export class Pages<T> {
    items = $state.raw<T[]>();
    more = $state<string | null>(null);
    problem = $state.raw<Problem>();
    private asked = 0;

    constructor(private fetch: (query: URLSearchParams) => Promise<Answer<T>>) {}

    /** An answer that comes after a later question is dropped. */
    async load(query: URLSearchParams, after?: string | null) {
        const question = ++this.asked;
        const wanted = new URLSearchParams(query);
        if (after) wanted.set("cursor", after);
        try {
            const page = await this.fetch(wanted);
            if (question !== this.asked) return;
            this.items = after ? [...(this.items ?? []), ...page.items] : page.items;
            this.more = page.next_cursor;
            this.problem = undefined;
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            if (question === this.asked) this.problem = error;
        }
    }
}

/** Runs what may be refused and answers the refusal. */
export async function refused(work: () => Promise<void>): Promise<Problem | undefined> {
    try {
        await work();
        return undefined;
    } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return error;
    }
}
