// The list that a gate takes along, and what it answers when there is no network.
import type { components } from "../api.d.ts";
import { fingerprint, is_signed, read_code } from "./code";

type List = components["schemas"]["CheckInList"];
export type Result = components["schemas"]["ScanAnswer"]["result"] | "unlisted";

/** As it came: the signature is over these very words. */
export interface SignedList {
    json: string;
    signature: string;
    /** How far the server's clock is ahead of this one, in milliseconds. */
    ahead: number;
}

interface Ticket {
    status: string;
    attendee: string;
    line: string;
    admitted_at: number;
}

export interface Found {
    result: Result;
    attendee?: string;
    line?: string;
    admitted_at?: number;
}

const refused: Record<string, Result> = { c: "cancelled", r: "refunded", b: "blocked", u: "unpaid" };

export class GateList {
    readonly shop: string;
    readonly issued_at: number;
    readonly valid_until: number;
    readonly total: number;
    admitted = 0;
    private readonly public_key: string;
    private readonly tickets = new Map<string, Ticket>();

    private constructor(list: List) {
        this.shop = list.shop;
        this.issued_at = Date.parse(list.issued_at);
        this.valid_until = Date.parse(list.valid_until);
        this.public_key = list.public_key;
        this.total = 0;
        for (const [name, status, attendee, line, admitted_at] of list.tickets) {
            this.tickets.set(name, { status, attendee, line: list.lines[line] ?? "", admitted_at });
            if (status === "o") this.total += 1;
            if (admitted_at > 0) this.admitted += 1;
        }
    }

    /** Nothing when it is of another shop, or not as the shop signed it. */
    static async read(signed: SignedList, shop: string): Promise<GateList | undefined> {
        const list = JSON.parse(signed.json) as List;
        if (list.shop !== shop || !(await is_signed(signed.json, signed.signature, list.public_key))) return undefined;
        return new GateList(list);
    }

    /** What the gate does without a network. A ticket that was bought since shows its signature and nothing else. */
    async find(text: string): Promise<Found> {
        const read = read_code(text);
        if (!read) return { result: "unknown" };
        const { code, signature } = read;
        const is_right =
            signature !== undefined && (await is_signed(`${this.shop}:${code}`, signature, this.public_key));
        if (signature !== undefined && !is_right) return { result: "unknown" };
        const ticket = this.tickets.get(await fingerprint(code));
        if (!ticket) return { result: is_right ? "unlisted" : "unknown" };
        const { attendee, line, admitted_at } = ticket;
        if (ticket.status !== "o") return { result: refused[ticket.status] ?? "unknown", attendee, line };
        if (admitted_at > 0) return { result: "already_admitted", attendee, line, admitted_at };
        return { result: "admitted", attendee, line };
    }

    /** From now on the ticket is in, or, without a moment, out again. */
    async note(code: string, admitted_at: number) {
        const ticket = this.tickets.get(await fingerprint(code));
        if (!ticket || ticket.admitted_at > 0 === admitted_at > 0) return;
        ticket.admitted_at = admitted_at;
        this.admitted += admitted_at > 0 ? 1 : -1;
    }
}
