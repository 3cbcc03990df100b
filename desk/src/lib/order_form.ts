// The properties of an order as a form of plain texts: what was typed, what of it has to be sent, and how it is brought
// together with what somebody else changed meanwhile. Pure, so that tests need no browser.
import type { Address, Order, OrderPatch } from "./api";

export const address_parts = ["name", "company", "line1", "line2", "postal_code", "city", "region", "country"] as const;
export const buyer_parts = ["name", "email", "phone", "company", "vat_id", "reference"] as const;
type AddressPart = (typeof address_parts)[number];
export type Field =
    | `buyer.${(typeof buyer_parts)[number]}`
    | `billing.${AddressPart}`
    | `delivery.${AddressPart}`
    | "elsewhere"
    | "language"
    | "note"
    | "promo_code"
    | "tags"
    | "assignee"
    | "notify_on_state"
    | "external_id"
    | "shipping_name";
export type Form = Record<Field, string>;

const yes = "yes";
const as_flag = (on: boolean) => (on ? yes : "");
const tags_in = (text: string) =>
    text
        .split(",")
        .map((tag) => tag.trim())
        .filter(Boolean);

export function form_of(order: Order): Form {
    const form: Partial<Form> = {
        elsewhere: as_flag(order.shipping_address !== null),
        language: order.language,
        note: order.note,
        promo_code: order.promo_code,
        tags: order.tags.join(", "),
        assignee: order.assignee ?? "",
        notify_on_state: as_flag(order.notify_on_state),
        external_id: order.external_id ?? "",
        shipping_name: order.shipping?.name ?? "",
    };
    for (const part of buyer_parts) form[`buyer.${part}`] = order.buyer[part] ?? "";
    for (const part of address_parts) {
        form[`billing.${part}`] = order.billing_address?.[part] ?? "";
        form[`delivery.${part}`] = order.shipping_address?.[part] ?? "";
    }
    return form as Form;
}

/** Which fields differ; blanks at the ends and the spacing of tags are nothing that anybody typed. */
export function changed(before: Form, typed: Form): Field[] {
    const plain = (form: Form, field: Field) =>
        field === "tags" ? tags_in(form[field]).join(", ") : form[field].trim();
    return (Object.keys(before) as Field[]).filter((field) => plain(before, field) !== plain(typed, field));
}

/** Only what was changed, as the contract has it. */
export function patch_of(before: Form, typed: Form): OrderPatch {
    const fields = changed(before, typed);
    const has = (field: Field) => fields.includes(field);
    const text = (field: Field) => typed[field].trim();
    const of_group = (group: string, parts: readonly string[]) => {
        const names = parts.filter((part) => has(`${group}.${part}` as Field));
        return names.length === 0
            ? undefined
            : Object.fromEntries(names.map((part) => [part, text(`${group}.${part}` as Field)]));
    };
    const patch: OrderPatch = {};
    const buyer = of_group("buyer", buyer_parts);
    if (buyer) patch.buyer = buyer;
    const billing = of_group("billing", address_parts);
    if (billing) patch.billing_address = billing as Address;
    const delivery = of_group("delivery", address_parts);
    if (typed.elsewhere === "" && has("elsewhere")) patch.shipping_address = null;
    else if (typed.elsewhere === yes && (delivery || has("elsewhere")))
        patch.shipping_address = (delivery ?? {}) as Address;
    if (has("language")) patch.language = typed.language as OrderPatch["language"];
    if (has("note")) patch.note = text("note");
    if (has("promo_code")) patch.promo_code = text("promo_code");
    if (has("tags")) patch.tags = tags_in(typed.tags);
    if (has("assignee")) patch.assignee = text("assignee") || null;
    if (has("notify_on_state")) patch.notify_on_state = typed.notify_on_state === yes;
    if (has("external_id")) patch.external_id = text("external_id") || null;
    if (has("shipping_name")) patch.shipping = { name: text("shipping_name") };
    return patch;
}

export interface Merge {
    /** The form as it goes on: what others changed is taken over where nothing was typed. */
    form: Form;
    taken: Field[];
    /** Both changed these, to different values: a person chooses; what was typed stands until then. */
    clashes: { field: Field; theirs: string; yours: string }[];
}

export function merge(before: Form, typed: Form, after: Form): Merge {
    const theirs = changed(before, after);
    const yours = new Set(changed(before, typed));
    const form = { ...typed };
    const merged: Merge = { form, taken: [], clashes: [] };
    for (const field of theirs) {
        if (!yours.has(field)) {
            form[field] = after[field];
            merged.taken.push(field);
        } else if (typed[field].trim() !== after[field].trim()) {
            merged.clashes.push({ field, theirs: after[field], yours: typed[field] });
        }
    }
    return merged;
}
