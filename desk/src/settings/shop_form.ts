// The part of a shop that the first section edits, and what of it has to be sent: only the parts that differ.
import type { Address, MailEvent, Shop } from "../lib/api";

export interface ShopIdentity {
    name: string;
    language: Shop["language"];
    timezone: string;
    legal: { name: string; address: Address; vat_id: string; registration: string };
    bank_accounts: { iban: string; bic: string; name: string }[];
    mail: {
        sender_name: string;
        sender_address: string;
        per_minute: number;
        operators: string[];
        rules: StaffRule[];
        color: string;
        logo_url: string;
        phone: string;
        website: string;
        skips_returned: boolean;
    };
}

/** Who of the staff hears of what: articles as they are typed, separated by commas. */
export interface StaffRule {
    to: string;
    events: MailEvent[];
    articles: string[];
}

export function identity_of(shop: Shop): ShopIdentity {
    const { legal, mail } = shop;
    return {
        name: shop.name,
        language: shop.language,
        timezone: shop.timezone,
        legal: {
            name: legal.name ?? "",
            address: { ...legal.address },
            vat_id: legal.vat_id ?? "",
            registration: legal.registration ?? "",
        },
        bank_accounts: shop.bank_accounts.map(({ iban, bic, name }) => ({ iban, bic: bic ?? "", name: name ?? "" })),
        mail: {
            sender_name: mail.sender_name ?? "",
            sender_address: mail.sender_address ?? "",
            per_minute: mail.per_minute ?? 0,
            operators: [...(mail.operators ?? [])],
            rules: (mail.rules ?? []).map(({ to, events, articles }) => ({
                to,
                events: [...events],
                articles: [...(articles ?? [])],
            })),
            color: mail.color ?? "",
            logo_url: mail.logo_url ?? "",
            phone: mail.phone ?? "",
            website: mail.website ?? "",
            skips_returned: mail.skips_returned ?? false,
        },
    };
}

/** As people write them: no spaces around, codes in capitals. */
export function tidy(typed: ShopIdentity): ShopIdentity {
    return {
        ...typed,
        name: typed.name.trim(),
        legal: {
            ...typed.legal,
            address: { ...typed.legal.address, country: (typed.legal.address.country ?? "").trim().toUpperCase() },
        },
        bank_accounts: typed.bank_accounts.map((account) => ({
            iban: account.iban.trim().toUpperCase(),
            bic: account.bic.trim().toUpperCase(),
            name: account.name.trim(),
        })),
        mail: {
            ...typed.mail,
            operators: typed.mail.operators.map((each) => each.trim()),
            rules: typed.mail.rules.map((rule) => ({ ...rule, to: rule.to.trim() })),
            color: typed.mail.color.trim().toLowerCase(),
            logo_url: typed.mail.logo_url.trim(),
            phone: typed.mail.phone.trim(),
            website: typed.mail.website.trim(),
        },
    };
}

export function shop_patch(before: ShopIdentity, typed: ShopIdentity): Partial<ShopIdentity> {
    const known = tidy(before);
    const after = tidy(typed);
    const names = Object.keys(after) as (keyof ShopIdentity)[];
    const changed = names.filter((name) => JSON.stringify(known[name]) !== JSON.stringify(after[name]));
    return Object.fromEntries(changed.map((name) => [name, after[name]])) as Partial<ShopIdentity>;
}
