// How webhooks and their deliveries are named and signed on the screen: a status always has a shape beside its word.
import type { Delivery, Webhook } from "../lib/api";
import { type Key, t } from "../lib/i18n.svelte";

export type Light = "good" | "wait" | "bad" | "off";

/** Who gave no name is known by the server's. */
export function name_of(webhook: Webhook): string {
    return webhook.description || new URL(webhook.url).host;
}
export const event_label = (type: string): string => t(`webhooks.event.${type.replace("commis.", "")}` as Key);
export const fault_words = (fault: string): string => t(`webhooks.fault.${fault}` as Key);
export const status_label = (status: Delivery["status"]): string => t(`webhooks.status.${status}` as Key);

export function health(webhook: Webhook): { light: Light; label: string } {
    if (!webhook.on) {
        const light = webhook.off_reason === "by_hand" ? "off" : "bad";
        return { light, label: t(`webhooks.off_${webhook.off_reason ?? "by_hand"}` as Key) };
    }
    if (webhook.failing_since) return { light: "wait", label: t("webhooks.trouble") };
    return { light: "good", label: t("webhooks.on") };
}
export function light_of(status: Delivery["status"]): Light {
    if (status === "delivered") return "good";
    if (status === "dead") return "bad";
    return status === "withdrawn" ? "off" : "wait";
}
/** What came back in one line: the number of the answer, or why there was none. */
export function answer_words(delivery: { http_status: number | null; fault: string | null }): string {
    if (delivery.http_status !== null) return `HTTP ${delivery.http_status}`;
    return delivery.fault ? fault_words(delivery.fault) : "";
}
/** JSON as people read it; anything else as it came. */
export function readable(text: string): string {
    try {
        return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
        return text;
    }
}
