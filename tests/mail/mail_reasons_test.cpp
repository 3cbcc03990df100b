// Nothing is silent (X-01): of every event and every profile each recipient has exactly one row, which leaves or says
// why not. The rules stand here once more, as profiles.md has them.
#include <gtest/gtest.h>

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include "features/orders/bulk.hpp"
#include "mail/mail_table.hpp"

namespace commis::tests {
namespace {

using domain::EntryPoint;
using domain::MailKind;

// What comes of a rule when nobody says anything, when somebody asks for the mail, and when somebody declines it.
const std::map<std::string_view, std::array<std::string_view, 3>> outcomes{
    {"ask", {"not_asked", "queued", "not_asked"}},
    {"confirm", {"queued", "queued", "declined"}},
    {"always", {"queued", "queued", "queued"}},
    {"switched-on", {"queued", "queued", "queued"}},
    {"switched-off", {"order_switch_off", "order_switch_off", "order_switch_off"}},
};
constexpr std::array<std::string_view, 3> wishes{"", R"("notify": true)", R"("notify": false)"};

struct Rules {
    std::string_view profile, paid, state_button, state_list, cancel, refund, removal;
};
constexpr std::array<Rules, 6> rules{{
    {"neutral", "ask", "ask", "ask", "ask", "ask", "ask"},
    {"client-gallery", "ask", "ask", "ask", "ask", "ask", "ask"},
    {"web-shop", "always", "ask", "ask", "ask", "ask", "ask"},
    {"swiss-shop", "ask", "confirm", "always", "always", "always", "always"},
    {"event-registration", "always", "always", "always", "always", "always", "always"},
    {"nordic-shop", "switched", "switched", "switched", "switched", "switched", "switched"},
}};

class MailReasons : public MailTable, public testing::WithParamInterface<Rules> {
protected:
    void SetUp() override { open_shop(GetParam().profile, "en"); }

    domain::PlaceOrder usual(bool switched_on = true) const {
        auto order = basket(profile_ == "event-registration" ? "cheque" : method_of(domain::MethodKind::offline));
        order.notify_on_state = switched_on;
        return order;
    }

    static std::string fate(const ports::MailRow& mail) {
        const bool waits = mail.status == ports::MailStatus::queued;
        return std::string{waits ? "queued" : domain::id_of(mail.reason)};
    }

    // The rows of what happened last, or of the last event that such a mail tells of, once it is sure that nobody has
    // two of them.
    std::vector<ports::MailRow> newest(const domain::Order& order, std::optional<MailKind> kind = {}) {
        auto rows = mails_of(order);
        std::int64_t last = 0;
        for (const auto& row : rows) {
            if (!kind || row.kind == *kind) last = std::max(last, row.event_sequence);
        }
        std::erase_if(rows, [&](const auto& row) { return row.event_sequence != last; });
        std::set<std::pair<MailKind, std::string>> seen;
        for (const auto& row : rows) EXPECT_TRUE(seen.emplace(row.kind, row.recipient).second) << row.recipient;
        return rows;
    }

    // What became of the buyer's mail; a copy stands beside it exactly when it leaves.
    std::string told(const domain::Order& order, MailKind kind) {
        const auto rows = newest(order, kind);
        const auto buyer =
            std::ranges::find_if(rows, [](const auto& row) { return row.recipient == "buyer@example.org"; });
        if (buyer == rows.end()) return "no row";
        EXPECT_EQ(buyer->kind, kind);
        EXPECT_EQ(rows.size(), fate(*buyer) == "queued" ? 2U : 1U);
        return fate(*buyer);
    }

    static std::string body(std::string_view members, std::string_view wish) {
        return fmt::format("{{{}{}{}}}", members, members.empty() || wish.empty() ? "" : ", ", wish);
    }

    std::string state_id(domain::Stage stage) const {
        const auto profile = services_.profiles.of(shop_);
        const auto at = std::ranges::find_if(
            profile->states, [&](const auto& state) { return state.stage == stage && state.published; });
        return at == profile->states.end() ? std::string{} : at->id;
    }
    std::string to_processing() const { return fmt::format(R"("state": "{}")", state_id(domain::Stage::processing)); }

