// The screens beside each other that are about money still to come or to go.
import { t } from "../lib/i18n.svelte";

type Name = "unpaid" | "card-holds" | "refunds" | "chargebacks";

export function money_tabs(shop: string, now: Name) {
    const tab = (name: Name, label: string) => ({
        label,
        href: `/shops/${encodeURIComponent(shop)}/${name}`,
        now: name === now,
    });
    return [
        tab("unpaid", t("unpaid.title")),
        tab("card-holds", t("holds.title")),
        tab("refunds", t("refunds.title")),
        tab("chargebacks", t("chargebacks.title")),
    ];
}
