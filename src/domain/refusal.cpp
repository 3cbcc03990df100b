// The table of refusals: number, code, HTTP status, transience.
#include "domain/refusal.hpp"

#include <algorithm>
#include <array>

namespace commis::domain {
namespace {

using enum Refusal;

// clang-format off
constexpr std::array rows{
    RefusalRow{not_found, "not_found", 404, false},
    RefusalRow{stale_version, "stale_version", 412, false},
    RefusalRow{forbidden, "forbidden", 403, false},
    RefusalRow{removed, "removed", 409, false},
    RefusalRow{duplicate_external_id, "duplicate_external_id", 409, false},
    RefusalRow{duplicate_id, "duplicate_id", 409, false},
    RefusalRow{bad_field, "bad_field", 422, false},
    RefusalRow{unknown_action, "unknown_action", 404, false},
    RefusalRow{already_paid, "already_paid", 409, false},
    RefusalRow{nothing_due, "nothing_due", 409, false},
    RefusalRow{nothing_captured, "nothing_captured", 409, false},
    RefusalRow{nothing_refundable, "nothing_refundable", 409, false},
    RefusalRow{amount_exceeds_due, "amount_exceeds_due", 409, false},
    RefusalRow{amount_exceeds_refundable, "amount_exceeds_refundable", 409, false},
    RefusalRow{no_open_authorization, "no_open_authorization", 409, false},
    RefusalRow{payment_settled, "payment_settled", 409, false},
    RefusalRow{payment_covered, "payment_covered", 409, false},
    RefusalRow{already_marked, "already_marked", 409, false},
    RefusalRow{no_promised_refund, "no_promised_refund", 409, false},
    RefusalRow{no_gateway_payment, "no_gateway_payment", 409, false},
    RefusalRow{provider_declined, "provider_declined", 409, false},
    RefusalRow{free_order, "free_order", 409, false},
    RefusalRow{provider_not_connected, "provider_not_connected", 409, false},
    RefusalRow{nothing_named, "nothing_named", 422, false},
    RefusalRow{payment_method_not_offered, "payment_method_not_offered", 409, false},
    RefusalRow{payment_in_progress, "payment_in_progress", 409, false},
    RefusalRow{amount_exceeds_authorized, "amount_exceeds_authorized", 409, false},
    RefusalRow{already_in_state, "already_in_state", 409, false},
    RefusalRow{unknown_state, "unknown_state", 422, false},
    RefusalRow{state_initial_only, "state_initial_only", 409, false},
    RefusalRow{state_not_reachable, "state_not_reachable", 409, false},
    RefusalRow{nothing_to_ship, "nothing_to_ship", 409, false},
    RefusalRow{nothing_shipped, "nothing_shipped", 409, false},
    RefusalRow{nothing_to_cancel, "nothing_to_cancel", 409, false},
    RefusalRow{cancel_is_final, "cancel_is_final", 409, false},
    RefusalRow{not_cancelled, "not_cancelled", 409, false},
    RefusalRow{payment_required_before_shipping, "payment_required_before_shipping", 409, false},
    RefusalRow{quantity_exceeds_units, "quantity_exceeds_units", 409, false},
    RefusalRow{not_enough_stock, "not_enough_stock", 409, false},
    RefusalRow{nothing_to_return, "nothing_to_return", 409, false},
    RefusalRow{invoiced_locked, "invoiced_locked", 409, false},
    RefusalRow{already_invoiced, "already_invoiced", 409, false},
    RefusalRow{not_invoiced, "not_invoiced", 409, false},
    RefusalRow{no_ticket, "no_ticket", 409, false},
    RefusalRow{not_offered_in_status, "not_offered_in_status", 409, false},
    RefusalRow{nothing_to_credit, "nothing_to_credit", 409, false},
    RefusalRow{draft_order, "draft_order", 409, false},
    RefusalRow{not_a_draft, "not_a_draft", 409, false},
    RefusalRow{nothing_to_undo, "nothing_to_undo", 409, false},
    RefusalRow{money_captured, "money_captured", 409, false},
    RefusalRow{not_removed, "not_removed", 409, false},
    RefusalRow{no_access_to_block, "no_access_to_block", 409, false},
    RefusalRow{too_late_to_undo, "too_late_to_undo", 409, false},
    RefusalRow{no_draft, "no_draft", 404, false},
    RefusalRow{too_many_orders, "too_many_orders", 422, false},
    RefusalRow{nothing_changed, "nothing_changed", 409, false},
    RefusalRow{not_secured, "not_secured", 409, false},
    RefusalRow{not_paid, "not_paid", 409, false},
    RefusalRow{not_authorized, "not_authorized", 409, false},
    RefusalRow{capture_before_dispatch, "capture_before_dispatch", 409, false},
    RefusalRow{last_owner, "last_owner", 409, false},
    RefusalRow{already_member, "already_member", 409, false},
    RefusalRow{invitation_gone, "invitation_gone", 404, false},
    RefusalRow{state_in_use, "state_in_use", 409, false},
    RefusalRow{number_range_only_up, "number_range_only_up", 409, false},
    RefusalRow{bank_file_unreadable, "bank_file_unreadable", 422, false},
    RefusalRow{bank_entry_settled, "bank_entry_settled", 409, false},
    RefusalRow{bank_entry_not_booked, "bank_entry_not_booked", 409, false},
    RefusalRow{bank_amount_differs, "bank_amount_differs", 409, false},
    RefusalRow{bank_currency_differs, "bank_currency_differs", 409, false},
    RefusalRow{bank_entry_not_incoming, "bank_entry_not_incoming", 409, false},
    RefusalRow{bank_mapping_required, "bank_mapping_required", 422, false},
    RefusalRow{payout_arrived, "payout_arrived", 409, false},
    RefusalRow{payout_not_arrived, "payout_not_arrived", 409, false},
    RefusalRow{payout_differs, "payout_differs", 409, false},
    RefusalRow{no_payment_service, "no_payment_service", 409, false},
    RefusalRow{provider_unavailable, "provider_unavailable", 409, true},
    RefusalRow{no_open_chargeback, "no_open_chargeback", 409, false},
    RefusalRow{amount_exceeds_captured, "amount_exceeds_captured", 409, false},
    RefusalRow{no_failed_refund, "no_failed_refund", 409, false},
    RefusalRow{payout_failed, "payout_failed", 409, false},
    RefusalRow{no_document, "no_document", 409, false},
    RefusalRow{already_drafted, "already_drafted", 409, false},
    RefusalRow{document_not_found, "document_not_found", 404, false},
    RefusalRow{content_erased, "content_erased", 409, false},
    RefusalRow{einvoice_incomplete, "einvoice_incomplete", 409, false},
    RefusalRow{unit_cancelled, "unit_cancelled", 409, false},
    RefusalRow{unit_refunded, "unit_refunded", 409, false},
    RefusalRow{access_blocked, "access_blocked", 409, false},
    RefusalRow{no_download, "no_download", 409, false},
    RefusalRow{download_used_up, "download_used_up", 409, false},
    RefusalRow{download_expired, "download_expired", 409, false},
    RefusalRow{already_admitted, "already_admitted", 409, false},
    RefusalRow{not_admitted, "not_admitted", 409, false},
    RefusalRow{code_replaced, "code_replaced", 409, false},
    RefusalRow{address_blocked, "address_blocked", 409, false},
    RefusalRow{sold_out, "sold_out", 409, false},
    RefusalRow{file_too_large, "file_too_large", 413, false},
    RefusalRow{wrong_code, "wrong_code", 409, false},
    RefusalRow{withdrawal_not_offered, "withdrawal_not_offered", 409, false},
    RefusalRow{withdrawal_period_over, "withdrawal_period_over", 409, false},
    RefusalRow{return_not_offered, "return_not_offered", 409, false},
    RefusalRow{return_period_over, "return_period_over", 409, false},
    RefusalRow{nothing_to_ask_for, "nothing_to_ask_for", 409, false},
    RefusalRow{no_open_request, "no_open_request", 409, false},
    RefusalRow{request_answered, "request_answered", 409, false},
    RefusalRow{nothing_is_expected, "nothing_is_expected", 409, false},
    RefusalRow{no_label_service, "no_label_service", 409, false},
    RefusalRow{country_not_served, "country_not_served", 409, false},
    RefusalRow{address_incomplete, "address_incomplete", 409, false},
    RefusalRow{parcel_left, "parcel_left", 409, false},
    RefusalRow{label_in_progress, "label_in_progress", 409, true},
    RefusalRow{label_outcome_unknown, "label_outcome_unknown", 409, false},
    RefusalRow{carrier_refused, "carrier_refused", 409, false},
    RefusalRow{carrier_unavailable, "carrier_unavailable", 409, true},
    RefusalRow{carrier_credentials_refused, "carrier_credentials_refused", 409, false},
    RefusalRow{no_label, "no_label", 404, false},
    RefusalRow{people_erased, "people_erased", 409, false},
    RefusalRow{money_still_open, "money_still_open", 409, false},
    RefusalRow{goods_still_to_ship, "goods_still_to_ship", 409, false},
    RefusalRow{refund_still_owed, "refund_still_owed", 409, false},
    RefusalRow{request_still_open, "request_still_open", 409, false},
    RefusalRow{people_have_open_orders, "people_have_open_orders", 409, false},
};
// clang-format on

constexpr bool numbers_rise() {
    return std::ranges::is_sorted(rows, std::ranges::less_equal{}, [](const RefusalRow& row) { return row.refusal; }) ||
           rows.size() < 2;
}
static_assert(numbers_rise());

const RefusalRow& row_of(Refusal refusal) { return *std::ranges::find(rows, refusal, &RefusalRow::refusal); }

}  // namespace

std::span<const RefusalRow> refusal_rows() { return rows; }
std::string_view code_of(Refusal refusal) { return row_of(refusal).code; }
int http_status_of(Refusal refusal) { return row_of(refusal).http_status; }
bool is_transient(Refusal refusal) { return row_of(refusal).is_transient; }

}  // namespace commis::domain
