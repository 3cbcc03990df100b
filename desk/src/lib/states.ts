// Which states an operator may choose: never one that is only for new orders; a cancelling one only where the order can be
// cancelled, because such a move is the cancel action.
import type { Order, Shop, ShopState } from "./api";

export function choosable_states(shop: Shop | undefined, order: Order): ShopState[] {
    const can_cancel = order.actions.some((action) => action.id === "cancel" && action.allowed);
    return (shop?.states ?? []).filter((state) => {
        if (state.initial_only) return false;
        return state.stage !== "cancelled" || can_cancel || state.id === order.state.id;
    });
}
