// What a payment service answered, brought into the ledger. The return page, the webhook, a check and an answer after a
// crash may come in any order and any number of times: all of them end here, in the same ledger (G-04, O-29, D-20).
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// The answer to one question. `unknown`: none came in time, so it may or may not have been done.
struct CallAnswer {
    CallStatus status = CallStatus::unknown;
    std::string reference{};        // What the service calls what it did.
    std::string account{};          // The account it was done in; empty keeps what is known.
    std::string reason{};           // Why not, as a code: "declined", "expired", "not_found", "unavailable", …
    std::int64_t amount_minor = 0;  // What moved.
    std::int64_t fee_minor = 0;     // What the service keeps of it.
    std::int64_t open_minor = 0;    // What stays reserved after a capture.
};

// Refuses `nothing_changed` where the call was answered before.
Result<Decision> settle_call(const Order& order, const std::string& call_id, const CallAnswer& answer,
                             const Context& context);

// One movement that a service knows of. `key` is our call's id where we asked for it.
struct Movement {
    std::string key{};
    std::string reference{};
    std::int64_t amount_minor = 0;
    std::int64_t fee_minor = 0;
    bool failed = false;
};

// A buyer's bank that wants money back.
struct Dispute {
    std::string reference{};
    std::int64_t amount_minor = 0;
    std::string reason{};  // A code: "fraudulent", "product_not_received", "duplicate", "general", …
    std::optional<std::int64_t> answer_by_ms{};
    bool undecided = true;
    bool won = false;  // Decided for the shop: the money is back.
};

// How a payment stands at the service.
struct PaymentTruth {
    AttemptStatus status = AttemptStatus::initiated;
    std::string reference{};  // Of what was paid on a page: what it is called from now on; empty keeps what is known.
    std::string account{};
    std::string guarantee{};  // C-18.
    std::optional<std::int64_t> expires_at_ms{};
    std::vector<Movement> captures{};
    std::vector<Movement> refunds{};
    std::vector<Dispute> disputes{};
};

// Ends a check: what the ledger lacks is entered, what it claims beyond the truth is left to a person (`review`).
Result<Decision> reconcile(const Order& order, const std::string& call_id, const PaymentTruth& truth,
                           const Context& context);

// The same for what was learned without a question of ours: by a notice of the service, or by looking after a payment
// that stayed open. Refuses `nothing_changed` where both sides agree.
Result<Decision> learn(const Order& order, const std::string& payment_id, const PaymentTruth& truth,
                       const Context& context);

}  // namespace commis::domain
