// Telling the stories: each step is a decision at its own moment; steps that lie in the future are not told.
#include "cli/demo_story.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/demo_basket.hpp"
#include "domain/decisions/abandon.hpp"
#include "domain/decisions/add_note.hpp"
#include "domain/decisions/change_state.hpp"
#include "domain/decisions/edit.hpp"
#include "domain/decisions/mark_paid.hpp"
#include "domain/decisions/requests.hpp"
#include "domain/decisions/ship.hpp"
#include "domain/rounding.hpp"

namespace commis::cli {
namespace {

using domain::AttemptStatus;
using domain::MethodKind;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr std::int64_t recent_ms = 3 * hour_ms;

class Teller {
public:
    Teller(const Stage& stage, Random& random, std::int64_t placed_at_ms)
        : stage_(stage), random_(random), at_ms_(placed_at_ms) {}

    std::optional<domain::Decision> tell(Story story);
    std::optional<domain::Decision> ask_back(domain::Decision told, bool is_approved);

private:
    domain::Context context(domain::Actor actor) const {
        return {.profile = stage_.profile,
                .staff = domain::staff_of(stage_.shop),
                .now_ms = at_ms_,
                .actor = std::move(actor),
                .new_id = stage_.new_id,
                .new_token = stage_.new_token};
    }
    domain::Actor somebody() { return {domain::ActorKind::operator_, "", random_.pick(stage_.sample.staff)}; }

    bool place(domain::PlaceOrder order, MethodKind kind, std::optional<AttemptStatus> status);
    void keep(domain::Result<domain::Decision> decision);
    // Moves the clock on; false when that would be tomorrow's story.
    bool wait(std::int64_t low_ms, std::int64_t high_ms);
    void work_through(std::size_t steps_max);
    void go_to(domain::Stage stage);
    void mark_paid(std::int64_t tenths);
    void add_asides();
    std::string choose_method(MethodKind kind);
    void follow(Story story);
    void ship_what_is_done();

