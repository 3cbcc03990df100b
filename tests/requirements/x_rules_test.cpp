// What the sources contradict each other in, held by settings (X), by number.
#include <gtest/gtest.h>

#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

using enum NotifyRule;
const std::vector<const char*> all_profiles{"neutral",    "client-gallery",     "web-shop",
                                            "swiss-shop", "event-registration", "nordic-shop"};

TEST(X, X01_every_rule_answers_every_wish_at_every_entry_point) {
    struct Row {
        NotifyRule rule;
        bool order_switch;
        std::string unasked, yes, no;
    };
    const std::vector<Row> rows{
        {NotifyRule::ask, true, "(not_asked)", "", "(not_asked)"},
        {NotifyRule::ask, false, "(not_asked)", "", "(not_asked)"},
        {NotifyRule::confirm, true, "", "", "(declined)"},
        {NotifyRule::confirm, false, "", "", "(declined)"},
        {NotifyRule::always, true, "", "", ""},
        {NotifyRule::always, false, "", "", ""},
        {NotifyRule::order_switch, true, "", "", ""},
        {NotifyRule::order_switch, false, "(order_switch_off)", "(order_switch_off)", "(order_switch_off)"},
        {NotifyRule::never, true, "(rule_never)", "(rule_never)", "(rule_never)"},
        {NotifyRule::never, false, "(rule_never)", "(rule_never)", "(rule_never)"},
    };
    for (const Row& row : rows) {
        for (const EntryPoint entry : {EntryPoint::button, EntryPoint::list, EntryPoint::bulk}) {
            for (const auto& [wish, answer] : std::vector<std::pair<std::optional<bool>, std::string>>{
                     {std::nullopt, row.unasked}, {true, row.yes}, {false, row.no}}) {
                Profile profile = sample::profile("neutral");
                (entry == EntryPoint::button ? profile.notify.state_button : profile.notify.state_list) = row.rule;
                PlaceOrder command = goods("bank-transfer");
                command.notify_on_state = row.order_switch;
                Desk desk(profile, command);
                desk.entry = entry;
                const auto shown = change_state(desk.order, {"processing", "", {}, {"", wish}}, desk.context());
                ASSERT_EQ(desk.move("processing", wish), "taken");
                EXPECT_EQ(desk.mails(), "state_changed" + answer);
                EXPECT_EQ(shown->mails[0].suppressed, desk.last.mails[0].suppressed) << "said beforehand";
            }
        }
    }
}

TEST(X, X01_each_event_asks_its_own_rule) {
    const auto mails = [](NotifyRule NotifySettings::* rule, auto act) {
        Profile profile = sample::profile("neutral");
        profile.notify = {always, never, never, never, never, never, never, false};
        profile.notify.*rule = always;
        Desk desk(profile, goods("bank-transfer"));
        act(desk);
        return desk.mails();
    };
    EXPECT_EQ(mails(&NotifySettings::payment_change, [](Desk& desk) { desk.pay(); }), "payment_changed");
    EXPECT_EQ(mails(&NotifySettings::payment_change, [](Desk& desk) { desk.mark(Mark::failed); }), "payment_changed");
    EXPECT_EQ(mails(&NotifySettings::state_button, [](Desk& desk) { desk.move("shipped"); }), "order_sent");
    EXPECT_EQ(mails(&NotifySettings::state_button, [](Desk& desk) { desk.ship(); }), "order_sent");
    EXPECT_EQ(mails(&NotifySettings::cancel, [](Desk& desk) { desk.cancel(); }), "order_cancelled");
    EXPECT_EQ(mails(&NotifySettings::cancel, [](Desk& desk) { desk.move("cancelled"); }), "order_cancelled");
    EXPECT_EQ(mails(&NotifySettings::refund, [](Desk& desk) { desk.pay(), desk.refund_amount(1); }), "refund_made");
    EXPECT_EQ(mails(&NotifySettings::removal, [](Desk& desk) { desk.remove(); }), "order_removed");
    EXPECT_EQ(mails(&NotifySettings::order_placed, [](Desk&) {}),
              "order_placed order_placed_operator order_placed_operator");
}

