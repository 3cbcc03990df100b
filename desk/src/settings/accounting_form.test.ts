// Only what changed is sent, and a new chart of accounts takes its numbers with it.
import { expect, test } from "vitest";
import type { AccountingSettings } from "../lib/api";
import { books_patch, form_of } from "./accounting_form";

const settings: AccountingSettings = {
    preset: "fr_pcg",
    accounts: { receivables: "411000", bank: "512000" },
    rates: [{ rate: "20", sales: "707000", tax: "445710" }],
    channels: [],
    year_begins: 1,
    datev_digits: 4,
    datev_consultant: "",
    datev_client: "",
    fec_siren: "",
    journal_sales: "VE",
    journal_bank: "BQ",
    journal_cash: "CA",
    journal_other: "OD",
    transfer_at: "never",
    presets: [{ id: "fr_pcg", label: "PCG" }],
};

test("nothing typed is nothing sent", () => {
    expect(books_patch(form_of(settings), form_of(settings))).toEqual({});
});

test("an account, a number and a list", () => {
    const typed = form_of(settings);
    typed.accounts.bank = "512100";
    typed.fec_siren = "123456789";
    typed.channels.push({ channel: "stripe", account: "467100", place: null });
    expect(books_patch(form_of(settings), typed)).toEqual({
        accounts: { receivables: "411000", bank: "512100" },
        channels: [{ channel: "stripe", account: "467100", place: null }],
        fec_siren: "123456789",
    });
});

test("another chart brings its own accounts", () => {
    const typed = form_of(settings);
    typed.preset = "de_skr03";
    typed.accounts.bank = "1";
    expect(books_patch(form_of(settings), typed)).toEqual({ preset: "de_skr03" });
});
