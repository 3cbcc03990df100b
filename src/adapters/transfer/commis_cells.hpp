// The typed cells of one row of our own CSV; what does not fit is remembered with its column.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/transfer/commis_words.hpp"
#include "adapters/transfer/csv_reader.hpp"
#include "adapters/transfer/values.hpp"
#include "domain/money.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

class CommisCells {
public:
    CommisCells(const HeadedCsv& csv, const CsvRow& row, std::size_t at, const SourceSettings& settings,
                std::vector<ports::RowFault>& faults)
        : csv_(csv), row_(row), at_(at), settings_(settings), faults_(faults) {}

    bool has(std::string_view column) const { return !raw(column).empty(); }
    // As it stands in the file, with the formula guard.
    const std::string& raw(std::string_view column) const { return csv_.cell(row_, column); }
    std::string text(std::string_view column) const;
    std::int64_t whole(std::string_view column, std::int64_t otherwise) const;
    std::int64_t amount(std::string_view column, const domain::Currency& currency) const;
    bool flag(std::string_view column, bool otherwise) const;
    std::optional<std::int64_t> moment(std::string_view column) const;
    void fault(std::string_view column, std::string code, std::string reason) const;

    template <class E>
    E word(std::string_view column, E otherwise) const {
        if (!has(column)) return otherwise;
        if (const auto found = commis_words::find_word<E>(raw(column))) return *found;
        std::string choices;
        for (const std::string_view choice : commis_words::WordsOf<E>::words) {
            choices += (choices.empty() ? "" : ", ") + std::string(choice);
        }
        fault(column, "unknown_value", "one of " + choices);
        return otherwise;
    }

private:
    const HeadedCsv& csv_;
    const CsvRow& row_;
    std::size_t at_;
    const SourceSettings& settings_;
    std::vector<ports::RowFault>& faults_;
};

}  // namespace commis::transfer
