// Which sign stands before a status: dot = not begun, half and most = under way, full = done, square = blocked, ring =
// ended.
export type Shape = "dot" | "half" | "most" | "full" | "square" | "ring";
export interface Sign {
    shape: Shape;
    /** A colour of the palette; undefined when the shop chose its own. */
    tint?: string;
    color?: string;
}

/** How a sign is drawn on 12 by 12: its edge, and what stands inside it. */
export const drawings: Record<Shape, { edge: string; inside: string }> = {
    dot: { edge: "M6 1.8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4z", inside: "" },
    half: { edge: "M6 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8z", inside: "M6 3.6a2.4 2.4 0 0 1 0 4.8z" },
    most: { edge: "M6 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8z", inside: "M6 6V3.6a2.4 2.4 0 1 1-2.4 2.4z" },
    full: { edge: "M6 .8a5.2 5.2 0 1 1 0 10.4a5.2 5.2 0 1 1 0-10.4z", inside: "M3.7 6.2l1.6 1.6 3.1-3.5" },
    square: {
        edge: "M3.6 1.6h4.8a2 2 0 0 1 2 2v4.8a2 2 0 0 1-2 2H3.6a2 2 0 0 1-2-2V3.6a2 2 0 0 1 2-2z",
        inside: "M6 3.8v2.6M6 8.2v.1",
    },
    ring: { edge: "M6 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8z", inside: "M3.4 8.6l5.2-5.2" },
};

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
