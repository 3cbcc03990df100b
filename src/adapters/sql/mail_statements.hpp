// The statements of the outbox.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::mail_sql {

#define COMMIS_MAIL_COLUMNS                                                                                          \
    "shop_id, mail_id, order_id, order_number, event_sequence, kind, recipient, language, subject, status, "         \
    "reason, due_at_ms, attempts, last_reply, created_at_ms, sent_at_ms, bounce_cause, bounce_code, bounced_at_ms, " \
    "is_copy, is_test, repeats"

inline constexpr Statement find{"mail_find",
                                "SELECT " COMMIS_MAIL_COLUMNS " FROM mails WHERE shop_id = $1 AND mail_id = $2"};
inline constexpr Statement list{"mails_list",
                                "SELECT " COMMIS_MAIL_COLUMNS
                                " FROM mails WHERE shop_id = $1 AND mail_id < $2 ORDER BY mail_id DESC LIMIT $3"};
inline constexpr Statement list_status{
    "mails_list_status",
    "SELECT " COMMIS_MAIL_COLUMNS
    " FROM mails WHERE shop_id = $1 AND status = $2 AND mail_id < $3 ORDER BY mail_id DESC LIMIT $4"};
inline constexpr Statement list_order{
    "mails_list_order", "SELECT " COMMIS_MAIL_COLUMNS
                        " FROM mails WHERE shop_id = $1 AND order_id = $2 AND is_test = 0 AND mail_id < $3 "
                        "ORDER BY mail_id DESC LIMIT $4"};
inline constexpr Statement list_events{
    "mails_of_events",
    "SELECT " COMMIS_MAIL_COLUMNS
    " FROM mails WHERE shop_id = $1 AND order_id = $2 AND event_sequence >= $3 AND event_sequence <= $4 "
    "ORDER BY event_sequence, mail_id"};
inline constexpr Statement count_waiting{
    "mails_count_waiting",
    "SELECT count(*) FROM (SELECT 1 FROM mails WHERE shop_id = $1 AND is_open = 1 LIMIT $2) waiting"};
// Over all shops: who has the mails that have been due for longest.
inline constexpr Statement due_shops{
    "mails_due_shops",
    "SELECT shop_id FROM (SELECT shop_id, next_at_ms FROM mails WHERE is_open = 1 AND next_at_ms <= $1 "
    "ORDER BY next_at_ms LIMIT 1000) due GROUP BY shop_id ORDER BY min(next_at_ms) LIMIT 100"};
// A lease: whoever moves next_at_ms has the row until then. The second condition is what the loser of two sees.
inline constexpr Statement claim_queued{
    "mails_claim_queued",
    "UPDATE mails SET next_at_ms = $3 "
    "WHERE shop_id = $1 AND mail_id IN (SELECT mail_id FROM mails WHERE shop_id = $1 AND is_open = 1 "
    "AND next_at_ms <= $2 AND status = 'queued' ORDER BY next_at_ms, mail_id LIMIT $4) "
    "AND is_open = 1 AND next_at_ms <= $2 AND status = 'queued' RETURNING " COMMIS_MAIL_COLUMNS};
inline constexpr Statement claim_lost{
    "mails_claim_lost",
    "UPDATE mails SET next_at_ms = $3 "
    "WHERE shop_id = $1 AND mail_id IN (SELECT mail_id FROM mails WHERE shop_id = $1 AND is_open = 1 "
    "AND next_at_ms <= $2 AND status = 'sending' ORDER BY next_at_ms, mail_id LIMIT $4) "
    "AND is_open = 1 AND next_at_ms <= $2 AND status = 'sending' RETURNING " COMMIS_MAIL_COLUMNS};
inline constexpr Statement begin{
    "mail_begin",
    "UPDATE mails SET status = 'sending', next_at_ms = $4, attempts = attempts + 1 "
    "WHERE shop_id = $1 AND mail_id = $2 AND is_open = 1 AND status = 'queued' AND next_at_ms = $3"};
