// One order on its page: the order itself, its timeline and its mails, and what happens when somebody else changed it
// meanwhile.
import {
    type ActionPreview,
    api,
    type BoughtLabel,
    type Draft,
    type ExplainedAmount,
    type Mail,
    type Order,
    type OrderPatch,
    Problem,
    type TimelineEntry,
} from "./api";
import { action_path } from "./engine";
import { listing } from "./order_list.svelte";
import type { Ask } from "./preview.svelte";

export interface Conflict {
    before: Order;
    after: Order;
    /** Who made the last change, as the timeline has it. */
    who?: string;
}
export type { Draft };

/** The keys of wishes to carriers that nobody has answered yet. */
const unanswered = new Map<string, string>();
// Not randomUUID: a desk in the house may be reached without https.
const random_key = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");

export type ParcelMoment = "label-printed" | "handed-over" | "delivered";

export class OrderView {
    order = $state.raw<Order>();
    timeline = $state.raw<TimelineEntry[]>();
    more_timeline = $state<string | null>(null);
    mails = $state.raw<Mail[]>();
    failure = $state.raw<Problem>();
    /** A newer version exists than the one on screen. */
    newer = $state(false);
    /** What was on screen and what there is now, after a write was refused as stale. */
    conflict = $state.raw<Conflict>();
    private busy = 0;

    constructor(
        readonly shop: string,
        readonly id: string,
        /** The event that a look back stops after; undefined: the order as it is now. */
        readonly at?: string,
    ) {}

    private get path() {
        return { shop: this.shop, id: this.id };
    }

    async load() {
        try {
            const query = new URLSearchParams(this.at ? { at: this.at } : { seen: "true" });
            const [order] = await Promise.all([
                api.get("/api/v1/shops/{shop}/orders/{id}", { path: this.path, query }),
                this.load_beside(),
            ]);
            this.show(order);
            this.failure = undefined;
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            this.failure = error;
        }
    }

    private show(order: Order) {
        this.order = order;
        this.newer = false;
    }

    /** The timeline and the mails: they follow each change of the order. */
    private async load_beside() {
        const query = new URLSearchParams({ order: this.id });
        const [timeline, mails] = await Promise.all([
            api.get("/api/v1/shops/{shop}/orders/{id}/timeline", { path: this.path }),
            api.get("/api/v1/shops/{shop}/mails", { path: { shop: this.shop }, query }),
        ]);
        this.timeline = timeline.items;
        this.more_timeline = timeline.next_cursor;
        this.mails = mails.items;
    }

    async load_more_timeline() {
        if (!this.more_timeline) return;
        const query = new URLSearchParams({ cursor: this.more_timeline });
        const page = await api.get("/api/v1/shops/{shop}/orders/{id}/timeline", { path: this.path, query });
        this.timeline = [...(this.timeline ?? []), ...page.items];
        this.more_timeline = page.next_cursor;
    }

    hint(hint: { shop: string; id: string; version: number }) {
        if (hint.shop !== this.shop || hint.id !== this.id || !this.order || this.at) return;
        // An answer of the payment provider is waited for: it is shown as it comes, and nobody's words are at stake.
        const awaits = this.order.provider_calls.some(({ settled_at }) => settled_at === null);
        if (hint.version > this.order.version && this.busy === 0) {
            if (awaits) void this.load().catch(() => undefined);
            else this.newer = true;
        }
        // A mail that left changes no version but what is shown beside the order.
        if (hint.version === this.order.version && this.busy === 0) void this.load_beside().catch(() => undefined);
    }

    /** Runs a write against the version on screen; a stale one keeps both versions for the dialog to show. */
    private async write(run: (version: number) => Promise<Order | undefined>): Promise<void> {
        const before = this.order;
        if (!before) return;
        this.busy += 1;
        try {
            const after = await run(before.version);
            this.conflict = undefined;
            if (after) this.show(after);
            listing.left = this.id;
            // A removed order stands in the register only: nothing is beside it any more.
            if (!after?.removed) await this.load_beside();
        } catch (error) {
            if (error instanceof Problem && error.status === 412) {
                const after = await api.get("/api/v1/shops/{shop}/orders/{id}", { path: this.path });
                this.show(after);
                await this.load_beside();
                this.conflict = { before, after, who: this.timeline?.[0]?.actor.name };
            }
            throw error;
        } finally {
            this.busy -= 1;
        }
    }

    /** The dry run of an action. */
    asking(action: string): Ask {
        return async (body, signal) => {
            const call = { path: this.path, body: { ...body, dry_run: true }, signal };
            return (await api.post(action_path(action), call)) as unknown as ActionPreview;
        };
    }