TEST(X, X02_the_profile_says_which_axes_are_shown_and_all_are_kept) {
    using Axes = std::vector<ListAxis>;
    EXPECT_EQ(sample::profile("client-gallery").list_shows, (Axes{ListAxis::payment, ListAxis::state}));
    EXPECT_EQ(sample::profile("web-shop").list_shows, (Axes{ListAxis::payment, ListAxis::state}));
    EXPECT_EQ(sample::profile("swiss-shop").list_shows, Axes{ListAxis::state});
    EXPECT_EQ(sample::profile("event-registration").list_shows, Axes{ListAxis::summary});
    EXPECT_EQ(sample::profile("nordic-shop").list_shows, (Axes{ListAxis::state, ListAxis::payment}));
    for (const char* profile : all_profiles) {
        const Projection kept = projection_of(Desk(profile, goods("card")).order, sample::profile(profile), {});
        EXPECT_EQ(kept.payment_status, PaymentStatus::awaiting) << profile;
        EXPECT_EQ(kept.stage, Stage::new_) << profile;
        EXPECT_EQ(kept.summary, SummaryStatus::unpaid) << profile;
    }
}

TEST(X, X03_in_process_is_one_status_with_payment_and_packing_beside_it) {
    Desk desk("swiss-shop", goods("prepayment"));
    ASSERT_EQ(desk.move("processing"), "taken");
    EXPECT_EQ(desk.step(), "wait_for_payment") << "the payment is still being checked";
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.order.state, "processing");
    EXPECT_EQ(desk.step(), "ship") << "ready to be sent";
}

TEST(X, X04_the_guard_asks_for_what_the_shop_needs_and_warns_or_blocks) {
    const auto orders = [](const Profile& profile) {
        Desk paid(profile, with_attempt(goods("card"), AttemptStatus::captured));
        Desk held(profile, with_attempt(goods("card"), AttemptStatus::authorized));
        Desk open(profile, goods("bank-transfer"));
        Desk pickup(profile, goods("cash-on-pickup"));
        return std::vector<Desk>{paid, held, pickup, open};
    };
    struct Row {
        GuardNeed need;
        std::string warned;  // Of paid, held, cash, open.
    };
    for (const Row& row : std::vector<Row>{{GuardNeed::nothing, "- - - -"},
                                           {GuardNeed::secured, "- - - not_secured"},
                                           {GuardNeed::authorized, "- - - not_authorized"},
                                           {GuardNeed::confirmed, "- not_paid - not_paid"},
                                           {GuardNeed::paid, "- not_paid not_paid not_paid"}}) {
        Profile profile = sample::profile("neutral");
        profile.ship_needs = row.need;
        std::string warned, blocked;
        for (Desk& desk : orders(profile)) {
            const std::string before = warned;
            EXPECT_EQ(desk.ship(), "taken") << "advice never stops a parcel";
            warned += (before.empty() ? "" : " ") + (desk.warning().empty() ? "-" : desk.warning());
        }
        EXPECT_EQ(warned, row.warned);
        profile.ship_guard = GuardForce::block;
        for (Desk& desk : orders(profile)) {
            const std::string state = desk.move("shipped");
            EXPECT_EQ(desk.ship(), state == "taken" ? "nothing_to_ship" : "payment_required_before_shipping");
            blocked += (blocked.empty() ? "" : " ") + std::string(state == "taken" ? "-" : "x");
        }
        std::string expected = row.warned;
        for (const char* code : {"not_secured", "not_authorized", "not_paid"}) {
            for (auto at = expected.find(code); at != std::string::npos; at = expected.find(code)) {
                expected.replace(at, std::string_view(code).size(), "x");
            }
        }
        EXPECT_EQ(blocked, expected) << "what was advised is now refused, by the button and by the parcel";
    }
}

TEST(X, X05_the_method_says_where_a_payment_starts) {
    for (const char* profile : {"neutral", "client-gallery", "web-shop", "swiss-shop", "nordic-shop"}) {
        for (const PaymentMethod& method : sample::profile(profile).methods) {
            if (!method.on || method.kind == MethodKind::free) continue;
            const std::string wanted = method.kind == MethodKind::gateway       ? "awaiting"
                                       : method.kind == MethodKind::on_delivery ? "on_delivery"
                                                                                : "pending";
            EXPECT_EQ(Desk(profile, goods(method.id)).status(), wanted) << profile << " " << method.id;
        }
    }
    EXPECT_EQ(Desk("neutral", free_of_charge(goods("free"))).status(), "not_required");
}

