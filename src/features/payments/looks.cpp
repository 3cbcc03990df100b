// A payment whose status or name changed starts anew.
#include "features/payments/looks.hpp"

#include <algorithm>

#include "domain/payment_watch.hpp"

namespace commis::payments {

void plan_looks(ports::UnitOfWork& work, const domain::Order* before, const domain::Order& after, std::int64_t now_ms) {
    for (const domain::Payment& payment : after.ledger.payments) {
        const auto due_ms = domain::next_look_ms(payment, 0, now_ms);
        if (!due_ms) continue;
        if (before != nullptr) {
            const auto& known = before->ledger.payments;
            const auto was = std::ranges::find(known, payment.id, &domain::Payment::id);
            const bool is_same =
                was != known.end() && was->status == payment.status && was->reference == payment.reference;
            if (is_same) continue;
        }
        work.payment_checks().plan(after.shop_id, after.id, payment.id, *due_ms);
    }
}

}  // namespace commis::payments
