// Pieces of an order's answer that are words: used by the order, the list and the timeline alike.
#pragma once

#include <string>
#include <string_view>

#include "domain/next_step.hpp"
#include "domain/notify.hpp"
#include "http/order_json.hpp"

namespace commis::http {

const std::string& word(const OrderView& view, const std::string& group, std::string_view code);
// What a mail is called, a copy for the staff told apart.
std::string mail_label(const OrderView& view, domain::MailKind kind, bool is_copy);
// Why a payment service declined; a code that we have no words for is shown as it came.
std::string decline_text(const OrderView& view, const std::string& reason);
// Why a buyer wants the money back; what an acquirer said in its own words is shown as it came.
std::string chargeback_text(const OrderView& view, const std::string& reason);
std::string money_text(const OrderView& view, std::int64_t amount_minor, const domain::Currency& currency);

// The code and, as `<name>_text`, its sentence; both null without a refusal.
void write_refusal(json::Writer& writer, const OrderView& view, const char* name,
                   const std::optional<domain::Refusal>& code);

// Why a mail does not leave: `reason` and `reason_text`, null when it does.
void write_suppression(json::Writer& writer, const OrderView& view, domain::Suppression reason);

// Each writes its member into the open object.
void write_summary(json::Writer& writer, const OrderView& view, domain::SummaryStatus status, std::int64_t active,
                   std::int64_t total);
void write_state(json::Writer& writer, const OrderView& view, const std::string& state_id);
void write_next_step(json::Writer& writer, const OrderView& view, const domain::NextStep& next,
                     const domain::Currency& currency);
// One action with its answer, as an object.
void write_action(json::Writer& writer, const OrderView& view, const domain::Standing& standing, domain::Action action);
void write_actions(json::Writer& writer, const OrderView& view, const domain::Standing& standing);
void write_state_choices(json::Writer& writer, const OrderView& view, const domain::Order& order);

}  // namespace commis::http
