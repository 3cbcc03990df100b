// Fuzz target: whatever is sent as a bank's file is read or refused without harm, and what is read of it is money
// within the product's bounds, bounded words of valid UTF-8, and entries that are told apart.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "adapters/bank/camt.hpp"
#include "domain/number_finder.hpp"
#include "json/utf8.hpp"

#include "demand.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commis;
    const auto read = bank::read_camt({reinterpret_cast<const char*>(data), size});
    if (!read) {
        demand(!read.error().code.empty());
        return 0;
    }
    for (const domain::BankStatement& statement : *read) {
        std::set<std::string> identities;
        for (const domain::BankEntry& entry : domain::entries_of(statement)) {
            const std::int64_t minor = entry.amount.amount_minor;
            demand(minor >= 0 && minor <= domain::amount_limit_minor);
            demand(json::is_valid_utf8(entry.text) && json::is_valid_utf8(entry.counterparty.name));
            demand(entry.counterparty.name.size() <= 2'000 && entry.end_to_end_id.size() <= 2'000);
            demand(identities.insert(entry.identity).second);
            demand(domain::find_numbers(entry.text).size() <= 60);
        }
    }
    return 0;
}
