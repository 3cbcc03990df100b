// What the bank screen says and does with an entry, apart from how it looks.
import type { BankEntry } from "../lib/api";
import { day, money } from "../lib/format";
import type { Key } from "../lib/i18n.svelte";

export type Reason = BankEntry["reasons"][number];
export type Proposal = BankEntry["orders"][number];

export const reason_key = (reason: Reason): Key => `bank.reason_${reason}` as Key;
/** Reasons that speak for an order; the others say why a person has to look. */
export const is_good = (reason: Reason): boolean => reason === "name_and_amount";

export const sum_of = (entry: BankEntry, minor: number, language: string): string =>
    money(minor, entry.currency, entry.currency_exponent, language);

/** The bank's day, which has no zone. */
export const bank_day = (entry: BankEntry, language: string): string => {
    const date = entry.booked_on ?? entry.valued_on;
    return date ? day(`${date}T12:00:00Z`, language, "UTC") : "";
};

/** What is still to be given to an order; below zero: too much was. */
export const left_of = (whole: number, parts: (number | undefined)[]): number =>
    parts.reduce<number>((left, part) => left - (part ?? 0), whole);
