// What of an edited order is sent, and what becomes of it when somebody else was quicker.
import { expect, test } from "vitest";
import type { Order } from "./api";
import { changed, form_of, merge, patch_of } from "./order_form";

const order = {
    buyer: { name: "Zoé", email: "zoe@example.org", phone: "1" },
    billing_address: { line1: "1 rue X", city: "Paris", country: "FR" },
    shipping_address: null,
    language: "fr",
    note: "",
    promo_code: "",
    tags: ["gift", "vip"],
    assignee: null,
    notify_on_state: true,
    external_id: null,
    shipping: { name: "Parcel" },
} as unknown as Order;
const before = form_of(order);

test("nothing typed is nothing sent, and spaces are nothing", () => {
    expect(patch_of(before, { ...before })).toEqual({});
    expect(patch_of(before, { ...before, tags: " gift ,vip,", "buyer.name": " Zoé " })).toEqual({});
});

test("A-09: each property is sent by its own name, and only what was typed", () => {
    const typed = {
        ...before,
        "buyer.phone": "2",
        "billing.city": "Lyon",
        tags: "vip",
        assignee: "Ann",
        notify_on_state: "",
        external_id: "WEB-7",
        shipping_name: "Parcel, signed",
        note: "Ring twice",
    };
    expect(patch_of(before, typed)).toEqual({
        buyer: { phone: "2" },
        billing_address: { city: "Lyon" },
        tags: ["vip"],
        assignee: "Ann",
        notify_on_state: false,
        external_id: "WEB-7",
        shipping: { name: "Parcel, signed" },
        note: "Ring twice",
    });
    expect(patch_of(typed, { ...typed, external_id: "", assignee: "" })).toEqual({ external_id: null, assignee: null });
});

test("a delivery address comes and goes as a whole", () => {
    const elsewhere = { ...before, elsewhere: "yes", "delivery.city": "Lyon" } as typeof before;
    expect(patch_of(before, elsewhere)).toEqual({ shipping_address: { city: "Lyon" } });
    expect(patch_of(elsewhere, { ...elsewhere, elsewhere: "" })).toEqual({ shipping_address: null });
    expect(patch_of(elsewhere, { ...elsewhere, "delivery.country": "FR" })).toEqual({
        shipping_address: { country: "FR" },
    });
});

test("what others changed is taken over where nothing was typed; else a person chooses", () => {
    const typed = { ...before, "buyer.phone": "mine", "billing.city": "Lyon" };
    const after = { ...before, "buyer.phone": "theirs", "billing.city": "Lyon", "buyer.name": "Zoé L." };
    const merged = merge(before, typed, after);
    expect(merged.taken).toEqual(["buyer.name"]);
    expect(merged.clashes).toEqual([{ field: "buyer.phone", theirs: "theirs", yours: "mine" }]);
    expect(merged.form["buyer.name"]).toBe("Zoé L.");
    expect(merged.form["buyer.phone"]).toBe("mine");
    // Sent against the order as it is now: what both typed alike is no longer a change.
    expect(patch_of(after, merged.form)).toEqual({ buyer: { phone: "mine" } });
    expect(changed(after, merged.form)).toEqual(["buyer.phone"]);
});
