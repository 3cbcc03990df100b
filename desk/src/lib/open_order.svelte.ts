// The order on screen, with how its actions are run, for the command bar; and the orders one looked at before it. They
// are kept in this tab only and go with it, because they name people.
import type { Action, Order } from "./api";

export interface OpenOrder {
    order: Order;
    run: (action: Action) => void;
}
export interface RecentOrder {
    shop: string;
    id: string;
    number: string;
    name: string;
}
const place = "commis.recent_orders";
const kept_max = 8;

export const open_order = $state<{ now: OpenOrder | undefined }>({ now: undefined });

export function recent_orders(): RecentOrder[] {
    const kept = sessionStorage.getItem(place);
    return kept ? (JSON.parse(kept) as RecentOrder[]) : [];
}
export const forget_recent_orders = () => sessionStorage.removeItem(place);

/** Says which order is on screen, until the returned function is called. */
export function offer_order(order: Order, run: (action: Action) => void): () => void {
    open_order.now = { order, run };
    const { shop, id, number } = order;
    const others = recent_orders().filter((each) => each.id !== id);
    const recent = [{ shop, id, number, name: order.buyer.name || order.buyer.email }, ...others].slice(0, kept_max);
    sessionStorage.setItem(place, JSON.stringify(recent));
    return () => {
        open_order.now = undefined;
    };
}
