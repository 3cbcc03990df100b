// Looks after payments that their services may know more of (D-20), and takes in what services told by themselves. A
// notice is a reason to look, never the truth: what it names is looked up, so that doubles, any order of arrival and
// the buyer's return page end in the same ledger.
#pragma once

#include <cstdint>
#include <stop_token>

#include "features/services.hpp"

namespace commis::worker {

struct WatchCounts {
    std::int64_t looked = 0;
    std::int64_t changed = 0;  // Of the payments: where the ledger learned something.
    std::int64_t notices = 0;  // Settled.
};

class PaymentWatch {
public:
    explicit PaymentWatch(const Services& services) : services_(services) {}

    // Everything that is due. From one thread at a time.
    WatchCounts run_due(const std::stop_token& stopping);

private:
    void take_notices(WatchCounts& counts, const std::stop_token& stopping);
    ports::NoticeStatus take(const ports::StoredNotice& notice);
    // Whether the service says that it sent it; `unproven` while it does not answer.
    ports::NoticeProof confirm(const ports::StoredNotice& notice);

    void look_after(WatchCounts& counts, const std::stop_token& stopping);
    // True when the ledger learned something.
    bool look(const ports::DueCheck& check);
    bool enter(const ports::DueCheck& check, const domain::Shop& shop, const domain::PaymentTruth& truth);
    void finish(const ports::DueCheck& check, std::optional<std::int64_t> next_at_ms);

    const Services& services_;
};

}  // namespace commis::worker
