// What the command bar can offer: one line with a picture, and what choosing it does.
import Archive from "@lucide/svelte/icons/archive-x";
import BookOpen from "@lucide/svelte/icons/book-open";
import Boxes from "@lucide/svelte/icons/boxes";
import ChartColumn from "@lucide/svelte/icons/chart-column";
import CircleQuestionMark from "@lucide/svelte/icons/circle-question-mark";
import Clipboard from "@lucide/svelte/icons/clipboard-list";
import Coins from "@lucide/svelte/icons/coins";
import CreditCard from "@lucide/svelte/icons/credit-card";
import FileText from "@lucide/svelte/icons/file-text";
import HandCoins from "@lucide/svelte/icons/hand-coins";
import Inbox from "@lucide/svelte/icons/inbox";
import Landmark from "@lucide/svelte/icons/landmark";
import ListChecks from "@lucide/svelte/icons/list-checks";
import MailIcon from "@lucide/svelte/icons/mail";
import PackageCheck from "@lucide/svelte/icons/package-check";
import Plus from "@lucide/svelte/icons/plus";
import ScanSearch from "@lucide/svelte/icons/scan-search";
import Settings from "@lucide/svelte/icons/settings";
import ShieldAlert from "@lucide/svelte/icons/shield-alert";
import Truck from "@lucide/svelte/icons/truck";
import Undo2 from "@lucide/svelte/icons/undo-2";
import Upload from "@lucide/svelte/icons/upload";
import Users from "@lucide/svelte/icons/users";
import type { Component } from "svelte";
import type { Shop } from "../lib/api";
import { fold, found } from "../lib/find";
import { offered_targets } from "../lib/go_keys.svelte";
import { t } from "../lib/i18n.svelte";
import type { Screen } from "../lib/place";
import { router } from "../lib/router.svelte";
import { orders_label, type Target } from "../lib/screens";
import synonyms from "./synonyms.json";

export interface Item {
    id: string;
    label: string;
    /** A second, quieter word: the shop, the article's name, the amount. */
    detail?: string;
    /** Keys that do the same. */
    keys?: string[];
    icon: Component<{ size?: number }>;
    /** Words that only help to find it. */
    also?: string;
    href?: string;
    run: () => void;
}
export interface Group {
    id: string;
    title: string;
    items: Item[];
}

export const icons: Partial<Record<Screen, Item["icon"]>> = {
    orders: Inbox,
    customers: Users,
    articles: Boxes,
    statistics: ChartColumn,
    bank: Landmark,
    payouts: Coins,
    documents: FileText,
    proof: ScanSearch,
    pack: PackageCheck,
    accounting: BookOpen,
    unpaid: HandCoins,
    "card-holds": CreditCard,
    refunds: Undo2,
    chargebacks: ShieldAlert,
    mails: MailIcon,
    imports: Upload,
    "new-order": Plus,
    "pick-list": Clipboard,
    "supplier-list": Truck,
    "removed-orders": Archive,
    jobs: ListChecks,
    settings: Settings,
    help: CircleQuestionMark,
};

const label_of = (target: Target, shop: Shop | undefined) =>
    t(target.id === "orders" ? orders_label(shop) : target.label);

function screen_item(target: Target, shop: Shop | undefined, elsewhere: boolean): Item | undefined {
    const href = target.address(shop?.id);
    if (!href) return undefined;
    return {
        id: `screen ${href}`,
        label: label_of(target, shop),
        detail:
            elsewhere || target.id === "orders"
                ? (shop?.name ?? (target.id === "orders" ? t("list.all_shops") : undefined))
                : undefined,
        keys: !elsewhere && target.letter ? ["g", target.letter] : undefined,
        icon: icons[target.id] ?? Inbox,
        also: synonyms[target.id as keyof typeof synonyms],
        href,
        run: () => router.go(href),
    };
}

const here = (shop: Shop | undefined) =>
    offered_targets(shop?.id).flatMap((target) => screen_item(target, shop, false) ?? []);

/** The screens of the shop one is in and, when something was typed, of the other shops. */
export function screen_groups(query: string, shop: Shop | undefined, shops: readonly Shop[]): Group[] {
    const own = query
        ? found(
              query,
              here(shop),
              (item) => item.label,
              (item) => item.also ?? "",
          )
        : here(shop).slice(0, 7);
    const title = shop?.profile === "client-gallery" ? t("command.studio_screens") : t("command.screens");
    const groups = [{ id: "screens", title, items: own }];
    if (!query) return groups;
    const others = shops
        .filter((each) => each.id !== shop?.id)
        .flatMap((each) =>
            offered_targets(each.id).flatMap((target) =>
                target.id === "help" ? [] : (screen_item(target, each, true) ?? []),
            ),
        );
    if (shop && shops.length > 1)
        others.unshift(
            ...[screen_item(offered_targets(undefined).find((each) => each.id === "orders")!, undefined, true)!],
        );
    const items = found(
        query,
        others,
        (item) => item.label,
        (item) => `${item.also} ${item.detail}`,
    );
    return [...groups, { id: "elsewhere", title: t("command.other_shops"), items: items.slice(0, 6) }];
}

/** Whether what was typed is exactly this number, however it is spaced or written. */
export function is_number(query: string, number: string): boolean {
    const bare = (text: string) => fold(text).replace(/[\s#]/g, "");
    return number !== "" && bare(query) === bare(number);
}