// What is over keeps the time it was due at.
inline constexpr Statement record{
    "mail_record",
    "UPDATE mails SET status = $3, last_reply = $4, subject = CASE WHEN $5 = '' THEN subject ELSE $5 END, "
    "sent_at_ms = $6, is_open = $7, next_at_ms = CASE WHEN $7 = 1 THEN $8 ELSE due_at_ms END, "
    "due_at_ms = CASE WHEN $7 = 1 THEN $8 ELSE due_at_ms END, "
    "attempts = CASE WHEN status = 'sending' THEN attempts - $9 ELSE attempts END "
    "WHERE shop_id = $1 AND mail_id = $2 AND is_open = 1"};
// Of a mail whose reader was erased meanwhile nothing is kept.
inline constexpr Statement save_bytes{
    "mail_bytes_save",
    "INSERT INTO mail_bytes (shop_id, mail_id, bytes) SELECT shop_id, mail_id, $3 FROM mails "
    "WHERE shop_id = $1 AND mail_id = $2 AND recipient <> '' AND recipient <> mail_id "
    "ON CONFLICT (shop_id, mail_id) DO UPDATE SET bytes = excluded.bytes"};
inline constexpr Statement find_bytes{"mail_bytes_find",
                                      "SELECT bytes FROM mail_bytes WHERE shop_id = $1 AND mail_id = $2"};
inline constexpr Statement retry{"mail_retry",
                                 "UPDATE mails SET status = 'queued', is_open = 1, next_at_ms = $3, due_at_ms = $3, "
                                 "recipient = CASE WHEN $4 = '' THEN recipient ELSE $4 END, bounce_cause = '', "
                                 "bounce_code = '', bounced_at_ms = NULL WHERE shop_id = $1 AND mail_id = $2 "
                                 "AND status IN ('queued', 'failed', 'unknown', 'bounced') "
                                 "AND recipient <> '' AND recipient <> mail_id AND NOT EXISTS ("
                                 "SELECT 1 FROM mails o WHERE o.shop_id = $1 AND o.order_id = mails.order_id "
                                 "AND o.event_sequence = mails.event_sequence AND o.kind = mails.kind "
                                 "AND o.recipient = $4 AND o.mail_id <> mails.mail_id)"};
// A server may answer faster than the worker writes down that it took the mail.
inline constexpr Statement mark_bounced{
    "mail_mark_bounced",
    "UPDATE mails SET status = 'bounced', is_open = 0, last_reply = $3, bounce_cause = $4, bounce_code = $5, "
    "bounced_at_ms = $6, sent_at_ms = coalesce(sent_at_ms, $6) "
    "WHERE shop_id = $1 AND mail_id = $2 AND status IN ('sending', 'sent', 'unknown', 'bounced')"};
inline constexpr Statement find_sent_to{
    "mail_find_sent_to",
    "SELECT " COMMIS_MAIL_COLUMNS
    " FROM mails WHERE shop_id = $1 AND lower(recipient) = $2 AND status IN ('sent', 'unknown', 'bounced') "
    "ORDER BY mail_id DESC LIMIT 1"};

#define COMMIS_BOUNCE_COLUMNS                                                                             \
    "shop_id, bounce_id, mail_id, order_id, email, verdict, cause, code, words, matched_by, report_key, " \
    "reported_at_ms, lifted_at_ms"
inline constexpr Statement add_bounce{
    "bounce_add", "INSERT INTO bounces (" COMMIS_BOUNCE_COLUMNS
                  ", email_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) "
                  "ON CONFLICT (shop_id, report_key) DO NOTHING"};
inline constexpr Statement newest_bounce{"bounce_newest", "SELECT " COMMIS_BOUNCE_COLUMNS
                                                          " FROM bounces WHERE shop_id = $1 AND email_key = $2 "
                                                          "AND verdict <> 'delayed' ORDER BY bounce_id DESC LIMIT 1"};
