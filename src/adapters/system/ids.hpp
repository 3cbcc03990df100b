// Fresh ids: ULIDs that rise within one process even when the clock stands still or goes back, and random secrets.
#pragma once

#include <array>
#include <mutex>

#include "ports/clock.hpp"

namespace commis::system {

class UlidIds final : public ports::Ids {
public:
    // The clock must outlive the ids.
    explicit UlidIds(const ports::Clock& clock);

    std::string next() override;
    std::string secret() override;
    std::int64_t next_shop_id() override;

private:
    const ports::Clock& clock_;
    std::mutex mutex_;
    std::int64_t last_ms_ = 0;
    std::array<unsigned char, 10> random_{};  // The 80 bits behind the time.
};

}  // namespace commis::system
