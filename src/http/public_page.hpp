// Pages that are opened by whoever holds a link: no script, no cookie, in no cache and in no search.
#pragma once

#include <string>
#include <string_view>

#include "http/call.hpp"

namespace commis::http {

void keep_private(Response& response);

// A page of templates/pages. Its forms lead to its own site, unless more is named.
Response public_page(const Site& site, int status, std::string_view name, const ports::MailModel& model,
                     const std::string& form_targets = "'self'");

// A few words and nothing of any order, in the language the reader's browser asks for: "<key>_title" and "<key>".
Response plain_page(const Site& site, const Request& request, int status, const std::string& key);

}  // namespace commis::http
