#include "adapters/sql/gateway_store.hpp"

#include "adapters/sql/columns.hpp"
#include "adapters/sql/gateway_statements.hpp"

namespace commis::sql {

std::vector<std::int64_t> GatewayCallStore::due_shops(std::int64_t now_ms) {
    std::vector<std::int64_t> shop_ids;
    Rows rows = session_.query(gateway_sql::due_shops, {now_ms});
    while (rows.next()) shop_ids.push_back(rows.integer(0));
    return shop_ids;
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
