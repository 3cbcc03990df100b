// The settings of a profile as a JSON document: read strictly into domain::Profile, every fault named by its pointer.
// The files in profiles/ and the settings of a shop (GET and PATCH /shops/{shop}) have this one form.
#pragma once

#include <boost/json/object.hpp>
#include <expected>
#include <vector>

#include "domain/profile.hpp"
#include "domain/refusal.hpp"

namespace commis::system {

// Fills in everything but id, name and description, or names the members refused (pointers below /settings).
std::expected<domain::Profile, std::vector<domain::FieldError>> read_settings(const boost::json::object& settings);

}  // namespace commis::system
