// The writing side of orders, inside a unit of work. The domain decides, this saves; nothing here knows a rule.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "domain/decisions/decision.hpp"
#include "domain/number_range.hpp"
#include "domain/projection.hpp"

namespace commis::ports {

// Somebody else changed the order after it was read; the edge answers 412.
struct StaleOrder : std::runtime_error {
    StaleOrder() : std::runtime_error("the order has changed meanwhile") {}
};

// A revision that is kept beside its order until somebody confirms or discards it (O-16).
struct RevisionDraft {
    std::string body_json;  // The body of `revise` as it was sent.
    std::string by;         // The name of who kept it.
    std::int64_t updated_at_ms = 0;
};

struct OrderStore {
    virtual ~OrderStore() = default;

    // The facts, locked until the unit of work ends. A removed order is found, too: its `removed` says so.
    virtual std::optional<domain::Order> lock(std::int64_t shop_id, std::string_view order_id) = 0;

    // The id of the order with this external id in this channel, if there is one. External ids are unique there.
    virtual std::optional<std::string> find_external(std::int64_t shop_id, std::string_view channel,
                                                     std::string_view external_id) = 0;

    // A new order with its events and mails (one outbox row each, with ids from `new_id`). Throws AlreadyExists when
    // the number or external id is taken.
    virtual void insert(const domain::Decision& decision, const domain::Projection& projection,
                        const domain::NewId& new_id) = 0;

    // What changed between `before` (as locked) and the decision: only appended and altered rows are written, the
    // decision's goods enter or leave the stock, mails of withdrawn events are suppressed as `undone` where they still
    // wait, and with `erases_people` names, addresses and words go, from the order's mails as well. Beside the first
    // event stands what it changed, so that `find_at` can look back. Throws StaleOrder when the stored version is no
    // longer `before.version`.
    virtual void save(const domain::Order& before, const domain::Decision& decision,
                      const domain::Projection& projection, const domain::NewId& new_id) = 0;

    // What lists filter and sort by, computed anew: no new version, no event. The facts stay as they are.
    virtual void save_projection(std::int64_t shop_id, std::string_view order_id,
                                 const domain::Projection& projection) = 0;

    // Next number of a range, taken in this unit of work: gapless as the unit is whole (domain::take_next). `year` is
    // that of the shop's calendar now.
    virtual domain::TakenNumber take_number(std::int64_t shop_id, std::string_view series, std::int64_t year) = 0;
    // Makes a range when the shop is made; `next` ≥ 1.
    virtual void create_range(std::int64_t shop_id, std::string_view series, std::string_view prefix, std::int64_t next,
                              std::int64_t width) = 0;

    virtual void save_draft(std::int64_t shop_id, std::string_view order_id, const RevisionDraft& draft) = 0;
    virtual void delete_draft(std::int64_t shop_id, std::string_view order_id) = 0;

    // An operator has opened the order: no new version, no event.
    virtual void mark_seen(std::int64_t shop_id, std::string_view order_id) = 0;
};

}  // namespace commis::ports