    void check_rules(bool switched_on);
};

void MailReasons::check_rules(bool switched_on) {
    const auto named = [&](std::string_view rule) {
        return rule != "switched" ? rule : switched_on ? "switched-on" : "switched-off";
    };
    for (std::size_t wish = 0; wish < wishes.size(); ++wish) {
        SCOPED_TRACE(fmt::format("{} wish {} switch {}", profile_, wishes[wish], switched_on));
        const auto expected = [&](std::string_view rule) { return outcomes.at(named(rule))[wish]; };
        const auto after = [&](std::string_view action, std::string_view members, MailKind kind,
                               EntryPoint entry = EntryPoint::button, bool paid = false) {
            const auto order = place(usual(switched_on));
            if (paid) act(order, "mark-paid", R"({"notify": false})");
            act(order, action, body(members, wishes[wish]), entry);
            return told(order, kind);
        };
        EXPECT_EQ(after("mark-paid", "", MailKind::payment_changed), expected(GetParam().paid));
        EXPECT_EQ(after("change-state", to_processing(), MailKind::state_changed), expected(GetParam().state_button));
        EXPECT_EQ(after("change-state", to_processing(), MailKind::state_changed, EntryPoint::list),
                  expected(GetParam().state_list));
        EXPECT_EQ(after("change-state", to_processing(), MailKind::state_changed, EntryPoint::bulk),
                  expected(GetParam().state_list));
        EXPECT_EQ(after("cancel", "", MailKind::order_cancelled), expected(GetParam().cancel));
        EXPECT_EQ(after("delete", "", MailKind::order_removed), expected(GetParam().removal));
        const bool is_promised = profile_ == "event-registration";
        EXPECT_EQ(after("refund", R"("amount": 100)", is_promised ? MailKind::refund_promised : MailKind::refund_made,
                        EntryPoint::button, true),
                  expected(GetParam().refund));
    }
}

TEST_P(MailReasons, X01_every_wish_meets_the_rule_of_its_profile) {
    check_rules(true);
    check_rules(false);
}

TEST_P(MailReasons, O23_a_new_order_has_a_row_for_the_buyer_and_for_each_of_the_staff) {
    const auto rows = newest(place(usual()));
    std::map<std::string, std::string> fates;
    for (const auto& row : rows) fates[row.recipient + " " + std::string{domain::id_of(row.kind)}] = fate(row);
    EXPECT_EQ(fates.at("buyer@example.org order_placed"), "queued");
    EXPECT_EQ(fates.at("desk@staff.example order_placed_operator"), "queued");
    EXPECT_TRUE(std::ranges::all_of(fates, [](const auto& each) { return each.second == "queued"; }));
}

TEST_P(MailReasons, O24_nobody_to_write_to_is_on_record) {
    shop_.operator_addresses.clear();
    shop_.staff_rules.clear();
    for (const auto& row : mails_of(place(usual()))) {
        const bool is_of_staff = row.kind == MailKind::order_placed_operator;
        EXPECT_EQ(fate(row), is_of_staff ? "no_address" : "queued");
    }
    // Only orders of another program may come without an address.
    auto wanted = usual();
    wanted.imported = true;
    wanted.buyer.email.clear();
    const auto order = place(wanted);
    act(order, "mark-paid", R"({"notify": true})");
    const auto rows = newest(order);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(fate(rows.front()), "no_address");
}

TEST_P(MailReasons, an_import_tells_nobody) {
    auto wanted = usual();
    wanted.imported = true;
    const auto rows = mails_of(place(wanted));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(fate(rows.front()), "imported");
}

TEST_P(MailReasons, D10_what_is_taken_back_while_its_mail_is_held_is_undone) {
    const auto order = place(usual());
    act(order, "change-state", body(to_processing(), R"("notify": true)"));
    EXPECT_EQ(told(order, MailKind::state_changed), "queued");
    act(order, "undo", "{}");
    const auto rows = mails_of(order);
    const auto of_change = [](const auto& row) { return row.kind == MailKind::state_changed; };
    EXPECT_EQ(std::ranges::count_if(rows, of_change), 2) << "the buyer's and its copy";
    for (const auto& row : rows | std::views::filter(of_change)) EXPECT_EQ(fate(row), "undone") << row.recipient;
}

TEST_P(MailReasons, a_shop_that_never_tells_says_so) {
    shops::ShopChange wanted;
    wanted.settings_patch_json = R"({"notify": {"cancel": "never"}})";
    write([&](ports::UnitOfWork& work) { shop_ = shops::update(work, services_, caller_, shop_.id, wanted).value(); });
    const auto order = place(usual());
    act(order, "cancel", R"({"notify": true})");
    EXPECT_EQ(told(order, MailKind::order_cancelled), "rule_never");
}

TEST_P(MailReasons, W24_what_is_left_out_or_too_much_writes_no_row) {
    const auto order = place(usual());
    const auto before = mails_of(order).size();
    const auto resend = [&] { act(order, "resend-confirmation", "{}", EntryPoint::bulk); };
    if (profile_ == "event-registration") {
        EXPECT_THROW(resend(), std::runtime_error) << "an unpaid registration is left out of many";
        EXPECT_EQ(mails_of(order).size(), before);
        act(order, "mark-paid", R"({"notify": false})");
    }
    resend();
    EXPECT_EQ(told(order, MailKind::order_placed), "queued");
    EXPECT_FALSE(orders::check_bulk(domain::Action::resend_confirmation, 101));
}

INSTANTIATE_TEST_SUITE_P(Profiles, MailReasons, testing::ValuesIn(rules), [](const auto& parameters) {
    std::string name{parameters.param.profile};
    std::ranges::replace(name, '-', '_');
    return name;
});

// Addresses are checked at the door; one that got in before there was a rule is still not written to.
TEST_P(MailReasons, an_address_that_is_none_is_not_written_to) {
    domain::Decision decision{.order = place(usual())};
    decision.order.buyer.email = "no address";
    domain::tell_buyer(decision, MailKind::order_sent, domain::Suppression::none, 0);
    ASSERT_EQ(decision.mails.size(), 1U);
    EXPECT_EQ(domain::id_of(decision.mails.front().suppressed), "invalid_address");
}

class WebShopReasons : public MailTable {};

TEST_F(WebShopReasons, O22_an_internal_state_and_a_payment_that_is_not_confirmed_are_not_told) {
    open_shop("web-shop", "en");
    const auto order = place(basket("cheque"));
    const auto reason = [&] { return mails_of(order).front().reason; };
    act(order, "mark-paid", R"({"amount": 100, "notify": true})");
    EXPECT_EQ(reason(), domain::Suppression::not_confirmed);
    act(order, "change-state", R"({"state": "in_dispute", "reason": "broken", "notify": true})");
    EXPECT_EQ(reason(), domain::Suppression::state_unpublished);
}

}  // namespace
}  // namespace commis::tests
