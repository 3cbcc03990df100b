#include "adapters/sql/label_store.hpp"

#include "adapters/sql/base64_text.hpp"
#include "adapters/sql/label_statements.hpp"

namespace commis::sql {

std::optional<ports::ParcelLabel> LabelStore::find(std::int64_t shop_id, std::string_view order_id,
                                                   std::string_view shipment_id) {
    Rows rows = session_.query(label_sql::find, {shop_id, order_id, shipment_id});
    if (!rows.next()) return std::nullopt;
    return ports::ParcelLabel{
        shop_id,         std::string(order_id),   std::string(shipment_id), from_base64(rows.view(0)),
        rows.integer(1), rows.optional_integer(2)};
}

void LabelStore::save(const ports::ParcelLabel& label) {
    const std::string bytes = to_base64(label.bytes);
    session_.execute(label_sql::save,
                     {label.shop_id, label.order_id, label.shipment_id, bytes, label.bought_at_ms, label.asked_at_ms});
}

void erase_labels(Session& session, std::int64_t shop_id, std::string_view order_id) {
    session.execute(label_sql::erase, {shop_id, order_id});
}

}  // namespace commis::sql
