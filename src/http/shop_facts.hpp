// What a shop has set, as JSON: for its answers, and for the audit trail, which shows what a change changed.
#pragma once

#include <string>

#include "domain/shop.hpp"
#include "features/services.hpp"
#include "json/writer.hpp"

namespace commis::http {

void write_legal_and_mail(json::Writer& writer, const domain::Shop& shop);
void write_retention(json::Writer& writer, const domain::RetentionSettings& retention);
void write_papers(json::Writer& writer, const domain::PaperSettings& papers);

// What settings and team change, without credentials: settings, accounts, number ranges, people with their roles,
// tokens by name. Of templates and webhooks the trail has what was asked.
std::string shop_facts(const Services& services, ports::Snapshot& snapshot, const domain::Shop& shop);

}  // namespace commis::http
