// The action table: every row can be the answer, W's matrices cell by cell, guards, rights.
#include "domain/actions.hpp"

#include <algorithm>
#include <set>

#include "domain/sample.hpp"
#include "domain/standings.hpp"
#include "gtest/gtest.h"

namespace commis::domain {
namespace {

// The place of the first failing row of each action, if one fails.
std::map<Action, std::size_t> failing_rows(std::span<const ActionRow> rows, const Standing& standing) {
    std::map<Action, std::size_t> failing;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].holds(standing)) failing.try_emplace(rows[i].action, i);
    }
    return failing;
}

TEST(ActionTable, every_row_can_be_the_first_that_fails) {
    for (const auto rows : {action_rows(), registration_rows()}) {
        std::set<std::size_t> reached;
        sample::for_each_standing([&](const Standing& standing) {
            for (const auto& [action, row] : failing_rows(rows, standing)) reached.insert(row);
        });
        for (std::size_t i = 0; i < rows.size(); ++i) {
            EXPECT_TRUE(reached.contains(i)) << id_of(rows[i].action) << " " << code_of(rows[i].otherwise);
        }
    }
}

TEST(ActionTable, every_action_can_be_allowed_and_refusals_name_their_row) {
    std::set<Action> allowed;
    sample::for_each_standing([&](const Standing& standing) {
        for (int i = 0; i < action_count; ++i) {
            const ActionAnswer answer = ask(static_cast<Action>(i), standing);
            ASSERT_EQ(answer.allowed, !answer.reason.has_value());
            ASSERT_TRUE(answer.allowed || !answer.warning);
            if (answer.allowed) allowed.insert(answer.action);
        }
    });
    for (int i = 0; i < action_count; ++i) EXPECT_TRUE(allowed.contains(static_cast<Action>(i))) << i;
}

TEST(ActionTable, ids_are_found_again) {
    for (int i = 0; i < action_count; ++i) {
        const auto action = static_cast<Action>(i);
        EXPECT_EQ(find_action(id_of(action)), action);
    }
    EXPECT_EQ(id_of(Action::mark_paid), "mark-paid");
    EXPECT_EQ(id_of(Action::view_invoice), "view-invoice");
    EXPECT_EQ(find_action("mark_paid"), std::nullopt);
    EXPECT_EQ(find_action(""), std::nullopt);
}