TEST(X, X06_a_removed_order_leaves_every_list_and_keeps_its_number) {
    World world("neutral");
    PlaceOrder command = goods("bank-transfer");
    command.external_id = "web-1";
    const Order order = world.place(command);
    ASSERT_EQ(world.bulk(Action::delete_, R"({"reason": "unpaid"})", order.id), "taken");
    EXPECT_TRUE(world.find(world.filter()).empty());
    const auto rows = world.removed();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].number + " " + rows[0].external_id, order.number + " web-1");
    EXPECT_EQ(rows[0].removal.by + ": " + rows[0].removal.reason, "Ada: unpaid");
    EXPECT_THROW(world.place(command), std::runtime_error) << "posted again, it stays removed";
    EXPECT_NE(world.place(goods("bank-transfer")).number, order.number);
    EXPECT_EQ(world.bulk(Action::mark_paid, "{}", order.id), "removed");
    EXPECT_EQ(world.bulk(Action::restore, "{}", order.id), "taken");
    EXPECT_EQ(world.find(world.filter()).size(), 2U);
    Desk invoiced("neutral", goods("bank-transfer"));
    ASSERT_EQ(invoiced.invoice(), "taken");
    EXPECT_EQ(invoiced.remove(), "invoiced_locked");
    Desk paid("neutral", goods("bank-transfer"));
    ASSERT_EQ(paid.pay(), "taken");
    EXPECT_EQ(paid.remove(), "money_captured");
}

TEST(X, X06_people_are_erased_once_the_notice_has_left) {
    Desk desk("swiss-shop", goods("prepayment"));
    ASSERT_EQ(desk.remove("unpaid"), "taken");
    EXPECT_EQ(desk.tick(true), "nothing_changed") << "the notice still waits";
    ASSERT_EQ(desk.tick(), "taken");
    EXPECT_TRUE(is_without_people(desk.order));
    EXPECT_EQ(desk.order.number, "10001");
}

