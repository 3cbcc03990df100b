// The address bar is the state: which screen, which shop and which filters are all in it, so Back and links work.
import { type Place, place_of } from "./place";

class Router {
    place = $state.raw<Place>(place_of(location.pathname));
    query = $state.raw(new URLSearchParams(location.search));
    /** The shop one worked in last: screens of no shop, such as help, keep the way back to it. */
    last_shop = $state(this.place.shop);

    read = () => {
        this.place = place_of(location.pathname);
        this.query = new URLSearchParams(location.search);
        if (this.place.screen !== "help") this.last_shop = this.place.shop;
    };
    go(address: string, replace = false) {
        if (replace) history.replaceState(null, "", address);
        else history.pushState(null, "", address);
        this.read();
    }
}
export const router = new Router();
addEventListener("popstate", router.read);

export const orders_address = (shop: string | undefined, query?: URLSearchParams): string => {
    const text = query?.toString() ?? "";
    return (shop ? `/shops/${encodeURIComponent(shop)}/orders` : "/orders") + (text ? `?${text}` : "");
};
export const order_address = (shop: string, id: string): string =>
    `/shops/${encodeURIComponent(shop)}/orders/${encodeURIComponent(id)}`;

export const customer_address = (shop: string, id: string): string =>
    `/shops/${encodeURIComponent(shop)}/customers/${encodeURIComponent(id)}`;

/** Plain clicks on our own links stay in the page; the middle button and Ctrl still open a tab. */
export function follow(event: MouseEvent) {
    if (event.defaultPrevented) return;
    const link = (event.target as Element).closest("a");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.pathname.startsWith("/api/")) return;
    event.preventDefault();
    router.go(link.pathname + link.search);
}
