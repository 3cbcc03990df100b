// The proof that what is stored is whole and follows from the facts, for every command that gives it.
#pragma once

#include <cstdint>
#include <ostream>

#include "cli/world.hpp"

namespace commis::cli {

struct CheckSum {
    std::int64_t shops = 0;
    std::int64_t orders = 0;
    std::int64_t events = 0;
    std::int64_t problems = 0;
};

// Writes what it finds, a line each.
CheckSum check_world(World& world, std::ostream& out);

// The series of documents alone: how many problems.
std::int64_t check_numbers(const Services& services, std::ostream& out);

}  // namespace commis::cli
