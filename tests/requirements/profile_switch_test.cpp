// A profile words and rules, it never remembers: two hundred orders with a past are shown in all six profiles, and
// what is stored is the same before and after.
#include <gtest/gtest.h>

#include <random>

#include "domain/amounts.hpp"
#include "domain/unit_actions.hpp"
#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

constexpr std::array<const char*, 6> profiles{"client-gallery",     "web-shop",    "swiss-shop",
                                              "event-registration", "nordic-shop", "neutral"};

using Dice = std::mt19937_64;

PlaceOrder random_order(Dice& dice) {
    static const std::vector<std::string> methods{"card", "bank-transfer", "cash-on-pickup"};
    PlaceOrder command = goods(methods[dice() % methods.size()]);
    command.lines[0].quantity = static_cast<std::int64_t>(1 + dice() % 4);
    command.lines[0].tax_rate = "20";
    if (dice() % 2 == 0) command.lines.push_back(event_tickets(2, "card").lines[0]);
    if (dice() % 3 == 0) command.shipping = {"parcel", "Post", 690, "20", false};
    if (command.payment_method != "card") return command;
    static const std::vector<AttemptStatus> attempts{AttemptStatus::initiated, AttemptStatus::authorized,
                                                     AttemptStatus::captured, AttemptStatus::failed};
    return with_attempt(command, attempts[dice() % attempts.size()], sample::now_ms + 5 * day_ms);
}

// Whatever comes; what is refused is no harm.
void random_step(World& world, Dice& dice, const std::string& id) {
    const Order order = world.order(id);
    const std::string line = order.lines[0].id;
    const std::vector<std::pair<Action, std::string>> steps{
        {Action::mark_paid, "{}"},
        {Action::mark_paid, R"({"amount": 300})"},
        {Action::mark_failed, "{}"},
        {Action::mark_review, "{}"},
        {Action::change_state, R"({"state": "on_hold"})"},
        {Action::change_state, R"({"state": "completed"})"},
        {Action::cancel, R"({"lines": [{"line": ")" + line + R"(", "quantity": 1}]})"},
        {Action::cancel, "{}"},
        {Action::refund, R"({"amount": 150})"},
        {Action::mark_refunded, "{}"},
        {Action::ship, "{}"},
        {Action::invoice, "{}"},
        {Action::credit, "{}"},
        {Action::reopen, "{}"},
        {Action::delete_, "{}"},
    };
    const auto& [action, body] = steps[dice() % steps.size()];
    world.bulk(action, body, id);
    world.clock.at_ms += minute_ms;
}

struct Stored {
    std::vector<Order> orders;
    std::vector<Event> events;
    std::vector<std::string> mails;
    friend bool operator==(const Stored&, const Stored&) = default;
};

Stored stored(World& world, const std::vector<std::string>& ids) {
    Stored all;
    for (const std::string& id : ids) {
        all.orders.push_back(world.order(id));
        for (const auto& entry : world.timeline(id)) all.events.push_back(entry.event);
        for (const ports::MailRow& mail : world.mails(id)) {
            all.mails.push_back(mail.id + std::string(id_of(mail.status)) + std::string(id_of(mail.reason)));
        }
    }
    return all;
}

// Everything that a screen asks of an order, as one text.
std::string shown(World& world, const Order& order) {
    const Profile& profile = *world.profile();
    const Standing standing = standing_of(order, profile, world.clock.at_ms);
    const Projection projection = projection_of(order, profile, orders::calendar_of(world.services, world.shop));
    std::string text = std::string(id_of(projection.worded_status)) + " " + std::string(id_of(projection.summary)) +
                       " " + std::string(id_of(projection.step)) + " " + std::string(id_of(projection.queue));
    for (int action = 0; action < action_count; ++action) {
        text += ask(static_cast<Action>(action), standing).allowed ? '1' : '0';
    }
    for (const StateChoice& choice : state_choices(order, profile)) text += choice.state->id;
    for (const Line& line : order.lines) {
        for (const TicketUnit& unit : line.units) {
            for (const auto& answer : unit_actions(unit, standing, Rights::all())) text += answer.allowed ? '1' : '0';
        }
    }
    for (const std::string_view name : amount_names()) {
        const auto amount = explain(order, name);
        std::int64_t sum_minor = 0;
        for (const AmountRow& row : amount->rows) sum_minor += row.amount_minor;
        EXPECT_EQ(sum_minor, amount->amount_minor) << order.number << " " << name;
        text += " " + std::to_string(amount->amount_minor);
    }
    const Context context = orders::context_for(world.services, world.shop, profile, world.caller);
    return text + std::string(id_of(due_now(order, context)));
}

void show_in_all_profiles(test::StorageKind kind, int count) {
    World world("neutral", kind);
    Dice dice(20'261'122);
    std::vector<std::string> ids;
    for (int i = 0; i < count; ++i) {
        ids.push_back(world.place(random_order(dice)).id);
        for (auto steps = dice() % 6; steps > 0; --steps) random_step(world, dice, ids.back());
    }
    const Stored before = stored(world, ids);
    std::vector<std::string> first;
    for (const Order& order : before.orders) first.push_back(shown(world, order));
    std::set<std::string> different;
    for (const char* profile : profiles) {
        world.switch_profile(profile);
        std::string all;
        for (const Order& order : before.orders) all += shown(world, order);
        different.insert(all);
        EXPECT_TRUE(stored(world, ids) == before) << profile << " has changed a fact";
    }
    EXPECT_EQ(different.size(), profiles.size()) << "each profile shows the same facts in its own way";
    for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(shown(world, before.orders[i]), first[i]) << "and back";
}

TEST(ProfileSwitch, X02_two_hundred_orders_in_six_profiles_change_no_fact) {
    show_in_all_profiles(test::StorageKind::fake, 200);
}

TEST(ProfileSwitch, X02_nor_on_sqlite) { show_in_all_profiles(test::StorageKind::sqlite, 200); }

}  // namespace
}  // namespace commis::domain::requirements
