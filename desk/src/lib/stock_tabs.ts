// The screens about goods stand beside each other.
import { t } from "./i18n.svelte";
import type { Screen } from "./place";

export const stock_tabs = (shop: string, now: Screen) =>
    (
        [
            ["articles", "nav.articles"],
            ["pick-list", "nav.pick_list"],
            ["supplier-list", "nav.supplier_list"],
            ["pack", "nav.pack"],
        ] as const
    ).map(([screen, label]) => ({ label: t(label), href: `/shops/${shop}/${screen}`, now: screen === now }));
