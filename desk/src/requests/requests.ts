// What buyers ask for, as the desk shows and answers it: pure, so that tests need no browser.
import type { Order, Request, TimelineEntry } from "../lib/api";
import { type Line, live, not_refunded } from "../lib/engine";

export type Part = Request["lines"][number];

/** Somebody of the shop has something to do about it. */
export const is_open = (request: Request): boolean => request.status !== "declined" && request.status !== "closed";

/** The open ones first, and of each the newest. */
export const in_order = (requests: readonly Request[]): Request[] =>
    requests.toReversed().sort((one, other) => Number(is_open(other)) - Number(is_open(one)));

/** The request an action is about: the one named, else the oldest that stands so. */
export const request_for = (order: Order, status: Request["status"], id?: string): Request | undefined =>
    order.requests.find((request) => request.status === status && (!id || request.id === id));

/** What was said beside it, on the timeline: the buyer's words, or the shop's answer. */
export const words_of = (
    timeline: readonly TimelineEntry[] | undefined,
    request: Request,
    type: "request.registered" | "request.answered",
): string | undefined =>
    timeline?.find((entry) => entry.type === type && (entry.data as { request?: string }).request === request.id)
        ?.note_html ?? undefined;

/** Whose ticket it is, or what the article is called. */
export function part_name(order: Order, part: Part): string {
    const line = order.lines.find((each) => each.id === part.line);
    const unit = line?.units.find((each) => each.id === part.unit);
    return unit?.attendee.name || unit?.attendee.email || line?.name || "–";
}

/** What was found of one line. */
export interface Verdict {
    as_new: number;
    damaged: number;
    wrong: number;
    exchange: number;
    restock: boolean;
}
export type Verdicts = Record<string, Verdict>;
export type Found = "as_new" | "damaged" | "wrong";
export const found_kinds: readonly Found[] = ["as_new", "damaged", "wrong"];

const whole = (count: number, most: number) => Math.max(0, Math.min(most, Math.trunc(count) || 0));
export const came = (verdict: Verdict): number => verdict.as_new + verdict.damaged;
/** The rest: it did not come. */
export const missing = (part: Part, verdict: Verdict): number => part.expected - came(verdict) - verdict.wrong;

/** As the buyer said it: all of it is there, broken where that was the reason, and exchanged where that was wished. */
export const first_verdicts = (request: Request, restock: boolean): Verdicts =>
    Object.fromEntries(
        request.lines
            .filter((part) => part.expected > 0)
            .map((part) => {
                const broken = part.reason === "damaged";
                const verdict: Verdict = {
                    as_new: broken ? 0 : part.expected,
                    damaged: broken ? part.expected : 0,
                    wrong: 0,
                    exchange: part.exchange_wanted ? part.expected : 0,
                    restock,
                };
                return [part.line, verdict];
            }),
    );

/** A count typed anew. It takes from what is missing first, then from the others, so that the sum always fits. */
export function counted(part: Part, verdict: Verdict, kind: Found, count: number): Verdict {
    const next = { ...verdict, [kind]: whole(count, part.expected) };
    for (const other of found_kinds) {
        const over = -missing(part, next);
        if (over > 0 && other !== kind) next[other] -= Math.min(over, next[other]);
    }
    return { ...next, exchange: Math.min(next.exchange, came(next)) };
}
export const exchanged = (verdict: Verdict, count: number): Verdict => ({
    ...verdict,
    exchange: whole(count, came(verdict)),
});

/** The lines of the action's body. `asks_stock`: whether the shop asks where as-new goods go. */
export const verdict_lines = (verdicts: Verdicts, asks_stock: boolean) =>
    Object.entries(verdicts).map(([line, { as_new, damaged, wrong, exchange, restock }]) => ({
        line,
        as_new,
        damaged,
        wrong,
        exchange,
        restock: asks_stock && as_new > 0 ? restock : undefined,
    }));

export interface Sums {
    expected: number;
    came: number;
    exchange: number;
    /** Came back and is not sent anew: it may be refunded. */
    refund: number;
}
export function sums(parts: readonly Part[], verdicts: Verdicts): Sums {
    const total: Sums = { expected: 0, came: 0, exchange: 0, refund: 0 };
    for (const part of parts) {
        const verdict = verdicts[part.line];
        if (!verdict) continue;
        total.expected += part.expected;
        total.came += came(verdict);
        total.exchange += verdict.exchange;
        total.refund += came(verdict) - verdict.exchange;
    }
    return total;
}

/** What of a line could be refunded for the request: what is back and not sent anew, and what it cancelled. */
function refundable(line: Line | undefined, back: number, cancelled: number): number {
    if (!line) return 0;
    return Math.min(not_refunded(line), back + Math.min(cancelled, line.cancelled));
}
const chosen = (order: Order, counts: [Part, number][]): Record<string, number> => {
    const picks: Record<string, number> = {};
    for (const [part, back] of counts) {
        const line = order.lines.find((each) => each.id === part.line);
        const n = part.unit ? 0 : refundable(line, back, part.cancelled);
        if (n > 0) picks[part.line] = n;
    }
    return picks;
};

/** What the refund dialog starts with for goods that are back. */
export const refund_of = (order: Order, request: Request): { lines: Record<string, number>; request: string } => ({
    lines: chosen(
        order,
        request.lines.map((part) => [part, part.as_new + part.damaged - part.exchanged]),
    ),
    request: request.id,
});
/** The same for a verdict that is still being given. */
export const refund_then = (order: Order, request: Request, verdicts: Verdicts): Record<string, number> =>
    chosen(
        order,
        request.lines.map((part) => {
            const verdict = verdicts[part.line];
            return [part, verdict ? came(verdict) - verdict.exchange : 0];
        }),
    );

/** Of each line of an order with returns: how often it was ordered, sent, sent back, sent anew, credited. */
export interface Glance {
    line: Line;
    credited: number;
}
export function glances(order: Order): Glance[] {
    const about = new Set(order.requests.flatMap((request) => request.lines.map((part) => part.line)));
    const credits = order.documents.filter((paper) => paper.kind === "credit_note" && !paper.draft);
    const credited = (id: string) =>
        credits.flatMap((paper) => paper.lines).reduce((sum, part) => sum + (part.line === id ? part.quantity : 0), 0);
    return order.lines
        .filter((line) => about.has(line.id) || line.returned > 0)
        .map((line) => ({ line, credited: credited(line.id) }));
}

/** Units that a request of a kind could name at most; the server says which it takes. */
export function askable(line: Line, kind: Request["kind"]): number {
    if (kind === "return") return line.kind === "goods" ? line.returnable : 0;
    if (line.units.length > 0) return 0;
    return live(line);
}

/** What stands under the barcode of a return slip. */
export const is_slip = (code: string): boolean => /^R[0-9A-HJKMNP-TV-Z]{12}$/i.test(code.trim());
