#include "adapters/sql/gateway_store.hpp"

#include <algorithm>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/gateway_statements.hpp"

namespace commis::sql {
namespace {

std::vector<std::int64_t> shops_of(Rows rows) {
    std::vector<std::int64_t> shop_ids;
    while (rows.next()) shop_ids.push_back(rows.integer(0));
    return shop_ids;
}

bool is_open(ports::NoticeStatus status) {
    return status == ports::NoticeStatus::waiting || status == ports::NoticeStatus::unproven;
}

std::vector<ports::StoredNotice> notices_of(Rows rows) {
    std::vector<ports::StoredNotice> notices;
    while (rows.next()) {
        Columns columns(rows);
        ports::StoredNotice& notice = notices.emplace_back();
        notice.shop_id = columns.integer();
        notice.provider = columns.text();
        notice.event_id = columns.text();
        notice.type = columns.text();
        notice.account = columns.text();
        notice.references = columns.text();
        notice.headers = columns.text();
        notice.body = columns.text();
        notice.status = columns.code<ports::NoticeStatus>();
        notice.received_at_ms = columns.integer();
        notice.due_at_ms = columns.integer();
        notice.attempts = columns.integer();
    }
    return notices;
}

}  // namespace

std::vector<std::int64_t> GatewayCallStore::due_shops(std::int64_t now_ms) {
    return shops_of(session_.query(gateway_sql::due_shops, {now_ms}));
}

std::vector<ports::DueCall> GatewayCallStore::claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                                    std::int32_t limit) {
    std::vector<ports::DueCall> calls;
    Rows rows = session_.query(gateway_sql::claim, {shop_id, now_ms, now_ms + lease_ms, limit});
    while (rows.next()) calls.push_back({shop_id, rows.text(0), rows.text(1), rows.integer(2)});
    return calls;
}

void GatewayCallStore::postpone(const ports::DueCall& call, std::int64_t due_at_ms) {
    session_.execute(gateway_sql::postpone, {call.shop_id, call.order_id, call.call_id, due_at_ms});
}

void PaymentCheckStore::plan(std::int64_t shop_id, std::string_view order_id, std::string_view payment_id,
                             std::int64_t due_at_ms) {
    session_.execute(gateway_sql::plan_check, {shop_id, order_id, payment_id, due_at_ms});
}

void PaymentCheckStore::hurry(std::int64_t shop_id, std::string_view order_id, std::string_view payment_id,
                              std::int64_t now_ms) {
    session_.execute(gateway_sql::hurry_check, {shop_id, order_id, payment_id, now_ms});
}

std::vector<std::int64_t> PaymentCheckStore::due_shops(std::int64_t now_ms) {
    return shops_of(session_.query(gateway_sql::check_due_shops, {now_ms}));
}

std::vector<ports::DueCheck> PaymentCheckStore::claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                                      std::int32_t limit) {
    std::vector<ports::DueCheck> checks;
    const std::int64_t until_ms = now_ms + lease_ms;
    Rows rows = session_.query(gateway_sql::claim_checks, {shop_id, now_ms, until_ms, limit});
    while (rows.next()) checks.push_back({shop_id, rows.text(0), rows.text(1), rows.integer(2), until_ms});
    return checks;
}

void PaymentCheckStore::finish(const ports::DueCheck& check, std::optional<std::int64_t> next_at_ms) {
    const auto& [shop_id, order_id, payment_id, attempts, until_ms] = check;
    if (next_at_ms)
        session_.execute(gateway_sql::postpone_check, {shop_id, order_id, payment_id, until_ms, *next_at_ms});
    else
        session_.execute(gateway_sql::end_check, {shop_id, order_id, payment_id, until_ms});
}

bool NoticeStore::add(const ports::StoredNotice& notice) {
    return session_.execute(gateway_sql::add_notice,
                            {notice.shop_id, notice.provider, notice.event_id, notice.type, notice.account,
                             notice.references, notice.headers, notice.body, code_of(notice.status),
                             notice.received_at_ms, notice.due_at_ms, notice.attempts, is_open(notice.status)}) == 1;
}

std::vector<ports::PaymentAt> NoticeStore::find_payments(std::int64_t shop_id, std::string_view provider,
                                                         const std::vector<std::string>& references) {
    std::vector<ports::PaymentAt> found;
    const auto add = [&](Rows rows) {
        while (rows.next()) {
            ports::PaymentAt at{rows.text(0), rows.text(1)};
            if (std::ranges::find(found, at) == found.end()) found.push_back(std::move(at));
        }
    };
    for (const std::string& reference : references) {
        add(session_.query(gateway_sql::find_payments, {shop_id, provider, reference}));
        add(session_.query(gateway_sql::find_movements, {shop_id, reference}));
    }
    return found;
}

std::vector<std::int64_t> NoticeStore::due_shops(std::int64_t now_ms) {
    return shops_of(session_.query(gateway_sql::notice_due_shops, {now_ms}));
}

std::vector<ports::StoredNotice> NoticeStore::claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                                    std::int32_t limit) {
    return notices_of(session_.query(gateway_sql::claim_notices, {shop_id, now_ms, now_ms + lease_ms, limit}));
}

void NoticeStore::settle(const ports::StoredNotice& notice, ports::NoticeStatus status, std::int64_t next_at_ms) {
    const bool is_unproven = status == ports::NoticeStatus::unproven;
    session_.execute(gateway_sql::settle_notice,
                     {notice.shop_id, notice.provider, notice.event_id, code_of(status), next_at_ms, is_open(status),
                      is_unproven ? std::string_view(notice.headers) : std::string_view()});
}

std::vector<ports::StoredNotice> NoticeStore::list(std::int64_t shop_id, std::string_view provider,
                                                   std::int32_t limit) {
    return notices_of(session_.query(gateway_sql::list_notices, {shop_id, provider, limit}));
}

std::vector<ports::SandboxMovement> SandboxBook::movements(std::int64_t shop_id, std::string_view payment_id) {
    std::vector<ports::SandboxMovement> movements;
    Rows rows = session_.query(gateway_sql::movements, {shop_id, payment_id});
    while (rows.next()) {
        Columns columns(rows);
        ports::SandboxMovement& movement = movements.emplace_back();
        movement.shop_id = columns.integer();
        movement.payment_id = columns.text();
        movement.key = columns.text();
        movement.kind = columns.code<domain::CallKind>();
        movement.amount_minor = columns.integer();
        movement.fee_minor = columns.integer();
        movement.failed = columns.flag();
        movement.at_ms = columns.integer();
    }
    return movements;
}

void SandboxBook::add(const ports::SandboxMovement& movement) {
    session_.execute(gateway_sql::add_movement,
                     {movement.shop_id, movement.payment_id, movement.key, code_of(movement.kind),
                      movement.amount_minor, movement.fee_minor, movement.failed, movement.at_ms});
}

}  // namespace commis::sql
