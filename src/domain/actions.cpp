// The action table. Permissions come from facts and rights, never from a status label.
#include "domain/actions.hpp"

#include <algorithm>
#include <array>

#include "domain/action_rows.hpp"

namespace commis::domain {
namespace {

struct ActionName {
    std::string_view id;
    Right right;
};

constexpr std::array<ActionName, action_count> names{{
    {"place", Right::place},
    {"edit", Right::edit},
    {"add-note", Right::work},
    {"mark-paid", Right::money_in},
    {"mark-pending", Right::money_in},
    {"mark-failed", Right::money_in},
    {"mark-review", Right::money_in},
    {"mark-refunded", Right::money_out},
    {"capture", Right::money_in},
    {"void", Right::money_out},
    {"refund", Right::money_out},
    {"cancel", Right::edit},
    {"change-state", Right::work},
    {"ship", Right::work},
    {"return", Right::work},
    {"invoice", Right::documents},
    {"credit", Right::documents},
    {"resend-confirmation", Right::work},
    {"send-mail", Right::work},
    {"revise", Right::edit},
    {"send-payment-link", Right::work},
    {"check-payment", Right::work},
    {"remind", Right::work},
    {"block-access", Right::work},
    {"unblock-access", Right::work},
    {"reopen", Right::edit},
    {"undo", Right::work},
    {"delete", Right::edit},
    {"print", Right::read},
    {"view-ticket", Right::read},
    {"view-receipt", Right::read},
    {"view-invoice", Right::read},
    {"restore", Right::edit},
    {"record-chargeback", Right::money_out},
    {"decide-chargeback", Right::money_in},
    {"retry-refund", Right::money_out},
    {"correct-invoice", Right::documents},
    {"delivery-note", Right::work},
    {"send-document", Right::work},
    {"send-tickets", Right::work},
    {"replace-attendee", Right::edit},
    {"undo-admission", Right::check_in},
    {"renew-downloads", Right::work},
    {"renew-link", Right::work},
    {"hand-out", Right::work},
    {"register-request", Right::work},
    {"approve-request", Right::edit},
    {"decline-request", Right::edit},
    {"receive-return", Right::work},
    {"close-request", Right::work},
    {"erase-people", Right::settings},
}};

using S = Standing;
bool is_draft(const S& s) { return s.draft; }
bool is_placed(const S& s) { return !s.draft; }
bool is_due(const S& s) { return s.figures().due() > 0; }
// A review is ended by hand also where the money is there (O-36).
bool is_due_or_reviewed(const S& s) { return is_due(s) || s.payment.flagged_for_review; }
bool is_priced(const S& s) { return s.figures().total_minor > 0; }
bool took_money(const S& s) { return s.figures().captured_minor > 0; }
bool took_nothing(const S& s) { return s.figures().captured_minor == 0; }
bool is_refundable(const S& s) { return s.figures().refundable() > 0; }
// A mark that a review has covered may be set again to end it (O-36).
bool is_not_marked_pending(const S& s) { return s.payment.mark != HandMark::pending || s.payment.flagged_for_review; }
bool is_not_marked_failed(const S& s) { return s.payment.mark != HandMark::failed || s.payment.flagged_for_review; }
bool is_not_flagged(const S& s) { return !s.payment.flagged_for_review; }
bool is_authorized(const S& s) { return s.authorized_minor > 0; }
bool is_not_being_settled(const S& s) { return !s.is_being_settled; }
bool is_not_being_checked(const S& s) { return !s.is_being_checked; }
bool is_not_covered(const S& s) { return s.authorized_minor < s.figures().due() || s.authorized_minor == 0; }
bool has_live_unit(const S& s) { return s.units.active > 0; }
bool has_goods_left(const S& s) { return s.units.to_ship > 0; }
bool has_shipped(const S& s) { return s.units.shipped > 0; }
bool is_not_invoiced(const S& s) { return !s.invoiced; }
bool is_invoiced(const S& s) { return s.invoiced; }
bool was_invoiced(const S& s) { return s.was_invoiced; }
bool has_provider(const S& s) { return s.has_attempt_at_provider; }
bool has_ticket(const S& s) { return s.units.tickets > 0; }
bool is_granted(const S& s) { return s.has_granted_access; }
bool has_download(const S& s) { return s.units.downloads > 0; }
bool is_picked_up(const S& s) { return s.pickup; }
bool is_asked(const S& s) { return s.has_open_request; }
bool is_expected(const S& s) { return s.has_expected_return; }
bool has_request(const S& s) { return s.has_open_request || s.has_expected_return || s.has_received_return; }
bool has_admitted(const S& s) { return s.has_admitted_ticket; }
bool is_blocked(const S& s) { return s.has_blocked_access; }
bool was_cancelled(const S& s) { return s.units.cancelled > 0; }
bool may_revive(const S& s) { return !s.cancel_is_final; }
bool may_leave(const S& s) { return s.ship_guard == GuardForce::warn || meets(s.ship_needs, s.payment_status); }
bool has_returnable(const S& s) { return s.has_returnable; }
bool has_creditable(const S& s) { return s.has_creditable; }
bool was_never_invoiced(const S& s) { return !s.was_invoiced; }
bool can_undo(const S& s) { return s.can_undo; }
bool is_removed(const S& s) { return s.removed; }
bool can_mark_refunded(const S& s) { return s.has_promised_refund || is_refundable(s); }
bool has_failed_refund(const S& s) { return s.failed_refunds_minor > 0; }
bool has_goods(const S& s) { return s.units.to_ship > 0 || s.units.shipped > 0; }
bool has_issued(const S& s) { return s.has_issued_document; }
bool is_charged_back(const S& s) { return s.payment.chargeback_undecided; }
// Of an order that was left before it was paid nothing is awaited any more.
bool is_money_settled(const S& s) {
    const bool is_awaited = (is_due(s) && !s.abandoned) || is_authorized(s) || s.invoice_waits;
    const bool is_asked_about = s.is_being_settled || s.is_being_checked;
    return !is_awaited && !is_asked_about && !is_charged_back(s) && s.payment_status != PaymentStatus::review;
}
bool is_sent(const S& s) {
    return s.units.to_ship == 0 || s.abandoned || s.stage == Stage::shipped || s.stage == Stage::completed ||
           s.stage == Stage::cancelled;
}
bool owes_nothing_back(const S& s) {
    return s.figures().owed_back() == 0 && !s.has_promised_refund && s.figures().refunds_open_minor == 0 &&
           !has_failed_refund(s);
}
bool has_no_request(const S& s) { return !has_request(s); }
// Without them, what tells, asks or names somebody ends, until a buyer is entered again.
bool has_people(const S& s) { return !s.people_erased; }
bool took_money_or_free(const S& s) { return took_money(s) || !is_priced(s); }

using enum Action;
using R = Refusal;
// clang-format off
constexpr std::array rows{
    ActionRow{place,               is_draft,              R::not_a_draft},
    ActionRow{mark_paid,           is_placed,             R::draft_order},
    ActionRow{mark_paid,           is_due,                R::already_paid},
    ActionRow{mark_pending,        is_placed,             R::draft_order},
    ActionRow{mark_pending,        is_due_or_reviewed,    R::payment_settled},
    ActionRow{mark_pending,        is_not_marked_pending, R::already_marked},
    ActionRow{mark_failed,         is_placed,             R::draft_order},
    ActionRow{mark_failed,         is_due,                R::payment_settled},
    ActionRow{mark_failed,         is_not_marked_failed,  R::already_marked},
    ActionRow{mark_review,         is_placed,             R::draft_order},
    ActionRow{mark_review,         is_not_flagged,        R::already_marked},
    ActionRow{mark_refunded,       took_money,            R::nothing_captured},
    ActionRow{mark_refunded,       can_mark_refunded,     R::nothing_refundable},
    ActionRow{capture,             is_authorized,         R::no_open_authorization},
    ActionRow{capture,             is_not_being_settled,  R::payment_in_progress},
    ActionRow{capture,             is_due,                R::nothing_due},
    ActionRow{void_,               is_authorized,         R::no_open_authorization},
    ActionRow{void_,               is_not_being_settled,  R::payment_in_progress},
    ActionRow{refund,              took_money,            R::nothing_captured},
    ActionRow{refund,              is_refundable,         R::nothing_refundable},
    ActionRow{cancel,              is_placed,             R::draft_order},
    ActionRow{cancel,              has_live_unit,         R::nothing_to_cancel},
    ActionRow{change_state,        is_placed,             R::draft_order},
    ActionRow{ship,                is_placed,             R::draft_order},
    ActionRow{ship,                has_goods_left,        R::nothing_to_ship},
    ActionRow{ship,                may_leave,             R::payment_required_before_shipping},
    ActionRow{return_,             has_shipped,           R::nothing_shipped},
    ActionRow{return_,             has_returnable,        R::nothing_to_return},
    ActionRow{invoice,             has_people,            R::people_erased},
    ActionRow{invoice,             is_placed,             R::draft_order},
    ActionRow{invoice,             is_not_invoiced,       R::already_invoiced},
    ActionRow{credit,              is_invoiced,           R::not_invoiced},
    ActionRow{credit,              has_creditable,        R::nothing_to_credit},
    ActionRow{resend_confirmation, has_people,            R::people_erased},
    ActionRow{resend_confirmation, is_placed,             R::draft_order},
    ActionRow{send_mail,           has_people,            R::people_erased},
    ActionRow{revise,              is_not_invoiced,       R::invoiced_locked},
    ActionRow{send_payment_link,   has_people,            R::people_erased},
    ActionRow{send_payment_link,   is_placed,             R::draft_order},
    ActionRow{send_payment_link,   is_due,                R::nothing_due},
    ActionRow{send_payment_link,   is_not_covered,        R::payment_covered},
    ActionRow{check_payment,       has_provider,          R::no_gateway_payment},
    ActionRow{check_payment,       is_not_being_checked,  R::payment_in_progress},
    ActionRow{remind,              has_people,            R::people_erased},
    ActionRow{remind,              is_placed,             R::draft_order},
    ActionRow{remind,              is_due,                R::nothing_due},
    ActionRow{remind,              is_not_covered,        R::payment_covered},
    ActionRow{block_access,        is_granted,            R::no_access_to_block},
    ActionRow{unblock_access,      is_blocked,            R::no_access_to_block},
    ActionRow{reopen,              was_cancelled,         R::not_cancelled},
    ActionRow{reopen,              may_revive,            R::cancel_is_final},
    ActionRow{undo,                can_undo,              R::nothing_to_undo},
    ActionRow{delete_,             was_never_invoiced,    R::invoiced_locked},
    ActionRow{delete_,             took_nothing,          R::money_captured},
    ActionRow{view_ticket,         has_ticket,            R::no_ticket},
    ActionRow{view_receipt,        took_money_or_free,    R::nothing_captured},
    ActionRow{view_invoice,        was_invoiced,          R::not_invoiced},
    ActionRow{restore,             is_removed,            R::not_removed},
    ActionRow{record_chargeback,   took_money,            R::nothing_captured},
    ActionRow{decide_chargeback,   is_charged_back,       R::no_open_chargeback},
    ActionRow{retry_refund,        has_failed_refund,     R::no_failed_refund},
    ActionRow{correct_invoice,     has_people,            R::people_erased},
    ActionRow{correct_invoice,     is_invoiced,           R::not_invoiced},
    ActionRow{delivery_note,       has_people,            R::people_erased},
    ActionRow{delivery_note,       is_placed,             R::draft_order},
    ActionRow{delivery_note,       has_goods,             R::nothing_to_ship},
    ActionRow{send_document,       has_people,            R::people_erased},
    ActionRow{send_document,       has_issued,            R::no_document},
    ActionRow{send_tickets,        has_people,            R::people_erased},
    ActionRow{send_tickets,        is_placed,             R::draft_order},
    ActionRow{send_tickets,        has_ticket,            R::no_ticket},
    ActionRow{send_tickets,        is_granted,            R::not_paid},
    ActionRow{replace_attendee,    has_ticket,            R::no_ticket},
    ActionRow{replace_attendee,    has_live_unit,         R::unit_cancelled},
    ActionRow{undo_admission,      has_admitted,          R::not_admitted},
    ActionRow{renew_downloads,     has_people,            R::people_erased},
    ActionRow{renew_downloads,     has_download,          R::no_download},
    ActionRow{renew_downloads,     is_granted,            R::not_paid},
    ActionRow{renew_link,          has_people,            R::people_erased},
    ActionRow{renew_link,          is_placed,             R::draft_order},
    ActionRow{hand_out,            is_placed,             R::draft_order},
    ActionRow{hand_out,            is_picked_up,          R::not_offered_in_status},
    ActionRow{hand_out,            has_goods_left,        R::nothing_to_ship},
    ActionRow{hand_out,            may_leave,             R::payment_required_before_shipping},
    ActionRow{register_request,    has_people,            R::people_erased},
    ActionRow{register_request,    is_placed,             R::draft_order},
    ActionRow{approve_request,     is_asked,              R::no_open_request},
    ActionRow{decline_request,     is_asked,              R::no_open_request},
    ActionRow{receive_return,      is_expected,           R::nothing_is_expected},
    ActionRow{close_request,       has_request,           R::no_open_request},
    ActionRow{erase_people,        is_placed,             R::draft_order},
    ActionRow{erase_people,        has_people,            R::people_erased},
    ActionRow{erase_people,        has_no_request,        R::request_still_open},
    ActionRow{erase_people,        owes_nothing_back,     R::refund_still_owed},
    ActionRow{erase_people,        is_money_settled,      R::money_still_open},
    ActionRow{erase_people,        is_sent,               R::goods_still_to_ship},
};
// clang-format on

// The columns of matrix 1. X/Y counts as Complete; Refunded/Cancelled as Cancelled while a cancelled ticket is
// unrefunded and money is left to give back for it, else as Refunded.
enum class Column : std::uint8_t { none, unpaid, complete, refunded, cancelled };

Column column_of(const S& s) {
    switch (s.summary) {
        case SummaryStatus::draft:
            return Column::none;
        case SummaryStatus::abandoned:
        case SummaryStatus::unpaid:
        case SummaryStatus::open:
            return Column::unpaid;
        case SummaryStatus::partial:
        case SummaryStatus::complete:
            return Column::complete;
        case SummaryStatus::refunded:
            return Column::refunded;
        case SummaryStatus::cancelled:
            return Column::cancelled;
        case SummaryStatus::refunded_cancelled:
            return s.units.cancelled > 0 ? Column::cancelled : Column::refunded;
    }
    return Column::none;
}

bool in_unpaid(const S& s) { return column_of(s) == Column::unpaid; }
bool in_unpaid_or_complete(const S& s) { return in_unpaid(s) || column_of(s) == Column::complete; }
bool in_any_but_unpaid(const S& s) { return column_of(s) != Column::unpaid && column_of(s) != Column::none; }
bool in_unpaid_or_refunded(const S& s) { return in_unpaid(s) || column_of(s) == Column::refunded; }
bool in_complete_or_cancelled(const S& s) {
    return column_of(s) == Column::complete || column_of(s) == Column::cancelled;
}
bool in_not_final(const S& s) { return in_unpaid_or_complete(s); }

// clang-format off
constexpr std::array matrix_rows{
    ActionRow{mark_paid,           in_unpaid,                R::not_offered_in_status},
    ActionRow{resend_confirmation, has_people,               R::people_erased},
    ActionRow{resend_confirmation, in_unpaid_or_complete,    R::not_offered_in_status},
    ActionRow{view_ticket,         in_any_but_unpaid,        R::not_offered_in_status},
    ActionRow{view_receipt,        in_any_but_unpaid,        R::not_offered_in_status},
    ActionRow{view_invoice,        in_unpaid_or_refunded,    R::not_offered_in_status},
    ActionRow{refund,              in_complete_or_cancelled, R::not_offered_in_status},
    ActionRow{cancel,              in_not_final,             R::cancel_is_final},
};
// clang-format on

// The pro-forma that an unpaid registration shows needs no issued invoice (A-03, W matrix 1).
bool is_general_row_waived(Action action, const S& standing) {
    return standing.uses_registration_matrix && action == view_invoice;
}

std::optional<Refusal> advice(Action action, const S& standing) {
    if (action == ship || action == hand_out) return ship_guard(standing);
    if (action == capture && standing.warns_capture_before_dispatch && standing.units.to_ship > 0) {
        return Refusal::capture_before_dispatch;
    }
    return std::nullopt;
}

}  // namespace

std::string_view id_of(Action action) { return names[static_cast<std::size_t>(action)].id; }
Right right_for(Action action) { return names[static_cast<std::size_t>(action)].right; }

std::optional<Action> find_action(std::string_view id) {
    const auto at = std::ranges::find(names, id, &ActionName::id);
    if (at == names.end()) return std::nullopt;
    return static_cast<Action>(at - names.begin());
}

std::span<const ActionRow> action_rows() { return rows; }
std::span<const ActionRow> registration_rows() { return matrix_rows; }

ActionAnswer ask(Action action, const Standing& standing) {
    ActionAnswer answer{action, true, std::nullopt, std::nullopt};
    // A removed order stands in the register only: nothing may be done with it but bring it back.
    if (standing.removed && action != restore) answer.reason = Refusal::removed;
    if (!answer.reason && standing.uses_registration_matrix)
        answer.reason = first_failing(matrix_rows, action, standing);
    if (!answer.reason && !is_general_row_waived(action, standing)) {
        answer.reason = first_failing(rows, action, standing);
    }
    answer.allowed = !answer.reason;
    if (answer.allowed) answer.warning = advice(action, standing);
    return answer;
}

ActionAnswer ask(Action action, const Standing& standing, Rights rights) {
    ActionAnswer answer = ask(action, standing);
    if (answer.allowed && !rights.has(right_for(action))) {
        answer = {action, false, Refusal::forbidden, std::nullopt};
    }
    return answer;
}

std::optional<Refusal> ship_guard(const Standing& standing) {
    if (meets(standing.ship_needs, standing.payment_status)) return std::nullopt;
    if (standing.ship_guard == GuardForce::block) return Refusal::payment_required_before_shipping;
    switch (standing.ship_needs) {
        case GuardNeed::authorized:
            return Refusal::not_authorized;
        case GuardNeed::paid:
        case GuardNeed::confirmed:
            return Refusal::not_paid;
        default:
            return Refusal::not_secured;
    }
}

}  // namespace commis::domain
