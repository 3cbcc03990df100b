// What of the rules is sent, and what is given up for another profile.
import { describe, expect, test } from "vitest";
import { rules_patch, values_of, without } from "./rules";
import { shop_patch } from "./shop_form";

describe("rules", () => {
    const own = { notify: { cancel: "ask" }, cancel_is_final: false, hold_period_s: 30 };
    test("a value of the profile is given back, another one is sent where it stands", () => {
        const before = values_of({ ...own, notify: { cancel: "always" } });
        const typed = { ...before, "notify.cancel": "ask", cancel_is_final: true };
        expect(rules_patch(before, typed, values_of(own))).toEqual({ notify: { cancel: null }, cancel_is_final: true });
    });
    test("what does not fit is given up by its outermost member", () => {
        expect(without(["/settings/states/2/allowed_from/0", "/settings/states/3/id", "/name"])).toEqual({
            states: null,
        });
    });
});

test("only parts of the shop that differ are sent, codes in capitals", () => {
    const shop = {
        name: "Maison",
        language: "fr" as const,
        timezone: "Europe/Paris",
        legal: { name: "", address: {}, vat_id: "", registration: "" },
        bank_accounts: [],
        mail: {
            sender_name: "",
            sender_address: "",
            per_minute: 0,
            operators: [],
            rules: [],
            color: "",
            logo_url: "",
            phone: "",
            website: "",
            skips_returned: false,
        },
    };
    expect(shop_patch(shop, { ...shop, bank_accounts: [{ iban: " fr76 30 ", bic: "", name: "M" }] })).toEqual({
        bank_accounts: [{ iban: "FR76 30", bic: "", name: "M" }],
    });
});
