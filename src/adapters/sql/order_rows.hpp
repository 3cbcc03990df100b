// The facts of an order as the values of rows, for inserting them.
#pragma once

#include "adapters/sql/values.hpp"
#include "domain/decisions/decision.hpp"
#include "domain/projection.hpp"

namespace commis::sql {

// Which of the rarer tables hold rows of an order.
inline constexpr std::int64_t has_units = 1;
inline constexpr std::int64_t has_refunds = 2;
inline constexpr std::int64_t has_shipments = 4;
inline constexpr std::int64_t has_documents = 8;
inline constexpr std::int64_t has_payments = 16;
inline constexpr std::int64_t has_entries = 32;
inline constexpr std::int64_t has_calls = 64;
inline constexpr std::int64_t has_requests = 128;
std::int64_t parts_of(const domain::Order& order);

void add_order(Values& values, const domain::Order& order, const domain::Projection& projection);
// When, by whom and why; nothing of it when the order was not removed.
void add_removal(Values& values, const std::optional<domain::Removal>& removed);
void add_line(Values& values, const domain::Order& order, std::size_t position);
void add_unit(Values& values, const domain::Order& order, const domain::Line& line, std::size_t position);
void add_payment(Values& values, const domain::Order& order, std::size_t position);
void add_entry(Values& values, const domain::Order& order, std::size_t position);
void add_refund(Values& values, const domain::Order& order, std::size_t position);
void add_call(Values& values, const domain::Order& order, std::size_t position);
void add_shipment(Values& values, const domain::Order& order, std::size_t position);
void add_document(Values& values, const domain::Order& order, std::size_t position);
void add_request(Values& values, const domain::Order& order, std::size_t position);
// `before` is what the decision changed, for its first event.
void add_event(Values& values, const domain::Order& order, const domain::Event& event, std::string_view before);
void add_mail(Values& values, const domain::Order& order, const domain::MailIntent& mail, std::string mail_id,
              std::int64_t created_at_ms);

// The town that a list shows: where the bill goes, else where the goods go.
const domain::Address& listed_address(const domain::Order& order);

}  // namespace commis::sql