TEST(X, X07_only_what_went_back_moves_the_balance) {
    const auto held_after = [](const char* profile, const char* method) {
        Desk desk(profile, goods(method));
        EXPECT_EQ(desk.pay(), "taken");
        EXPECT_EQ(desk.refund(pieces(desk.order, 2)), "taken");
        return desk.figures().held();
    };
    EXPECT_EQ(held_after("client-gallery", "cheque"), 0) << "recorded as done outside";
    EXPECT_EQ(held_after("event-registration", "cheque"), 2'000) << "promised only";
    Desk card("neutral", with_attempt(goods("card"), AttemptStatus::captured));
    ASSERT_EQ(card.refund(pieces(card.order, 2)), "taken");
    EXPECT_EQ(card.figures().held(), 2'000) << "asked of the gateway, not answered yet";
    EXPECT_EQ(card.figures().refundable(), 0) << "and not to be given back twice";
}

TEST(X, X08_a_refund_takes_units_where_they_are_named_and_goodwill_keeps_them) {
    for (const char* profile : all_profiles) {
        Desk desk(profile, with_attempt(event_tickets(2, "card"), AttemptStatus::captured));
        ASSERT_EQ(desk.refund_amount(300), "taken");
        EXPECT_EQ(desk.access(), "granted granted") << profile << ": goodwill keeps the ticket";
        EXPECT_EQ(desk.figures().owed(), 1'700) << profile;
        ASSERT_EQ(desk.refund(tickets(desk.order, {0})), "taken");
        EXPECT_EQ(desk.access(), "revoked granted") << profile;
        EXPECT_EQ(desk.profile.refund_cancels_units, std::string(profile) == "event-registration");
    }
}

TEST(X, X09_reopening_sets_goods_aside_again_or_refuses) {
    Desk desk("neutral", goods("bank-transfer"));
    ASSERT_EQ(desk.cancel(), "taken");
    desk.free_stock = 1;
    EXPECT_EQ(desk.reopen(), "not_enough_stock");
    EXPECT_EQ(desk.move("processing"), "not_enough_stock") << "whichever way it is brought back";
    desk.free_stock = 2;
    ASSERT_EQ(desk.reopen(), "taken");
    EXPECT_EQ(desk.order.lines[0].reserved, 2);
    EXPECT_EQ(desk.figures().owed(), 2'000);
    Desk final("event-registration", goods("cheque"));
    ASSERT_EQ(final.cancel(), "taken");
    EXPECT_EQ(final.reopen(), "cancel_is_final");
}

TEST(X, X10_a_change_can_be_undone_before_anything_leaves) {
    Desk desk("nordic-shop", goods("bank-transfer"));
    const Order before = desk.order;
    ASSERT_EQ(desk.move("sent"), "taken");
    EXPECT_EQ(desk.last.mails[0].due_at_ms, desk.now_ms + desk.profile.hold_period_ms);
    const std::int64_t sequence = desk.last.events[0].sequence;
    desk.now_ms += desk.profile.hold_period_ms - 1;
    ASSERT_EQ(desk.undo(), "taken");
    EXPECT_EQ(desk.order.state, before.state);
    EXPECT_EQ(desk.order.lines, before.lines);
    EXPECT_TRUE(desk.order.shipments.empty());
    EXPECT_EQ(desk.last.withdrawn_events, std::vector<std::int64_t>{sequence}) << "its mail never leaves";
    EXPECT_EQ(desk.undo(), "nothing_to_undo");
    Desk late("nordic-shop", goods("bank-transfer"));
    ASSERT_EQ(late.move("sent"), "taken");
    late.now_ms += late.profile.hold_period_ms;
    EXPECT_EQ(late.undo(), "too_late_to_undo");
}

TEST(X, X11_restocking_is_proposed_by_the_profile_and_chosen_per_line) {
    PlaceOrder command = goods("bank-transfer");
    command.lines.push_back(command.lines[0]);
    command.lines[1].sku = "B";
    Desk desk("neutral", command);
    Choice choice = pieces(desk.order, 1, 0);
    choice.lines.push_back({.line_id = desk.order.lines[1].id, .quantity = 2, .restock = false});
    ASSERT_EQ(desk.cancel(choice), "taken");
    EXPECT_EQ(desk.stock(), "B:-2") << "one kind goes back, the other is written off";
    for (const char* profile : all_profiles) {
        EXPECT_EQ(sample::profile(profile).restock_default, std::string(profile) != "event-registration") << profile;
        EXPECT_EQ(sample::profile(profile).tracks_stock, std::string(profile) != "event-registration") << profile;
    }
}

TEST(X, X12_properties_and_content_are_two_kinds_of_change) {
    Desk desk("neutral", goods("bank-transfer"));
    ASSERT_EQ(desk.rename_email("new@example.org"), "taken");
    EXPECT_EQ(desk.order.revision, 1);
    ASSERT_EQ(desk.revise(desk.content()), "taken");
    EXPECT_EQ(desk.order.revision, 2);
    ASSERT_EQ(desk.invoice(), "taken");
    EXPECT_EQ(desk.revise(desk.content()), "invoiced_locked");
    EXPECT_EQ(desk.rename_email("newer@example.org"), "taken");
    ASSERT_EQ(desk.credit(), "taken");
    EXPECT_EQ(desk.revise(desk.content()), "taken") << "credit note, then a new invoice";
    EXPECT_EQ(desk.invoice(), "taken");
}

TEST(X, X13_unpaid_orders_follow_the_schedule_of_their_method) {
    const auto told = [](const char* profile, const char* method) {
        World world(profile);
        const Order order = world.place(goods(method));
        std::string text;
        for (int day = 1; day <= 40; ++day) {
            world.wait_days(1);
            for (const std::string& line : world.tick()) {
                text += (text.empty() ? "" : ", ") + std::to_string(day) + line.substr(line.find(' '));
            }
        }
        return text;
    };
    EXPECT_EQ(told("web-shop", "cheque"), "5 raise_reminder");
    EXPECT_EQ(told("web-shop", "bank-transfer"), "");
    EXPECT_EQ(told("swiss-shop", "prepayment"), "7 remind, 14 remind, 21 raise_removal");
    EXPECT_EQ(told("neutral", "bank-transfer"), "7 raise_reminder");
    EXPECT_EQ(told("client-gallery", "cheque"), "");
    EXPECT_EQ(told("event-registration", "invoice"), "");
    EXPECT_EQ(told("nordic-shop", "bank-transfer"), "");
}

TEST(X, X13_after_a_stand_still_the_buyer_hears_once) {
    World world("swiss-shop");
    const Order order = world.place(goods("prepayment"));
    world.wait_days(60);
    EXPECT_EQ(world.tick(), std::vector<std::string>{order.number + " raise_removal"});
    EXPECT_EQ(world.mails(order.id).size(), 2U) << "confirmation and copy, no late reminders";
    EXPECT_TRUE(world.tick().empty());
    World automatic("swiss-shop");
    const auto refused = automatic.set(R"({"payment_methods": {"prepayment": {"dunning": [
        {"day": 7, "action": "remind", "automatic": true}, {"day": 14, "action": "delete", "automatic": true}]}}})");
    ASSERT_TRUE(refused.empty());
    const Order unwarned = automatic.place(goods("prepayment"));
    automatic.wait_days(60);
    EXPECT_EQ(automatic.tick(), std::vector<std::string>{unwarned.number + " raise_removal"})
        << "nobody was reminded: a person decides";
}

