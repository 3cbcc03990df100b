// The three marks.
#include "domain/decisions/marks.hpp"

namespace commis::domain {
namespace {

Action action_of(Mark mark) {
    switch (mark) {
        case Mark::pending:
            return Action::mark_pending;
        case Mark::failed:
            return Action::mark_failed;
        case Mark::review:
            break;
    }
    return Action::mark_review;
}

std::string word_of(Mark mark) {
    if (mark == Mark::review) return "review";
    return std::string(id_of(mark == Mark::pending ? HandMark::pending : HandMark::failed));
}

}  // namespace

Result<Decision> mark_payment(const Order& order, Mark mark, const Telling& telling, const Context& context) {
    if (const auto error = refused(action_of(mark), order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    check_text(errors, "/note", telling.note, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    Ledger& ledger = decision.order.ledger;
    ledger.flagged_for_review = mark == Mark::review;
    // Where nothing is due, the mark ends a review and says no more.
    const bool is_due = standing_of(order, context.profile).figures().due() > 0;
    if (mark == Mark::pending) ledger.mark = is_due ? HandMark::pending : HandMark::none;
    if (mark == Mark::failed) ledger.mark = HandMark::failed;
    const PaymentStatus status = standing_of(decision.order, context.profile).payment_status;
    record(decision, context, EventType::payment_marked,
           {{"mark", word_of(mark)}, {"payment_status", std::string(id_of(status))}}, telling.note);
    const NotifySettings& notify = context.profile.notify;
    decision.notify = notify.payment_change;
    // A shop that tells payments only once they are confirmed has nothing to tell of a mark.
    const auto suppression = notify.payment_change_confirmed_only
                                 ? Suppression::not_confirmed
                                 : decide_notify(decision.notify, telling.notify, order.notify_on_state);
    tell_buyer(decision, MailKind::payment_changed, suppression, context.now_ms);
    return decision;
}

}  // namespace commis::domain