TEST(ActionTable, a_reason_from_the_facts_comes_before_a_missing_right) {
    const Profile& profile = sample::profile("web-shop");
    Order order = sample::placed(sample::plain(LineKind::goods, 1, "cheque"), profile);
    EXPECT_EQ(ask(Action::mark_paid, standing_of(order, profile), rights_of(Role::viewer)).reason, Refusal::forbidden);
    EXPECT_TRUE(ask(Action::mark_paid, standing_of(order, profile), rights_of(Role::clerk)).allowed);
    sample::add_payment(order, AttemptStatus::captured, 1'000);
    EXPECT_EQ(ask(Action::mark_paid, standing_of(order, profile), rights_of(Role::viewer)).reason,
              Refusal::already_paid);
}

// One order in each column of W's matrices.
Order registration() {
    return sample::placed(sample::plain(LineKind::ticket, 2, "cheque"), sample::profile("event-registration"));
}
Order paid_registration() {
    Order order = registration();
    sample::add_payment(order, AttemptStatus::captured, 2'000);
    return order;
}
Order gone_registration(std::int32_t cancelled, std::int32_t refunded) {
    Order order = paid_registration();
    order.lines[0].cancelled = cancelled;
    order.lines[0].refunded = refunded;
    order.lines[0].left_minor = 1'000 * (cancelled + refunded);
    if (refunded > 0) {
        sample::add_refund(order, 1'000 * refunded, RefundExecution::recorded, RefundStatus::succeeded, true);
    }
    return order;
}

bool offers(const Order& order, std::string_view action) {
    return ask(*find_action(action), standing_of(order, sample::profile("event-registration"))).allowed;
}

// requirements.md, matrix 1, as printed: Unpaid, Complete, Refunded, Cancelled.
TEST(RegistrationMatrix, W19_matrix_1_cell_by_cell) {
    struct Row {
        const char* action;
        bool unpaid, complete, refunded, cancelled;
    };
    const Order unpaid = registration();
    const Order complete = paid_registration();
    const Order refunded = gone_registration(0, 2);
    const Order cancelled = gone_registration(2, 0);
    for (const Row& row : {
             Row{"mark-paid", true, false, false, false},
             Row{"resend-confirmation", true, true, false, false},
             Row{"view-ticket", false, true, true, true},
             Row{"view-receipt", false, true, true, true},
             Row{"view-invoice", true, false, true, false},
             Row{"refund", false, true, false, true},
             Row{"cancel", true, true, false, false},
         }) {
        EXPECT_EQ(offers(unpaid, row.action), row.unpaid) << row.action << " unpaid";
        EXPECT_EQ(offers(complete, row.action), row.complete) << row.action << " complete";
        EXPECT_EQ(offers(refunded, row.action), row.refunded) << row.action << " refunded";
        EXPECT_EQ(offers(cancelled, row.action), row.cancelled) << row.action << " cancelled";
    }
}

TEST(RegistrationMatrix, A04_partial_is_as_complete_and_a_mixture_as_cancelled) {
    const Order partial = gone_registration(1, 0);
    EXPECT_TRUE(offers(partial, "cancel"));
    EXPECT_TRUE(offers(partial, "refund"));
    EXPECT_FALSE(offers(partial, "view-invoice"));
    const Order mixture = gone_registration(1, 1);
    EXPECT_TRUE(offers(mixture, "refund")) << "W-20: a cancelled ticket can still be refunded";
    EXPECT_FALSE(offers(mixture, "cancel"));
    EXPECT_FALSE(offers(mixture, "view-invoice"));
}

// domain.md: in the matrices refund and receipt also need money taken; free orders keep the receipt.
TEST(RegistrationMatrix, free_orders_keep_the_receipt_and_have_nothing_to_refund) {
    PlaceOrder command = sample::plain(LineKind::ticket, 1, "free");
    command.lines[0].unit_price_minor = 0;
    const Order order = sample::placed(command, sample::profile("event-registration"));
    EXPECT_TRUE(offers(order, "view-receipt"));
    EXPECT_FALSE(offers(order, "refund"));
    EXPECT_TRUE(offers(order, "view-ticket"));
}

TEST(RegistrationMatrix, binds_only_where_the_profile_says_so) {
    const Profile& profile = sample::profile("web-shop");
    Order order = sample::placed(sample::plain(LineKind::ticket, 1, "cheque"), profile);
    EXPECT_TRUE(ask(Action::view_ticket, standing_of(order, profile)).allowed);
    EXPECT_EQ(ask(Action::view_invoice, standing_of(order, profile)).reason, Refusal::not_invoiced);
    sample::add_payment(order, AttemptStatus::captured, 1'000);
    order.lines[0].cancelled = 1;
    order.lines[0].left_minor = 1'000;
    EXPECT_TRUE(ask(Action::refund, standing_of(order, profile)).allowed);
    EXPECT_TRUE(ask(Action::resend_confirmation, standing_of(order, profile)).allowed);
}

TEST(Actions, O19_an_invoiced_order_is_locked_in_content_and_removal) {
    const Profile& profile = sample::profile("web-shop");
    Order order = sample::placed(sample::plain(LineKind::goods, 1, "cheque"), profile);
    const auto reason = [&](Action action) { return ask(action, standing_of(order, profile)).reason; };
    EXPECT_EQ(reason(Action::revise), std::nullopt);
    EXPECT_EQ(reason(Action::delete_), std::nullopt);
    Document draft;
    draft.kind = DocumentKind::invoice;
    draft.draft = true;
    draft.amount_minor = 1'000;
    order.documents.push_back(draft);
    EXPECT_EQ(reason(Action::revise), std::nullopt) << "a draft has no number and locks nothing";
    order.documents[0].number = "F-1";
    order.documents[0].draft = false;
    EXPECT_EQ(reason(Action::revise), Refusal::invoiced_locked);
    EXPECT_EQ(reason(Action::delete_), Refusal::invoiced_locked);
    for (const Action open : {Action::edit, Action::change_state, Action::mark_paid, Action::add_note, Action::ship,
                              Action::cancel, Action::view_invoice, Action::credit}) {
        EXPECT_EQ(reason(open), std::nullopt) << "A-10 " << id_of(open);
    }
}

TEST(Actions, X06_an_order_with_money_is_not_removed) {
    const Profile& profile = sample::profile("swiss-shop");
    Order order = sample::placed(sample::plain(LineKind::goods, 1, "prepayment"), profile);
    sample::add_payment(order, AttemptStatus::captured, 1'000);
    EXPECT_EQ(ask(Action::delete_, standing_of(order, profile)).reason, Refusal::money_captured);
}

TEST(Actions, D03_capture_before_dispatch_is_advised_against) {
    const Profile& profile = sample::profile("nordic-shop");
    Order order = sample::placed(sample::plain(LineKind::goods, 1, "card"), profile);
    sample::add_payment(order, AttemptStatus::authorized, 1'000, "stripe");
    EXPECT_EQ(ask(Action::capture, standing_of(order, profile)).warning, Refusal::capture_before_dispatch);
    order.lines[0].shipped = 1;
    EXPECT_EQ(ask(Action::capture, standing_of(order, profile)).warning, std::nullopt);
}

// what each need takes for good enough.
TEST(ShipGuard, X04_warns_or_blocks_as_the_shop_needs) {
    using enum PaymentStatus;
    struct Row {
        GuardNeed need;
        std::set<PaymentStatus> enough;
        Refusal advice;
    };
    const std::set<PaymentStatus> settled{paid, not_required, refunded, partially_refunded};
    auto confirmed_too = settled;
    confirmed_too.insert(on_delivery);
    auto secured_too = confirmed_too;
    secured_too.insert(authorized);
    for (const Row& row :
         {Row{GuardNeed::paid, settled, Refusal::not_paid}, Row{GuardNeed::confirmed, confirmed_too, Refusal::not_paid},
          Row{GuardNeed::secured, secured_too, Refusal::not_secured},
          Row{GuardNeed::authorized, secured_too, Refusal::not_authorized}}) {
        for (int i = 0; i < payment_status_count; ++i) {
            Standing standing;
            standing.payment_status = static_cast<PaymentStatus>(i);
            standing.ship_needs = row.need;
            const bool enough = row.enough.contains(standing.payment_status);
            EXPECT_EQ(ship_guard(standing), enough ? std::nullopt : std::optional(row.advice)) << i;
            standing.ship_guard = GuardForce::block;
            EXPECT_EQ(ship_guard(standing),
                      enough ? std::nullopt : std::optional(Refusal::payment_required_before_shipping));
        }
    }
    EXPECT_EQ(ship_guard(Standing{}), std::nullopt) << "P-06: nothing is needed";
}

TEST(Rights, roles_have_exactly_the_rights_of_the_design) {
    using enum Right;
    const std::map<std::string_view, Rights> expected{
        {"owner", {read, place, work, edit, money_in, money_out, documents, check_in, settings, team}},
        {"manager", {read, place, work, edit, money_in, money_out, documents, check_in, settings}},
        {"clerk", {read, place, work, edit, money_in, documents}},
        {"packer", {read, work}},
        {"accountant", {read, money_in, documents}},
        {"check-in", {check_in}},
        {"viewer", {read}},
        {"storefront", {place, read_own}},
        {"admin", {read, place, work, edit, money_in, money_out, documents, check_in, settings, team}},
    };
    EXPECT_EQ(role_rows().size(), expected.size());
    for (const RoleRow& row : role_rows()) {
        EXPECT_EQ(row.rights, expected.at(row.id)) << row.id;
        EXPECT_EQ(find_role(row.id), row.role);
        EXPECT_EQ(id_of(row.role), row.id);
    }
    EXPECT_EQ(find_role("king"), std::nullopt);
}

TEST(Rights, money_out_needs_its_own_right) {
    for (const Action action : {Action::refund, Action::mark_refunded, Action::void_}) {
        EXPECT_EQ(right_for(action), Right::money_out) << id_of(action);
    }
    for (const Action action : {Action::mark_paid, Action::capture}) {
        EXPECT_EQ(right_for(action), Right::money_in) << id_of(action);
    }
    for (const Action action : {Action::edit, Action::revise, Action::cancel, Action::delete_}) {
        EXPECT_EQ(right_for(action), Right::edit) << id_of(action);
    }
}

TEST(Refusals, have_rising_numbers_and_unique_codes) {
    std::set<std::string_view> codes;
    int last = 0;
    for (const RefusalRow& row : refusal_rows()) {
        EXPECT_GT(static_cast<int>(row.refusal), last);
        last = static_cast<int>(row.refusal);
        EXPECT_TRUE(codes.insert(row.code).second) << row.code;
        EXPECT_EQ(code_of(row.refusal), row.code);
        EXPECT_EQ(row.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos) << row.code;
        EXPECT_TRUE(row.http_status >= 400 && row.http_status < 500) << row.code;
    }
}

}  // namespace
}  // namespace commis::domain
