// To the last cent: what orders cost, what pieces of them are worth, and that giving them back piece by piece ends at
// exactly nothing held. Figures of the tables were reckoned by hand.
#include <gtest/gtest.h>

#include <random>

#include "requirements/desk.hpp"

namespace commis::domain::requirements {
namespace {

PlaceLine line(std::int64_t quantity, std::int64_t price_minor, std::string tax_rate, std::int64_t discount_minor = 0,
               LineKind kind = LineKind::goods) {
    return {.sku = "A",
            .name = "Thing",
            .kind = kind,
            .quantity = quantity,
            .unit_price_minor = price_minor,
            .discount_minor = discount_minor,
            .tax_rate = std::move(tax_rate),
            .attendees = {}};
}

PlaceOrder order_of(std::vector<PlaceLine> lines, std::int64_t discount_minor = 0, bool prices_include_tax = true,
                    std::string currency = "EUR") {
    PlaceOrder command = goods("bank-transfer");
    command.lines = std::move(lines);
    command.discount_minor = discount_minor;
    command.prices_include_tax = prices_include_tax;
    command.currency = std::move(currency);
    return command;
}

PlaceOrder shipped_for(PlaceOrder command, std::int64_t amount_minor, std::string tax_rate) {
    command.shipping = {"parcel", "Post", amount_minor, std::move(tax_rate), false};
    return command;
}

struct Cost {
    const char* what;
    PlaceOrder command;
    std::int64_t discount_minor, tax_minor, total_minor;
};

std::vector<Cost> costs() {
    const auto tickets_and_mugs =
        shipped_for(order_of({line(3, 1'999, "20"), line(2, 5'000, "5.5", 0, LineKind::ticket)}, 500), 690, "20");
    const auto net_mixed = shipped_for(order_of({line(3, 333, "20"), line(1, 1'000, "5.5")}, 0, false), 500, "20");
    return {
        {"mixed rates, tax included", tickets_and_mugs, 500, 1'588, 16'187},
        {"mixed rates, tax on top", net_mixed, 0, 355, 2'854},
        {"line and order discount", order_of({line(3, 100, "0", 1), line(1, 1, "0")}, 30), 31, 0, 270},
        {"a discount equal to its line", order_of({line(2, 500, "20", 1'000), line(1, 600, "20")}), 1'000, 100, 600},
        {"a discount equal to all lines", order_of({line(2, 500, "20")}, 1'000), 1'000, 0, 0},
        {"yen, two rates", order_of({line(2, 108, "8"), line(1, 110, "10")}, 0, true, "JPY"), 0, 26, 326},
        {"dinar, a thousandth", order_of({line(1, 1'234, "5")}, 0, false, "KWD"), 0, 62, 1'296},
        {"one cent three times", order_of({line(1, 1, "20"), line(1, 1, "20"), line(1, 1, "20")}), 0, 1, 3},
        {"one cent, taxed on top", order_of({line(1, 1, "20"), line(1, 1, "20")}, 0, false), 0, 0, 2},
        {"free of charge", free_of_charge(order_of({line(4, 1, "20")})), 0, 0, 0},
        {"a fourth digit of the rate", order_of({line(1, 1'000'000, "8.1251")}, 0, false), 0, 81'251, 1'081'251},
    };
}

TEST(MoneyRules, orders_cost_what_was_reckoned_by_hand) {
    for (const Cost& cost : costs()) {
        const Desk desk("neutral", cost.command);
        const ContentTotals totals = content_totals(desk.order);
        EXPECT_EQ(totals.discount_minor, cost.discount_minor) << cost.what;
        EXPECT_EQ(totals.tax_minor, cost.tax_minor) << cost.what;
        EXPECT_EQ(totals.total_minor, cost.total_minor) << cost.what;
        std::int64_t tax_minor = desk.order.shipping.tax_minor;
        for (const Line& each : desk.order.lines) tax_minor += each.tax_minor;
        EXPECT_EQ(tax_minor, cost.tax_minor) << cost.what << ": the lines hold the same cent";
    }
}

TEST(MoneyRules, tax_rounded_per_line_is_a_choice_of_the_shop) {
    Profile profile = sample::profile("neutral");
    profile.tax_rounding = TaxRounding::line;
    const Desk desk(profile, order_of({line(1, 1, "20"), line(1, 1, "20"), line(1, 1, "20")}));
    EXPECT_EQ(content_totals(desk.order).tax_minor, 0) << "a sixth of a cent, three times nothing";
}

TEST(MoneyRules, a_discount_beyond_what_it_is_taken_from_is_refused) {
    const auto outcome = [](const PlaceOrder& command) {
        return sample::outcome(place(command, 7, sample::rules(), sample::context(sample::profile("neutral"))));
    };
    EXPECT_EQ(outcome(order_of({line(1, 500, "20", 501)})), "/lines/0/discount exceeds_line");
    EXPECT_EQ(outcome(order_of({line(1, 500, "20")}, 501)), "/discount exceeds_lines");
    EXPECT_EQ(outcome(order_of({line(1, 500, "20", 1)}, 500)), "/discount exceeds_lines");
    EXPECT_EQ(outcome(order_of({line(1, 500, "20", 500)})), "taken");
}

TEST(MoneyRules, a_free_order_needs_no_money_and_has_none_to_give_back) {
    Desk desk("neutral", free_of_charge(goods("free")));
    EXPECT_EQ(desk.status(), "not_required");
    EXPECT_EQ(desk.pay(), "already_paid");
    EXPECT_EQ(desk.refund(pieces(desk.order, 1)), "nothing_captured");
    EXPECT_EQ(desk.mark_refunded(), "nothing_captured");
    ASSERT_EQ(desk.cancel(), "taken");
    EXPECT_EQ(desk.figures().owed_back(), 0);
}

// Every single piece of the order, by its line.
std::vector<std::size_t> all_pieces(const Order& order) {
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        list.insert(list.end(), static_cast<std::size_t>(order.lines[i].quantity), i);
    }
    return list;
}

void expect_sane(const Desk& desk, const std::string& at) {
    EXPECT_GE(desk.figures().held(), 0) << at;
    EXPECT_GE(desk.figures().owed(), 0) << at;
    for (const Payment& payment : desk.order.ledger.payments) {
        EXPECT_GE(refundable_of(desk.order.ledger, payment.id), 0) << at << ": no payment gives more than it brought";
    }
}

// Cancels some pieces, then refunds every one, piece by piece, and what goes with the last.
void give_back(Desk desk, const std::vector<std::size_t>& order_of_pieces, std::size_t cancelled_before,
               const std::string& at) {
    const std::int64_t paid_minor = desk.figures().held();
    for (std::size_t i = 0; i < cancelled_before; ++i) {
        ASSERT_EQ(desk.cancel(pieces(desk.order, 1, order_of_pieces[i])), "taken") << at;
        expect_sane(desk, at);
    }
    std::int64_t returned_minor = 0;
    for (const std::size_t position : order_of_pieces) {
        if (desk.figures().refundable() == 0) break;  // Only worthless pieces are left.
        const std::string outcome = desk.refund(pieces(desk.order, 1, position));
        ASSERT_EQ(outcome, "taken") << at;
        returned_minor += std::stoll(desk.said("amount"));
        expect_sane(desk, at);
    }
    if (desk.figures().owed_back() > 0) {
        ASSERT_EQ(desk.refund(Choice{.shipping = true}), "taken") << at;
        returned_minor += std::stoll(desk.said("amount"));
    }
    EXPECT_EQ(desk.figures().held(), 0) << at;
    EXPECT_EQ(desk.figures().owed(), 0) << at;
    EXPECT_EQ(returned_minor, paid_minor) << at;
    EXPECT_EQ(desk.status(), paid_minor == 0 ? "not_required" : "refunded") << at;
}

std::vector<PlaceOrder> awkward_orders() {
    std::vector<PlaceOrder> list;
    for (const Cost& cost : costs()) {
        if (cost.total_minor > 0) list.push_back(cost.command);
    }
    list.push_back(order_of({line(7, 100, "20", 1)}));
    list.push_back(order_of({line(3, 100, "20"), line(3, 100, "5.5")}, 100, false));
    list.push_back(order_of({line(3, 1'000, "20", 0, LineKind::ticket), line(1, 150, "20", 0, LineKind::fee)}, 7));
    list.push_back(shipped_for(order_of({line(6, 1, "20", 5)}), 1, "20"));
    list.push_back(order_of({line(3, 10, "10"), line(2, 7, "8")}, 5, true, "JPY"));
    return list;
}

TEST(MoneyRules, piece_by_piece_in_any_order_ends_at_exactly_nothing_held) {
    std::mt19937_64 dice(20'261'122);
    int number = 0;
    for (const PlaceOrder& command : awkward_orders()) {
        Desk desk("neutral", command);
        ASSERT_EQ(desk.pay(), "taken");
        std::vector<std::size_t> order_of_pieces = all_pieces(desk.order);
        for (int round = 0; round < 6; ++round) {
            for (std::size_t cancelled = 0; cancelled <= order_of_pieces.size(); ++cancelled) {
                // The last piece takes the fees along when it is cancelled; then those are no pieces to cancel.
                const bool has_fee = command.lines.back().kind == LineKind::fee;
                if (has_fee && cancelled > 0) continue;
                give_back(desk, order_of_pieces, cancelled,
                          "order " + std::to_string(number) + ", round " + std::to_string(round) + ", " +
                              std::to_string(cancelled) + " cancelled before");
            }
            std::ranges::shuffle(order_of_pieces, dice);
        }
        ++number;
    }
}

TEST(MoneyRules, a_third_of_a_euro_goes_back_as_33_34_33_cancelled_before_or_not) {
    for (const bool is_cancelled : {false, true}) {
        Desk desk("neutral", order_of({line(3, 100, "20", 200)}));
        ASSERT_EQ(desk.pay(), "taken");
        if (is_cancelled) {
            ASSERT_EQ(desk.cancel(), "taken");
        }
        std::string amounts;
        for (int piece = 0; piece < 3; ++piece) {
            ASSERT_EQ(desk.refund(pieces(desk.order, 1)), "taken");
            amounts += desk.said("amount") + " ";
        }
        EXPECT_EQ(amounts, "33 34 33 ");
    }
}

TEST(MoneyRules, money_from_several_payments_goes_back_to_each_as_far_as_it_brought) {
    for (const std::vector<std::int64_t>& split :
         std::vector<std::vector<std::int64_t>>{{1, 2'998}, {1'000, 999, 1'000}, {333, 1, 2'665}, {2'998, 1}}) {
        Desk desk("neutral", order_of({line(3, 1'000, "20", 1)}));
        for (const std::int64_t part_minor : split) ASSERT_EQ(desk.pay(part_minor), "taken");
        EXPECT_EQ(desk.status(), "paid");
        for (int piece = 0; piece < 3; ++piece) {
            ASSERT_EQ(desk.refund(pieces(desk.order, 1)), "taken");
            expect_sane(desk, "split");
        }
        for (std::size_t i = 0; i < split.size(); ++i) {
            EXPECT_EQ(refundable_of(desk.order.ledger, desk.order.ledger.payments[i].id), 0);
        }
        EXPECT_EQ(desk.figures().held(), 0);
        EXPECT_EQ(desk.refund_amount(1), "nothing_refundable");
    }
}

TEST(MoneyRules, never_more_than_is_refundable_goes_back) {
    Desk desk("neutral", goods("bank-transfer"));
    ASSERT_EQ(desk.pay(1'200), "taken");
    EXPECT_EQ(desk.refund_amount(1'201), "amount_exceeds_refundable");
    ASSERT_EQ(desk.refund_amount(1'200), "taken");
    EXPECT_EQ(desk.refund_amount(1), "nothing_refundable");
    Desk part("neutral", goods("bank-transfer"));
    ASSERT_EQ(part.pay(500), "taken");
    ASSERT_EQ(part.refund(pieces(part.order, 1)), "taken");
    EXPECT_EQ(part.said("amount"), "500") << "a piece worth more than was paid";
    EXPECT_EQ(part.figures().held(), 0);
    Profile promising = sample::profile("neutral");
    promising.offline_refund = RefundExecution::initiated;
    Desk promised(promising, goods("bank-transfer"));
    ASSERT_EQ(promised.pay(), "taken");
    ASSERT_EQ(promised.refund_amount(1'500), "taken");
    EXPECT_EQ(promised.refund_amount(501), "amount_exceeds_refundable") << "a promise is spoken for";
    MarkRefunded done;
    done.amount_minor = 1'500;
    ASSERT_EQ(promised.mark_refunded(done), "taken");
    EXPECT_EQ(promised.figures().held(), 500);
}

TEST(MoneyRules, a_revision_keeps_what_has_left_at_the_cent_it_was_frozen_at) {
    for (const bool prices_include_tax : {true, false}) {
        for (std::int64_t gone = 1; gone < 7; ++gone) {
            Desk desk("neutral", order_of({line(7, 100, "20", 1), line(2, 333, "5.5")}, 0, prices_include_tax));
            ASSERT_EQ(desk.pay(), "taken");
            ASSERT_EQ(desk.cancel(pieces(desk.order, gone)), "taken");
            const std::int64_t frozen_minor = desk.order.lines[0].left_minor;
            const std::int64_t kept_minor = desk.figures().owed();
            Revise command = desk.content();
            command.lines[1].content.quantity = 5;
            ASSERT_EQ(desk.revise(command), "taken");
            const ContentTotals totals = content_totals(desk.order);
            EXPECT_EQ(totals.cancelled_minor, frozen_minor) << gone;
            const Desk fresh("neutral",
                             order_of({line(7 - gone, 100, "20"), line(5, 333, "5.5")}, 0, prices_include_tax));
            EXPECT_EQ(desk.figures().owed(), fresh.figures().owed()) << "what is wanted costs what it costs anew";
            EXPECT_EQ(totals.total_minor, fresh.figures().owed() + frozen_minor);
            EXPECT_EQ(desk.figures().owed() - kept_minor, std::stoll(desk.said("difference"))) << gone;
            EXPECT_EQ(desk.figures().owed_back() - desk.figures().due(), desk.figures().held() - desk.figures().owed());
            // The pieces that left before are worth what they were when they are refunded now.
            const auto closed =
                std::ranges::find_if(desk.order.lines, [](const Line& each) { return each.gone() > 0; });
            ASSERT_NE(closed, desk.order.lines.end());
            EXPECT_EQ(closed->left_minor, frozen_minor);
            const Figures now = desk.figures();
            Choice all{.lines = {{.line_id = closed->id, .quantity = gone}}};
            ASSERT_EQ(desk.refund(all), "taken");
            EXPECT_EQ(std::stoll(desk.said("amount")), std::min(frozen_minor, now.refundable())) << gone;
        }
    }
}

}  // namespace
}  // namespace commis::domain::requirements
