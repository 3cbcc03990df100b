// What may have happened to a sample order, told through the same decisions that people's clicks make.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/demo_random.hpp"
#include "cli/demo_samples.hpp"
#include "domain/decisions/decision.hpp"
#include "domain/decisions/place.hpp"
#include "domain/shop.hpp"

namespace commis::cli {

enum class Story : std::uint8_t {
    done,  // Paid, worked through, finished.
    awaiting,
    just_paid,
    authorized,
    authorized_expiring,
    pending,
    pending_long,
    on_delivery,
    in_work,
    on_the_way,
    card_failed,
    draft,
    partly_paid,
    cancelled_paid,
    cancelled_unpaid,
    free,
    abandoned,
    on_hold,
};

// What telling a story needs of its shop.
struct Stage {
    const domain::Shop& shop;
    const domain::Profile& profile;
    const samples::Shop& sample;
    const std::vector<samples::Person>& people;
    domain::NewId new_id;
    domain::NewId new_token;  // What nobody can guess: codes of tickets, of slips.
    std::int64_t now_ms = 0;
};

// The order with all that happened to it until now, as one decision to store; its number is still missing. Mails of
// the past are on record as suppressed because nobody may get them; those of the last hours wait like real ones.
std::optional<domain::Decision> tell(Story story, std::int64_t placed_at_ms, const Stage& stage, Random& random);

// Goods of a told story that the buyer wants to send back, yesterday; one that is approved is on its way. Nothing for
// an order whose goods can't come back.
std::optional<domain::Decision> ask_back(domain::Decision told, bool is_approved, const Stage& stage, Random& random);

}  // namespace commis::cli
