// All codes that filters take, with their words, so that the desk shows them without knowing any.
#pragma once

#include <string>
#include <string_view>

#include "domain/profile.hpp"
#include "features/services.hpp"
#include "json/writer.hpp"

namespace commis::http {

// "gateway", "offline", "on_delivery" or "free".
std::string_view kind_id(domain::MethodKind kind);

// Writes the member `vocabulary`; with a profile in its words, else in the product's.
void write_vocabulary(json::Writer& writer, const Services& services, const std::string& language,
                      const domain::Profile* profile);

}  // namespace commis::http
