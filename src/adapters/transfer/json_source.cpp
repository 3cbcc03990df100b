// From documents to items.
#include "adapters/transfer/json_source.hpp"

namespace commis::transfer {

std::optional<ports::SourceItem> JsonSource::next() {
    auto document = documents_.next();
    if (!document) return document.error();
    if (!*document) return std::nullopt;
    JsonDocument& order = **document;
    ports::SourceRow row{order.number, std::move(order.text)};
    if (order.fault) {
        return ports::RejectedRows{{row}, {{0, order.fault->field, order.fault->code, order.fault->detail}}};
    }
    std::vector<ports::RowFault> faults;
    ports::ImportedOrder imported;
    imported.order.imported = true;
    imported.order.channel = channel_;
    const JsonFields fields(order.value, "", faults);
    if (!fields.exists()) {
        faults.push_back({0, "", "wrong_type", "an order is an object"});
    } else if (!fields.has("line_items")) {
        fields.fault("line_items", "not_an_order", "a document without line_items is no order");
    } else {
        convert(fields, imported);
    }
    if (!faults.empty()) return ports::RejectedRows{{row}, std::move(faults)};
    imported.rows.push_back(std::move(row));
    imported.line_rows.assign(imported.order.lines.size(), 0);
    return imported;
}

}  // namespace commis::transfer
