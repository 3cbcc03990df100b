// Shipped profiles, contexts and orders that the tests of the domain start from. Ids count up, so that every run reads
// the same.
#pragma once

#include <memory>
#include <string>

#include "domain/decisions/place.hpp"
#include "domain/profile.hpp"

namespace commis::domain::sample {

inline constexpr std::int64_t now_ms = 1'764'000'000'000;

// One of the six, as it ships. Lives as long as the program.
const Profile& profile(std::string_view id);

// Two addresses of the shop, every right, ids "id-1", "id-2", …
Context context(const Profile& profile, Rights rights = Rights::all());

// The command of api.md's example: three mugs and two tickets, a parcel, a discount, paid by cheque.
PlaceOrder example();

// One line of `quantity` pieces at ten euro, without tax or shipping.
PlaceOrder plain(LineKind kind, std::int64_t quantity, std::string method);

PlaceRules rules();

// Placed in the profile; the test fails loudly when it is refused.
Order placed(const PlaceOrder& command, const Profile& profile);

// A payment and, where the status is captured, its ledger entry.
void add_payment(Order& order, AttemptStatus status, std::int64_t amount_minor, std::string provider = "");
void add_refund(Order& order, std::int64_t amount_minor, RefundExecution execution, RefundStatus status,
                bool takes_units);

// "/lines/0/name required" for each field refused; the refusal's code where no field is at fault; "taken" otherwise.
std::string outcome(const Result<Decision>& result);

// A value of the event's data, or null.
const std::string* find_data(const Event& event, std::string_view name);

}  // namespace commis::domain::sample
