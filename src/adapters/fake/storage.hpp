// The storage port in memory, for tests: one lock, whole copies, no speed.
#pragma once

#include <mutex>

#include "adapters/fake/data.hpp"

namespace commis::fake {

class Storage final : public ports::Storage {
public:
    void write(ports::Priority priority, const std::function<void(ports::UnitOfWork&)>& work) override;
    void read(const std::function<void(ports::Snapshot&)>& work) override;
    bool is_ready() override { return true; }

private:
    std::mutex mutex_;
    Data data_;
};

}  // namespace commis::fake
