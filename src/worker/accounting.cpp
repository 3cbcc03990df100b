#include "worker/accounting.hpp"

#include <vector>

#include "features/accounting/transfers.hpp"

namespace commis::worker {

std::int64_t AccountingWorker::run_due(const std::stop_token& stopping) {
    constexpr std::int32_t batch = 50;
    std::int64_t taken = 0;
    while (true) {
        std::vector<ports::AccountingTransfer> due;
        services_.storage.read(
            [&](ports::Snapshot& snapshot) { due = snapshot.books().due_transfers(services_.clock.now_ms(), batch); });
        for (ports::AccountingTransfer& transfer : due) {
            if (stopping.stop_requested()) return taken;
            if (accounting::hand_over(services_, link_, std::move(transfer))) ++taken;
        }
        // Each was saved as done or with a later turn, so the next question finds others.
        if (due.size() < static_cast<std::size_t>(batch)) return taken;
    }
}

}  // namespace commis::worker
