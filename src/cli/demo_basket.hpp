// What a sample buyer puts into the basket.
#pragma once

#include "cli/demo_story.hpp"

namespace commis::cli {

// Lines, buyer, addresses and delivery; money follows with the story. A free basket costs nothing.
domain::PlaceOrder make_basket(const Stage& stage, Random& random, bool is_free, bool wants_pickup);

}  // namespace commis::cli
