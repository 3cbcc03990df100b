// Reading a bank's file: XML statements and notifications.
#pragma once

#include <cstddef>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bank_statement.hpp"

namespace commis::ports {

// Files beyond are refused before a byte of them is read as a statement.
inline constexpr std::size_t bank_file_bytes_max = std::size_t{16} * 1024 * 1024;

// What is wrong with the whole file. Codes: empty_file, file_too_large, malformed_xml, doctype_refused, invalid_utf8,
// nested_too_deep, not_a_statement, unknown_version, bad_amount, bad_date, bad_direction, unknown_currency.
struct BankFileFailure {
    std::string code;
    std::string detail;  // For developers; says where.
};

using BankFile = std::expected<std::vector<domain::BankStatement>, BankFileFailure>;

// A file that isn't understood is refused whole: half of a statement is worse than none.
using ReadBankFile = std::function<BankFile(std::string_view bytes)>;

}  // namespace commis::ports
