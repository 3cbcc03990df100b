// What has to hold whatever the fuzzer sends.
#pragma once

#include <cstdlib>

inline void demand(bool holds) {
    if (!holds) std::abort();
}
