// What can be done from anywhere, and with the order that is open.
import Contrast from "@lucide/svelte/icons/contrast";
import Keyboard from "@lucide/svelte/icons/keyboard";
import Languages from "@lucide/svelte/icons/languages";
import LogOut from "@lucide/svelte/icons/log-out";
import Store from "@lucide/svelte/icons/store";
import Zap from "@lucide/svelte/icons/zap";
import { key_of, menu_of } from "../lib/actions";
import { found, plain } from "../lib/find";
import type { Page } from "../lib/guide.svelte";
import { type Key, language_names, languages, t, wording } from "../lib/i18n.svelte";
import { open_order } from "../lib/open_order.svelte";
import { orders_address, router } from "../lib/router.svelte";
import { desk, prefer, show_theme, sign_out, type Theme, use_language } from "../lib/session.svelte";
import { type Group, type Item, icons } from "./items";

/** Exactly what the server allows with the open order, and nothing else. */
export function order_group(query: string): Group | undefined {
    const open = open_order.now;
    if (!open) return undefined;
    const allowed = menu_of(open.order)
        .flatMap((group) => group.actions)
        .filter((action) => action.allowed);
    const items = allowed.map((action) => ({
        id: `action ${action.id}`,
        label: action.label,
        // The keys of the order page, so that one learns them by the way.
        keys: key_of(action.id) ? [key_of(action.id)!] : undefined,
        icon: Zap,
        run: () => open.run(action),
    }));
    const title = t("command.this_order", { number: open.order.number || t("order.draft") });
    return { id: "order", title, items: query ? found(query, items, (item) => item.label) : items.slice(0, 8) };
}

const themes: [Theme, Key][] = [
    ["system", "menu.theme_system"],
    ["light", "menu.theme_light"],
    ["dark", "menu.theme_dark"],
];
function general(onkeys: () => void): Item[] {
    const shops = desk.session?.shops ?? [];
    const switches =
        shops.length < 2
            ? []
            : shops.map((each) => ({
                  id: `shop ${each.id}`,
                  label: t("command.go_to_shop", { shop: each.name }),
                  icon: Store,
                  run: () => router.go(orders_address(each.id)),
              }));
    const looks = themes.map(([theme, label]) => ({
        id: `theme ${theme}`,
        label: `${t("menu.theme")}: ${t(label)}`,
        icon: Contrast,
        also: "theme dark light thème mørk lys dunkel hell",
        run: () => {
            show_theme(theme);
            void prefer({ theme });
        },
    }));
    const tongues = languages
        .filter((each) => each !== wording.language)
        .map((each) => ({
            id: `language ${each}`,
            label: `${t("menu.language")}: ${language_names[each]}`,
            icon: Languages,
            also: "language langue sprog sprache",
            run: () => void use_language(each),
        }));
    const keys = {
        id: "keys",
        label: t("keys.title"),
        keys: ["?"],
        icon: Keyboard,
        also: "shortcuts raccourcis genveje kürzel",
        run: onkeys,
    };
    const out = {
        id: "sign-out",
        label: t("menu.sign_out"),
        icon: LogOut,
        also: "log out déconnexion log ud abmelden",
        run: () => void sign_out(),
    };
    return [...switches, ...looks, ...tongues, keys, out];
}

export const general_group = (query: string, onkeys: () => void): Group => ({
    id: "general",
    title: t("command.do"),
    items: found(
        query,
        general(onkeys),
        (item) => item.label,
        (item) => item.also ?? "",
    ).slice(0, 6),
});

export function help_group(query: string, pages: readonly Page[]): Group {
    const hits = found(
        query,
        pages,
        (page) => page.title,
        (page) => plain(page.html),
    );
    const items = hits.slice(0, 4).map((page) => ({
        id: `help ${page.id}`,
        label: page.title,
        icon: icons.help!,
        href: `/help/${page.id}`,
        run: () => router.go(`/help/${page.id}`),
    }));
    return { id: "help", title: t("help.title"), items };
}
