#include "adapters/postgres/faults.hpp"

#include <fmt/core.h>
#include <array>
#include <string>

namespace commis::postgres {
namespace {

using sql::FaultKind;

std::string_view field(const PGresult* result, int code) {
    const char* text = result == nullptr ? nullptr : PQresultErrorField(result, code);
    return text == nullptr ? std::string_view() : std::string_view(text);
}

// Shards of a distributed table are called "orders_102073".
std::string without_shard_suffix(std::string_view table) {
    const auto digits = table.find_last_not_of("0123456789");
    const bool has_suffix = digits != std::string_view::npos && table[digits] == '_' && table.size() - digits > 6;
    return std::string(has_suffix ? table.substr(0, digits) : table);
}

// "Key (shop_id, number)=(1, 10001) already exists." keeps its form in every language of the server.
std::string key_columns(std::string_view detail) {
    const auto begin = detail.find('(');
    const auto end = detail.find(")=(");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
    std::string columns;
    for (const char letter : detail.substr(begin + 1, end - begin - 1)) {
        if (letter != ' ' && letter != '"') columns += letter;
    }
    return columns;
}

}  // namespace

sql::FaultKind kind_of(std::string_view state) {
    if (state.empty() || state.starts_with("08")) return FaultKind::gone;
    // Shutting down, starting up, recovering, or demoted to a replica: another connection may find a working server.
    constexpr std::array<std::string_view, 6> unreachable{"57P01", "57P02", "57P03", "57P05", "25006", "53300"};
    for (const std::string_view known : unreachable) {
        if (state == known) return FaultKind::gone;
    }
    constexpr std::array<std::string_view, 5> passing{"40001", "40P01", "55P03", "57014", "53400"};
    for (const std::string_view known : passing) {
        if (state == known) return FaultKind::transient;
    }
    if (state == "23505") return FaultKind::unique_violation;
    if (state.starts_with("23") || state.starts_with("22")) return FaultKind::constraint;
    if (state == "53100") return FaultKind::full;
    if (state.starts_with("58")) return FaultKind::disk;
    if (state.starts_with("XX00")) return FaultKind::corrupt;
    return FaultKind::other;
}

sql::Fault fault_of(const PGconn* connection, const PGresult* result, std::string_view where) {
    std::string_view message = field(result, PG_DIAG_MESSAGE_PRIMARY);
    if (message.empty()) message = PQerrorMessage(connection);
    const std::string_view state = field(result, PG_DIAG_SQLSTATE);
    // The server may still have said why it hangs up; then the connection's end counts more than the statement's.
    const bool is_cut = PQstatus(connection) == CONNECTION_BAD;
    const FaultKind kind = is_cut ? FaultKind::gone : kind_of(state);
    sql::Fault fault(kind, std::string(state), fmt::format("{}: {}", where, message));
    std::string columns = key_columns(field(result, PG_DIAG_MESSAGE_DETAIL));
    if (columns.empty()) columns = field(result, PG_DIAG_COLUMN_NAME);
    return std::move(fault).about(without_shard_suffix(field(result, PG_DIAG_TABLE_NAME)), std::move(columns));
}

}  // namespace commis::postgres