inline constexpr Statement lift_bounces{"bounces_lift",
                                        "UPDATE bounces SET lifted_at_ms = $4, lifted_by = $3 "
                                        "WHERE shop_id = $1 AND email_key = $2 AND lifted_at_ms IS NULL"};
inline constexpr Statement delete_bounces_of_order{"bounces_delete",
                                                   "DELETE FROM bounces WHERE shop_id = $1 AND order_id = $2"};

inline constexpr Statement add_test{
    "mail_test_add",
    "INSERT INTO mails (shop_id, mail_id, order_id, order_number, event_sequence, kind, recipient, language, subject, "
    "status, reason, due_at_ms, attempts, last_reply, created_at_ms, is_open, next_at_ms, is_test) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', 'queued', 'none', $9, 0, '', $9, 1, $9, 1)"};
inline constexpr Statement add_test_words{
    "mail_test_words_add",
    "INSERT INTO mail_tests (shop_id, mail_id, event_sequence, subject, body) VALUES ($1, $2, $3, $4, $5)"};
inline constexpr Statement find_test{
    "mail_test_find", "SELECT event_sequence, subject, body FROM mail_tests WHERE shop_id = $1 AND mail_id = $2"};

inline constexpr Statement count_open{
    "mails_count_open", "SELECT count(*) FROM mails WHERE shop_id = $1 AND order_id = $2 AND is_open = 1"};
// What a worker has in hand already is on its way and stays.
inline constexpr Statement withdraw{
    "mails_withdraw",
    "UPDATE mails SET status = 'suppressed', reason = 'undone', is_open = 0 "
    "WHERE shop_id = $1 AND order_id = $2 AND event_sequence = $3 AND status = 'queued'"};
// The rows stay as proof that a mail was sent. Where an event told several people, only one row can have nobody's
// address; the others get their own id in its place.
inline constexpr Statement erase_of_order{
    "mails_erase",
    "UPDATE mails SET recipient = CASE WHEN EXISTS (SELECT 1 FROM mails o WHERE o.shop_id = mails.shop_id "
    "AND o.order_id = mails.order_id AND o.event_sequence = mails.event_sequence AND o.kind = mails.kind "
    "AND (o.mail_id < mails.mail_id OR (o.recipient = '' AND o.mail_id <> mails.mail_id))) "
    "THEN mail_id ELSE '' END, subject = '', last_reply = '', "
    "reason = CASE WHEN status = 'queued' THEN 'no_address' ELSE reason END, "
    "is_open = 0, status = CASE status WHEN 'queued' THEN 'suppressed' WHEN 'sending' THEN 'unknown' ELSE status END "
    "WHERE shop_id = $1 AND order_id = $2 AND recipient <> ''"};
inline constexpr Statement delete_bytes_of_order{
    "mail_bytes_delete",
    "DELETE FROM mail_bytes WHERE shop_id = $1 "
    "AND mail_id IN (SELECT mail_id FROM mails WHERE shop_id = $1 AND order_id = $2)"};
inline constexpr Statement delete_tests_of_order{
    "mail_tests_delete",
    "DELETE FROM mail_tests WHERE shop_id = $1 "
    "AND mail_id IN (SELECT mail_id FROM mails WHERE shop_id = $1 AND order_id = $2)"};

inline constexpr std::array all{find,
                                list,
                                list_status,
                                list_order,
                                list_events,
                                count_waiting,
                                claim_queued,
                                claim_lost,
                                begin,
                                record,
                                save_bytes,
                                find_bytes,
                                retry,
                                count_open,
                                withdraw,
                                mark_bounced,
                                find_sent_to,
                                add_bounce,
                                newest_bounce,
                                lift_bounces,
                                add_test,
                                add_test_words,
                                find_test,
                                erase_of_order,
                                delete_bytes_of_order,
                                delete_tests_of_order,
                                delete_bounces_of_order};
inline constexpr std::array across_shops{due_shops};

}  // namespace commis::sql::mail_sql
