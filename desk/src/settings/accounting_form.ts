// The books' settings while they are edited, and what of them has to be sent: lists go whole, and another chart of
// accounts brings its own numbers.
import type { AccountingSettings, AccountingSettingsPatch } from "../lib/api";

export const account_names = [
    "receivables",
    "bank",
    "cash",
    "clearing",
    "sales",
    "tax",
    "fees",
    "chargebacks",
] as const;
export const plain_names = [
    "datev_consultant",
    "datev_client",
    "fec_siren",
    "journal_sales",
    "journal_bank",
    "journal_cash",
    "journal_other",
    "transfer_at",
] as const;
export const categories = [
    "standard",
    "zero",
    "exempt",
    "reverse_charge",
    "intra_community",
    "exported",
    "outside",
] as const;
export const places = ["bank", "cash", "clearing"] as const;
export const transfer_moments = ["never", "issue", "completion"] as const;

export type BooksForm = Omit<AccountingSettings, "presets">;

export function form_of(settings: AccountingSettings): BooksForm {
    const { presets: _, ...form } = structuredClone(settings);
    return form;
}

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

export function books_patch(before: BooksForm, typed: BooksForm): AccountingSettingsPatch {
    const patch: AccountingSettingsPatch = {};
    const is_other_chart = typed.preset !== before.preset;
    if (is_other_chart) patch.preset = typed.preset as NonNullable<AccountingSettingsPatch["preset"]>;
    if (!is_other_chart && differs(before.accounts, typed.accounts)) patch.accounts = typed.accounts;
    if (!is_other_chart && differs(before.rates, typed.rates)) patch.rates = typed.rates;
    if (differs(before.channels, typed.channels)) patch.channels = typed.channels;
    if (before.year_begins !== typed.year_begins) patch.year_begins = typed.year_begins;
    if (before.datev_digits !== typed.datev_digits) patch.datev_digits = typed.datev_digits;
    for (const name of plain_names) if (before[name] !== typed[name]) Object.assign(patch, { [name]: typed[name] });
    return patch;
}
