// The stored spelling of every enumerator: the domain's own id where it has one, else a text fixed here. A spelling is
// never changed once a database may hold it.
#pragma once

#include <array>
#include <string_view>

#include "adapters/sql/engine/fault.hpp"
#include "domain/event.hpp"
#include "domain/next_step.hpp"
#include "domain/notify.hpp"
#include "domain/order.hpp"
#include "domain/rights.hpp"
#include "domain/standing.hpp"
#include "ports/job_store.hpp"
#include "ports/outbox.hpp"

namespace commis::sql {

template <class E>
struct Spelling;

// In the order of the enumerators.
template <>
struct Spelling<domain::LineKind> {
    static constexpr std::array<std::string_view, 5> texts{"goods", "digital", "ticket", "service", "fee"};
};
template <>
struct Spelling<domain::UnitStatus> {
    static constexpr std::array<std::string_view, 3> texts{"active", "cancelled", "refunded"};
};
template <>
struct Spelling<domain::Access> {
    static constexpr std::array<std::string_view, 4> texts{"none", "granted", "revoked", "blocked"};
};
template <>
struct Spelling<domain::AttemptStatus> {
    static constexpr std::array<std::string_view, 8> texts{"initiated", "pending", "authorized", "captured",
                                                           "failed",    "voided",  "expired",    "unknown"};
};
template <>
struct Spelling<domain::Source> {
    static constexpr std::array<std::string_view, 3> texts{"gateway", "operator", "bank"};
};
template <>
struct Spelling<domain::EntryKind> {
    static constexpr std::array<std::string_view, 3> texts{"capture", "reversal", "chargeback"};
};
template <>
struct Spelling<domain::RefundExecution> {
    static constexpr std::array<std::string_view, 3> texts{"gateway", "recorded", "initiated"};
};
template <>
struct Spelling<domain::RefundStatus> {
    static constexpr std::array<std::string_view, 3> texts{"pending", "succeeded", "failed"};
};
template <>
struct Spelling<domain::HandMark> {
    static constexpr std::array<std::string_view, 3> texts{"none", "pending", "failed"};
};
template <>
struct Spelling<domain::DocumentKind> {
    static constexpr std::array<std::string_view, 6> texts{"order_form",  "invoice",       "receipt",
                                                           "credit_note", "delivery_note", "ticket"};
};

// How many enumerators an enum with an id of its own has.
template <class E>
inline constexpr int code_count = 0;
template <>
inline constexpr int code_count<domain::PaymentStatus> = domain::payment_status_count;
template <>
inline constexpr int code_count<domain::SummaryStatus> = domain::summary_status_count;
template <>
inline constexpr int code_count<domain::Stage> = 6;
template <>
inline constexpr int code_count<domain::Step> = domain::step_count;
template <>
inline constexpr int code_count<domain::Queue> = domain::queue_count;
template <>
inline constexpr int code_count<domain::MailKind> = domain::mail_kind_count;
template <>
inline constexpr int code_count<domain::Suppression> = domain::suppression_count;
template <>
inline constexpr int code_count<domain::EventType> = domain::event_type_count;
template <>
inline constexpr int code_count<domain::ActorKind> = 5;
template <>
inline constexpr int code_count<domain::Role> = 9;
template <>
inline constexpr int code_count<ports::MailStatus> = ports::mail_status_count;
template <>
inline constexpr int code_count<ports::JobStatus> = ports::job_status_count;

template <class E>
std::string_view code_of(E value) {
    if constexpr (code_count<E> != 0) {
        return id_of(value);
    } else {
        return Spelling<E>::texts[static_cast<std::size_t>(value)];
    }
}

// A text that no enumerator has means that the database was changed by another hand.
template <class E>
E from_code(std::string_view text) {
    int count = code_count<E>;
    if constexpr (code_count<E> == 0) count = static_cast<int>(Spelling<E>::texts.size());
    for (int number = 0; number < count; ++number) {
        if (code_of(static_cast<E>(number)) == text) return static_cast<E>(number);
    }
    throw Fault(FaultKind::corrupt, "unknown_code", "a row holds an unknown code: " + std::string(text));
}

}  // namespace commis::sql