    act(action: string, body: object): Promise<void> {
        return this.write(async (version) => {
            const after = await api.post(action_path(action), { path: this.path, body, version });
            return after as unknown as Order;
        });
    }

    /** The revision kept beside the order, with what confirming it would do. */
    draft(): Promise<Draft> {
        return api.get("/api/v1/shops/{shop}/orders/{id}/draft", { path: this.path });
    }

    keep_draft(body: object): Promise<void> {
        return this.write(async (version) => {
            await api.put("/api/v1/shops/{shop}/orders/{id}/draft", { path: this.path, body, version });
            return api.get("/api/v1/shops/{shop}/orders/{id}", { path: this.path });
        });
    }

    discard_draft(): Promise<void> {
        return this.write(async () => {
            await api.delete("/api/v1/shops/{shop}/orders/{id}/draft", { path: this.path });
            return api.get("/api/v1/shops/{shop}/orders/{id}", { path: this.path });
        });
    }

    explain(name: string): Promise<ExplainedAmount> {
        return api.get("/api/v1/shops/{shop}/orders/{id}/amounts/{name}", { path: { ...this.path, name } });
    }

    /** What was said of a parcel, or one of its three moments. */
    parcel(id: string, change: { tracking: object } | ParcelMoment): Promise<void> {
        return this.write(async (version) => {
            const path = { shop: this.shop, id };
            if (typeof change === "string")
                await api.post(`/api/v1/shops/{shop}/shipments/{id}/${change}`, { path, version });
            else await api.patch("/api/v1/shops/{shop}/shipments/{id}", { path, body: change, version });
            return api.get("/api/v1/shops/{shop}/orders/{id}", { path: this.path });
        });
    }

    /** Buys a parcel's label at its carrier; one that is there already stays, unless another is wanted. */
    async label(id: string, again: boolean): Promise<BoughtLabel> {
        // Without an answer nobody knows whether one was bought: who presses again then asks for the same one.
        const wish = `${id} ${again}`;
        const key = unanswered.get(wish) ?? random_key();
        unanswered.set(wish, key);
        let bought: BoughtLabel | undefined;
        await this.write(async () => {
            const call = { path: { shop: this.shop, id }, body: again ? { again } : {}, key };
            bought = await api.post("/api/v1/shops/{shop}/shipments/{id}/label", call).catch((error: unknown) => {
                if (error instanceof Problem && error.status > 0 && error.status < 500) unanswered.delete(wish);
                throw error;
            });
            unanswered.delete(wish);
            return api.get("/api/v1/shops/{shop}/orders/{id}", { path: this.path });
        });
        if (!bought) throw new Error("no order is shown");
        return bought;
    }

    edit(body: OrderPatch): Promise<void> {
        return this.write((version) =>
            api.patch("/api/v1/shops/{shop}/orders/{id}", { path: this.path, body, version }),
        );
    }

    async add_note(note: string): Promise<void> {
        this.busy += 1;
        try {
            await api.post("/api/v1/shops/{shop}/orders/{id}/notes", { path: this.path, body: { note } });
            await this.load();
        } finally {
            this.busy -= 1;
        }
    }

    /** Sends a mail once more, to another address when one is named. */
    async retry_mail(mail: Mail, to?: string): Promise<void> {
        const body = to ? { to } : {};
        await api.post("/api/v1/shops/{shop}/mails/{id}/retry", { path: { shop: this.shop, id: mail.id }, body });
        await this.load_beside();
    }

    action(id: string) {
        return this.order?.actions.find((action) => action.id === id);
    }
}

export interface Difference {
    what: "payment" | "state" | "due" | "buyer" | "address" | "note" | "tags";
    before: string;
    after: string;
}

/** What a person must know when an order changed under the hands: one row for each fact that differs. */
export function order_differences({ before, after }: Conflict, amount: (order: Order) => string): Difference[] {
    const address = (order: Order) =>
        [order.billing_address, order.shipping_address]
            .flatMap((each) => (each ? Object.values(each).filter(Boolean) : []))
            .join(", ");
    const facts: [Difference["what"], (order: Order) => string][] = [
        ["payment", (order) => order.payment_label],
        ["state", (order) => order.state.label],
        ["due", amount],
        ["buyer", (order) => Object.values(order.buyer).filter(Boolean).join(", ")],
        ["address", address],
        ["note", (order) => order.note],
        ["tags", (order) => order.tags.join(", ")],
    ];
    return facts
        .map(([what, of]) => ({ what, before: of(before), after: of(after) }))
        .filter((difference) => difference.before !== difference.after);
}
