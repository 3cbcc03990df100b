// An order's facts as one JSON value without personal data, and what one decision changed of them as a merge patch
// (RFC 7396) back to the facts before it. A member at its neutral value is left out, so patches stay short.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "domain/order.hpp"

namespace commis::sql {

boost::json::object facts_of(const domain::Order& order);

// The reverse; people are empty. A value that this program did not write is a `corrupt` fault.
domain::Order order_from(const boost::json::object& facts);

// What turns the facts after a decision into those before it: the members that differ, lists whole. The version is
// always among them.
std::string patch_back(const domain::Order& before, const domain::Order& after);

// The parts of a request as they stand in its row.
std::string to_json(const std::vector<domain::RequestPart>& parts);
std::vector<domain::RequestPart> request_parts_from(std::string_view json);

// Applies such a patch; an empty text changes nothing.
void apply_patch(boost::json::object& facts, std::string_view patch);

}  // namespace commis::sql
