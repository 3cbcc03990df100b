// The six profiles as profiles.md prints them, and a shop's own settings over them.
#include "adapters/system/profiles.hpp"

#include <boost/json.hpp>

#include "gtest/gtest.h"

namespace commis::system {
namespace {

using domain::NotifyRule;
using domain::Profile;
using domain::Stage;

ProfileCatalogue& catalogue() {
    static ProfileCatalogue shared;
    return shared;
}

const Profile& shipped(std::string_view id) { return *catalogue().shipped(id); }

domain::Shop shop_of(std::string profile_id, std::string changes = "{}") {
    domain::Shop shop;
    shop.id = 7;
    shop.handle = "maison";
    shop.profile_id = std::move(profile_id);
    shop.settings_json = std::move(changes);
    return shop;
}

std::vector<std::string> methods_on(const Profile& profile) {
    std::vector<std::string> ids;
    for (const auto& method : profile.methods) {
        if (method.on) ids.push_back(method.id);
    }
    return ids;
}

std::vector<std::string> states_of(const Profile& profile) {
    std::vector<std::string> ids;
    for (const auto& state : profile.states) {
        ids.push_back(state.id + ":" + std::string(id_of(state.stage)) + (state.initial_only ? "!" : ""));
    }
    return ids;
}

using Strings = std::vector<std::string>;

std::string first_error(const domain::Shop& shop, std::string_view patch) {
    const auto merged = catalogue().merge(shop, patch);
    if (merged) return "taken";
    return merged.error().front().field + " " + merged.error().front().code;
}

TEST(Profiles, six_ship_with_neutral_first) {
    EXPECT_EQ(catalogue().ids(),
              (Strings{"neutral", "client-gallery", "web-shop", "swiss-shop", "event-registration", "nordic-shop"}));
    for (const auto& id : catalogue().ids()) {
        EXPECT_EQ(shipped(id).id, id);
        for (const char* language : {"en", "fr", "da", "de"}) {
            EXPECT_FALSE(shipped(id).name.in(language).empty());
            EXPECT_FALSE(shipped(id).description.in(language).empty());
        }
    }
    EXPECT_EQ(catalogue().shipped("other"), nullptr);
}

TEST(Profiles, switch_on_the_methods_of_the_table) {
    EXPECT_EQ(methods_on(shipped("neutral")), (Strings{"card", "bank-transfer", "cash-on-pickup", "free"}));
    EXPECT_EQ(methods_on(shipped("client-gallery")), (Strings{"card", "paypal", "bank-transfer", "cheque", "free"}));
    EXPECT_EQ(methods_on(shipped("web-shop")),
              (Strings{"card", "paypal", "cheque", "bank-transfer", "cash-on-delivery", "free"}));
    EXPECT_EQ(methods_on(shipped("swiss-shop")), (Strings{"card", "twint", "prepayment", "cash-on-pickup", "free"}));
    EXPECT_EQ(methods_on(shipped("event-registration")), (Strings{"card", "cheque", "invoice", "free"}));
    EXPECT_EQ(methods_on(shipped("nordic-shop")), (Strings{"card", "bank-transfer", "cash-on-pickup", "free"}));
    for (const auto& id : catalogue().ids()) EXPECT_EQ(shipped(id).methods.size(), 10U) << id;
}

TEST(Profiles, C34_swiss_shop_offers_invoice_per_customer_only) {
    const auto* invoice = shipped("swiss-shop").find_method("invoice");
    EXPECT_FALSE(invoice->on);
    EXPECT_TRUE(invoice->per_customer);
}

TEST(Profiles, have_the_states_of_the_table) {
    EXPECT_EQ(states_of(shipped("neutral")),
              (Strings{"received:new", "processing:processing", "on_hold:on_hold", "shipped:shipped",
                       "completed:completed", "cancelled:cancelled"}));
    EXPECT_EQ(states_of(shipped("client-gallery")),
              (Strings{"unfulfilled:new!", "processed:processing", "on_hold:on_hold", "shipped:shipped",
                       "cancelled:cancelled", "fulfilled:completed"}));
    EXPECT_EQ(states_of(shipped("web-shop")),
              (Strings{"received:new", "validated:processing", "to_prepare:processing", "to_deliver:processing",
                       "delivered:completed", "in_dispute:on_hold", "cancelled:cancelled"}));
    EXPECT_EQ(states_of(shipped("swiss-shop")), (Strings{"received:new", "processing:processing", "sent:shipped",
                                                         "completed:completed", "cancelled:cancelled"}));
    EXPECT_EQ(states_of(shipped("event-registration")), (Strings{"registered:new", "cancelled:cancelled"}));
    EXPECT_EQ(states_of(shipped("nordic-shop")),
              (Strings{"received:new", "processing:processing", "ready_for_pickup:processing", "sent:shipped",
                       "completed:completed", "cancelled:cancelled"}));
}

TEST(Profiles, word_everything_in_four_languages) {
    for (const auto& id : catalogue().ids()) {
        const Profile& profile = shipped(id);
        std::vector<std::pair<std::string, domain::Words>> all;
        for (const auto& state : profile.states) all.emplace_back(state.id, state.label);
        for (const auto& method : profile.methods) all.emplace_back(method.id, method.label);
        for (const auto& method : profile.methods) {
            if (method.kind != domain::MethodKind::gateway && method.kind != domain::MethodKind::free) {
                all.emplace_back(method.id, method.instructions);
            }
        }
        for (const auto* labels : {&profile.payment_labels, &profile.summary_labels, &profile.action_labels}) {
            all.insert(all.end(), labels->begin(), labels->end());
        }
        for (const auto& [what, words] : all) {
            EXPECT_FALSE(words.en.empty() || words.fr.empty() || words.da.empty() || words.de.empty())
                << id << " " << what;
        }
    }
}

// X-01: telling the customer, per event and entry point.
TEST(Profiles, X01_notify_as_the_table_says) {
    struct Row {
        const char* id;
        NotifyRule payment, button, list, cancel;
    };
    using enum NotifyRule;
    for (const Row& row : {Row{"neutral", ask, ask, ask, ask}, Row{"client-gallery", ask, ask, ask, ask},
                           Row{"web-shop", always, ask, ask, ask}, Row{"swiss-shop", ask, confirm, always, always},
                           Row{"event-registration", always, always, always, always},
                           Row{"nordic-shop", order_switch, order_switch, order_switch, order_switch}}) {
        const auto& notify = shipped(row.id).notify;
        EXPECT_EQ(notify.order_placed, always) << row.id;
        EXPECT_EQ(notify.payment_change, row.payment) << row.id;
        EXPECT_EQ(notify.state_button, row.button) << row.id;
        EXPECT_EQ(notify.state_list, row.list) << row.id;
        EXPECT_EQ(notify.cancel, row.cancel) << row.id;
        EXPECT_EQ(notify.refund, row.cancel) << row.id;
        EXPECT_EQ(notify.removal, row.cancel) << row.id;
        EXPECT_EQ(notify.payment_change_confirmed_only, std::string_view(row.id) == "web-shop") << row.id;
    }
}

TEST(Profiles, X04_guard_capture_and_invoice_as_the_table_says) {
    struct Row {
        const char* id;
        domain::GuardNeed needs;
        domain::CaptureAt capture;
        domain::InvoiceAt invoice;
    };
    using domain::CaptureAt;
    using domain::GuardNeed;
    using domain::InvoiceAt;
    for (const Row& row : {Row{"neutral", GuardNeed::secured, CaptureAt::manual, InvoiceAt::manual},
                           Row{"client-gallery", GuardNeed::nothing, CaptureAt::order, InvoiceAt::manual},
                           Row{"web-shop", GuardNeed::confirmed, CaptureAt::order, InvoiceAt::manual},
                           Row{"swiss-shop", GuardNeed::paid, CaptureAt::order, InvoiceAt::dispatch},
                           Row{"event-registration", GuardNeed::nothing, CaptureAt::order, InvoiceAt::payment},
                           Row{"nordic-shop", GuardNeed::authorized, CaptureAt::manual, InvoiceAt::dispatch}}) {
        EXPECT_EQ(shipped(row.id).ship_needs, row.needs) << row.id;
        EXPECT_EQ(shipped(row.id).ship_guard, domain::GuardForce::warn) << row.id;
        EXPECT_EQ(shipped(row.id).capture_at, row.capture) << row.id;
        EXPECT_EQ(shipped(row.id).invoice_at, row.invoice) << row.id;
    }
    EXPECT_EQ(shipped("event-registration").find_method("invoice")->invoice_at, domain::InvoiceAt::order);
    EXPECT_TRUE(shipped("event-registration").pro_forma_until_payment);
    EXPECT_TRUE(shipped("swiss-shop").draft_invoice_at_order);
    EXPECT_TRUE(shipped("web-shop").invoice_digital_at_payment);
    EXPECT_TRUE(shipped("nordic-shop").warns_capture_before_dispatch);
}

TEST(Profiles, only_events_bind_units_to_refunds_and_keep_no_stock) {
    for (const auto& id : catalogue().ids()) {
        const Profile& profile = shipped(id);
        const bool is_event = id == "event-registration";
        EXPECT_EQ(profile.refund_cancels_units, is_event) << id;
        EXPECT_EQ(profile.cancel_is_final, is_event) << id;
        EXPECT_EQ(profile.uses_registration_matrix, is_event) << id;
        EXPECT_EQ(profile.refund_blocks_registration, is_event) << id;
        EXPECT_EQ(profile.tracks_stock, !is_event) << id;
        EXPECT_EQ(profile.restock_default, !is_event) << id;
        EXPECT_EQ(profile.offline_refund == domain::RefundExecution::initiated, is_event) << id;
        EXPECT_EQ(profile.restock_asks, !is_event && id != "swiss-shop") << id;
        EXPECT_EQ(profile.cancelled_words_as_owed, id == "client-gallery" || id == "web-shop") << id;
        EXPECT_EQ(profile.apply_button == domain::ApplyChange::immediate, id == "nordic-shop") << id;
        EXPECT_EQ(profile.apply_list == domain::ApplyChange::immediate, id == "nordic-shop" || id == "swiss-shop")
            << id;
        EXPECT_EQ(profile.abandoned_after_ms, 3'600'000) << id;
        EXPECT_EQ(profile.hold_period_ms, 30'000) << id;
        EXPECT_TRUE(profile.refund_closes_access) << id;
    }
}

TEST(Profiles, X13_unpaid_schedules_as_the_table_says) {
    const auto steps = [](const char* profile, const char* method) {
        std::string text;
        for (const auto& step : shipped(profile).find_method(method)->dunning) {
            text += std::to_string(step.day) + step.action + (step.automatic ? "! " : " ");
        }
        return text;
    };
    EXPECT_EQ(steps("neutral", "bank-transfer"), "7remind ");
    EXPECT_EQ(steps("web-shop", "cheque"), "5remind ");
    EXPECT_EQ(steps("swiss-shop", "prepayment"), "7remind! 14remind! 21delete ");
    EXPECT_EQ(steps("client-gallery", "cheque"), "");
    EXPECT_EQ(steps("event-registration", "invoice"), "");
    EXPECT_EQ(steps("nordic-shop", "bank-transfer"), "");
}

TEST(Profiles, W02_events_list_eight_columns_in_order) {
    EXPECT_EQ(shipped("event-registration").columns, (Strings{"number", "buyer", "summary", "quantity", "total",
                                                              "promo_code", "placed_at", "payment_method"}));
}

TEST(Profiles, P05_client_gallery_has_three_payment_words) {
    std::set<std::string> words;
    for (const auto& [id, label] : shipped("client-gallery").payment_labels) words.insert(label.en);
    EXPECT_EQ(words, (std::set<std::string>{"Paid", "Payment pending", "Refunded"}));
    EXPECT_EQ(shipped("client-gallery").payment_labels.size(), 13U);
    EXPECT_EQ(shipped("web-shop").payment_labels.at("review").fr, "Indéterminé – voir la banque");
}

TEST(Profiles, A11_swiss_removal_is_called_delete) {
    EXPECT_EQ(shipped("swiss-shop").action_labels.at("delete").fr, "Supprimer");
}

TEST(ShopSettings, none_is_the_shipped_profile_itself) {
    EXPECT_EQ(catalogue().of(shop_of("web-shop")), catalogue().shipped("web-shop"));
}

TEST(ShopSettings, every_setting_can_be_sent_back_as_it_was_read) {
    for (const auto& id : catalogue().ids()) {
        const auto settings = catalogue().settings_json(shop_of(id));
        const auto merged = catalogue().merge(shop_of(id), settings);
        ASSERT_TRUE(merged.has_value()) << id << " " << merged.error().front().field;
        EXPECT_EQ(boost::json::parse(catalogue().settings_json(shop_of(id, *merged))), boost::json::parse(settings))
            << id;
    }
}

TEST(ShopSettings, a_change_counts_and_null_takes_it_back) {
    auto shop = shop_of("swiss-shop");
    shop.settings_json = *catalogue().merge(shop, R"({"hold_period_s": 5, "notify": {"cancel": "never"}})");
    EXPECT_EQ(catalogue().of(shop)->hold_period_ms, 5'000);
    EXPECT_EQ(catalogue().of(shop)->notify.cancel, NotifyRule::never);
    EXPECT_EQ(catalogue().of(shop)->notify.state_list, NotifyRule::always);
    EXPECT_EQ(catalogue().of(shop)->id, "swiss-shop");
    shop.settings_json = *catalogue().merge(shop, R"({"hold_period_s": null})");
    EXPECT_EQ(catalogue().of(shop)->hold_period_ms, 30'000);
    EXPECT_EQ(catalogue().of(shop)->notify.cancel, NotifyRule::never);
}

TEST(ShopSettings, methods_are_switched_and_worded) {
    auto shop = shop_of("neutral");
    shop.settings_json = *catalogue().merge(shop, R"({"payment_methods": {
        "cheque": {"on": true, "instructions": {"fr": "À l’ordre de Maison."}},
        "mobile": {"kind": "gateway", "label": {"da": "MobilePay"}}}})");
    const auto profile = catalogue().of(shop);
    EXPECT_TRUE(profile->find_method("cheque")->on);
    EXPECT_EQ(profile->find_method("cheque")->instructions.fr, "À l’ordre de Maison.");
    EXPECT_FALSE(profile->find_method("cheque")->instructions.de.empty());
    EXPECT_EQ(profile->find_method("mobile")->label.in("fr"), "MobilePay") << "one language serves all";
    EXPECT_EQ(profile->methods.front().id, "card") << "the order stays";
    EXPECT_EQ(profile->methods.back().id, "mobile");
}

TEST(ShopSettings, states_are_renamed_reordered_and_added) {
    auto shop = shop_of("swiss-shop");
    shop.settings_json = *catalogue().merge(shop, R"({"states": [
        {"id": "received", "label": {"fr": "Nouvelle"}},
        {"id": "packed", "stage": "processing", "label": {"fr": "Emballée"}, "color": "#aa5500", "published": false},
        {"id": "sent"}, {"id": "cancelled"}]})");
    const auto profile = catalogue().of(shop);
    EXPECT_EQ(states_of(*profile),
              (Strings{"received:new", "packed:processing", "sent:shipped", "cancelled:cancelled"}));
    EXPECT_EQ(profile->states[0].label.fr, "Nouvelle");
    EXPECT_EQ(profile->states[0].label.de, "Eingegangen");
    EXPECT_EQ(profile->states[1].label.en, "Emballée");
    EXPECT_FALSE(profile->states[1].published);
}

TEST(ShopSettings, refuse_what_does_not_fit_and_name_the_place) {
    const auto shop = shop_of("web-shop");
    struct Row {
        const char* patch;
        const char* error;
    };
    for (const Row& row : {
             Row{"[]", "/settings wrong_type"},
             Row{R"({"colour": 1})", "/settings/colour unknown_field"},
             Row{R"({"hold_period_s": -1})", "/settings/hold_period_s out_of_range"},
             Row{R"({"hold_period_s": 3601})", "/settings/hold_period_s out_of_range"},
             Row{R"({"hold_period_s": 2.5})", "/settings/hold_period_s wrong_type"},
             Row{R"({"abandoned_after_min": 0})", "/settings/abandoned_after_min out_of_range"},
             Row{R"({"withdrawal_days": -1})", "/settings/withdrawal_days out_of_range"},
             Row{R"({"return_days": 3651})", "/settings/return_days out_of_range"},
             Row{R"({"download_limit": 10001})", "/settings/download_limit out_of_range"},
             Row{R"({"download_days": -1})", "/settings/download_days out_of_range"},
             Row{R"({"notify": {"cancel": "loud"}})", "/settings/notify/cancel unknown_value"},
             Row{R"({"notify": {"cancel": "order_switch"}})", "/settings/notify/cancel unknown_value"},
             Row{R"({"notify": {"birthday": "ask"}})", "/settings/notify/birthday unknown_field"},
             Row{R"({"offline_refund": "gateway"})", "/settings/offline_refund unknown_value"},
             Row{R"({"states": []})", "/settings/states no_new_state"},
             Row{R"({"states": [{"id": "sent", "stage": "shipped", "label": {"en": "Sent"}}]})",
                 "/settings/states no_new_state"},
             Row{R"({"states": [{"id": "received"}, {"id": "received"}]})", "/settings/states/1/id duplicate_id"},
             Row{R"({"states": [{"id": "received"}, {"id": "Ä", "stage": "new", "label": {"en": "A"}}]})",
                 "/settings/states/1/id invalid_id"},
             Row{R"({"states": [{"id": "received"}, {"id": "x", "stage": "later", "label": {"en": "A"}}]})",
                 "/settings/states/1/stage unknown_value"},
             Row{R"({"states": [{"id": "received"}, {"id": "x", "stage": "new", "label": {}}]})",
                 "/settings/states/1/label required"},
             Row{R"({"states": [{"id": "received"}, {"id": "x", "stage": "new"}]})",
                 "/settings/states/1/label required"},
             Row{R"({"states": [{"id": "received", "color": "Red!"}]})", "/settings/states/0/color invalid_color"},
             Row{R"({"states": [{"id": "received", "allowed_from": ["gone"]}]})",
                 "/settings/states/0/allowed_from/0 unknown_state"},
             Row{R"({"states": [{"stage": "new", "label": {"en": "A"}}]})", "/settings/states/0/id required"},
             Row{R"({"states": {}})", "/settings/states wrong_type"},
             Row{R"({"payment_methods": {"cheque": {"kind": "barter"}}})",
                 "/settings/payment_methods/cheque/kind unknown_value"},
             Row{R"({"payment_methods": {"x": {"on": true}}})", "/settings/payment_methods/x/kind required"},
             Row{R"({"payment_methods": {"cheque": {"dunning": [{"day": 0, "action": "remind"}]}}})",
                 "/settings/payment_methods/cheque/dunning/0/day out_of_range"},
             Row{R"({"payment_methods": {"cheque": {"dunning": [{"day": 3, "action": "sue"}]}}})",
                 "/settings/payment_methods/cheque/dunning/0/action unknown_value"},
             Row{R"({"payment_methods": {"card": {"authorization_days": 0}}})",
                 "/settings/payment_methods/card/authorization_days out_of_range"},
             Row{R"({"columns": ["number", "shoe_size"]})", "/settings/columns/1 unknown_value"},
             Row{R"({"columns": ["number", "number"]})", "/settings/columns/1 duplicate_id"},
             Row{R"({"list_shows": []})", "/settings/list_shows required"},
             Row{R"({"payment_labels": {"sad": {"en": "Sad"}}})", "/settings/payment_labels/sad unknown_field"},
             Row{R"({"summary_labels": {"complete": {"en": 3}}})", "/settings/summary_labels/complete/en wrong_type"},
         }) {
        EXPECT_EQ(first_error(shop, row.patch), row.error) << row.patch;
    }
}

TEST(ShopSettings, an_unknown_profile_is_a_fault) {
    EXPECT_THROW(catalogue().of(shop_of("other")), std::runtime_error);
}

TEST(ShopSettings, another_version_or_profile_is_never_served_from_memory) {
    auto shop = shop_of("swiss-shop", R"({"hold_period_s": 5})");
    EXPECT_EQ(catalogue().of(shop)->hold_period_ms, 5'000);
    EXPECT_EQ(catalogue().of(shop), catalogue().of(shop));
    shop.settings_json = R"({"hold_period_s": 6})";
    EXPECT_EQ(catalogue().of(shop)->hold_period_ms, 6'000);
    shop.profile_id = "nordic-shop";
    EXPECT_EQ(catalogue().of(shop)->id, "nordic-shop");
}

}  // namespace
}  // namespace commis::system
