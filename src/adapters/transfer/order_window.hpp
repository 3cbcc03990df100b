// Gathers the rows of one order while a file is read: they stand together, give or take a few rows of its neighbours
// (two orders of the same minute may be shuffled). Memory stays flat, however long the file.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/transfer/csv_reader.hpp"

namespace commis::transfer {

struct RowGroup {
    std::string key;
    std::vector<CsvRow> rows;
};

class OrderWindow {
public:
    // How many orders may stand between two rows of one.
    static constexpr std::size_t open_max = 32;

    // Takes a row; gives back the oldest order once the window is full.
    std::optional<RowGroup> add(std::string key, CsvRow row) {
        for (auto group = open_.rbegin(); group != open_.rend(); ++group) {
            if (group->key != key) continue;
            group->rows.push_back(std::move(row));
            return std::nullopt;
        }
        open_.push_back({std::move(key), {}});
        open_.back().rows.push_back(std::move(row));
        return open_.size() > open_max ? take() : std::nullopt;
    }
    // The oldest order, or nothing when the window is empty.
    std::optional<RowGroup> take() {
        if (open_.empty()) return std::nullopt;
        RowGroup group = std::move(open_.front());
        open_.pop_front();
        return group;
    }

private:
    std::deque<RowGroup> open_;
};

}  // namespace commis::transfer
