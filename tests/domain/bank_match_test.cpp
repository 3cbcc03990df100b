// Which transfers pay which orders: spellings of numbers, amounts to the cent, and everything that must not be booked
// by itself.
#include "domain/bank_match.hpp"

#include <gtest/gtest.h>

#include "domain/payment_reference.hpp"

namespace commis::domain {
namespace {

const std::string our_account = "CH5800791123000889012";
const Currency chf = *Currency::find("CHF");

BankEntry transfer(std::int64_t amount_minor, std::string text) {
    BankEntry entry;
    entry.account = our_account;
    entry.amount = {amount_minor, chf};
    entry.text = std::move(text);
    return entry;
}

MatchCandidate order(std::string number, std::int64_t due_minor, std::string invoice = {}) {
    MatchCandidate candidate;
    candidate.order_id = "order " + number;
    candidate.number = number;
    candidate.names.push_back({NumberKind::order, std::move(number)});
    if (!invoice.empty()) candidate.names.push_back({NumberKind::document, std::move(invoice)});
    candidate.currency = chf;
    candidate.due_minor = due_minor;
    candidate.buyer_name = "Jürgen Müller";
    return candidate;
}

// "exact 10001=5000", "proposed 10001=4000(underpaid) [other_account]"
std::string told(const BankMatch& match) {
    std::string text(id_of(match.verdict));
    for (const MatchedOrder& each : match.orders) {
        text += " " + each.number + "=" + std::to_string(each.amount_minor);
        for (const MatchReason reason : each.reasons) text += "(" + std::string(id_of(reason)) + ")";
    }
    for (const MatchReason reason : match.reasons) text += " [" + std::string(id_of(reason)) + "]";
    return text;
}

std::string match(const BankEntry& entry, const std::vector<MatchCandidate>& named,
                  const std::vector<MatchCandidate>& by_amount = {}, std::int64_t tolerance_minor = 0) {
    return told(match_entry(entry, named, by_amount, {{our_account}, tolerance_minor}));
}

TEST(NumberFinder, C12_finds_a_number_in_every_spelling) {
    for (const char* text :
         {"10001", "10001.", "Bestellung 10001", "Bestellung 10 001", "Order #10001 thank you", "N°10001", "Nr.10001",
          "BESTELLNR: 1 0 0 0 1", "commande n° 10.001", "ordre nr. 10001, mvh Peter", "ref 100-01", "x10001y"}) {
        EXPECT_EQ(match(transfer(5'000, text), {order("10001", 5'000)}), "exact 10001=5000") << text;
    }
    for (const char* text : {"INV-2026-0007", "inv 2026 0007", "INV20260007", "Rechnung 2026-0007", "Rg. 2026/0007",
                             "INV-20 26-00 07", "Rechnung Nr. 0007", "facture INV.2026.0007 merci"}) {
        EXPECT_EQ(match(transfer(5'000, text), {order("10001", 5'000, "INV-2026-0007")}), "exact 10001=5000") << text;
    }
}

TEST(NumberFinder, a_short_number_must_be_announced) {
    EXPECT_EQ(match(transfer(5'000, "Order 7"), {order("7", 5'000)}), "exact 7=5000");
    EXPECT_EQ(match(transfer(5'000, "R-7"), {order("R-7", 5'000)}), "exact R-7=5000");
    EXPECT_EQ(match(transfer(5'000, "7"), {order("7", 5'000)}), "exact 7=5000");
    EXPECT_EQ(match(transfer(5'000, "7 Tassen"), {order("7", 5'000)}), "proposed 7=5000 [number_unsure]");
    EXPECT_EQ(match(transfer(4'000, "7 Tassen"), {order("7", 5'000)}), "none");
}