    const Stage& stage_;
    Random& random_;
    std::int64_t at_ms_;
    domain::Decision told_;
    bool is_over_ = false;
    std::int64_t authorized_until_ms_ = 0;
};

std::string Teller::choose_method(MethodKind kind) {
    std::vector<std::string> fitting;
    for (const std::string& id : stage_.sample.methods) {
        const domain::PaymentMethod* method = stage_.profile.find_method(id);
        if (method != nullptr && method->on && method->kind == kind) fitting.push_back(id);
    }
    if (kind == MethodKind::free) return "free";
    return fitting.empty() ? std::string{} : random_.pick(fitting);
}

bool Teller::place(domain::PlaceOrder order, MethodKind kind, std::optional<AttemptStatus> status) {
    order.payment_method = choose_method(kind);
    if (order.payment_method.empty()) return false;
    order.placed_at_ms = at_ms_;
    if (status) {
        domain::PlacePayment payment;
        payment.method = order.payment_method;
        payment.provider = "sandbox";
        payment.reference = "sandbox_ok_" + stage_.new_id();
        payment.status = *status;
        if (*status == AttemptStatus::authorized) payment.expires_at_ms = authorized_until_ms_;
        order.payments.push_back(std::move(payment));
    }
    const domain::PlaceRules rules{stage_.shop.language, [](std::string_view) { return true; }, true};
    auto placed = domain::place(order, stage_.shop.id, rules, context({domain::ActorKind::token, "", "Storefront"}));
    if (!placed) return false;
    keep(std::move(placed));
    return true;
}

void Teller::keep(domain::Result<domain::Decision> decision) {
    if (!decision) return;  // The shop's rules do not allow this step: the story goes on without it.
    for (domain::MailIntent& mail : decision->mails) {
        const bool is_past = at_ms_ < stage_.now_ms - recent_ms;
        if (is_past && mail.suppressed == domain::Suppression::none) mail.suppressed = domain::Suppression::demo;
        told_.mails.push_back(std::move(mail));
    }
    std::ranges::move(decision->events, std::back_inserter(told_.events));
    told_.order = std::move(decision->order);
}

bool Teller::wait(std::int64_t low_ms, std::int64_t high_ms) {
    const std::int64_t next_ms = at_ms_ + random_.between(low_ms, high_ms);
    is_over_ = is_over_ || next_ms >= stage_.now_ms;
    if (!is_over_) at_ms_ = next_ms;
    return !is_over_;
}

// One state after the other in the shop's own order, leaving out what does not fit the way it travels.
void Teller::work_through(std::size_t steps_max) {
    std::size_t steps = 0;
    for (const domain::State& state : stage_.profile.states) {
        using enum domain::Stage;
        const bool leaves_shop = state.stage == shipped;
        const bool waits_in_shop = state.id == "ready_for_pickup";
        if (state.initial_only || state.id == told_.order.state || state.stage == new_) continue;
        if (state.stage == on_hold || state.stage == cancelled) continue;
        if (told_.order.shipping.pickup ? leaves_shop : waits_in_shop) continue;
        if (steps++ == steps_max || !wait(3 * hour_ms, 40 * hour_ms)) return;
        domain::ChangeState command;
        command.state = state.id;
        if (leaves_shop)
            command.tracking = {"Post", "SB" + std::to_string(random_.between(10'000'000, 99'999'999)), ""};
        if (random_.one_in(3)) command.telling.notify = true;
        keep(domain::change_state(told_.order, command, context(somebody())));
    }
}

void Teller::go_to(domain::Stage stage) {
    const domain::State* state = stage_.profile.first_of(stage);
    if (state == nullptr || !wait(2 * hour_ms, 30 * hour_ms)) return;
    domain::ChangeState command;
    command.state = state->id;
    if (stage == domain::Stage::on_hold && !stage_.sample.hold_reasons.empty()) {
        command.reason = random_.pick(stage_.sample.hold_reasons);
    }
    keep(domain::change_state(told_.order, command, context(somebody())));
}

void Teller::mark_paid(std::int64_t tenths) {
    if (!wait(20 * hour_ms, 6 * day_ms)) return;
    const std::int64_t due_minor = domain::standing_of(told_.order, stage_.profile).figures().due();
    domain::MarkPaid command;
    if (tenths < 10) command.amount_minor = std::max<std::int64_t>(1, domain::share_of_units(due_minor, 0, tenths, 10));
    command.reference = told_.order.payment_method == "cheque"
                            ? "No. " + std::to_string(random_.between(1'000'000, 9'999'999))
                            : "Statement " + std::to_string(random_.between(40, 260));
    keep(domain::mark_paid(told_.order, command, context(somebody())));
}

void Teller::add_asides() {
    if (told_.order.draft || is_over_) return;
    if (random_.one_in(6) && wait(30 * minute_ms, 5 * hour_ms)) {
        keep(domain::add_note(told_.order, {random_.pick(stage_.sample.staff_notes), false}, context(somebody())));
    }
    if (!random_.one_in(7) || !wait(10 * minute_ms, 3 * hour_ms)) return;
    domain::EditOrder command;
    command.assignee = random_.pick(stage_.sample.staff);
    if (random_.one_in(2)) command.tags = std::vector<std::string>{random_.one_in(2) ? "gift" : "call back"};
    keep(domain::edit_order(told_.order, command, context(somebody())));
}

void Teller::follow(Story story) {
    using enum Story;
    if (story == abandoned && wait(stage_.profile.abandoned_after_ms, stage_.profile.abandoned_after_ms + hour_ms)) {
        keep(domain::abandon(told_.order, context({domain::ActorKind::system, "", "timer"})));
    }
    if (story == partly_paid) mark_paid(random_.between(3, 7));
    if (story == on_hold) go_to(domain::Stage::on_hold);
    if (story == cancelled_paid || story == cancelled_unpaid) go_to(domain::Stage::cancelled);
    if (story == in_work || story == authorized_expiring) work_through(1);
    const bool is_offline = domain::standing_of(told_.order, stage_.profile).method_kind == MethodKind::offline;
    const bool is_counter = domain::standing_of(told_.order, stage_.profile).method_kind == MethodKind::on_delivery;
    if (story == free) work_through(10);
    if (story == on_the_way || story == done) {
        if (is_offline) mark_paid(10);
        work_through(story == done ? 10 : 2);
        if (is_counter && story == done) mark_paid(10);
    }
}

std::optional<domain::Decision> Teller::tell(Story story) {
    using enum Story;
    const bool is_free = story == free;
    const auto basket = [&](bool pickup) { return make_basket(stage_, random_, is_free, pickup); };
    bool is_placed = false;
    authorized_until_ms_ = story == authorized_expiring ? stage_.now_ms + 20 * hour_ms : at_ms_ + 7 * day_ms;
    const bool by_card = story == awaiting || story == abandoned || story == card_failed || story == just_paid ||
                         story == authorized || story == authorized_expiring || story == cancelled_paid;
    const bool by_hand = story == pending || story == pending_long || story == partly_paid || story == cancelled_unpaid;
    if (is_free) is_placed = place(basket(false), MethodKind::free, std::nullopt);
    if (story == draft) {
        domain::PlaceOrder order = basket(false);
        order.draft = true;
        is_placed =
            place(std::move(order), random_.one_in(2) ? MethodKind::offline : MethodKind::gateway, std::nullopt);
    }
    if (by_card) {
        AttemptStatus status = AttemptStatus::captured;
        if (story == awaiting || story == abandoned) status = AttemptStatus::initiated;
        if (story == card_failed) status = AttemptStatus::failed;
        if (story == authorized || story == authorized_expiring) status = AttemptStatus::authorized;
        is_placed = place(basket(false), MethodKind::gateway, status);
    }
    if (by_hand) is_placed = place(basket(false), MethodKind::offline, std::nullopt);
    if (story == on_delivery) is_placed = place(basket(true), MethodKind::on_delivery, std::nullopt);
    if (!is_placed) {
        const bool at_counter = random_.one_in(8) && place(basket(true), MethodKind::on_delivery, std::nullopt);
        const bool offline =
            !at_counter && random_.one_in(3) && place(basket(false), MethodKind::offline, std::nullopt);
        const bool card = !at_counter && !offline && place(basket(false), MethodKind::gateway, AttemptStatus::captured);
        if (!at_counter && !offline && !card) return std::nullopt;
    }
    add_asides();
    follow(story);
    return std::move(told_);
}

// Where no state says that parcels left, what is done left all the same.
void Teller::ship_what_is_done() {
    const domain::State* state = stage_.profile.find_state(told_.order.state);
    const bool is_done = state != nullptr && state->stage == domain::Stage::completed;
    const std::int64_t asked_at_ms = at_ms_;
    at_ms_ -= 5 * day_ms;
    if (is_done && told_.order.updated_at_ms < at_ms_) keep(domain::ship(told_.order, {}, context(somebody())));
    at_ms_ = asked_at_ms;
}

std::optional<domain::Decision> Teller::ask_back(domain::Decision told, bool is_approved) {
    told_ = std::move(told);
    ship_what_is_done();
    const auto line = std::ranges::find_if(
        told_.order.lines, [](const domain::Line& each) { return each.returnable() > 0 && each.active() > 0; });
    if (line == told_.order.lines.end() || told_.order.updated_at_ms >= at_ms_) return std::nullopt;
    domain::RequestPart part{.line_id = line->id, .quantity = 1, .reason = domain::ReturnReason::too_small};
    if (is_approved) part.reason = domain::ReturnReason::damaged;
    part.wants_exchange = is_approved;
    domain::RegisterRequest command{.kind = domain::RequestKind::return_, .parts = {part}};
    const std::vector<std::string>& notes = stage_.sample.return_notes;
    if (!notes.empty()) command.note = is_approved ? notes.front() : notes.back();
    auto asked =
        domain::register_request(told_.order, command, context({domain::ActorKind::buyer, "", told_.order.buyer.name}));
    if (!asked) return std::nullopt;
    keep(std::move(asked));
    at_ms_ += 3 * hour_ms;
    if (is_approved) keep(domain::approve_request(told_.order, {}, context(somebody())));
    return std::move(told_);
}

}  // namespace

std::optional<domain::Decision> ask_back(domain::Decision told, bool is_approved, const Stage& stage, Random& random) {
    return Teller(stage, random, stage.now_ms - 28 * hour_ms).ask_back(std::move(told), is_approved);
}

std::optional<domain::Decision> tell(Story story, std::int64_t placed_at_ms, const Stage& stage, Random& random) {
    return Teller(stage, random, placed_at_ms).tell(story);
}

}  // namespace commis::cli
