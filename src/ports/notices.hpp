// Tells whoever watches that something changed, after it is on disk: a hint of id and version, never the facts.
#pragma once

#include <cstdint>
#include <string_view>

#include "ports/job_store.hpp"

namespace commis::ports {

struct Notices {
    virtual ~Notices() = default;
    virtual void order_changed(std::int64_t shop_id, std::string_view order_id, std::int64_t version) = 0;
    virtual void job_changed(const Job& job) = 0;
    virtual void mail_queued() = 0;  // Wakes the outbox.
};

}  // namespace commis::ports
