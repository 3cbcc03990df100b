// One gate: asks the server about each scan; without a network it answers from the signed list, remembers whom it let
// in and tells the server when it is there again.
import type { components } from "../api.d.ts";
import { api, Problem } from "../lib/api";
import { read_code } from "./code";
import { gate_name, type Kept, keep, keep_gate_name, open_drawer } from "./kept";
import { GateList, type Result, type SignedList } from "./list";

type Answer = components["schemas"]["ScanAnswer"];

/** What a scan came to, as it stands on the screen and among the last ones. */
export interface Said {
    result: Result;
    code: string;
    at: number;
    attendee: string;
    line: string;
    since?: number;
    gate: string;
    offline: boolean;
}
export type ListFault = "unverified" | "expired" | "no_room";

const patience_ms = 5000;
const list_every_ms = 5 * 60_000;
const retry_every_ms = 5000;
const scans_shown = 10;
const differing_shown = 50;
const batch_size = 100;

/** Nobody answered, or only something that stands before the program. */
const is_away = (error: unknown): boolean => error instanceof Problem && (error.status === 0 || error.status >= 502);

export class Gate {
    name = $state(gate_name());
    connected = $state(true);
    busy = $state(false);
    said = $state.raw<Said>();
    fault = $state.raw<ListFault>();
    problem = $state.raw<Problem>();
    scans = $state.raw<Said[]>([]);
    waiting = $state.raw<Kept[]>([]);
    differing = $state.raw<Said[]>([]);
    admitted = $state(0);
    total = $state(0);
    issued_at = $state<number>();
    private list?: GateList;
    private ahead = 0;
    private telling?: Promise<void>;

    constructor(readonly shop: string) {
        const { waiting, scans, differing } = open_drawer(shop);
        this.waiting = waiting;
        this.scans = scans;
        this.differing = differing;
    }

    /** Until the screen is left. */
    start(): () => void {
        void this.begin();
        const lists = setInterval(() => void this.fetch_list(), list_every_ms);
        const retries = setInterval(() => void this.catch_up(), retry_every_ms);
        const online = () => void this.catch_up();
        addEventListener("online", online);
        return () => {
            clearInterval(lists);
            clearInterval(retries);
            removeEventListener("online", online);
        };
    }

    rename(name: string) {
        this.name = name.trim().slice(0, 100);
        keep_gate_name(this.name);
    }

    /** What was scanned or typed. */
    async take(text: string): Promise<void> {
        this.busy = true;
        this.problem = undefined;
        const at = this.now();
        try {
            this.say(await this.ask(text, at));
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            if (is_away(error)) this.say(await this.answer_alone(text, at));
            else this.problem = error;
        } finally {
            this.busy = false;
        }
    }

    /** Out again: by the server where it knows of it, else from what waits. */
    async undo(said: Said): Promise<void> {
        this.problem = undefined;
        // What is on its way waits no more.
        await this.telling;
        try {
            if (this.waiting.some(({ code }) => code === said.code)) {
                this.set_waiting(this.waiting.filter(({ code }) => code !== said.code));
            } else {
                await api.post("/api/v1/shops/{shop}/check-in/undo", {
                    path: { shop: this.shop },
                    body: { code: said.code },
                });
            }
            await this.note(said.code, 0);
            this.scans = this.scans.filter((each) => each !== said);
            keep(this.shop, "scans", this.scans);
            if (this.said === said) this.said = undefined;
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            this.problem = error;
        }
    }

    clear_differing() {
        this.differing = [];
        keep(this.shop, "differing", []);
    }

    private now = () => Date.now() + this.ahead;

    private async begin() {
        const { list } = open_drawer(this.shop);
        if (list) await this.use(list);
        await this.fetch_list();
        await this.tell();
    }

    private async catch_up() {
        if (this.waiting.length > 0) await this.tell();
        else if (!this.connected) await this.fetch_list();
    }

    private async ask(text: string, at: number): Promise<Said> {
        const answer = await api.post("/api/v1/shops/{shop}/check-in", {
            path: { shop: this.shop },
            body: { code: text, gate: this.name, at: new Date(at).toISOString() },
            signal: AbortSignal.timeout(patience_ms),
        });
        this.connected = true;
        const said = said_of(answer, text, at, false);
        if (said.result === "admitted") await this.note(text, at);
        return said;
    }

