// The past that an import brings: credits given elsewhere, units gone, money moved, parcels sent.
#include <gtest/gtest.h>

#include "domain/decisions/credit_imported.hpp"
#include "domain/decisions/place.hpp"
#include "domain/decisions/restore.hpp"
#include "domain/projection.hpp"

namespace commis::domain {
namespace {

class ImportedHistory : public ::testing::Test {
protected:
    ImportedHistory() {
        profile_.id = "test";
        profile_.states.push_back({"received", Stage::new_, {}, {}, false, true, {}});
        profile_.states.push_back({"completed", Stage::completed, {}, {}, false, true, {}});
        context_.now_ms = 1'000'000;
        context_.actor = {ActorKind::import, "", "test"};
        context_.new_id = [this] { return "id" + std::to_string(++last_id_); };
        rules_.default_language = "en";
        rules_.provider_known = [](std::string_view) { return true; };
    }

    PlaceOrder command() const {
        PlaceOrder order;
        order.external_id = "536365";
        order.channel = "uci";
        order.currency = "GBP";
        order.imported = true;
        order.state = "completed";
        order.placed_at_ms = 500'000;
        order.lines.push_back({"22752", "Nesting boxes", LineKind::goods, 3, 100, 1, "0", {}});
        order.lines.push_back({"TALK", "Talk", LineKind::ticket, 2, 1'000, 0, "0", {}});
        order.payments.push_back({"invoice", "", "", AttemptStatus::captured, {}, {}, 500'000});
        return order;
    }
    Decision placed(const PlaceOrder& order) { return place(order, 7, rules_, context_).value(); }

    Profile profile_;
    Context context_{profile_, {}, 0, {}, Rights::all(), EntryPoint::button, {}};
    PlaceRules rules_;
    int last_id_ = 0;
};

TEST_F(ImportedHistory, CreditsOneByOneGiveBackExactlyTheLine) {
    Order order = placed(command()).order;
    std::int64_t sum_minor = 0;
    for (int i = 0; i < 3; ++i) {
        const auto decision = credit_imported(order, {"C1", 600'000, {{order.lines[0].id, 1}}}, context_);
        ASSERT_TRUE(decision);
        ASSERT_EQ(decision->events.size(), 1u);
        EXPECT_EQ(decision->events[0].type, EventType::credit_imported);
        EXPECT_TRUE(decision->mails.empty());
        sum_minor += decision->order.ledger.refunds.back().amount_minor;
        order = decision->order;
    }
    EXPECT_EQ(sum_minor, 299);
    EXPECT_EQ(order.lines[0].left_minor, 299);
    EXPECT_EQ(order.lines[0].refunded, 3);
    EXPECT_EQ(projection_of(order, profile_, {}).payment_status, PaymentStatus::partially_refunded);
    EXPECT_EQ(projection_of(order, profile_, {}).summary, SummaryStatus::partial);
}

TEST_F(ImportedHistory, CreditOfTicketsClosesTheirAccess) {
    const Order order = placed(command()).order;
    EXPECT_EQ(order.lines[1].units[0].access, Access::granted);
    const auto decision = credit_imported(order, {"C2", 600'000, {{order.lines[1].id, 1}}}, context_);
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->order.lines[1].units[0].status, UnitStatus::refunded);
    EXPECT_EQ(decision->order.lines[1].units[0].access, Access::revoked);
    EXPECT_EQ(decision->order.lines[1].units[1].access, Access::granted);
}

TEST_F(ImportedHistory, CreditBeyondTheOriginalIsRefusedWhole) {
    const Order order = placed(command()).order;
    const auto decision =
        credit_imported(order, {"C3", 600'000, {{order.lines[0].id, 1}, {order.lines[1].id, 3}}}, context_);
    ASSERT_FALSE(decision);
    ASSERT_EQ(decision.error().fields.size(), 1u);
    EXPECT_EQ(decision.error().fields[0].field, "/lines/1/quantity");
    EXPECT_EQ(decision.error().fields[0].code, "exceeds_original");
}

TEST_F(ImportedHistory, CreditOfUnpaidOrderGivesNoMoneyBack) {
    PlaceOrder unpaid = command();
    unpaid.payments.clear();
    unpaid.payment_method = "invoice";
    const Order order = placed(unpaid).order;
    const auto decision = credit_imported(order, {"C4", 600'000, {{order.lines[0].id, 3}}}, context_);
    ASSERT_TRUE(decision);
    EXPECT_TRUE(decision->order.ledger.refunds.empty());
    EXPECT_EQ(projection_of(decision->order, profile_, {}).owed_minor, 2'000);
}

TEST_F(ImportedHistory, OrdersMadeHereTakeNoImportedCredit) {
    Order order = placed(command()).order;
    order.imported = false;
    EXPECT_FALSE(credit_imported(order, {"C5", 600'000, {{order.lines[0].id, 1}}}, context_));
}

TEST_F(ImportedHistory, RestoreBringsUnitsMoneyAndParcels) {
    History history;
    history.lines.push_back({1, 1, 2, 0, {}});
    history.lines.push_back(
        {0, 1, 0, 0, {{UnitStatus::refunded, Access::revoked, "A"}, {UnitStatus::active, Access::granted, "B"}}});
    Ledger ledger;
    ledger.payments.push_back(
        {"", "card", "stripe", "", "pi_1", 2'299, AttemptStatus::captured, Source::gateway, "", {}, 1});
    ledger.entries.push_back({"", "0", EntryKind::capture, 2'299, Source::gateway, "pi_1", 1, 2, false});
    ledger.refunds.push_back(
        {"", "0", 1'100, RefundExecution::recorded, RefundStatus::succeeded, true, false, "", "", 3});
    history.ledger = ledger;
    history.shipments.push_back({"", 4, {"Post", "123", ""}, {}, {}, 4, {}, {{"0", 2}}});
    history.assignee = "ann";
    const auto decision = restore(placed(command()), history, context_);
    ASSERT_TRUE(decision);
    const Order& order = decision->order;
    EXPECT_EQ(order.lines[0].left_minor, 199);  // Two of three units of 299.
    EXPECT_EQ(order.lines[1].left_minor, 1'000);
    EXPECT_EQ(order.lines[1].units[0].code, "A");
    EXPECT_EQ(order.ledger.payments[0].provider, "stripe");
    EXPECT_EQ(order.ledger.entries[0].payment_id, order.ledger.payments[0].id);
    EXPECT_EQ(order.ledger.refunds[0].payment_id, order.ledger.payments[0].id);
    EXPECT_EQ(order.shipments[0].parts[0].line_id, order.lines[0].id);
    EXPECT_EQ(order.assignee, "ann");
}

TEST_F(ImportedHistory, RestoreRefusesAPastThatContradictsTheContent) {
    History history;
    history.lines.push_back({2, 2, 4, 5, {}});
    history.lines.push_back(
        {1, 0, 0, 0, {{UnitStatus::active, Access::granted, ""}, {UnitStatus::active, Access::granted, ""}}});
    history.refunds.push_back(
        {"", "1", 5, RefundExecution::recorded, RefundStatus::succeeded, false, false, "", "", 3});
    const auto decision = restore(placed(command()), history, context_);
    ASSERT_FALSE(decision);
    std::vector<std::string> codes;
    for (const FieldError& error : decision.error().fields) codes.push_back(error.field + " " + error.code);
    EXPECT_EQ(codes, (std::vector<std::string>{"/lines/0/cancelled exceeds_quantity",
                                               "/lines/0/shipped exceeds_quantity", "/lines/0/returned exceeds_shipped",
                                               "/lines/1/tickets wrong_count", "/refunds/0/payment unknown_payment"}));
}

}  // namespace
}  // namespace commis::domain