TEST(BankMatch, C11_books_only_the_exact_amount_on_the_right_account) {
    EXPECT_EQ(match(transfer(5'000, "10001"), {order("10001", 5'000)}), "exact 10001=5000");
    EXPECT_EQ(match(transfer(4'999, "10001"), {order("10001", 5'000)}), "proposed 10001=4999(underpaid)");
    EXPECT_EQ(match(transfer(5'001, "10001"), {order("10001", 5'000)}), "proposed 10001=5001(overpaid)");
    BankEntry elsewhere = transfer(5'000, "10001");
    elsewhere.account = "CH3709000000304442225";
    EXPECT_EQ(match(elsewhere, {order("10001", 5'000)}), "proposed 10001=5000 [other_account]");
    BankEntry euros = transfer(5'000, "10001");
    euros.amount.currency = *Currency::find("EUR");
    EXPECT_EQ(match(euros, {order("10001", 5'000)}), "proposed 10001=5000(other_currency)");
}

TEST(BankMatch, A19_a_tolerance_widens_a_single_order_alone) {
    EXPECT_EQ(match(transfer(4'995, "10001"), {order("10001", 5'000)}, {}, 5), "exact 10001=4995");
    EXPECT_EQ(match(transfer(4'994, "10001"), {order("10001", 5'000)}, {}, 5), "proposed 10001=4994(underpaid)");
    EXPECT_EQ(match(transfer(7'995, "10001/10002"), {order("10001", 5'000), order("10002", 3'000)}, {}, 5),
              "proposed 10001=5000 10002=2995 [sum_differs]");
}

TEST(BankMatch, a_second_payment_a_removed_order_and_a_draft_are_a_persons_to_decide) {
    EXPECT_EQ(match(transfer(5'000, "10001"), {order("10001", 0)}), "proposed 10001=5000(paid_already)");
    MatchCandidate gone = order("10001", 5'000);
    gone.is_removed = true;
    EXPECT_EQ(match(transfer(5'000, "10001"), {gone}), "proposed 10001=5000(removed_order)");
    MatchCandidate draft = order("10001", 5'000);
    draft.is_draft = true;
    EXPECT_EQ(match(transfer(5'000, "10001"), {draft}), "proposed 10001=5000(draft_order)");
}

TEST(BankMatch, one_transfer_pays_several_orders_when_their_sum_came) {
    const std::vector<MatchCandidate> both{order("10001", 5'000), order("10002", 3'000)};
    EXPECT_EQ(match(transfer(8'000, "N°10001/10002"), both), "exact 10001=5000 10002=3000");
    EXPECT_EQ(match(transfer(8'000, "10001 10002"), both), "exact 10001=5000 10002=3000");
    EXPECT_EQ(match(transfer(7'000, "10001 und 10002"), both), "proposed 10001=5000 10002=2000 [sum_differs]");
    EXPECT_EQ(match(transfer(8'000, "10001, 10002"), {order("10001", 8'000), order("10002", 0)}),
              "proposed 10001=8000 10002=0(paid_already)")
        << "one of them is paid: a person looks";
}

TEST(BankMatch, a_number_of_two_orders_is_never_booked) {
    const std::vector<MatchCandidate> years{order("10001", 5'000, "INV-2025-0007"),
                                            order("10002", 5'000, "INV-2026-0007")};
    EXPECT_EQ(match(transfer(5'000, "INV-2026-0007"), years), "exact 10002=5000") << "written out, it is one";
    EXPECT_EQ(match(transfer(5'000, "Rechnung 0007"), years), "proposed 10001=5000 10002=5000 [several_orders]");
    EXPECT_EQ(match(transfer(10'000, "Rechnung 0007"), years), "proposed 10001=0 10002=0 [several_orders]")
        << "their sum fits by chance: one number never means two";
}

TEST(BankMatch, a_piece_of_a_longer_number_is_no_number_unless_it_is_an_open_orders_own) {
    const MatchCandidate invoiced = order("20000", 7'000, "R-5");
    EXPECT_EQ(match(transfer(5'000, "Ordre nr. 1 0 0 0 5"), {order("10005", 5'000), invoiced}), "exact 10005=5000");
    const std::vector<MatchCandidate> both{order("10001", 5'000), order("1000", 3'000)};
    EXPECT_EQ(match(transfer(5'000, "Bestellung 1000 1"), both), "proposed 10001=5000 [several_orders]");
    EXPECT_EQ(match(transfer(5'000, "Bestellung 1000 1"), {order("10001", 5'000), order("1000", 0)}),
              "exact 10001=5000");
}

TEST(BankMatch, an_order_and_an_invoice_of_one_number_are_told_apart_by_the_word) {
    const std::vector<MatchCandidate> same{order("10042", 5'000, "10001"), order("10001", 5'000, "9999")};
    EXPECT_EQ(match(transfer(5'000, "Rechnung 10001"), same), "exact 10042=5000");
    EXPECT_EQ(match(transfer(5'000, "Bestellung 10001"), same), "exact 10001=5000");
    EXPECT_EQ(match(transfer(5'000, "10001"), same), "proposed 10042=5000 10001=5000 [several_orders]");
}

TEST(BankMatch, a_structured_reference_speaks_for_itself) {
    BankEntry entry = transfer(5'000, "thanks for 99999");
    entry.reference = make_qrr("10001")->text;
    const std::vector<MatchCandidate> named{order("10001", 5'000), order("99999", 5'000)};
    EXPECT_EQ(match(entry, named), "exact 10001=5000");
    entry.reference = make_scor("10001")->text;
    EXPECT_EQ(match(entry, named), "exact 10001=5000");
    EXPECT_EQ(digits_to_look_up(entry), (std::vector<std::string>{"10001", "99999"}));
}

TEST(BankMatch, without_a_number_name_and_amount_are_only_proposed) {
    BankEntry entry = transfer(5'000, "Merci");
    entry.counterparty.name = "MUELLER JUERGEN";
    MatchCandidate other = order("10002", 5'000);
    other.buyer_name = "Ann Other";
    EXPECT_EQ(match(entry, {}, {order("10001", 5'000), other}), "proposed 10001=5000(name_and_amount)");
    EXPECT_EQ(match(entry, {}, {other}), "proposed 10002=5000(amount_only)");
    EXPECT_EQ(match(entry, {}, {}), "none");
    std::vector<MatchCandidate> many;
    for (int at = 0; at < 6; ++at) many.push_back(other);
    EXPECT_EQ(match(entry, {}, many), "none") << "many orders of one price say nothing";
}

TEST(BankMatch, money_that_went_out_or_back_pays_nothing) {
    BankEntry out = transfer(5'000, "10001");
    out.is_credit = false;
    EXPECT_EQ(match(out, {order("10001", 5'000)}), "none");
    out.is_return = true;
    EXPECT_EQ(match(out, {order("10001", 5'000)}), "none [returned]");
}

TEST(BankMatch, names_are_compared_as_banks_write_them) {
    EXPECT_TRUE(names_fit("Herr MUELLER JUERGEN", "Jürgen Müller"));
    EXPECT_TRUE(names_fit("Lefevre Zoe et Paul", "Zoé Lefèvre"));
    EXPECT_TRUE(names_fit("SØRENSEN, ÅSE", "Aase Soerensen"));
    EXPECT_FALSE(names_fit("Müller Anna", "Jürgen Müller"));
    EXPECT_FALSE(names_fit("", "Jürgen Müller"));
}

TEST(BankMatch, a_proposal_is_booked_as_it_stands_when_its_parts_are_the_whole_amount) {
    using enum MatchReason;
    const auto order = [](std::int64_t amount_minor, std::vector<MatchReason> reasons = {}) {
        return MatchedOrder{"o", "10001", 5'000, amount_minor, std::move(reasons)};
    };
    const auto can = [](std::vector<MatchedOrder> orders) {
        return is_bookable({MatchVerdict::proposed, std::move(orders), {}}, 5'000);
    };
    EXPECT_TRUE(can({order(5'000)}));
    EXPECT_TRUE(can({order(5'000, {paid_already})}));
    EXPECT_TRUE(can({order(3'000), order(2'000)}));
    EXPECT_FALSE(can({}));
    EXPECT_FALSE(can({order(3'000)}));
    EXPECT_FALSE(can({order(5'000), order(5'000)}));
    EXPECT_FALSE(can({order(5'000, {removed_order})}));
    EXPECT_FALSE(can({order(5'000, {other_currency})}));
    EXPECT_EQ(proposed_parts({MatchVerdict::proposed, {order(5'000), order(0, {paid_already})}, {}}, 5'000).size(), 1U);
}

}  // namespace
}  // namespace commis::domain
