// The gate: a code comes in, and what it opens goes out. Every scan takes the one way of all changes of an order, so
// that two gates that scan the same ticket at the same moment let one person in (W-33, W-43).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decisions/decision.hpp"
#include "domain/shop.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::tickets {

enum class ScanResult : std::uint8_t {
    admitted,
    already_admitted,
    cancelled,
    refunded,
    unpaid,
    blocked,
    replaced,  // Another person holds the place now, with another code.
    unknown,
};
inline constexpr int scan_result_count = 8;
std::string_view id_of(ScanResult result);

struct Scan {
    std::string code{};  // As scanned or typed.
    std::string gate{};  // As it calls itself.
    // The gate's own moment, where it was not connected; else now. The same gate telling the same moment again is told
    // the same again, so that a lost answer costs nobody the entry.
    std::optional<std::int64_t> at_ms{};
};

struct ScanAnswer {
    ScanResult result = ScanResult::unknown;
    std::string unit_id{};
    std::string attendee{};
    std::string line{};
    std::string order_id{};
    std::string order_number{};
    std::optional<std::int64_t> admitted_at_ms{};  // Of the first admission.
    std::string gate{};
};

// What is wrong with a scan, by field: "/gate", "/at".
std::vector<domain::FieldError> check(const Scan& scan, std::int64_t now_ms);

// Inside a unit of work; scans are known to be right. Answers in their order, and adds to `saved` what changed.
std::vector<ScanAnswer> check_in(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                                 const Caller& caller, const std::vector<Scan>& scans,
                                 std::vector<domain::Decision>& saved);

// Out again, or let in by mistake: by code, or by the ticket's id. Refuses `not_found` and `not_admitted`.
struct Undo {
    std::string code{};
    std::string unit_id{};
};
domain::Result<ScanAnswer> undo(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                                const Caller& caller, const Undo& wanted, std::vector<domain::Decision>& saved);

}  // namespace commis::tickets
