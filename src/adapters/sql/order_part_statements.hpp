// The statements for the parts of an order: lines, units, payments, ledger entries, refunds, shipments, documents, and
// the events and mails that go with a change.
#pragma once

#include <array>

#include "adapters/sql/engine/insert_family.hpp"
#include "adapters/sql/engine/session.hpp"

namespace commis::sql::part_sql {

#define COMMIS_LINE_COLUMNS                                                                                      \
    "order_id, line_id, sku, name, kind, quantity, unit_price_minor, discount_minor, tax_rate_e4, tax_minor, "   \
    "total_minor, cancelled, refunded, shipped, returned, left_minor, reserved, gone_shipped, cancelled_minor, " \
    "exchanged, access, granted_at_ms, used_at_ms"
#define COMMIS_UNIT_COLUMNS                                                                                     \
    "order_id, unit_id, line_id, attendee_name, attendee_email, status, access, code, value_minor, tax_minor, " \
    "admitted_at_ms, admitted_gate"
#define COMMIS_PAYMENT_COLUMNS                                                                              \
    "order_id, payment_id, method, provider, account, reference, amount_minor, status, source, guarantee, " \
    "expires_at_ms, created_at_ms, link_token, page_url"
#define COMMIS_ENTRY_COLUMNS                                                                                  \
    "order_id, entry_id, payment_id, kind, amount_minor, source, reference, received_at_ms, recorded_at_ms, " \
    "undecided, fee_minor, answer_by_ms, reason, won"
#define COMMIS_REFUND_COLUMNS                                                                                     \
    "order_id, refund_id, payment_id, amount_minor, execution, status, takes_units, reopens_due, created_at_ms, " \
    "settles, reference"
#define COMMIS_CALL_COLUMNS                                                                              \
    "order_id, call_id, payment_id, kind, amount_minor, refund_id, status, reference, reason, telling, " \
    "event_sequence, created_at_ms, settled_at_ms, not_before_ms"
#define COMMIS_SHIPMENT_COLUMNS                                                                           \
    "order_id, shipment_id, created_at_ms, carrier, tracking_number, tracking_url, label_printed_at_ms, " \
    "label_bought_at_ms, handed_over_at_ms, delivered_at_ms, contents"
#define COMMIS_DOCUMENT_COLUMNS                                                                             \
    "order_id, document_id, kind, number, issued_at_ms, draft, amount_minor, tax_minor, refers_to, parts, " \
    "return_slip, made_for"
#define COMMIS_REQUEST_COLUMNS \
    "order_id, request_id, kind, status, asked_at_ms, answered_at_ms, received_at_ms, slip, parts"

inline constexpr InsertFamily insert_lines{"order_lines_insert",
                                           "INSERT INTO order_lines (shop_id, position, " COMMIS_LINE_COLUMNS
                                           ", placed_at_ms, name_key, first_of_sku, first_of_name)",
                                           29};
inline constexpr InsertFamily insert_units{"order_units_insert",
                                           "INSERT INTO order_units (shop_id, position, " COMMIS_UNIT_COLUMNS ")", 14};
inline constexpr InsertFamily insert_requests{
    "buyer_requests_insert", "INSERT INTO buyer_requests (shop_id, position, " COMMIS_REQUEST_COLUMNS ")", 11};
inline constexpr InsertFamily insert_payments{
    "payments_insert", "INSERT INTO payments (shop_id, position, " COMMIS_PAYMENT_COLUMNS ")", 16};
inline constexpr InsertFamily insert_entries{
    "ledger_entries_insert", "INSERT INTO ledger_entries (shop_id, position, " COMMIS_ENTRY_COLUMNS ")", 16};
inline constexpr InsertFamily insert_refunds{"refunds_insert",
                                             "INSERT INTO refunds (shop_id, position, " COMMIS_REFUND_COLUMNS ")", 13};
inline constexpr InsertFamily insert_calls{
    "gateway_calls_insert",
    "INSERT INTO gateway_calls (shop_id, position, " COMMIS_CALL_COLUMNS ", is_open, next_at_ms)", 18};
inline constexpr InsertFamily insert_shipments{
    "shipments_insert", "INSERT INTO shipments (shop_id, position, " COMMIS_SHIPMENT_COLUMNS ")", 13};
inline constexpr InsertFamily insert_documents{
    "documents_insert", "INSERT INTO documents (shop_id, position, " COMMIS_DOCUMENT_COLUMNS ")", 14};
inline constexpr InsertFamily insert_events{
    "order_events_insert",
    "INSERT INTO order_events (shop_id, order_id, sequence, event_id, at_ms, type, actor_kind, actor_id, actor_name, "
    "note_is_internal, data, before)",
    12};
inline constexpr InsertFamily insert_tags{"order_tags_insert",
                                          "INSERT INTO order_tags (shop_id, order_id, tag, placed_at_ms)", 4,
                                          "ON CONFLICT (shop_id, order_id, tag) DO NOTHING"};
inline constexpr InsertFamily insert_words{"event_words_insert",
                                           "INSERT INTO event_words (shop_id, order_id, sequence, note, reason)", 5};
// The same mail twice is one mail: whoever wrote it first has it.
inline constexpr InsertFamily insert_mails{
    "mails_insert",
    "INSERT INTO mails (shop_id, mail_id, order_id, order_number, event_sequence, kind, recipient, language, subject, "
    "status, reason, due_at_ms, attempts, last_reply, created_at_ms, sent_at_ms, is_open, next_at_ms, is_copy, "
    "repeats)",
    20, "ON CONFLICT (shop_id, order_id, event_sequence, kind, recipient) DO NOTHING"};

inline constexpr Statement update_line{
    "order_line_update",
    "UPDATE order_lines SET cancelled = $4, refunded = $5, shipped = $6, returned = $7, left_minor = $8, "
    "reserved = $9, gone_shipped = $10, cancelled_minor = $11, exchanged = $12, access = $13, granted_at_ms = $14, "
    "used_at_ms = $15 "
    "WHERE shop_id = $1 AND order_id = $2 AND line_id = $3"};
inline constexpr Statement delete_lines{"order_lines_delete",
                                        "DELETE FROM order_lines WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement update_unit{
    "order_unit_update",
    "UPDATE order_units SET attendee_name = $4, attendee_email = $5, status = $6, access = $7, code = $8, "
    "value_minor = $9, tax_minor = $10, admitted_at_ms = $11, admitted_gate = $12 "
    "WHERE shop_id = $1 AND order_id = $2 AND unit_id = $3"};
inline constexpr Statement keep_former_code{
    "former_code_insert",
    "INSERT INTO former_codes (shop_id, code, order_id, unit_id) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (shop_id, code) DO NOTHING"};
inline constexpr Statement update_request{
    "buyer_request_update",
    "UPDATE buyer_requests SET status = $4, answered_at_ms = $5, received_at_ms = $6, slip = $7, parts = $8 "
    "WHERE shop_id = $1 AND order_id = $2 AND request_id = $3"};
inline constexpr Statement delete_units{"order_units_delete",
                                        "DELETE FROM order_units WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement update_payment{
    "payment_update",
    "UPDATE payments SET method = $4, provider = $5, account = $6, reference = $7, amount_minor = $8, status = $9, "
    "source = $10, guarantee = $11, expires_at_ms = $12, link_token = $13, page_url = $14 "
    "WHERE shop_id = $1 AND order_id = $2 AND payment_id = $3"};
inline constexpr Statement update_entry{"ledger_entry_decide",
                                        "UPDATE ledger_entries SET undecided = $4, answer_by_ms = $5, won = $6 "
                                        "WHERE shop_id = $1 AND order_id = $2 AND entry_id = $3"};
inline constexpr Statement update_refund{
    "refund_update",
    "UPDATE refunds SET amount_minor = $4, execution = $5, status = $6, takes_units = $7, reopens_due = $8, "
    "settles = $9, reference = $10 WHERE shop_id = $1 AND order_id = $2 AND refund_id = $3"};
inline constexpr Statement update_call{
    "gateway_call_settle",
    "UPDATE gateway_calls SET status = $4, reference = $5, reason = $6, settled_at_ms = $7, is_open = $8 "
    "WHERE shop_id = $1 AND order_id = $2 AND call_id = $3"};
inline constexpr Statement update_shipment{
    "shipment_update",
    "UPDATE shipments SET carrier = $4, tracking_number = $5, tracking_url = $6, label_printed_at_ms = $7, "
    "label_bought_at_ms = $8, handed_over_at_ms = $9, delivered_at_ms = $10, contents = $11, position = $12 "
    "WHERE shop_id = $1 AND order_id = $2 AND shipment_id = $3"};
inline constexpr Statement delete_shipment{
    "shipment_delete", "DELETE FROM shipments WHERE shop_id = $1 AND order_id = $2 AND shipment_id = $3"};
inline constexpr Statement update_document{
    "document_update",
    "UPDATE documents SET kind = $4, number = $5, issued_at_ms = $6, draft = $7, amount_minor = $8, tax_minor = $9, "
    "refers_to = $10, parts = $11, return_slip = $12, made_for = $13, position = $14 WHERE shop_id = $1 AND order_id = "
    "$2 AND document_id = $3"};
inline constexpr Statement delete_document{
    "document_delete", "DELETE FROM documents WHERE shop_id = $1 AND order_id = $2 AND document_id = $3"};
inline constexpr Statement delete_tags{"order_tags_delete",
                                       "DELETE FROM order_tags WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement delete_words{"event_words_delete",
                                        "DELETE FROM event_words WHERE shop_id = $1 AND order_id = $2"};
// Who acted as the buyer.
inline constexpr Statement erase_actors{"order_events_erase_actors",
                                        "UPDATE order_events SET actor_name = '' WHERE shop_id = $1 AND order_id = $2 "
                                        "AND actor_kind = 'buyer' AND actor_name <> ''"};

// The parts of several orders at once: the ids follow in a list, see id_list.hpp.
inline constexpr std::string_view of_orders = " WHERE shop_id = $1 AND order_id IN ";
inline constexpr Statement load_lines{"order_lines_load", "SELECT " COMMIS_LINE_COLUMNS " FROM order_lines"};
inline constexpr Statement load_units{"order_units_load", "SELECT " COMMIS_UNIT_COLUMNS " FROM order_units"};
inline constexpr Statement load_payments{"payments_load", "SELECT " COMMIS_PAYMENT_COLUMNS " FROM payments"};
inline constexpr Statement load_entries{"ledger_entries_load", "SELECT " COMMIS_ENTRY_COLUMNS " FROM ledger_entries"};
inline constexpr Statement load_refunds{"refunds_load", "SELECT " COMMIS_REFUND_COLUMNS " FROM refunds"};
inline constexpr Statement load_calls{"gateway_calls_load", "SELECT " COMMIS_CALL_COLUMNS " FROM gateway_calls"};
inline constexpr Statement load_shipments{"shipments_load", "SELECT " COMMIS_SHIPMENT_COLUMNS " FROM shipments"};
// Of the register: payment attempts that might still bring money.
inline constexpr Statement load_references{"payment_references_load", "SELECT order_id, reference FROM payments"};
inline constexpr std::string_view still_awaited =
    " AND reference <> '' AND status IN ('initiated', 'pending', 'authorized', 'unknown') ORDER BY order_id, position";
inline constexpr Statement load_requests{"buyer_requests_load",
                                         "SELECT " COMMIS_REQUEST_COLUMNS " FROM buyer_requests"};
inline constexpr Statement load_documents{"documents_load", "SELECT " COMMIS_DOCUMENT_COLUMNS " FROM documents"};

inline constexpr std::array all{update_line,     delete_lines,    update_unit,  delete_units,    update_payment,
                                update_entry,    update_refund,   update_call,  update_shipment, delete_shipment,
                                update_document, delete_document, delete_words, delete_tags,     keep_former_code,
                                update_request,  erase_actors};

}  // namespace commis::sql::part_sql
