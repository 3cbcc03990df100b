// Tells whoever watches that something changed, after it is on disk: a hint of id and version, never the facts.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>

#include "ports/job_store.hpp"

namespace commis::ports {

struct Notices {
    virtual ~Notices() = default;
    virtual void order_changed(std::int64_t shop_id, std::string_view order_id, std::int64_t version) = 0;
    virtual void job_changed(const Job& job) = 0;
    virtual void mail_queued() = 0;   // Wakes the outbox.
    virtual void provider_asked() {}  // Wakes whoever calls payment services.
    // Waits until the order is told to be beyond this version, or is already (`is_beyond`, asked once nothing can be
    // missed any more); false when it took too long.
    virtual bool await_change(std::int64_t /*shop_id*/, std::string_view /*order_id*/, std::int64_t /*version*/,
                              std::chrono::milliseconds /*at_most*/, const std::function<bool()>& is_beyond) {
        return is_beyond();
    }
};

}  // namespace commis::ports
