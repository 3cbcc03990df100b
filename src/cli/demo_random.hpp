// Chance that repeats itself: the same seed tells the same stories on every machine.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace commis::cli {

class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    // 0 … count − 1. The standard distributions differ between libraries; the remainder does not.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::size_t>(high - low + 1)));
    }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <class T>
    const T& pick(const std::vector<T>& list) {
        return list[below(list.size())];
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace commis::cli
