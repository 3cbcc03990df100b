// The sections of the buyer's page, each adding its own part to the model.
#pragma once

#include "domain/payment_details.hpp"
#include "domain/standing.hpp"
#include "features/buyer/page.hpp"

namespace commis::buyer {

std::optional<domain::PaymentDetails> transfer_details(const Reader& reader, const domain::Standing& standing);
// The path of the page where what is due is paid; empty without an open link.
std::string payment_path(const domain::Order& order);

void add_payment(ports::MailModel& model, const Reader& reader, const domain::Standing& standing);
void add_lines(ports::MailModel& model, const Reader& reader);
void add_shipments(ports::MailModel& model, const Reader& reader);
void add_documents(ports::MailModel& model, const Reader& reader);
void add_tickets(ports::MailModel& model, const Reader& reader);
void add_downloads(ports::MailModel& model, const Reader& reader, const std::vector<downloads::Offer>& downloads);
void add_requests(ports::MailModel& model, const Reader& reader);
// What may be asked for now, and why not.
void add_rights(ports::MailModel& model, const Reader& reader);

}  // namespace commis::buyer
