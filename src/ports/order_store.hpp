// The writing side of orders, inside a unit of work. The domain decides, this saves; nothing here knows a rule.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "domain/decisions/decision.hpp"
#include "domain/projection.hpp"

namespace commis::ports {

// Somebody else changed the order after it was read; the edge answers 412.
struct StaleOrder : std::runtime_error {
    StaleOrder() : std::runtime_error("the order has changed meanwhile") {}
};

struct OrderStore {
    virtual ~OrderStore() = default;

    // The facts, locked until the unit of work ends.
    virtual std::optional<domain::Order> lock(std::int64_t shop_id, std::string_view order_id) = 0;

    // The id of the order with this external id in this channel, if there is one. External ids are unique there.
    virtual std::optional<std::string> find_external(std::int64_t shop_id, std::string_view channel,
                                                     std::string_view external_id) = 0;

    // A new order with its events and mails (one outbox row each, with ids from `new_id`). Throws AlreadyExists when
    // the number or external id is taken.
    virtual void insert(const domain::Decision& decision, const domain::Projection& projection,
                        const domain::NewId& new_id) = 0;

    // What changed between `before` (as locked) and the decision: only appended and altered rows are written. Throws
    // StaleOrder when the stored version is no longer `before.version`.
    virtual void save(const domain::Order& before, const domain::Decision& decision,
                      const domain::Projection& projection, const domain::NewId& new_id) = 0;

    // Next number of a range, taken in this unit of work: gapless as the unit is whole. Prefix and padding applied.
    virtual std::string take_number(std::int64_t shop_id, std::string_view series) = 0;
    // Makes a range when the shop is made; `next` ≥ 1.
    virtual void create_range(std::int64_t shop_id, std::string_view series, std::string_view prefix,
                              std::int64_t next, std::int64_t width) = 0;

    // An operator has opened the order: no new version, no event.
    virtual void mark_seen(std::int64_t shop_id, std::string_view order_id) = 0;
};

}  // namespace commis::ports
