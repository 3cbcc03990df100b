// JSON merge patches (RFC 7396), as settings are changed and kept: a member replaces, null takes away.
#pragma once

#include <boost/json/object.hpp>

namespace commis::system {

void merge_patch(boost::json::object& target, const boost::json::object& patch);

}  // namespace commis::system
