// Orders as the API shows them: the facts, every derived figure, and the words for each code in the call's language.
#pragma once

#include <string>
#include <vector>

#include "domain/decisions/decision.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"
#include "json/writer.hpp"
#include "ports/books_store.hpp"
#include "ports/order_reader.hpp"
#include "ports/outbox.hpp"

namespace commis::http {

// What is to be said of one order beside its facts.
struct OrderExtras {
    bool has_draft = false;                              // A revision is kept beside it.
    std::vector<ports::AccountingTransfer> transfers{};  // Of its documents.
    std::int64_t as_of = 0;  // The event that a look back stops after; 0: the order as it is now.
};

// What it takes to put an order into words.
struct OrderView {
    const Services& services;
    const domain::Shop& shop;
    const domain::Profile& profile;
    const std::string& language;
    domain::Rights rights;
    OrderExtras order{};
};

void write_order(json::Writer& writer, const OrderView& view, const domain::Order& order);
void write_order_row(json::Writer& writer, const OrderView& view, const ports::OrderRow& row);
void write_timeline_entry(json::Writer& writer, const OrderView& view, const domain::Order& order,
                          const ports::TimelineEntry& entry);
// What an action would do: the order after it, the mails, papers and moves of stock, the amounts before and after.
void write_preview(json::Writer& writer, const OrderView& view, const domain::Order& before,
                   const domain::Decision& decision);

// The status of a mail as it is shown: a queued one whose time has not come is `held`.
std::string shown_status(const ports::MailRow& mail, std::int64_t now_ms);
void write_mail_brief(json::Writer& writer, const OrderView& view, const ports::MailRow& mail);

// Labels, profile first.
std::string payment_label(const OrderView& view, domain::PaymentStatus worded);
std::string method_label(const OrderView& view, const std::string& method_id);

}  // namespace commis::http
