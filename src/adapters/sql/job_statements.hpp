// The statements of jobs, and of first answers kept by Idempotency-Key.
#pragma once

#include <array>

#include "adapters/sql/engine/insert_family.hpp"
#include "adapters/sql/engine/session.hpp"

namespace commis::sql::job_sql {

#define COMMIS_JOB_COLUMNS                                                                             \
    "shop_id, job_id, kind, format, name, input_path, params, status, done, total, counts, failures, " \
    "rejects_path, detail, actor_name, created_at_ms, finished_at_ms"

inline constexpr Statement insert{
    "job_insert",
    "INSERT INTO jobs (" COMMIS_JOB_COLUMNS
    ", is_open, next_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
    "$19)"};
// The lease stays as it is: saving progress is not extending it.
inline constexpr Statement update{
    "job_update",
    "UPDATE jobs SET kind = $3, format = $4, name = $5, input_path = $6, params = $7, status = $8, done = $9, "
    "total = $10, counts = $11, failures = $12, rejects_path = $13, detail = $14, actor_name = $15, "
    "created_at_ms = $16, finished_at_ms = $17, is_open = $18 WHERE shop_id = $1 AND job_id = $2 AND is_open = 1"};
inline constexpr Statement find{"job_find",
                                "SELECT " COMMIS_JOB_COLUMNS " FROM jobs WHERE shop_id = $1 AND job_id = $2"};
inline constexpr Statement list{"jobs_list",
                                "SELECT " COMMIS_JOB_COLUMNS
                                " FROM jobs WHERE shop_id = $1 AND job_id < $2 ORDER BY job_id DESC LIMIT $3"};
// Over all shops, and therefore without a lock: what waits, the oldest first.
inline constexpr Statement due{
    "jobs_due",
    "SELECT shop_id, job_id FROM jobs WHERE is_open = 1 AND next_at_ms <= $1 ORDER BY next_at_ms, shop_id LIMIT 10"};
inline constexpr Statement claim{
    "job_claim",
    "UPDATE jobs SET status = 'running', next_at_ms = $4 "
    "WHERE shop_id = $1 AND job_id = $2 AND is_open = 1 AND next_at_ms <= $3 RETURNING " COMMIS_JOB_COLUMNS};
// A queued job waits for nobody; a lease lies beyond what a lease can be only where the clock stood ahead.
inline constexpr Statement ahead{"jobs_ahead",
                                 "SELECT shop_id, job_id FROM jobs WHERE is_open = 1 AND next_at_ms > $1 "
                                 "AND (status = 'queued' OR next_at_ms > $2) ORDER BY next_at_ms, shop_id LIMIT 10"};
inline constexpr Statement claim_ahead{
    "job_claim_ahead",
    "UPDATE jobs SET status = 'running', next_at_ms = $4 WHERE shop_id = $1 AND job_id = $2 AND is_open = 1 "
    "AND (status = 'queued' OR next_at_ms > $3) RETURNING " COMMIS_JOB_COLUMNS};
inline constexpr Statement extend{"job_extend",
                                  "UPDATE jobs SET next_at_ms = $3 WHERE shop_id = $1 AND job_id = $2 AND is_open = 1"};

// Ended by a person: the worker that has it sees so with its next item.
inline constexpr Statement cancel{"job_cancel",
                                  "UPDATE jobs SET status = 'cancelled', is_open = 0, finished_at_ms = $3 "
                                  "WHERE shop_id = $1 AND job_id = $2 AND is_open = 1"};
inline constexpr Statement resume{"job_resume",
                                  "UPDATE jobs SET status = 'queued', is_open = 1, next_at_ms = $3, detail = '', "
                                  "finished_at_ms = NULL WHERE shop_id = $1 AND job_id = $2 AND is_open = 0 "
                                  "AND status IN ('failed', 'cancelled')"};

#define COMMIS_ITEM_COLUMNS "position, order_id, status, code, detail"

inline constexpr InsertFamily insert_items{"job_items_insert",
                                           "INSERT INTO job_items (shop_id, job_id, position, order_id, status)", 5};
inline constexpr Statement delete_items{"job_items_delete", "DELETE FROM job_items WHERE shop_id = $1 AND job_id = $2"};
inline constexpr Statement claim_item{
    "job_item_claim",
    "UPDATE job_items SET status = 'done' WHERE shop_id = $1 AND job_id = $2 AND position = $3 AND status = 'waiting' "
    "AND EXISTS (SELECT 1 FROM jobs j WHERE j.shop_id = $1 AND j.job_id = $2 AND j.is_open = 1)"};
inline constexpr Statement refuse_item{"job_item_refuse",
                                       "UPDATE job_items SET status = 'refused', code = $4, detail = $5 "
                                       "WHERE shop_id = $1 AND job_id = $2 AND position = $3"};
inline constexpr Statement list_items{
    "job_items_list",
    "SELECT " COMMIS_ITEM_COLUMNS
    " FROM job_items WHERE shop_id = $1 AND job_id = $2 AND position > $3 ORDER BY position LIMIT $4"};
inline constexpr Statement list_items_by_status{
    "job_items_list_by_status",
    "SELECT " COMMIS_ITEM_COLUMNS
    " FROM job_items WHERE shop_id = $1 AND job_id = $2 AND position > $3 AND status = $5 ORDER BY position LIMIT $4"};
inline constexpr Statement count_items{
    "job_items_count", "SELECT status, count(*) FROM job_items WHERE shop_id = $1 AND job_id = $2 GROUP BY status"};

inline constexpr Statement find_answer{"answer_find",
                                       "SELECT fingerprint, status, headers, body FROM idempotency_keys "
                                       "WHERE shop_id = $1 AND caller = $2 AND route = $3 AND idempotency_key = $4"};
inline constexpr Statement store_answer{
    "answer_store",
    "INSERT INTO idempotency_keys (shop_id, caller, route, idempotency_key, fingerprint, status, headers, body, "
    "created_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
inline constexpr Statement delete_answer{
    "answer_delete",
    "DELETE FROM idempotency_keys WHERE shop_id = $1 AND caller = $2 AND route = $3 AND idempotency_key = $4"};
inline constexpr Statement delete_answers{"answers_delete_old",
                                          "DELETE FROM idempotency_keys WHERE created_at_ms < $1"};

inline constexpr std::array all{
    insert,      update,      find,         list,         claim,       claim_ahead, extend,
    cancel,      resume,      delete_items, claim_item,   refuse_item, list_items,  list_items_by_status,
    count_items, find_answer, store_answer, delete_answer};
inline constexpr std::array across_shops{due, ahead, delete_answers};

}  // namespace commis::sql::job_sql
