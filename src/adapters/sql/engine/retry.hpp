// Runs a whole command again when the engine says that another try may succeed: at most five tries, with jitter.
#pragma once

#include <functional>

namespace commis::sql {

inline constexpr int tries_max = 5;

void with_retries(const std::function<void()>& command);

}  // namespace commis::sql
