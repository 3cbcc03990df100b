// The stored spelling of every enumerator is its own id, which is never changed once a database may hold it.
#pragma once

#include <string>
#include <string_view>

#include "adapters/sql/engine/fault.hpp"
#include "domain/bounce.hpp"
#include "domain/event.hpp"
#include "domain/next_step.hpp"
#include "domain/notify.hpp"
#include "domain/order.hpp"
#include "domain/rights.hpp"
#include "domain/standing.hpp"
#include "domain/webhook.hpp"
#include "ports/bank_store.hpp"
#include "ports/gateway_store.hpp"
#include "ports/job_store.hpp"
#include "ports/outbox.hpp"

namespace commis::sql {

// How many enumerators an enum has.
template <class E>
inline constexpr int code_count = 0;
template <>
inline constexpr int code_count<domain::LineKind> = 5;
template <>
inline constexpr int code_count<domain::UnitStatus> = 3;
template <>
inline constexpr int code_count<domain::Access> = 4;
template <>
inline constexpr int code_count<domain::DocumentKind> = 6;
template <>
inline constexpr int code_count<domain::RequestKind> = domain::request_kind_count;
template <>
inline constexpr int code_count<domain::RequestStatus> = domain::request_status_count;
template <>
inline constexpr int code_count<domain::ReturnReason> = domain::return_reason_count;
template <>
inline constexpr int code_count<domain::AttemptStatus> = 8;
template <>
inline constexpr int code_count<domain::Source> = 3;
template <>
inline constexpr int code_count<domain::EntryKind> = 3;
template <>
inline constexpr int code_count<domain::RefundExecution> = 3;
template <>
inline constexpr int code_count<domain::RefundStatus> = 3;
template <>
inline constexpr int code_count<domain::CallKind> = 4;
template <>
inline constexpr int code_count<domain::CallStatus> = 5;
template <>
inline constexpr int code_count<ports::NoticeStatus> = 5;
template <>
inline constexpr int code_count<domain::HandMark> = 3;
template <>
inline constexpr int code_count<domain::Task> = domain::task_count;
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
inline constexpr int code_count<ports::JobItemStatus> = ports::job_item_status_count;
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
inline constexpr int code_count<domain::BounceVerdict> = domain::bounce_verdict_count;
template <>
inline constexpr int code_count<domain::BounceCause> = domain::bounce_cause_count;
template <>
inline constexpr int code_count<domain::BounceMatch> = domain::bounce_match_count;
template <>
inline constexpr int code_count<ports::MailStatus> = ports::mail_status_count;
template <>
inline constexpr int code_count<domain::DeliveryStatus> = domain::delivery_status_count;
template <>
inline constexpr int code_count<domain::WebhookOff> = domain::webhook_off_count;
template <>
inline constexpr int code_count<ports::JobStatus> = ports::job_status_count;
template <>
inline constexpr int code_count<ports::BankStatus> = ports::bank_status_count;

template <class E>
std::string_view code_of(E value) {
    return id_of(value);
}

// A text that no enumerator has means that the database was changed by another hand.
template <class E>
E from_code(std::string_view text) {
    static_assert(code_count<E> > 0, "count its enumerators above");
    for (int number = 0; number < code_count<E>; ++number) {
        if (code_of(static_cast<E>(number)) == text) return static_cast<E>(number);
    }
    throw Fault(FaultKind::corrupt, "unknown_code", "a row holds an unknown code: " + std::string(text));
}

}  // namespace commis::sql
