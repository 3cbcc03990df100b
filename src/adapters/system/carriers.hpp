// The carriers that ship with the program: carriers/carriers.json, read once.
#pragma once

#include <span>

#include "domain/carrier.hpp"

namespace commis::system {

// In the order of the file. Throws std::runtime_error when the file inside the program can't be read.
std::span<const domain::Carrier> carriers();

}  // namespace commis::system