    private async answer_alone(text: string, at: number): Promise<Said> {
        this.connected = false;
        const nothing = { code: text, at, attendee: "", line: "", gate: "", offline: true };
        if (!this.list) return { ...nothing, result: "unlisted" };
        const found = await this.list.find(text);
        const said: Said = {
            ...nothing,
            result: found.result,
            attendee: found.attendee ?? "",
            line: found.line ?? "",
            since: found.admitted_at,
        };
        if (found.result === "admitted") {
            this.set_waiting([...this.waiting, { code: text, gate: this.name, at }]);
            await this.note(text, at);
        }
        return said;
    }

    private say(said: Said) {
        this.said = said;
        this.scans = [said, ...this.scans].slice(0, scans_shown);
        keep(this.shop, "scans", this.scans);
    }

    private set_waiting(waiting: Kept[]) {
        this.waiting = waiting;
        if (!keep(this.shop, "waiting", waiting)) this.fault = "no_room";
    }

    private async note(code: string, admitted_at: number) {
        await this.list?.note(read_code(code)?.code ?? code, admitted_at);
        this.admitted = this.list?.admitted ?? 0;
    }

    private async fetch_list() {
        try {
            const asked_at = Date.now();
            const response = await api.response("/api/v1/shops/{shop}/check-in/list", { path: { shop: this.shop } });
            const json = await response.text();
            const middle = (asked_at + Date.now()) / 2;
            const issued_at = Date.parse((JSON.parse(json) as { issued_at: string }).issued_at);
            const signature = response.headers.get("Commis-Signature") ?? "";
            const signed: SignedList = { json, signature, ahead: Math.round(issued_at - middle) };
            this.connected = true;
            if ((await this.use(signed)) && !keep(this.shop, "list", signed)) this.fault = "no_room";
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            if (is_away(error)) this.connected = false;
            else this.problem = error;
        }
    }

    /** A list that nobody can prove, or that is too old, answers nothing. */
    private async use(signed: SignedList): Promise<boolean> {
        const list = await GateList.read(signed, this.shop).catch(() => undefined);
        const is_fresh = list !== undefined && list.valid_until > Date.now() + signed.ahead;
        this.fault = list === undefined ? "unverified" : is_fresh ? undefined : "expired";
        this.list = is_fresh ? list : undefined;
        if (!this.list) return false;
        this.ahead = signed.ahead;
        for (const { code, at } of this.waiting) await this.list.note(read_code(code)?.code ?? code, at);
        this.admitted = this.list.admitted;
        this.total = this.list.total;
        this.issued_at = this.list.issued_at;
        return true;
    }

    /** Tells the server whom this gate let in; what it knows better is shown. */
    private tell(): Promise<void> {
        this.telling ??= this.send().finally(() => {
            this.telling = undefined;
        });
        return this.telling;
    }

    private async send() {
        try {
            while (this.waiting.length > 0) {
                const sent = this.waiting.slice(0, batch_size);
                const { items } = await api.post("/api/v1/shops/{shop}/check-in/batch", {
                    path: { shop: this.shop },
                    body: { admissions: sent.map((each) => ({ ...each, at: new Date(each.at).toISOString() })) },
                    signal: AbortSignal.timeout(4 * patience_ms),
                });
                this.connected = true;
                const wrong = items
                    .map((answer, index) => said_of(answer, sent[index]!.code, sent[index]!.at, true))
                    .filter(({ result }) => result !== "admitted");
                this.differing = [...wrong, ...this.differing].slice(0, differing_shown);
                keep(this.shop, "differing", this.differing);
                this.set_waiting(this.waiting.filter((each) => !sent.includes(each)));
            }
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            if (is_away(error)) this.connected = false;
            else this.problem = error;
        }
    }
}

function said_of(answer: Answer, code: string, at: number, offline: boolean): Said {
    return {
        result: answer.result,
        code,
        at,
        attendee: answer.attendee ?? "",
        line: answer.line ?? "",
        since: answer.admitted_at ? Date.parse(answer.admitted_at) : undefined,
        gate: answer.gate ?? "",
        offline,
    };
}
