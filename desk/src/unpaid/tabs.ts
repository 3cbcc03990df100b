// The screens beside each other that are about money still to come or to go. Promised refunds are orders of a queue,
// where each is recorded as done.
import { t } from "../lib/i18n.svelte";
import { orders_address } from "../lib/router.svelte";

type Name = "unpaid" | "card-holds";

export function money_tabs(shop: string, now: Name) {
    const tab = (name: Name, label: string) => ({
        label,
        href: `/shops/${encodeURIComponent(shop)}/${name}`,
        now: name === now,
    });
    const to_refund = orders_address(shop, new URLSearchParams({ queue: "to_refund" }));
    return [
        tab("unpaid", t("unpaid.title")),
        tab("card-holds", t("holds.title")),
        { label: t("unpaid.to_refund"), href: to_refund, now: false },
    ];
}
