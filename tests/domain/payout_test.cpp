// Payouts: tables of acquirers read, items matched to captures and refunds, and the bank entry in which a payout came.
#include <gtest/gtest.h>

#include "domain/payout_match.hpp"
#include "domain/payout_table.hpp"

namespace commis::domain {
namespace {

const Currency euros = *Currency::find("EUR");
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

PayoutTable read(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& lines) {
    TableMapping mapping;
    mapping.kind = TableKind::payout;
    mapping.account = "worldline";
    mapping.currency = "EUR";
    mapping.decimal = '.';
    mapping.dates = DateOrder::ymd;
    mapping.header = header;
    for (const std::string& name : header) {
        if (const auto field = find_table_field(name)) mapping.columns.push_back({*field, name});
    }
    Table table;
    table.header = header;
    for (const auto& cells : lines) table.lines.push_back({static_cast<std::int64_t>(table.lines.size()) + 2, cells});
    return read_payout_table(mapping, table);
}

std::string told(const PayoutTable& table) {
    std::string text;
    for (const PayoutReport& report : table.reports) {
        text += report.reference + " " + std::to_string(report.amount_minor) + " " +
                day_text(static_cast<std::int32_t>(report.arrives_at_ms / day_ms)) + ":";
        for (const PayoutItem& item : report.items) {
            text += " " + std::string(id_of(item.kind)) + " " + std::to_string(item.gross_minor) + "-" +
                    std::to_string(item.fee_minor) + "=" + std::to_string(item.net_minor);
        }
        text += "\n";
    }
    for (const TableFault& fault : table.faults) text += "! " + std::to_string(fault.row) + " " + fault.code + "\n";
    return text;
}

TEST(PayoutTable, C31_lines_of_one_payout_are_one_sum_whatever_signs_fees_have) {
    const auto table = read({"booked_on", "payout", "type", "gross", "fee", "net", "reference"},
                            {{"2026-11-20", "P-1", "Payment", "50.00", "1.00", "49.00", "w-1"},
                             {"2026-11-20", "P-1", "Payment", "30.00", "-0.60", "29.40", "w-2"},
                             {"2026-11-20", "P-1", "Refund", "10.00", "0.00", "10.00", "w-3"},
                             {"2026-11-20", "P-1", "Chargeback", "-5.00", "", "-20.00", "w-4"},
                             {"2026-11-20", "P-1", "Auszahlung", "48.40", "", "48.40", ""},
                             {"2026-11-21", "P-2", "Paiement", "7.00", "", "", "w-5"},
                             {"2026-11-21", "P-2", "Frais", "", "", "-1.00", ""}});
    EXPECT_EQ(told(table),
              "P-1 4840 2026-11-20: payment 5000-100=4900 payment 3000-60=2940 refund -1000-0=-1000 "
              "chargeback -500-1500=-2000\n"
              "P-2 600 2026-11-21: payment 700-0=700 fee -100-0=-100\n");
    EXPECT_EQ(table.left_out, 1) << "the line of the payout itself";
}

TEST(PayoutTable, C31_without_an_id_a_day_is_a_payout_and_sums_that_disagree_are_a_fault) {
    const auto table = read({"booked_on", "gross", "fee", "net", "order", "currency"},
                            {{"2026-11-20", "50.00", "1.00", "", "10001", ""},
                             {"2026-11-20", "-5.00", "", "", "10002", ""},
                             {"2026-11-20", "5.00", "", "", "10003", "CHF"},
                             {"2026-11-21", "50.00", "1.00", "48.00", "10004", ""},
                             {"", "1.00", "", "", "", ""}});
    EXPECT_EQ(told(table),
              "2026-11-20 EUR 4400 2026-11-20: payment 5000-100=4900 refund -500-0=-500\n"
              "2026-11-20 CHF 500 2026-11-20: payment 500-0=500\n"
              "! 5 bad_amount\n");
    EXPECT_EQ(table.left_out, 1);
}

TEST(PayoutTable, words_of_four_languages_say_what_a_line_is) {
    EXPECT_EQ(read_item_kind("Rückerstattung"), PayoutItemKind::refund);
    EXPECT_EQ(read_item_kind("remboursement"), PayoutItemKind::refund);
    EXPECT_EQ(read_item_kind("Rückbelastung"), PayoutItemKind::chargeback);
    EXPECT_EQ(read_item_kind("charge"), PayoutItemKind::payment);
    EXPECT_EQ(read_item_kind("chargeback"), PayoutItemKind::chargeback);
    EXPECT_EQ(read_item_kind("Gebyr"), PayoutItemKind::fee);
    EXPECT_EQ(read_item_kind("reserve"), PayoutItemKind::adjustment);
}

TEST(Payout, keeps_the_fees_of_its_lines_and_the_lines_that_are_fees) {
    PayoutItem line;
    line.gross_minor = 5'000;
    line.fee_minor = 100;
    EXPECT_EQ(kept_minor(line), 100);
    line.kind = PayoutItemKind::fee;
    line.gross_minor = -500;
    line.fee_minor = 0;
    EXPECT_EQ(kept_minor(line), 500);
    line.kind = PayoutItemKind::adjustment;
    EXPECT_EQ(kept_minor(line), 0);
}

// An order with one captured card payment a sum.
Order order(const std::string& number, std::vector<std::int64_t> captures) {
    Order made;
    made.id = "o" + number;
    made.number = number;
    made.currency = euros;
    int at = 0;
    for (const std::int64_t amount_minor : captures) {
        const std::string id = number + "-" + std::to_string(++at);
        Payment payment;
        payment.id = "p" + id;
        payment.provider = "worldline";
        payment.reference = "pi_" + id;
        made.ledger.payments.push_back(payment);
        LedgerEntry entry;
        entry.id = "e" + id;
        entry.payment_id = payment.id;
        entry.reference = "ch_" + id;
        entry.amount_minor = amount_minor;
        entry.source = Source::gateway;
        made.ledger.entries.push_back(entry);
    }
    return made;
}

PayoutItem item(PayoutItemKind kind, const std::string& reference, const std::string& payment_reference,
                const std::string& text, std::int64_t gross_minor) {
    PayoutItem made;
    made.kind = kind;
    made.reference = reference;
    made.payment_reference = payment_reference;
    made.text = text;
    made.gross_minor = gross_minor;
    return made;
}

std::vector<std::string> matched(const std::vector<PayoutItem>& items, const std::vector<Order>& orders) {
    PayoutReport report;
    report.provider = "worldline";
    report.items = items;
    std::vector<std::string> entries;
    for (const PayoutPart& part : match_items(report, orders)) entries.push_back(part.entry_id);
    return entries;
}

using enum PayoutItemKind;
using Entries = std::vector<std::string>;

TEST(PayoutMatch, C31_the_movements_reference_before_its_payments_before_the_orders_number) {
    const std::vector<Order> orders{order("10001", {5'000}), order("10002", {3'000}), order("10003", {700, 700})};
    EXPECT_EQ(matched({item(payment, "ch_10001-1", "", "", 5'000), item(payment, "", "pi_10002-1", "", 3'000),
                       item(payment, "", "pi_10003-2", "", 700), item(payment, "x", "", "Order 10003", 700)},
                      orders),
              (Entries{"e10001-1", "e10002-1", "e10003-2", "e10003-1"}));
    EXPECT_EQ(matched({item(payment, "pi_10001-1", "", "", 5'000)}, orders), Entries{"e10001-1"})
        << "many reports know the payment's name alone";
}

TEST(PayoutMatch, C31_nothing_is_guessed) {
    const std::vector<Order> orders{order("10001", {5'000}), order("10003", {700, 700})};
    EXPECT_EQ(matched({item(payment, "", "", "", 5'000)}, orders), Entries{""}) << "an amount alone";
    EXPECT_EQ(matched({item(payment, "", "", "10001", 4'999)}, orders), Entries{""}) << "another amount";
    EXPECT_EQ(matched({item(payment, "", "", "10003", 700)}, orders), Entries{""}) << "one of two";
    EXPECT_EQ(matched({item(payment, "", "", "210001", 5'000)}, orders), Entries{""}) << "another number";
    EXPECT_EQ(matched({item(refund, "ch_10001-1", "", "", -5'000)}, orders), Entries{""}) << "no refund is there";
    EXPECT_EQ(matched({item(fee, "ch_10001-1", "", "", -10)}, orders), Entries{""}) << "a fee is of no order";
    EXPECT_EQ(matched({item(payment, "ch_10001-1", "", "", 5'000), item(payment, "ch_10001-1", "", "", 5'000)}, orders),
              (Entries{"e10001-1", ""}))
        << "no movement stands for two";
}

TEST(PayoutMatch, C31_refunds_and_chargebacks_are_found_beside_captures) {
    Order made = order("10001", {5'000});
    Refund back;
    back.id = "r1";
    back.payment_id = "p10001-1";
    back.amount_minor = 1'000;
    back.reference = "re_1";
    made.ledger.refunds.push_back(back);
    LedgerEntry dispute = made.ledger.entries.front();
    dispute.id = "d1";
    dispute.kind = EntryKind::chargeback;
    dispute.reference = "dp_1";
    dispute.amount_minor = 2'000;
    made.ledger.entries.push_back(dispute);
    EXPECT_EQ(matched({item(refund, "re_1", "", "", -1'000), item(chargeback, "", "pi_10001-1", "", -2'000),
                       item(payment, "", "pi_10001-1", "", 5'000)},
                      {made}),
              (Entries{"r1", "d1", "e10001-1"}));
}

BankEntry entry(std::int64_t amount_minor, const std::string& day, const std::string& text = "") {
    BankEntry made;
    made.amount = {amount_minor, euros};
    made.booked_on = day;
    made.text = text;
    return made;
}

TEST(PayoutMatch, C31_the_collective_booking_has_the_sum_the_currency_and_the_week) {
    PayoutReport report;
    report.provider = "Worldline";
    report.reference = "PO-7788";
    report.amount_minor = 4'840;
    report.currency = euros;
    report.arrives_at_ms = *parse_day("2026-11-20") * day_ms;  // A Friday.
    const BankDays days{BankHolidays::target, {}};
    EXPECT_TRUE(may_be_payout(entry(4'840, "2026-11-20"), report, days));
    EXPECT_TRUE(may_be_payout(entry(4'840, "2026-11-27"), report, days)) << "five bank days over a weekend";
    EXPECT_TRUE(may_be_payout(entry(4'840, "2026-11-16"), report, days)) << "earlier than told";
    EXPECT_FALSE(may_be_payout(entry(4'840, "2026-11-30"), report, days));
    EXPECT_FALSE(may_be_payout(entry(4'841, "2026-11-20"), report, days));
    EXPECT_FALSE(may_be_payout(entry(4'840, ""), report, days)) << "no day";
    BankEntry other = entry(4'840, "2026-11-20");
    other.amount.currency = *Currency::find("CHF");
    EXPECT_FALSE(may_be_payout(other, report, days));
    other = entry(4'840, "2026-11-20");
    other.is_credit = false;
    EXPECT_FALSE(may_be_payout(other, report, days));
    report.status = PayoutStatus::failed;
    EXPECT_FALSE(may_be_payout(entry(4'840, "2026-11-20"), report, days)) << "what failed never came";
    EXPECT_TRUE(names_payout(entry(1, "", "WORLDLINE SCHWEIZ AG"), report));
    EXPECT_TRUE(names_payout(entry(1, "", "Ref PO-7788"), report));
    EXPECT_FALSE(names_payout(entry(1, "", "Order 10001"), report));
}

TEST(PayoutStanding, a_week_after_its_day_somebody_has_to_ask) {
    struct Row {
        PayoutStatus status;
        bool has_arrived;
        std::int64_t day;
        std::string_view standing;
    };
    const std::int64_t today_ms = 100 * day_ms + day_ms / 3;
    for (const Row& row :
         {Row{PayoutStatus::paid, false, 97, "awaited"}, Row{PayoutStatus::paid, true, 97, "arrived"},
          Row{PayoutStatus::failed, true, 97, "failed"}, Row{PayoutStatus::on_its_way, false, 97, "on_its_way"},
          Row{PayoutStatus::paid, false, 102, "on_its_way"}, Row{PayoutStatus::paid, false, 87, "overdue"},
          Row{PayoutStatus::on_its_way, false, 87, "overdue"}}) {
        PayoutReport report;
        report.status = row.status;
        report.arrives_at_ms = row.day * day_ms;
        EXPECT_EQ(id_of(standing_of(report, row.has_arrived, today_ms)), row.standing);
    }
}

}  // namespace
}  // namespace commis::domain
