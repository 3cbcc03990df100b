// Makes standings of every kind that the facts allow: what the tables are proven against.
#pragma once

#include <functional>

#include "domain/standing.hpp"

namespace commis::domain::sample {

// Calls with every combination of small figures and what the attempts say: some 700,000.
void for_each_payment_facts(const std::function<void(const PaymentFacts&)>& visit);

// Calls with many standings, always the same ones; status and summary follow from the facts as they do in real life.
void for_each_standing(const std::function<void(const Standing&)>& visit);

}  // namespace commis::domain::sample
