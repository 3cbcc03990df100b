// Tables of banks (CSV): read by the mapping that fits their header, and shown as they would be read while somebody
// says for the first time what the columns are.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/bank_table.hpp"
#include "domain/payout_table.hpp"
#include "domain/shop.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"
#include "ports/table_file.hpp"

namespace commis::bank {

inline constexpr std::size_t mappings_max = 100;  // In a shop.

// The beginning of a table beside what becomes of it.
struct Layout {
    std::vector<domain::TableRow> rows{};      // The first of the file.
    domain::TableMapping mapping{};            // As it was asked for, saved or guessed.
    std::vector<domain::FieldError> errors{};  // Why it can't be saved as it is.
    domain::BankTable read{};                  // What the first lines say by it, of a statement …
    domain::PayoutTable payouts{};             // … or of payouts.
    std::vector<std::string> accounts{};       // The shop's, to choose from.
};

// Not read: nobody has said yet how, or it says something that is no statement.
struct Unread {
    std::optional<Layout> layout{};
    ports::BankFileFailure failure{};
    std::vector<domain::TableFault> faults{};
};

using ReadTable = std::expected<domain::BankTable, Unread>;
using ReadPayouts = std::expected<domain::PayoutTable, Unread>;

// Banks' own XML begins with a bracket, whatever the file is called; everything else is a table.
bool is_xml(std::string_view bytes);

// By the mapping of `account` where one is named, else by the only one whose header the file has; of several the one
// whose account stands above the lines.
ReadTable read_table(const Services& services, const ports::TableFiles& files, const domain::Shop& shop,
                     std::string_view bytes, const std::string& account);

// The same for the payouts of a service, which stands in the account's place.
ReadPayouts read_payouts(const Services& services, const ports::TableFiles& files, const domain::Shop& shop,
                         std::string_view bytes, const std::string& provider);

// As the mapping would read it; without one, as it is guessed.
std::expected<Layout, ports::BankFileFailure> lay_out(const ports::TableFiles& files, const domain::Shop& shop,
                                                      std::string_view beginning,
                                                      const std::optional<domain::TableMapping>& mapping,
                                                      domain::TableKind kind = domain::TableKind::statement);

// Puts it in place of the one that the account has. Refuses bad_field with what `check_mapping` finds, too_many beyond
// the limit.
domain::Result<ports::SavedMapping> save_mapping(ports::UnitOfWork& work, const Services& services,
                                                 const Caller& caller, const domain::Shop& shop,
                                                 domain::TableMapping mapping);
// Refuses not_found.
domain::Result<std::monostate> remove_mapping(ports::UnitOfWork& work, const domain::Shop& shop,
                                              const std::string& account);

// "CH28 0123 …" and " Worldline " as they are kept: IBANs in capitals without blanks, providers in small letters.
std::string mapping_account(domain::TableKind kind, std::string_view written);

}  // namespace commis::bank
