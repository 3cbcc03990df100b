// The stable ids of what facts are made of. A spelling is never changed once a database or a file may hold it.
#include <algorithm>
#include <array>

#include "domain/ledger.hpp"
#include "domain/order.hpp"

namespace commis::domain {
namespace {

constexpr std::array<std::string_view, 5> kind_ids{"goods", "digital", "ticket", "service", "fee"};
constexpr std::array<std::string_view, 3> unit_ids{"active", "cancelled", "refunded"};
constexpr std::array<std::string_view, 4> access_ids{"none", "granted", "revoked", "blocked"};
constexpr std::array<std::string_view, 6> document_ids{"order_form",  "invoice",       "receipt",
                                                       "credit_note", "delivery_note", "ticket"};
constexpr std::array<std::string_view, request_kind_count> request_kind_ids{"withdrawal", "cancellation", "return"};
constexpr std::array<std::string_view, request_status_count> request_status_ids{"open", "approved", "received",
                                                                                "declined", "closed"};
constexpr std::array<std::string_view, return_reason_count> return_reason_ids{
    "none", "changed_mind", "too_small", "too_large", "not_as_described", "damaged", "wrong_item", "late", "other"};
constexpr std::array<std::string_view, task_count> task_ids{"none", "remind", "remove"};
constexpr std::array<std::string_view, 8> attempt_ids{"initiated", "pending", "authorized", "captured",
                                                      "failed",    "voided",  "expired",    "unknown"};
constexpr std::array<std::string_view, 3> source_ids{"gateway", "operator", "bank"};
constexpr std::array<std::string_view, 3> entry_ids{"capture", "reversal", "chargeback"};
constexpr std::array<std::string_view, 3> execution_ids{"gateway", "recorded", "initiated"};
constexpr std::array<std::string_view, 3> refund_ids{"pending", "succeeded", "failed"};
constexpr std::array<std::string_view, 3> mark_ids{"none", "pending", "failed"};
constexpr std::array<std::string_view, 4> call_kind_ids{"capture", "void", "refund", "check"};
constexpr std::array<std::string_view, 5> call_status_ids{"waiting", "unknown", "done", "declined", "withdrawn"};

}  // namespace

std::string_view id_of(LineKind kind) { return kind_ids[static_cast<std::size_t>(kind)]; }
std::string_view id_of(UnitStatus status) { return unit_ids[static_cast<std::size_t>(status)]; }
std::string_view id_of(Access access) { return access_ids[static_cast<std::size_t>(access)]; }
std::string_view id_of(DocumentKind kind) { return document_ids[static_cast<std::size_t>(kind)]; }
std::string_view id_of(RequestKind kind) { return request_kind_ids[static_cast<std::size_t>(kind)]; }
std::string_view id_of(RequestStatus status) { return request_status_ids[static_cast<std::size_t>(status)]; }
std::string_view id_of(ReturnReason reason) { return return_reason_ids[static_cast<std::size_t>(reason)]; }
std::string_view id_of(Task task) { return task_ids[static_cast<std::size_t>(task)]; }
std::string_view id_of(AttemptStatus status) { return attempt_ids[static_cast<std::size_t>(status)]; }
std::string_view id_of(Source source) { return source_ids[static_cast<std::size_t>(source)]; }
std::string_view id_of(EntryKind kind) { return entry_ids[static_cast<std::size_t>(kind)]; }
std::string_view id_of(RefundExecution execution) { return execution_ids[static_cast<std::size_t>(execution)]; }
std::string_view id_of(RefundStatus status) { return refund_ids[static_cast<std::size_t>(status)]; }
std::string_view id_of(CallKind kind) { return call_kind_ids[static_cast<std::size_t>(kind)]; }
std::string_view id_of(CallStatus status) { return call_status_ids[static_cast<std::size_t>(status)]; }
std::string_view id_of(HandMark mark) { return mark_ids[static_cast<std::size_t>(mark)]; }

std::optional<LineKind> find_line_kind(std::string_view id) {
    const auto at = std::ranges::find(kind_ids, id);
    if (at == kind_ids.end()) return std::nullopt;
    return static_cast<LineKind>(at - kind_ids.begin());
}

std::optional<DocumentKind> find_document_kind(std::string_view id) {
    const auto at = std::ranges::find(document_ids, id);
    if (at == document_ids.end()) return std::nullopt;
    return static_cast<DocumentKind>(at - document_ids.begin());
}

std::optional<RequestKind> find_request_kind(std::string_view id) {
    const auto at = std::ranges::find(request_kind_ids, id);
    if (at == request_kind_ids.end()) return std::nullopt;
    return static_cast<RequestKind>(at - request_kind_ids.begin());
}

std::optional<ReturnReason> find_return_reason(std::string_view id) {
    const auto at = std::ranges::find(return_reason_ids, id);
    if (at == return_reason_ids.end()) return std::nullopt;
    return static_cast<ReturnReason>(at - return_reason_ids.begin());
}

}  // namespace commis::domain
