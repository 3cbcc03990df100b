// One parser an action: the body of `POST …/actions/{id}` as api.md fixes it, into the decision it asks for.
#pragma once

#include "features/orders/actions.hpp"

namespace commis::orders {

using Parsed = std::expected<ParsedAction, std::vector<json::FieldError>>;

// Money.
Parsed parse_mark_paid(const json::Value& body);
Parsed parse_mark_pending(const json::Value& body);
Parsed parse_mark_failed(const json::Value& body);
Parsed parse_mark_review(const json::Value& body);
Parsed parse_mark_refunded(const json::Value& body);
Parsed parse_refund(const json::Value& body);
Parsed parse_retry_refund(const json::Value& body);
Parsed parse_record_chargeback(const json::Value& body);
Parsed parse_decide_chargeback(const json::Value& body);
Parsed parse_capture(const json::Value& body);
Parsed parse_void(const json::Value& body);
Parsed parse_check_payment(const json::Value& body);
Parsed parse_send_payment_link(const json::Value& body);

// Documents.
Parsed parse_invoice(const json::Value& body);
Parsed parse_credit(const json::Value& body);
Parsed parse_correct_invoice(const json::Value& body);
Parsed parse_delivery_note(const json::Value& body);
Parsed parse_view_receipt(const json::Value& body);
Parsed parse_send_document(const json::Value& body);

// Units and goods.
Parsed parse_cancel(const json::Value& body);
Parsed parse_reopen(const json::Value& body);
Parsed parse_ship(const json::Value& body);
Parsed parse_return(const json::Value& body);
Parsed parse_revise(const json::Value& body);

// Tickets, downloads, the buyer's page.
Parsed parse_block_access(const json::Value& body);
Parsed parse_unblock_access(const json::Value& body);
Parsed parse_send_tickets(const json::Value& body);
Parsed parse_replace_attendee(const json::Value& body);
Parsed parse_undo_admission(const json::Value& body);
Parsed parse_renew_downloads(const json::Value& body);
Parsed parse_renew_link(const json::Value& body);
Parsed parse_hand_out(const json::Value& body);

// What buyers ask for.
Parsed parse_register_request(const json::Value& body);
Parsed parse_approve_request(const json::Value& body);
Parsed parse_decline_request(const json::Value& body);
Parsed parse_receive_return(const json::Value& body);
Parsed parse_close_request(const json::Value& body);

// The order itself, and words.
Parsed parse_place_draft(const json::Value& body);
Parsed parse_change_state(const json::Value& body);
Parsed parse_undo(const json::Value& body);
Parsed parse_delete(const json::Value& body);
Parsed parse_restore(const json::Value& body);
Parsed parse_erase_people(const json::Value& body);
Parsed parse_remind(const json::Value& body);
Parsed parse_resend_confirmation(const json::Value& body);
Parsed parse_send_mail(const json::Value& body);

}  // namespace commis::orders
