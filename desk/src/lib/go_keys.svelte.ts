// "g" and then a letter goes to a screen. The second key is caught before any screen sees it, for there it may mean
// something else.
import { command } from "./command.svelte";
import { t } from "./i18n.svelte";
import { is_shortcut } from "./keys";
import { router } from "./router.svelte";
import { targets } from "./screens";
import { desk } from "./session.svelte";

const wait_ms = 2500;
export const going = $state({ waiting: false });
let timer: ReturnType<typeof setTimeout> | undefined;

function wait(on: boolean) {
    clearTimeout(timer);
    going.waiting = on;
    if (on) timer = setTimeout(() => wait(false), wait_ms);
}

/** The shop one works in: that of the address, the one before it, or the only one there is. */
export function shop_at_hand(): string | undefined {
    const shops = desk.session?.shops ?? [];
    return router.place.shop ?? router.last_shop ?? (shops.length === 1 ? shops[0]!.id : undefined);
}

export const offered_targets = (shop: string | undefined) =>
    targets.filter(
        (target) => !target.rights || (shop !== undefined && target.rights.some((right) => desk.may(right, shop))),
    );

export function press_go_key(event: KeyboardEvent) {
    if (!going.waiting) {
        if (event.key === "g" && is_shortcut(event)) {
            wait(true);
            event.preventDefault();
        }
        return;
    }
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    wait(false);
    event.preventDefault();
    event.stopImmediatePropagation();
    const shop = shop_at_hand();
    const target = targets.find((each) => each.letter === event.key.toLowerCase());
    if (!target) return;
    const address = offered_targets(shop).includes(target) ? target.address(shop) : undefined;
    if (address) router.go(address);
    // Of several shops nobody knows which is meant: the command bar lists them.
    else if (!shop) command.open(t(target.label));
}
