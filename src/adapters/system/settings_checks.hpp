// What the types of a settings document can't say: ids are ids, references lead somewhere, figures are within reason.
#pragma once

#include <cstdint>
#include <string_view>

#include "domain/profile.hpp"
#include "json/read.hpp"

namespace commis::system {

void check_range(std::int64_t value, std::int64_t low, std::int64_t high, std::string_view member,
                 json::Findings& findings);

void check_profile(const domain::Profile& profile, json::Findings& findings);

}  // namespace commis::system
