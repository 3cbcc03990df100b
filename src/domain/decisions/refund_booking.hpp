// The ledger's side of a refund: which payments give how much, as which entries. Shared by the refund that the shop
// asks for and the one that was made outside.
#pragma once

#include <vector>

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct Piece {
    const Payment* payment = nullptr;
    std::int64_t amount_minor = 0;
};

// Divides an amount over the payments, from the oldest on, as much as each still holds.
std::vector<Piece> divide(const Ledger& ledger, std::int64_t amount_minor);

// Was the payment taken by a payment service, so that a refund goes back through its account?
bool goes_through_gateway(const Payment& payment);

// `by_rule`: through the gateway that took it, offline as the profile says. `recorded`: somebody did it elsewhere.
enum class How : std::uint8_t { by_rule, recorded };

struct Booking {
    std::int64_t settled_minor = 0;   // For units, or of what was owed back.
    std::int64_t goodwill_minor = 0;  // Beyond that: lowers what is owed, unless it reopens the due.
    bool reopens_due = false;
    How how = How::by_rule;
    std::string reference{};
};

// One entry per payment and purpose. A payment event: it ends what a hand had marked (O-36).
void book(Order& order, const Booking& booking, const Context& context);

// What is promised and not carried out yet.
std::int64_t promised_minor(const Ledger& ledger);

// Records that up to `amount_minor` of the promises was carried out; answers how much that was.
std::int64_t carry_out_promises(Order& order, std::int64_t amount_minor, const std::string& reference,
                                const Context& context);

struct RefundRecord {
    std::int64_t amount_minor = 0;
    std::int64_t goodwill_minor = 0;
    std::vector<LinePart> parts{};
};
void record_refund(Decision& decision, const Context& context, const RefundRecord& made, const std::string& note);

}  // namespace commis::domain
