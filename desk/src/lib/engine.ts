// What the order engine says beyond the plain order, and the choices that its dialogs send.
import type { ActionPreview, Order, Path } from "./api";
import type { Key } from "./i18n.svelte";

export type Line = Order["lines"][number];
export type Unit = Line["units"][number];
export type Shipment = Order["shipments"][number];
export type Refund = Order["refunds"][number];
type Figures = NonNullable<ActionPreview["before"]>;

export interface ChosenLine {
    line: string;
    quantity: number;
    restock?: boolean;
}

/** The address of an action by its id. */
export const action_path = (action: string): Path => `/api/v1/shops/{shop}/orders/{id}/actions/${action}` as Path;

export const live = (line: Line) => line.quantity - line.cancelled - line.refunded;
export const not_refunded = (line: Line) => line.quantity - line.refunded;

export const has_tickets = (order: Order): boolean => order.lines.some((line) => line.units.length > 0);
export const has_downloads = (order: Order): boolean => order.lines.some((line) => line.kind === "digital");
/** A ticket that lets somebody in, and so can be sent. */
export const is_granted = (unit: Unit): boolean => unit.status === "active" && unit.access === "granted";

/** The lines with a quantity, as the bodies of actions name them; undefined when nothing is chosen. */
export function chosen_lines(
    picks: Record<string, number>,
    restock?: Record<string, boolean>,
): ChosenLine[] | undefined {
    const lines = Object.entries(picks)
        .filter(([, quantity]) => quantity > 0)
        .map(([line, quantity]) =>
            restock ? { line, quantity, restock: restock[line] ?? false } : { line, quantity },
        );
    return lines.length > 0 ? lines : undefined;
}

/** The figures of an order that an operator follows, in the order they explain each other. */
export const figure_names = ["owed", "paid", "refunded", "due", "owed_back"] as const;
export const figure_keys: Record<string, Key> = {
    lines: "lines.goods",
    discount: "lines.discount",
    shipping: "lines.shipping",
    tax: "lines.tax",
    total: "lines.total",
    cancelled: "lines.cancelled",
    allowances: "lines.allowances",
    owed: "payment.owed",
    paid: "payment.paid",
    refunded: "payment.refunded",
    held: "payment.held",
    due: "payment.due",
    owed_back: "payment.owed_back",
    refundable: "payment.refundable",
};

export interface Change {
    key: Key;
    before: number;
    after: number;
}

/** Which figures an action would move. */
export function figure_changes(preview: ActionPreview): Change[] {
    const { before, after } = preview;
    if (!before || !after) return [];
    return figure_names
        .filter((name) => before[name as keyof Figures] !== after[name as keyof Figures])
        .map((name) => ({
            key: figure_keys[name]!,
            before: before[name as keyof Figures] ?? 0,
            after: after[name as keyof Figures] ?? 0,
        }));
}

/** Refunds that the previewed order has and the present one has not. */
export function new_refunds(order: Order, preview: ActionPreview): Refund[] {
    const known = new Set(order.refunds.map((refund) => refund.id));
    return preview.order.refunds.filter((refund) => !known.has(refund.id));
}

/** What the provider would be asked to take from cards that the present order's has not been asked for yet. */
export function new_captures(order: Order, preview: ActionPreview): number {
    const known = new Set(order.provider_calls.map((call) => call.id));
    return preview.order.provider_calls
        .filter((call) => call.kind === "capture" && !known.has(call.id))
        .reduce((sum, call) => sum + call.amount, 0);
}

/** "unpaid" is the schedule's own reason for a removal; everything else a person wrote. */
export const reason_key = (reason: string): Key | undefined => (reason === "unpaid" ? "removed.unpaid" : undefined);

/** What a line's discount is for the units that are still wanted, in whole minor units. */
export function live_discount(line: Line): number {
    if (live(line) === line.quantity || line.quantity === 0) return line.discount;
    const gone = line.quantity - live(line);
    return (
        line.discount -
        Number((BigInt(line.discount) * BigInt(gone) * 2n + BigInt(line.quantity)) / (BigInt(line.quantity) * 2n))
    );
}
