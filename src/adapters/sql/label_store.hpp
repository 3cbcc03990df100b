// Labels that were bought at carriers, on a database engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/label_store.hpp"

namespace commis::sql {

class LabelStore final : public ports::LabelStore, public ports::LabelReader {
public:
    explicit LabelStore(Session& session) : session_(session) {}
    std::optional<ports::ParcelLabel> find(std::int64_t shop_id, std::string_view order_id,
                                           std::string_view shipment_id) override;
    void save(const ports::ParcelLabel& label) override;

private:
    Session& session_;
};

// The people on the labels of an order that was removed.
void erase_labels(Session& session, std::int64_t shop_id, std::string_view order_id);

}  // namespace commis::sql
