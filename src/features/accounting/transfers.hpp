// What is handed to the accounting system, and when: each invoice and credit note once, as the shop's books say.
#pragma once

#include <cstdint>
#include <string>

#include "domain/order.hpp"
#include "domain/profile.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"
#include "ports/accounting_link.hpp"
#include "ports/storage.hpp"

namespace commis::accounting {

// In the unit of work of a command: what it numbered, or all of an order that it completed. `before` is null for a new
// order; what is queued already stays as it is.
void queue_transfers(ports::UnitOfWork& work, const domain::Shop& shop, const domain::Profile& profile,
                     const domain::Order* before, const domain::Order& after, std::int64_t now_ms);

// Hands one document over and writes down what came of it: what was not taken is tried again for as long as it takes,
// with its fault; only what was never registered or was erased since has failed for good. A crash in between repeats
// it, and the other side takes it once. True when it was taken.
bool hand_over(const Services& services, ports::AccountingLink& link, ports::AccountingTransfer transfer);

// How long after so many failed attempts the next is made.
std::int64_t pause_ms(std::int64_t attempts);
inline constexpr std::int64_t longest_pause_ms = 6 * 3'600'000;

}  // namespace commis::accounting
