// The journal: every entry adds up to nothing, whatever was issued and whatever moved, and each fact is booked once.
#include "domain/journal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "domain/account_plan.hpp"

namespace commis::domain {
namespace {

Payment card_payment() {
    Payment payment;
    payment.id = "p";
    payment.method = "card";
    payment.provider = "stripe";
    return payment;
}

LedgerEntry entry_of(const std::string& id, EntryKind kind, std::int64_t amount_minor) {
    LedgerEntry entry;
    entry.id = id;
    entry.payment_id = "p";
    entry.kind = kind;
    entry.amount_minor = amount_minor;
    return entry;
}

constexpr std::array<const char*, 3> currencies{"EUR", "JPY", "KWD"};

std::int64_t sum_of(const JournalEntry& entry) {
    std::int64_t sum_minor = 0;
    for (const Posting& posting : entry.postings) sum_minor += posting.amount_minor;
    return sum_minor;
}

std::int64_t sum_of(const JournalEntry& entry, AccountRole role) {
    std::int64_t sum_minor = 0;
    for (const Posting& posting : entry.postings) sum_minor += posting.role == role ? posting.amount_minor : 0;
    return sum_minor;
}

std::int64_t any_amount() { return *rc::gen::inRange<std::int64_t>(-2'000'000, 2'000'000); }
std::int64_t any_positive() { return *rc::gen::inRange<std::int64_t>(1, 2'000'000); }

Paper any_paper() {
    Paper paper;
    paper.kind = *rc::gen::element(DocumentKind::invoice, DocumentKind::credit_note);
    paper.number = "F1";
    paper.currency = *Currency::find(currencies[*rc::gen::inRange<std::size_t>(0, 3)]);
    const int groups = *rc::gen::inRange(0, 5);
    for (int at = 0; at < groups; ++at) {
        PaperTax tax;
        tax.category = *rc::gen::element(TaxCategory::standard, TaxCategory::exempt, TaxCategory::exported);
        tax.rate = TaxRate::of(*rc::gen::element<std::int64_t>(0, 55'000, 81'000, 200'000));
        tax.net_minor = any_amount();
        tax.tax_minor = tax.category == TaxCategory::standard ? any_amount() : 0;
        paper.taxes.push_back(tax);
    }
    return paper;
}

MoneyMove any_move() {
    MoneyMove move;
    move.id = "m";
    move.kind = static_cast<MoveKind>(*rc::gen::inRange(0, move_kind_count));
    move.method = *rc::gen::element<std::string>("card", "cash-on-pickup", "invoice", "");
    move.provider = *rc::gen::element<std::string>("", "stripe");
    move.source = *rc::gen::element(Source::gateway, Source::operator_entry, Source::bank);
    move.amount_minor = any_positive();
    move.fee_minor = *rc::gen::element<std::int64_t>(0, 1, 25, -3);
    move.currency = *Currency::find(currencies[*rc::gen::inRange<std::size_t>(0, 3)]);
    return move;
}

TEST(Journal, EveryDocumentAddsUpToNothingAndSaysItsSums) {
    EXPECT_TRUE(rc::check([] {
        const Paper paper = any_paper();
        std::int64_t net_minor = 0;
        std::int64_t tax_minor = 0;
        for (const PaperTax& tax : paper.taxes) {
            net_minor += tax.net_minor;
            tax_minor += tax.tax_minor;
        }
        const std::int64_t sign = paper.kind == DocumentKind::invoice ? 1 : -1;
        for (const JournalEntry& entry : entries_of(paper, {"d", "o", 5})) {
            RC_ASSERT(sum_of(entry) == 0);
            RC_ASSERT(sum_of(entry, AccountRole::receivables) == sign * (net_minor + tax_minor));
            RC_ASSERT(sum_of(entry, AccountRole::sales) == -sign * net_minor);
            RC_ASSERT(sum_of(entry, AccountRole::tax) == -sign * tax_minor);
        }
    }));
}

TEST(Journal, EveryMovementAddsUpToNothingInEachOfItsEntries) {
    EXPECT_TRUE(rc::check([] {
        const MoneyMove move = any_move();
        const auto kind = *rc::gen::element(MethodKind::gateway, MethodKind::offline, MethodKind::on_delivery);
        const auto entries = entries_of(move, kind);
        RC_ASSERT(!entries.empty());
        std::int64_t fees_minor = 0;
        for (const JournalEntry& entry : entries) {
            RC_ASSERT(sum_of(entry) == 0);
            fees_minor += sum_of(entry, AccountRole::fees);
        }
        RC_ASSERT(fees_minor == (move.kind == MoveKind::payout_returned ? -move.fee_minor : move.fee_minor));
    }));
}

// A ledger that changes step by step as commands change it.
void change(Order& order, int step) {
    Ledger& ledger = order.ledger;
    const std::string id = "e" + std::to_string(order.version);
    const auto entry = [&](EntryKind kind, std::int64_t fee_minor) {
        LedgerEntry made = entry_of(id, kind, any_positive());
        made.fee_minor = fee_minor;
        made.undecided = kind == EntryKind::chargeback;
        ledger.entries.push_back(made);
    };
    const auto refund = [&](RefundStatus status, RefundExecution execution) {
        ledger.refunds.push_back(
            {.id = id, .payment_id = "p", .amount_minor = any_positive(), .execution = execution, .status = status});
    };
    if (step == 0) return entry(EntryKind::capture, 7);
    if (step == 1) return entry(EntryKind::reversal, 0);
    if (step == 2) return entry(EntryKind::chargeback, 0);
    if (step == 3) return refund(RefundStatus::pending, RefundExecution::gateway);
    if (step == 4) return refund(RefundStatus::succeeded, RefundExecution::recorded);
    if (step == 5) return refund(RefundStatus::pending, RefundExecution::initiated);
    if (step == 6 && !ledger.entries.empty() && ledger.entries.back().kind == EntryKind::chargeback) {
        ledger.entries.back().won = !ledger.entries.back().won;
    }
    if (step == 7 && !ledger.refunds.empty()) {
        ledger.refunds.back().status = *rc::gen::element(RefundStatus::succeeded, RefundStatus::failed);
    }
}

// What the shop holds, straight from the facts.
std::int64_t held_by(const Ledger& ledger) {
    std::int64_t held_minor = 0;
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.kind == EntryKind::capture) held_minor += entry.amount_minor;
        if (entry.kind == EntryKind::reversal) held_minor -= entry.amount_minor;
        if (entry.kind == EntryKind::chargeback && !entry.won) held_minor -= entry.amount_minor;
    }
    for (const Refund& refund : ledger.refunds) {
        const bool moved = refund.status == RefundStatus::succeeded && refund.execution != RefundExecution::initiated;
        if (moved) held_minor -= refund.amount_minor;
    }
    return held_minor;
}

TEST(Journal, WhatMovedOverAnyHistoryIsWhatTheLedgerHoldsAndEachIdIsTakenOnce) {
    EXPECT_TRUE(rc::check([] {
        Order order;
        order.version = 1;
        order.currency = *Currency::find("EUR");
        order.ledger.payments.push_back(card_payment());
        std::int64_t booked_minor = 0;
        std::vector<std::string> ids;
        const int steps = *rc::gen::inRange(1, 25);
        for (int at = 0; at < steps; ++at) {
            const Order before = order;
            order.version += 1;
            change(order, *rc::gen::inRange(0, 8));
            for (const MoneyMove& move : moves_between(&before, order, 1'000 + at)) {
                booked_minor += brings(move.kind) ? move.amount_minor : -move.amount_minor;
                RC_ASSERT(move.booked_at_ms == 1'000 + at);
                RC_ASSERT(std::ranges::find(ids, move.id) == ids.end());
                ids.push_back(move.id);
            }
            RC_ASSERT(booked_minor == held_by(order.ledger));
        }
    }));
}

TEST(Journal, WhatTheBankBroughtLeavesTheBankWhoeverTakesItBack) {
    Order order;
    order.ledger.payments.push_back(card_payment());
    order.ledger.payments.front().method = "cash-on-pickup";
    order.ledger.payments.front().provider.clear();
    order.ledger.entries = {entry_of("e1", EntryKind::capture, 500), entry_of("e2", EntryKind::reversal, 500)};
    order.ledger.entries.front().source = Source::bank;
    order.ledger.entries.back().source = Source::operator_entry;
    const auto moves = moves_between(nullptr, order, 10);
    ASSERT_EQ(moves.size(), 2U);
    std::int64_t at_bank_minor = 0;
    for (const MoneyMove& move : moves) {
        const Posting money = entries_of(move, MethodKind::on_delivery).front().postings.front();
        EXPECT_EQ(money.place, MoneyPlace::bank) << move.id;
        at_bank_minor += money.amount_minor;
    }
    EXPECT_EQ(at_bank_minor, 0);
}

TEST(Journal, ARefundThatWaitsIsBookedWhenItIsDone) {
    Order before;
    before.version = 1;
    before.ledger.payments.push_back(card_payment());
    before.ledger.refunds.push_back({.id = "r",
                                     .payment_id = "p",
                                     .amount_minor = 500,
                                     .execution = RefundExecution::gateway,
                                     .status = RefundStatus::pending});
    EXPECT_TRUE(moves_between(nullptr, before, 10).empty());
    Order after = before;
    after.version = 2;
    after.ledger.refunds.front().status = RefundStatus::succeeded;
    const auto moves = moves_between(&before, after, 20);
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_EQ(moves.front().id, "r");
    EXPECT_EQ(moves.front().kind, MoveKind::refund);
    EXPECT_EQ(moves.front().booked_at_ms, 20);
}

TEST(Journal, WhatAnImportedOrderBroughtStandsInOtherBooks) {
    Order order;
    order.imported = true;
    order.ledger.entries.push_back(entry_of("e", EntryKind::capture, 100));
    EXPECT_TRUE(moves_between(nullptr, order, 10).empty());
}

TEST(AccountPlan, ARateWithoutAnAccountStandsOnTheDefaultAndSaysSo) {
    const Books books = find_preset("de_skr03").value();
    Posting posting{.role = AccountRole::sales};
    posting.rate = TaxRate::of(190'000);
    EXPECT_EQ(account_of(books, posting), (Account{"8400", false, ""}));
    posting.role = AccountRole::tax;
    EXPECT_EQ(account_of(books, posting).number, "1776");
    posting.rate = TaxRate::of(250'000);
    EXPECT_EQ(account_of(books, posting), (Account{"1770", true, ""}));
}

TEST(AccountPlan, MoneyStandsWhereItIs) {
    Books books = find_preset("fr_pcg").value();
    MoneyMove move;
    move.amount_minor = 100;
    move.method = "cash-on-pickup";
    const auto money_in = [&](MethodKind kind) { return account_of(books, money_of(move, kind, 100)).number; };
    EXPECT_EQ(money_in(MethodKind::on_delivery), "530000");
    EXPECT_EQ(money_in(MethodKind::offline), "512000");
    EXPECT_EQ(money_in(MethodKind::gateway), "511500");
    move.provider = "stripe";
    EXPECT_EQ(money_in(MethodKind::gateway), "511500");
    books.channels.push_back({"stripe", "467100", std::nullopt});
    EXPECT_EQ(money_in(MethodKind::gateway), "467100");
    // A bank file saw it: it is at the bank, whatever it was to be paid with.
    move.provider.clear();
    move.method = "stripe";
    move.source = Source::bank;
    EXPECT_EQ(money_in(MethodKind::offline), "512000");
}

TEST(AccountPlan, EachPresetNamesEveryAccount) {
    for (const std::string_view id : book_presets()) {
        const Books books = find_preset(id).value();
        const MainAccounts& accounts = books.accounts;
        for (const std::string& number : {accounts.receivables, accounts.bank, accounts.cash, accounts.clearing,
                                          accounts.sales, accounts.tax, accounts.fees, accounts.chargebacks}) {
            EXPECT_FALSE(number.empty()) << id;
        }
    }
    EXPECT_EQ(preset_of_country("FR"), "fr_pcg");
    EXPECT_EQ(preset_of_country(""), "neutral");
}

}  // namespace
}  // namespace commis::domain
