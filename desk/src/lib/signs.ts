// Which sign stands before a status: dot = not begun, half and most = under way, full = done, square = blocked, ring =
// ended.
export type Shape = "dot" | "half" | "most" | "full" | "square" | "ring";
export interface Sign {
    shape: Shape;
    /** A colour of the palette; undefined when the shop chose its own. */
    tint?: string;
    color?: string;
}

const palette = ["blue", "teal", "amber", "violet", "green", "red", "grey"];

const stages: Record<string, [Shape, string]> = {
    new: ["dot", "blue"],
    processing: ["half", "amber"],
    on_hold: ["square", "red"],
    shipped: ["most", "violet"],
    completed: ["full", "green"],
    cancelled: ["ring", "grey"],
};

const payments: Record<string, [Shape, string]> = {
    review: ["square", "amber"],
    not_required: ["full", "grey"],
    refunded: ["ring", "grey"],
    partially_refunded: ["most", "teal"],
    paid: ["full", "teal"],
    partially_paid: ["half", "amber"],
    authorized: ["most", "blue"],
    on_delivery: ["half", "teal"],
    authorization_expired: ["square", "red"],
    failed: ["square", "red"],
    voided: ["ring", "grey"],
    pending: ["dot", "amber"],
    awaiting: ["dot", "grey"],
};

const summaries: Record<string, [Shape, string]> = {
    draft: ["dot", "grey"],
    abandoned: ["ring", "grey"],
    refunded: ["ring", "grey"],
    cancelled: ["ring", "grey"],
    refunded_cancelled: ["ring", "grey"],
    unpaid: ["dot", "amber"],
    open: ["half", "blue"],
    partial: ["half", "teal"],
    complete: ["full", "green"],
};

const sign = ([shape, tint]: [Shape, string]): Sign => ({ shape, tint });
const unknown: [Shape, string] = ["dot", "grey"];

export function state_sign(stage: string, color: string | undefined): Sign {
    const [shape, tint] = stages[stage] ?? unknown;
    if (!color) return { shape, tint };
    return palette.includes(color) ? { shape, tint: color } : { shape, color };
}
export const payment_sign = (status: string): Sign => sign(payments[status] ?? unknown);
export const summary_sign = (status: string): Sign => sign(summaries[status] ?? unknown);
