// Papers that one press makes: asked for, then opened in a tab of its own. The tab is opened with the press, because a
// browser takes one that comes later for unwanted.
import { Problem } from "../lib/api";
import { failure_words } from "../lib/failure";
import { t } from "../lib/i18n.svelte";
import type { OrderView } from "../lib/order_view.svelte";
import { toast } from "../lib/toasts.svelte";
import { file_of, newest, type PaperKind } from "./papers";

/** The actions that need no question: what they make is there a moment later. */
const made: Record<string, PaperKind> = { "delivery-note": "delivery_note", "view-receipt": "receipt" };
export const opens_paper = (action: string): boolean => action in made;

export async function open_paper(
    view: OrderView,
    action: string,
    body: { shipment?: string; return_slip?: boolean } = {},
) {
    const tab = window.open("", "_blank");
    try {
        await view.act(action, body);
        const paper = newest(view.order?.documents ?? [], made[action]!, body.shipment);
        if (!paper) return tab?.close();
        const address = file_of(view.shop, view.id, paper);
        if (tab) tab.location.href = address;
        toast(t(tab ? "papers.made" : "papers.made_blocked", { paper: `${paper.kind_label} ${paper.number ?? ""}` }));
    } catch (error) {
        tab?.close();
        if (!(error instanceof Problem)) throw error;
        toast(failure_words(error));
    }
}
