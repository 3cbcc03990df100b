#include "adapters/sqlite/faults.hpp"

#include <fmt/core.h>
#include <string>
#include <utility>

namespace commis::sqlite {
namespace {

using sql::FaultKind;

FaultKind kind_of(int extended_code) {
    switch (extended_code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return FaultKind::unique_violation;
        default:
            break;
    }
    switch (extended_code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return FaultKind::transient;
        case SQLITE_CONSTRAINT:
        case SQLITE_TOOBIG:
        case SQLITE_MISMATCH:
            return FaultKind::constraint;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return FaultKind::corrupt;
        case SQLITE_FULL:
            return FaultKind::full;
        case SQLITE_READONLY:
            return FaultKind::read_only;
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return FaultKind::disk;
        default:
            return FaultKind::other;
    }
}

// "UNIQUE constraint failed: orders.shop_id, orders.number" names the table before every column.
std::pair<std::string, std::string> constraint_target(std::string_view message) {
    const auto colon = message.find("failed: ");
    if (colon == std::string_view::npos) return {};
    message.remove_prefix(colon + 8);
    std::string table;
    std::string columns;
    while (!message.empty()) {
        const auto end = std::min(message.find(", "), message.size());
        const std::string_view part = message.substr(0, end);
        message.remove_prefix(std::min(end + 2, message.size()));
        const auto dot = part.find('.');
        if (dot == std::string_view::npos) continue;
        table = part.substr(0, dot);
        if (!columns.empty()) columns += ',';
        columns += part.substr(dot + 1);
    }
    return {std::move(table), std::move(columns)};
}

}  // namespace

sql::Fault last_fault(sqlite3* handle, std::string_view where) {
    const int code = sqlite3_extended_errcode(handle);
    const std::string message = sqlite3_errmsg(handle);
    sql::Fault fault(kind_of(code), fmt::format("sqlite_{}", code), fmt::format("{}: {}", where, message));
    auto [table, columns] = constraint_target(message);
    return std::move(fault).about(std::move(table), std::move(columns));
}

void throw_last_fault(sqlite3* handle, std::string_view where) { throw last_fault(handle, where); }

}  // namespace commis::sqlite
