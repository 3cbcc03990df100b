// Statement texts that are put together once and live as long as the program: a list of n values has another text for
// every n.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>

namespace commis::sql {

class TextCache {
public:
    // `head` is a constant of the program: its address is its name here.
    template <class Build>
    std::string_view text(std::string_view head, std::size_t count, const Build& build) {
        const Key key{head.data(), count};
        {
            const std::shared_lock lock(mutex_);
            if (const auto found = texts_.find(key); found != texts_.end()) return found->second;
        }
        const std::unique_lock lock(mutex_);
        const auto [position, is_new] = texts_.try_emplace(key);
        if (is_new) position->second = build();
        return position->second;
    }

private:
    using Key = std::pair<const char*, std::size_t>;
    std::shared_mutex mutex_;
    std::map<Key, std::string> texts_;
};

}  // namespace commis::sql
