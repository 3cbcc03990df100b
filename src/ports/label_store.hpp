// Labels of parcels as the carrier made them, and who is asking for one right now, so that two clicks buy one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace commis::ports {

struct ParcelLabel {
    std::int64_t shop_id = 0;
    std::string order_id{};
    std::string shipment_id{};
    std::string bytes{};  // Empty: none was bought yet.
    std::int64_t bought_at_ms = 0;
    // The carrier is being asked since then. 0: it was asked, and nobody knows what came of it.
    std::optional<std::int64_t> asked_at_ms{};
    friend bool operator==(const ParcelLabel&, const ParcelLabel&) = default;
};

struct LabelReader {
    virtual ~LabelReader() = default;
    virtual std::optional<ParcelLabel> find(std::int64_t shop_id, std::string_view order_id,
                                            std::string_view shipment_id) = 0;
};

struct LabelStore {
    virtual ~LabelStore() = default;
    // As it is for whoever has locked its order.
    virtual std::optional<ParcelLabel> find(std::int64_t shop_id, std::string_view order_id,
                                            std::string_view shipment_id) = 0;
    // A second one takes the place of the first.
    virtual void save(const ParcelLabel& label) = 0;
};

}  // namespace commis::ports
