// Labels that were bought at carriers, in memory.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class LabelStore final : public ports::LabelStore, public ports::LabelReader {
public:
    explicit LabelStore(Data& data) : data_(data) {}
    std::optional<ports::ParcelLabel> find(std::int64_t shop_id, std::string_view order_id,
                                           std::string_view shipment_id) override {
        const auto at = data_.labels.find({shop_id, std::string(order_id), std::string(shipment_id)});
        return at == data_.labels.end() ? std::nullopt : std::optional(at->second);
    }
    void save(const ports::ParcelLabel& label) override {
        data_.labels[{label.shop_id, label.order_id, label.shipment_id}] = label;
    }

private:
    Data& data_;
};

}  // namespace commis::fake
