// Which screen an address means: pure, so that tests need no browser.
export type Screen =
    | "orders"
    | "order"
    | "mails"
    | "bank"
    | "payouts"
    | "documents"
    | "proof"
    | "pack"
    | "check-in"
    | "accounting"
    | "imports"
    | "customers"
    | "customer"
    | "statistics"
    | "articles"
    | "pick-list"
    | "supplier-list"
    | "new-order"
    | "removed-orders"
    | "jobs"
    | "unpaid"
    | "card-holds"
    | "refunds"
    | "chargebacks"
    | "settings"
    | "help"
    | "join"
    | "unknown";

const lone: Screen[] = [
    "mails",
    "bank",
    "documents",
    "proof",
    "pack",
    "check-in",
    "accounting",
    "imports",
    "statistics",
    "articles",
    "pick-list",
    "supplier-list",
    "new-order",
    "removed-orders",
    "jobs",
    "unpaid",
    "card-holds",
    "refunds",
    "chargebacks",
];

export interface Place {
    screen: Screen;
    shop: string | undefined;
    id: string | undefined;
}

export function place_of(pathname: string): Place {
    const parts = pathname.split("/").filter(Boolean).map(decodeURIComponent);
    if (parts.length === 0 || (parts[0] === "orders" && parts.length === 1))
        return { screen: "orders", shop: undefined, id: undefined };
    if (parts[0] === "help" && parts.length <= 2) return { screen: "help", shop: undefined, id: parts[1] };
    const [root, shop, noun, id] = parts;
    if (root === "join" && shop && !noun) return { screen: "join", shop: undefined, id: shop };
    if (root !== "shops" || !shop) return { screen: "unknown", shop: undefined, id: undefined };
    if (noun === "orders") return { screen: id ? "order" : "orders", shop, id };
    if (noun === "customers") return { screen: id ? "customer" : "customers", shop, id };
    if (noun === "payouts") return { screen: "payouts", shop, id };
    if (noun === "settings") return { screen: "settings", shop, id };
    const screen = lone.find((each) => each === noun);
    if (screen && !id) return { screen, shop, id: undefined };
    return { screen: "unknown", shop, id: undefined };
}
