// The states an operator may choose are the server's answer; only those that may be chosen now are offered.
import type { Order, StateChoice } from "./api";

export function choosable_states(order: Order): StateChoice[] {
    return order.state_choices.filter((choice) => choice.allowed);
}

/** The state that usually comes next: the first one after the present one that means progress. */
export function likely_next(order: Order): StateChoice | undefined {
    const at = order.state_choices.findIndex((choice) => choice.id === order.state.id);
    const progress = (choice: StateChoice) =>
        choice.allowed && choice.stage !== "on_hold" && choice.stage !== "cancelled";
    return order.state_choices.slice(at + 1).find(progress) ?? choosable_states(order)[0];
}
