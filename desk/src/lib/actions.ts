// Which dialog each action opens. They are fetched when they are needed, so that the first load stays small.
import type { Component } from "svelte";
import type { Action, Order } from "./api";
import { has_downloads, has_tickets } from "./engine";
import type { Key } from "./i18n.svelte";
import type { Draft, OrderView } from "./order_view.svelte";

/** What is chosen already when a dialog opens from a line or a ticket. */
export interface Preset {
    lines?: Record<string, number>;
    units?: string[];
    to?: string;
    /** The paper that is sent. */
    document?: string;
    /** What the buyer asked for that it answers or settles. */
    request?: string;
    /** The entry of the ledger that it is about, and how much of it. */
    refund?: string;
    reference?: string;
    amount?: number;
}
export interface DialogParts {
    view: OrderView;
    order: Order;
    action: string;
    onclose: () => void;
    draft?: Draft;
    preset?: Preset;
    /** Where one thing leads to the next: opens the dialog that follows. */
    onnext?: (action: string, preset: Preset) => void;
}
type Load = () => Promise<{ default: Component<DialogParts> }>;

// A dialog that serves one action alone does not take its name.
const plain = (() => import("../actions/PlainDialog.svelte")) as Load;
const access = (() => import("../actions/AccessDialog.svelte")) as Load;
const mail = (() => import("../actions/MailDialog.svelte")) as Load;
const answer = (() => import("../actions/AnswerRequestDialog.svelte")) as Load;
export const dialogs: Record<string, Load> = {
    capture: (() => import("../actions/CaptureDialog.svelte")) as unknown as Load,
    void: plain,
    "check-payment": plain,
    "send-payment-link": plain,
    refund: (() => import("../actions/RefundDialog.svelte")) as unknown as Load,
    "mark-refunded": (() => import("../actions/MarkRefundedDialog.svelte")) as unknown as Load,
    "retry-refund": plain,
    "record-chargeback": (() => import("../actions/ChargebackDialog.svelte")) as unknown as Load,
    "decide-chargeback": (() => import("../actions/DecideChargebackDialog.svelte")) as unknown as Load,
    cancel: (() => import("../actions/CancelDialog.svelte")) as unknown as Load,
    ship: (() => import("../actions/ShipDialog.svelte")) as unknown as Load,
    return: (() => import("../actions/ReturnDialog.svelte")) as unknown as Load,
    "correct-invoice": (() => import("../actions/CorrectDialog.svelte")) as unknown as Load,
    "send-document": (() => import("../actions/SendDocumentDialog.svelte")) as unknown as Load,
    credit: (() => import("../actions/CreditDialog.svelte")) as unknown as Load,
    revise: (() => import("../actions/ReviseDialog.svelte")) as unknown as Load,
    delete: (() => import("../actions/RemoveDialog.svelte")) as unknown as Load,
    "mark-paid": (() => import("../parts/MarkPaidDialog.svelte")) as unknown as Load,
    edit: (() => import("../parts/EditDialog.svelte")) as unknown as Load,
    "mark-pending": plain,
    "mark-failed": plain,
    "mark-review": plain,
    invoice: (() => import("../actions/InvoiceDialog.svelte")) as unknown as Load,
    reopen: plain,
    remind: plain,
    place: plain,
    "resend-confirmation": mail,
    "send-mail": mail,
    "block-access": access,
    "unblock-access": access,
    "send-tickets": (() => import("../actions/SendTicketsDialog.svelte")) as unknown as Load,
    "replace-attendee": (() => import("../actions/ReplaceAttendeeDialog.svelte")) as unknown as Load,
    "undo-admission": plain,
    "renew-downloads": plain,
    "renew-link": plain,
    "hand-out": (() => import("../actions/HandOutDialog.svelte")) as unknown as Load,
    "register-request": (() => import("../actions/RegisterRequestDialog.svelte")) as unknown as Load,
    "approve-request": answer,
    "decline-request": answer,
    "close-request": answer,
    "receive-return": (() => import("../actions/ReceiveDialog.svelte")) as unknown as Load,
    "erase-people": plain,
};

/** One key for each action that is wanted all day; Keys.svelte lists them. */
export const action_keys: Record<string, string> = {
    m: "mark-paid",
    s: "change-state",
    h: "ship",
    f: "refund",
    x: "cancel",
    e: "edit",
    v: "revise",
    w: "send-mail",
    d: "delivery-note",
};
export const key_of = (action: string): string | undefined =>
    Object.keys(action_keys).find((key) => action_keys[key] === action);

const has_requests = (order: Order) => order.requests.length > 0;

/** The menu's order: by what an operator has in hand. Names that the server does not offer stay away. */
const groups: [Key, string[]][] = [
    [
        "menu.money",
        [
            "mark-paid",
            "capture",
            "refund",
            "mark-refunded",
            "retry-refund",
            "mark-pending",
            "mark-failed",
            "mark-review",
            "send-payment-link",
            "check-payment",
            "void",
            "record-chargeback",
            "decide-chargeback",
            "remind",
        ],
    ],
    ["menu.goods", ["ship", "hand-out", "return", "cancel", "reopen"]],
    ["menu.requests", ["approve-request", "decline-request", "receive-return", "close-request", "register-request"]],
    ["menu.access", ["view-ticket", "send-tickets", "renew-downloads", "block-access", "unblock-access"]],
    ["menu.papers", ["invoice", "credit", "correct-invoice", "delivery-note", "view-receipt", "send-document"]],
    ["menu.people", ["resend-confirmation", "send-mail", "renew-link"]],
    ["menu.order", ["place", "edit", "revise", "change-state", "undo", "delete", "erase-people"]],
];

// What is no matter at all for most orders: it stands in the menu of those alone that have to do with it.
const concerns: Record<string, (order: Order) => boolean> = {
    "view-ticket": has_tickets,
    "send-tickets": has_tickets,
    "renew-downloads": has_downloads,
    "block-access": (order) => has_tickets(order) || has_downloads(order),
    "unblock-access": (order) => has_tickets(order) || has_downloads(order),
    "hand-out": (order) => order.shipping?.pickup === true,
    "approve-request": has_requests,
    "decline-request": has_requests,
    "receive-return": has_requests,
    "close-request": has_requests,
};

export function menu_of(order: Order): { title: Key; actions: Action[] }[] {
    const offered = order.actions.filter((action) => concerns[action.id]?.(order) ?? true);
    const known = new Map(offered.map((action) => [action.id, action]));
    return groups
        .map(([title, ids]) => ({ title, actions: ids.flatMap((id) => known.get(id) ?? []) }))
        .filter((group) => group.actions.length > 0);
}
