// The ordered table of next steps. Money that is owed back comes before goods that are owed out.
#include "domain/next_step.hpp"

#include <algorithm>
#include <array>

namespace commis::domain {
namespace {

using enum PaymentStatus;

constexpr std::array<std::string_view, step_count> step_ids{
    "none",
    "finish_draft",
    "check_provider",
    "settle_promised_refund",
    "give_back",
    "resolve_hold",
    "do_not_ship",
    "send_payment_link",
    "collect_rest",
    "wait_for_payment",
    "ship_before_expiry",
    "collect_on_pickup",
    "ship",
    "capture",
    "finish",
    "remind",
    "remove_unpaid",
    "answer_chargeback",
    "retry_refund",
    "answer_request",
    "settle_return",
};
constexpr std::array<std::string_view, queue_count> queue_ids{
    "none",       "drafts",  "to_check",   "to_refund", "on_hold",
    "to_collect", "to_ship", "to_capture", "to_finish", "to_answer",
};

bool is_draft(const Standing& s) { return s.draft; }
bool is_unclear(const Standing& s) { return s.payment_status == review; }
bool is_charged_back(const Standing& s) { return s.payment.chargeback_undecided; }
bool has_failed_refund(const Standing& s) { return s.failed_refunds_minor > 0; }
bool has_promise(const Standing& s) { return s.has_promised_refund; }
bool is_asked(const Standing& s) { return s.has_open_request; }
bool has_goods_back(const Standing& s) { return s.has_received_return; }
bool owes_back(const Standing& s) { return s.figures().owed_back() > 0; }
// A payment page that is still open, or was left: nothing to do until the provider speaks (O-28, A-07).
bool is_in_the_air(const Standing& s) { return s.abandoned || s.payment_status == awaiting; }
bool is_over(const Standing& s) { return s.units.total > 0 && s.units.active == 0 && s.figures().due() == 0; }
bool is_on_hold(const Standing& s) { return s.stage == Stage::on_hold; }
bool is_refused(const Standing& s) { return s.payment_status == failed; }
// The goods are gone and the card did not pay for them: another way to pay is asked for.
bool is_refused_late(const Standing& s) { return is_refused(s) && s.units.shipped > 0 && s.figures().due() > 0; }
bool lost_authorization(const Standing& s) {
    return s.figures().due() > 0 && (s.payment_status == authorization_expired || s.payment_status == voided);
}
bool lacks_rest(const Standing& s) { return s.payment_status == partially_paid && s.authorized_minor == 0; }
bool lacks_rest_of_card(const Standing& s) { return lacks_rest(s) && s.method_kind == MethodKind::gateway; }
bool should_be_removed(const Standing& s) { return s.task == Task::remove && s.figures().due() > 0; }
bool should_be_reminded(const Standing& s) { return s.task == Task::remind && s.figures().due() > 0; }
bool lacks_payment(const Standing& s) { return s.payment_status == pending && s.figures().due() > 0; }
bool can_ship(const Standing& s) {
    return s.units.to_ship > 0 && s.stage != Stage::completed && s.stage != Stage::cancelled &&
           s.stage != Stage::shipped;
}
bool ships_before_expiry(const Standing& s) { return can_ship(s) && s.authorization_expires_at_ms.has_value(); }
bool is_picked_up(const Standing& s) { return can_ship(s) && s.pickup; }
bool is_reserved(const Standing& s) { return s.authorized_minor > 0 && s.figures().due() > 0; }
bool lacks_cash(const Standing& s) { return s.payment_status == on_delivery && s.figures().due() > 0; }
bool can_finish(const Standing& s) {
    return s.stage == Stage::shipped && s.has_completed_state && s.figures().due() == 0;
}
bool otherwise(const Standing&) { return true; }

}  // namespace

std::string_view id_of(Step step) { return step_ids[static_cast<std::size_t>(step)]; }
std::string_view id_of(Queue queue) { return queue_ids[static_cast<std::size_t>(queue)]; }

std::optional<Queue> find_queue(std::string_view id) {
    const auto at = std::ranges::find(queue_ids, id);
    if (at == queue_ids.end()) return std::nullopt;
    return static_cast<Queue>(at - queue_ids.begin());
}

std::optional<Action> action_of(Step step) {
    switch (step) {
        case Step::finish_draft:
            return Action::place;
        case Step::check_provider:
            return Action::check_payment;
        case Step::settle_promised_refund:
            return Action::mark_refunded;
        case Step::give_back:
            return Action::refund;
        case Step::resolve_hold:
        case Step::finish:
            return Action::change_state;
        case Step::send_payment_link:
            return Action::send_payment_link;
        case Step::collect_rest:
        case Step::wait_for_payment:
            return Action::mark_paid;
        case Step::ship_before_expiry:
        case Step::ship:
            return Action::ship;
        case Step::collect_on_pickup:
            return Action::hand_out;
        case Step::capture:
            return Action::capture;
        case Step::remind:
            return Action::remind;
        case Step::remove_unpaid:
            return Action::delete_;
        case Step::answer_chargeback:
            return Action::decide_chargeback;
        case Step::retry_refund:
            return Action::retry_refund;
        case Step::answer_request:
            return Action::approve_request;
        case Step::settle_return:
            return Action::refund;
        case Step::none:
        case Step::do_not_ship:
            break;
    }
    return std::nullopt;
}

const std::vector<StepRow>& step_rows() {
    // clang-format off
    static const std::vector<StepRow> rows{
        {Step::finish_draft,           Queue::drafts,     is_draft,            "not placed yet"},
        {Step::answer_chargeback,      Queue::to_check,   is_charged_back,     "a chargeback waits for its answer"},
        {Step::check_provider,         Queue::to_check,   is_unclear,          "the payment's outcome is unclear"},
        {Step::retry_refund,           Queue::to_refund,  has_failed_refund,   "the service refused a refund"},
        {Step::answer_request,         Queue::to_answer,  is_asked,            "a buyer waits for an answer"},
        {Step::settle_return,          Queue::to_refund,  has_goods_back,      "goods came back, not settled yet"},
        {Step::settle_promised_refund, Queue::to_refund,  has_promise,         "a promised refund is still to do"},
        {Step::give_back,              Queue::to_refund,  owes_back,           "more is held than is owed"},
        {Step::none,                   Queue::none,       is_in_the_air,       "the payment page is open or was left"},
        {Step::none,                   Queue::none,       is_over,             "no unit is live and nothing is due"},
        {Step::resolve_hold,           Queue::on_hold,    is_on_hold,          "the order waits on hold"},
        {Step::send_payment_link,      Queue::to_collect, is_refused_late,     "sent, and the payment was refused"},
        {Step::do_not_ship,            Queue::none,       is_refused,          "the payment was refused"},
        {Step::send_payment_link,      Queue::to_collect, lost_authorization,  "authorisation gone, money is due"},
        {Step::send_payment_link,      Queue::to_collect, lacks_rest_of_card,  "part is missing, no card holds it"},
        {Step::collect_rest,           Queue::to_collect, lacks_rest,          "part of the money is missing"},
        {Step::remove_unpaid,          Queue::to_collect, should_be_removed,   "unpaid beyond the schedule's last day"},
        {Step::remind,                 Queue::to_collect, should_be_reminded,  "the schedule asks for a reminder"},
        {Step::wait_for_payment,       Queue::to_collect, lacks_payment,       "the money is to come"},
        {Step::ship_before_expiry,     Queue::to_ship,    ships_before_expiry, "to send, card reserved until a date"},
        {Step::collect_on_pickup,      Queue::to_ship,    is_picked_up,        "goods to hand over at pick-up"},
        {Step::ship,                   Queue::to_ship,    can_ship,            "goods to send"},
        {Step::capture,                Queue::to_capture, is_reserved,         "all sent, money only reserved"},
        {Step::collect_rest,           Queue::to_collect, lacks_cash,          "sent, and the cash is still to come"},
        {Step::finish,                 Queue::to_finish,  can_finish,          "sent and paid"},
        {Step::none,                   Queue::none,       otherwise,           "nothing is left to do"},
    };
    // clang-format on
    return rows;
}

NextStep next_step(const Standing& standing) {
    const auto& rows = step_rows();
    const auto row = std::ranges::find_if(rows, [&](const StepRow& each) { return each.holds(standing); });
    NextStep next{row->step, row->queue, 0, std::nullopt};
    switch (row->step) {
        case Step::give_back:
            next.amount_minor = standing.figures().owed_back();
            break;
        case Step::settle_promised_refund:
            next.amount_minor = standing.figures().refunds_open_minor;
            break;
        case Step::answer_chargeback:
            next.amount_minor = standing.charged_back_minor;
            next.until_ms = standing.chargeback_answer_by_ms;
            break;
        case Step::retry_refund:
            next.amount_minor = standing.failed_refunds_minor;
            break;
        case Step::ship_before_expiry:
            next.until_ms = standing.authorization_expires_at_ms;
            break;
        default:
            next.amount_minor = standing.figures().due();
            break;
    }
    return next;
}

}  // namespace commis::domain
