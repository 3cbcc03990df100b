// Fuzz target: whatever is sent as a bank's table is guessed, read or refused without harm. The first bytes turn the
// guessed mapping into another, so that columns, dates and signs meet cells they were not made for.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "adapters/bank/table_file.hpp"
#include "domain/bank_table.hpp"
#include "domain/table_guess.hpp"
#include "json/utf8.hpp"

#include "demand.hpp"

namespace {

using namespace commis;

void turn(domain::TableMapping& mapping, std::string_view dials) {
    const auto dial = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(dials[at])); };
    if (dial(0) % 4 == 0) mapping.dates = static_cast<domain::DateOrder>(dial(0) / 4 % domain::date_order_count);
    if (dial(1) % 4 == 0) mapping.decimal = dial(1) % 8 == 0 ? '.' : ',';
    if (dial(2) % 8 == 0) mapping.format.skip_rows = static_cast<std::int32_t>(dial(2) / 8);
    if (dial(3) % 8 == 0) mapping.has_header = !mapping.has_header;
    const auto field = static_cast<domain::TableField>(dial(4) % domain::table_field_count);
    if (dial(5) % 2 == 0) mapping.columns.push_back({field, "#" + std::to_string(dial(5) % 12)});
}

void check(const domain::BankTable& read) {
    for (const domain::BankStatement& statement : read.statements) {
        std::set<std::string> identities;
        for (const domain::BankEntry& entry : domain::entries_of(statement)) {
            const std::int64_t minor = entry.amount.amount_minor;
            demand(minor >= 0 && minor <= domain::amount_limit_minor);
            demand(entry.booked_on.size() == 10);
            demand(json::is_valid_utf8(entry.text) && json::is_valid_utf8(entry.counterparty.name));
            demand(identities.insert(entry.identity).second);
        }
    }
    for (const domain::TableFault& fault : read.faults) demand(!fault.code.empty() && fault.row > 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t dials = 6;
    if (size < dials) return 0;
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const std::string_view bytes = all.substr(dials);
    const domain::Currency currency = *domain::Currency::find("CHF");
    const auto format = bank::guess_table_format(bytes);
    const auto rows = bank::read_table_rows(bytes, format);
    if (!rows) {
        demand(!rows.error().code.empty());
        return 0;
    }
    domain::TableMapping mapping =
        domain::guess_mapping(domain::TableKind::statement, format, *rows, {"CH5800791123000889012"}, currency);
    turn(mapping, all);
    const domain::Table table = domain::table_of(*rows, mapping.format.skip_rows, mapping.has_header);
    mapping.header = table.header;
    static_cast<void>(domain::check_mapping(mapping));
    check(domain::read_bank_table(mapping, table));
    return 0;
}
