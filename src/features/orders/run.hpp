// The one way in: every change of an existing order locks its facts, asks the domain, saves what it decided.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "domain/decisions/decision.hpp"
#include "domain/projection.hpp"
#include "domain/shop.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::orders {

struct Target {
    const domain::Shop& shop;
    std::string order_id;
    std::optional<std::int64_t> expected_version;  // From If-Match.
    domain::EntryPoint entry = domain::EntryPoint::button;
    bool dry_run = false;  // Decide, save nothing.
};

using Decide = std::function<domain::Result<domain::Decision>(const domain::Order&, const domain::Context&)>;

// Inside a unit of work. Refuses `not_found` and `stale_version`; otherwise as the domain does.
domain::Result<domain::Decision> run(ports::UnitOfWork& work, const Services& services, const Target& target,
                                     const Caller& caller, const Decide& decide);

// What of the world a decision may ask about tickets and downloads, inside its own unit of work.
void look_up_openings(domain::Context& context, ports::UnitOfWork& work, const domain::Shop& shop);

// The context of a decision in this shop, now.
domain::Context context_for(const Services& services, const domain::Shop& shop, const domain::Profile& profile,
                            const Caller& caller);

// Who gets what was decided to be told: nobody at an address whose mail came back, where the shop wants that, and the
// staff copies of what then still leaves.
void settle_readers(ports::UnitOfWork& work, const domain::Shop& shop, const domain::Context& context,
                    domain::Decision& decision);

// Days of the calendar in the shop's zone.
domain::Calendar calendar_of(const Services& services, const domain::Shop& shop);

// What lists filter and sort by, for facts that did not come through `run`.
domain::Projection project(const Services& services, const domain::Shop& shop, const domain::Profile& profile,
                           const domain::Order& order);

// After the commit: tells the watchers and wakes the outbox.
void announce(const Services& services, const domain::Decision& decision);

}  // namespace commis::orders
