// The screens one can go to: their names, addresses, rights, and the letter that follows "g".
import type { Shop } from "./api";
import type { Key } from "./i18n.svelte";
import type { Place, Screen } from "./place";

export interface Target {
    id: Screen;
    label: Key;
    /** The letter after "g"; not every screen has one. */
    letter?: string;
    /** In the bar over every screen, with a picture. */
    in_bar?: boolean;
    /** One of these rights is needed; none: whoever may see the shop. */
    rights?: string[];
    /** Without a shop only orders and help have a screen. */
    address: (shop: string | undefined) => string | undefined;
}

const of_shop = (path: string) => (shop: string | undefined) =>
    shop ? `/shops/${encodeURIComponent(shop)}/${path}` : undefined;

export const targets: Target[] = [
    {
        id: "orders",
        label: "nav.orders",
        letter: "o",
        in_bar: true,
        address: (shop) => of_shop("orders")(shop) ?? "/orders",
    },
    { id: "customers", label: "nav.customers", letter: "c", in_bar: true, address: of_shop("customers") },
    { id: "articles", label: "nav.articles", letter: "a", in_bar: true, address: of_shop("articles") },
    { id: "statistics", label: "nav.statistics", letter: "s", in_bar: true, address: of_shop("statistics") },
    { id: "bank", label: "nav.bank", letter: "b", in_bar: true, rights: ["money_in"], address: of_shop("bank") },
    {
        id: "accounting",
        label: "nav.accounting",
        letter: "l",
        rights: ["documents"],
        address: of_shop("accounting"),
    },
    { id: "payouts", label: "nav.payouts", letter: "y", rights: ["money_in"], address: of_shop("payouts") },
    {
        id: "unpaid",
        label: "unpaid.title",
        letter: "u",
        in_bar: true,
        rights: ["money_in"],
        address: of_shop("unpaid"),
    },
    { id: "card-holds", label: "holds.title", letter: "k", rights: ["money_in"], address: of_shop("card-holds") },
    { id: "refunds", label: "refunds.title", letter: "r", address: of_shop("refunds") },
    {
        id: "chargebacks",
        label: "chargebacks.title",
        letter: "x",
        rights: ["money_in"],
        address: of_shop("chargebacks"),
    },
    { id: "mails", label: "nav.mails", letter: "m", in_bar: true, address: of_shop("mails") },
    { id: "imports", label: "nav.imports", letter: "i", in_bar: true, address: of_shop("imports") },
    { id: "documents", label: "nav.documents", letter: "d", address: of_shop("documents") },
    { id: "proof", label: "nav.proof", rights: ["documents"], address: of_shop("proof") },
    { id: "new-order", label: "new_order.title", letter: "n", rights: ["place"], address: of_shop("new-order") },
    { id: "pick-list", label: "nav.pick_list", letter: "p", address: of_shop("pick-list") },
    { id: "pack", label: "nav.pack", letter: "w", rights: ["work"], address: of_shop("pack") },
    { id: "check-in", label: "gate.title", rights: ["check_in"], address: of_shop("check-in") },
    { id: "supplier-list", label: "nav.supplier_list", address: of_shop("supplier-list") },
    { id: "removed-orders", label: "removed.title", address: of_shop("removed-orders") },
    { id: "jobs", label: "jobs.title", letter: "j", address: of_shop("jobs") },
    { id: "settings", label: "nav.settings", letter: ",", rights: ["settings", "team"], address: of_shop("settings") },
    { id: "help", label: "help.title", letter: "h", address: () => "/help" },
];

/** Photographers know their list by the name of what it holds (P-01, P-02). */
export const orders_label = (shop: Shop | undefined): Key =>
    shop?.profile === "client-gallery" ? "command.gallery_orders" : "nav.orders";

/** Which of the screens in the bar one is on, also on a page below it. */
export function is_at(target: Target, place: Place): boolean {
    const parents: Partial<Record<Screen, Screen>> = {
        order: "orders",
        "new-order": "orders",
        "removed-orders": "orders",
        customer: "customers",
        "pick-list": "articles",
        "supplier-list": "articles",
        "card-holds": "unpaid",
        refunds: "unpaid",
        chargebacks: "unpaid",
        payouts: "bank",
        proof: "documents",
        pack: "articles",
        accounting: "statistics",
    };
    return place.screen === target.id || parents[place.screen] === target.id;
}
