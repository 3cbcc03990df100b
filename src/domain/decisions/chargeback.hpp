// Chargebacks: a buyer has the bank take money back (O-35). A connected service reports its cases by itself, any other
// acquirer's are recorded by hand. Money taken back counts as gone from then on, until the case is won.
#pragma once

#include <optional>
#include <string>

#include "domain/decisions/provider_answer.hpp"

namespace commis::domain {

struct RecordChargeback {
    std::optional<std::int64_t> amount_minor{};  // Absent: all that the payment holds.
    std::string payment_id{};                    // Empty: the newest payment that holds money.
    std::string reference{};                     // What the acquirer calls the case.
    std::string reason{};                        // A code of `chargeback_reason.*`, or the acquirer's own words.
    std::optional<std::int64_t> answer_by_ms{};
    std::string note{};  // For colleagues.
};

// Refuses `nothing_captured`, `amount_exceeds_captured`, bad fields (a case that is known already among them).
Result<Decision> record_chargeback(const Order& order, const RecordChargeback& command, const Context& context);

struct DecideChargeback {
    std::string reference{};  // Empty: the only open one.
    bool won = false;
    std::string note{};
};

// Refuses `no_open_chargeback`, bad fields (which of several is meant).
Result<Decision> decide_chargeback(const Order& order, const DecideChargeback& command, const Context& context);

// What a service says of a payment's cases, entered where the ledger lacks it. Told twice or in any order it ends in
// the same ledger: what is decided is never opened again. Answers whether anything changed.
bool take_disputes(Decision& decision, const Payment& payment, const PaymentTruth& truth, const Context& context);

}  // namespace commis::domain
