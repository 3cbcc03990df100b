// The packing table: which order lies on it, what of it was scanned, and what is to be said of the last scan.
import { api, type Order, Problem } from "../lib/api";
import { failure_words } from "../lib/failure";
import { type Key, t } from "../lib/i18n.svelte";
import { OrderView } from "../lib/order_view.svelte";
import { newest, paper_file } from "../papers/papers";
import { is_slip, request_for } from "../requests/requests";
import { beep, keep_sound, wants_sound } from "./beep";
import { done_of, lines_of, type Mode, type PackLine, same_code, scan, taken_out } from "./packing";

export class Bench {
    view = $state.raw<OrderView>();
    lines = $state.raw<PackLine[]>([]);
    /** The line of the last scan. */
    last = $state<string>();
    said = $state.raw<{ is_wrong: boolean; text: string }>();
    /** Of the order that has just left: its delivery note. */
    note = $state<string>();
    busy = $state(false);
    sound = $state(wants_sound());
    /** An order with nothing to ship that could come back. */
    could_return = $state.raw<Order>();
    /** The return whose slip was scanned: its dialog is opened over the table. */
    back = $state<string>();
    private wants_out = false;

    constructor(
        readonly shop: string,
        readonly mode: () => Mode,
    ) {}

    get order(): Order | undefined {
        return this.view?.order;
    }

    toggle_sound() {
        this.sound = !this.sound;
        keep_sound(this.sound);
        if (this.sound) beep(true);
    }

    private say(is_wrong: boolean, text: string) {
        this.said = { is_wrong, text };
        if (this.sound) beep(!is_wrong);
    }

    /** What came from the scanner, or was typed in its place. */
    async take(code: string) {
        this.wants_out = false;
        if (this.busy) return this.say(true, t("pack.too_fast"));
        if (is_slip(code) && done_of(this.lines) === 0) return this.open_slip(code);
        if (!this.order) return this.open(code);
        const result = scan(this.lines, code);
        if (result.kind === "ticked") {
            this.lines = result.lines;
            this.last = result.line.id;
            this.say(
                false,
                t("pack.ticked", { name: result.line.name, done: result.line.done, wanted: result.line.wanted }),
            );
        } else if (result.kind === "too_many") {
            this.last = result.line.id;
            this.say(true, t("pack.too_many", { name: result.line.name, wanted: result.line.wanted }));
        } else if (same_code(code, this.order.number))
            this.say(false, t("pack.this_order", { number: this.order.number }));
        else if (done_of(this.lines) === 0) await this.open(code);
        else this.say(true, t("pack.wrong", { code, number: this.order.number }));
    }

    add(line: PackLine) {
        this.lines = this.lines.map((each) => (each.id === line.id ? { ...each, done: each.done + 1 } : each));
        this.last = line.id;
    }
    take_out(line: PackLine) {
        this.lines = taken_out(this.lines, line.id);
        this.last = line.id;
        this.said = undefined;
    }

    /** The order by its number; an order on the table stays until another one was found. */
    private async open(code: string) {
        this.busy = true;
        try {
            const query = new URLSearchParams({ q: code.trim(), limit: "5" });
            const { items } = await api.get("/api/v1/shops/{shop}/orders", { path: { shop: this.shop }, query });
            const row = items.find((each) => same_code(each.number, code));
            if (!row)
                return this.say(
                    true,
                    t(this.order ? "pack.wrong" : "pack.no_order", { code, number: this.order?.number ?? "" }),
                );
            const view = new OrderView(this.shop, row.id);
            await view.load();
            if (view.failure) throw view.failure;
            if (view.order) this.put_down(view, view.order);
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            this.say(true, failure_words(error));
        } finally {
            this.busy = false;
        }
    }

    /** The order of a return that a slip names, with what is to be said of its request. */
    private async open_slip(code: string) {
        this.busy = true;
        try {
            const path = { shop: this.shop, slip: code.trim().toUpperCase() };
            const found = await api.get("/api/v1/shops/{shop}/return-slips/{slip}", { path });
            const view = new OrderView(this.shop, found.order);
            await view.load();
            if (view.failure) throw view.failure;
            const order = view.order!;
            const number = order.number;
            const request = order.requests.find((each) => each.id === found.request);
            const action = view.action("receive-return");
            this.clear();
            if (!request || !action?.allowed || !request_for(order, "approved", request.id)) {
                const why = request?.status === "approved" ? action?.reason_text : request?.status_label;
                return this.say(true, `${number}: ${why ?? t("request.none_expected")}`);
            }
            this.view = view;
            this.back = request.id;
            this.say(false, t("pack.slip", { number }));
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            this.say(true, error.status === 404 ? t("pack.no_slip", { code }) : failure_words(error));
        } finally {
            this.busy = false;
        }
    }

    private put_down(view: OrderView, order: Order) {
        const mode = this.mode();
        const lines = lines_of(order, mode);
        const action = view.action(mode === "pack" ? "ship" : "return");
        this.note = undefined;
        this.could_return = undefined;
        if (lines.length === 0 || !action?.allowed) {
            this.view = undefined;
            this.lines = [];
            const none: Key = mode === "pack" ? "pack.nothing_to_ship" : "pack.nothing_to_return";
            if (mode === "pack" && lines_of(order, "returns").length > 0) this.could_return = order;
            return this.say(
                true,
                action?.reason_text ? `${order.number}: ${action.reason_text}` : t(none, { number: order.number }),
            );
        }
        this.view = view;
        this.lines = lines;
        this.last = undefined;
        this.say(false, t(mode === "pack" ? "pack.opened" : "pack.opened_return", { number: order.number }));
    }

    /** Away with the order; what was scanned of it is asked about once. */
    leave() {
        if (this.order && done_of(this.lines) > 0 && !this.wants_out) {
            this.wants_out = true;
            return this.say(true, t("pack.leave", { number: this.order.number }));
        }
        this.clear();
        this.said = undefined;
    }
    clear() {
        this.view = undefined;
        this.lines = [];
        this.last = undefined;
        this.note = undefined;
        this.could_return = undefined;
        this.back = undefined;
        this.wants_out = false;
    }

    /** The parcel has left: its delivery note is made, and the table is free for the next order. */
    async shipped() {
        const view = this.view;
        const parcel = view?.order?.shipments.at(-1);
        if (!view || !parcel) return;
        const number = view.order?.number ?? "";
        this.busy = true;
        try {
            await view.act("delivery-note", { shipment: parcel.id });
            const note = newest(view.order?.documents ?? [], "delivery_note", parcel.id);
            this.clear();
            this.note = note ? paper_file(this.shop, note.id) : undefined;
            this.say(false, t("pack.shipped", { number }));
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            this.clear();
            this.say(true, t("pack.shipped_no_note", { number, why: failure_words(error) }));
        } finally {
            this.busy = false;
        }
    }
    returned() {
        const number = this.order?.number ?? "";
        this.clear();
        this.say(false, t("pack.returned", { number }));
    }
}