TEST(X, X14_a_payment_that_never_came_is_kept_apart_and_its_number_with_it) {
    World world("web-shop");
    const Order left = world.place(goods("card"));
    const Order next = world.place(goods("card"));
    EXPECT_EQ(std::stoll(next.number), std::stoll(left.number) + 1) << "numbered at once, consecutively";
    world.clock.at_ms += 61 * minute_ms;
    EXPECT_EQ(world.tick().size(), 2U);
    ports::OrderFilter filter = world.filter();
    filter.queues = {Queue::to_collect, Queue::to_ship, Queue::to_check, Queue::to_refund, Queue::to_finish};
    EXPECT_TRUE(world.find(filter).empty());
    ASSERT_EQ(world.bulk(Action::mark_paid, "{}", next.id), "taken") << "late money still counts";
    EXPECT_EQ(world.find(filter), std::vector<std::string>{next.number});
}

TEST(X, X15_the_invoice_comes_at_the_moment_that_the_shop_chose) {
    const auto moments = [](InvoiceAt moment) {
        Profile profile = sample::profile("neutral");
        profile.invoice_at = moment;
        Desk desk(profile, goods("bank-transfer"));
        std::string text = desk.order.is_invoiced() ? "order" : "";
        desk.pay();
        if (text.empty() && desk.order.is_invoiced()) text = "payment";
        desk.ship();
        desk.now_ms += desk.profile.hold_period_ms;
        desk.tick();
        if (text.empty() && desk.order.is_invoiced()) text = "dispatch";
        return text.empty() ? "manual" : text;
    };
    EXPECT_EQ(moments(InvoiceAt::order), "order");
    EXPECT_EQ(moments(InvoiceAt::payment), "payment");
    EXPECT_EQ(moments(InvoiceAt::dispatch), "dispatch");
    EXPECT_EQ(moments(InvoiceAt::manual), "manual");
}

TEST(X, X15_a_draft_goes_before_the_invoice_and_locks_nothing) {
    for (const auto& [profile, method] : std::vector<std::pair<const char*, const char*>>{
             {"swiss-shop", "prepayment"}, {"event-registration", "cheque"}}) {
        Desk desk(profile, goods(method));
        ASSERT_EQ(desk.order.documents.size(), 1U) << profile;
        EXPECT_TRUE(desk.order.documents[0].draft);
        EXPECT_EQ(desk.order.documents[0].number, "") << "a number only when it is issued";
        EXPECT_FALSE(desk.order.is_invoiced());
        Revise command = desk.content();
        command.lines[0].content.quantity = 5;
        ASSERT_EQ(desk.revise(command), "taken") << profile;
        EXPECT_EQ(desk.order.documents[0].amount_minor, 5'000) << "it follows the content";
        ASSERT_EQ(desk.pay(), "taken");
        if (!desk.order.is_invoiced()) {
            ASSERT_EQ(desk.invoice(), "taken");
        }
        EXPECT_EQ(std::ranges::count(desk.order.documents, true, &Document::draft), 0) << "the invoice takes its place";
        EXPECT_EQ(desk.order.invoiced_minor(), 5'000);
    }
}

TEST(X, X16_a_confirmation_is_sent_again_for_unpaid_orders_too) {
    Desk unpaid("event-registration", event_tickets(1, "cheque"));
    ASSERT_EQ(unpaid.resend(), "taken");
    EXPECT_EQ(unpaid.mails(), "order_placed");
    EXPECT_EQ(unpaid.access(), "none") << "without a ticket";
}

TEST(X, X17_label_hand_over_and_delivery_are_three_facts) {
    Desk desk("nordic-shop", goods("bank-transfer"));
    ASSERT_EQ(desk.ship(Ship{.label_only = true}), "taken");
    const Shipment printed = desk.order.shipments[0];
    EXPECT_TRUE(printed.label_printed_at_ms && !printed.handed_over_at_ms && !printed.delivered_at_ms);
    desk.now_ms += 3 * minute_ms;
    for (const bool is_delivery : {false, true}) {
        CorrectParcel command{printed.id, {}, {}, {}, {}};
        (is_delivery ? command.delivered_at_ms : command.handed_over_at_ms) = desk.now_ms;
        ASSERT_EQ(desk.apply(correct_parcel(desk.order, command, desk.context())), "taken");
    }
    const Shipment& arrived = desk.order.shipments[0];
    EXPECT_TRUE(arrived.label_printed_at_ms && arrived.handed_over_at_ms && arrived.delivered_at_ms);
}

}  // namespace
}  // namespace commis::domain::requirements
