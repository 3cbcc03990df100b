// What the payout screens say of a payout, apart from how it looks.
import type { Payout, PayoutLine } from "../lib/api";
import { day, money } from "../lib/format";
import type { Key } from "../lib/i18n.svelte";

type Sum = { currency: string; currency_exponent: number };

export const sum_of = (of: Sum, minor: number, language: string): string =>
    money(minor, of.currency, of.currency_exponent, language);

/** A bank's day, which has no zone. */
export const bank_day = (date: string | null, language: string): string =>
    date ? day(`${date}T12:00:00Z`, language, "UTC") : "–";

export type Standing = Payout["standing"];
export const standing_key = (standing: Standing): Key => `payouts.standing_${standing}` as Key;
export type Kind = PayoutLine["kind"];
export const kind_key = (kind: Kind): Key => `payouts.kind_${kind}` as Key;
export const payout_address = (shop: string, id?: string): string =>
    `/shops/${encodeURIComponent(shop)}/payouts${id ? `/${encodeURIComponent(id)}` : ""}`;
