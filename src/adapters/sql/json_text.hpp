// Values that SQL never looks into, as JSON texts: addresses, tags, the contents of a parcel, an event's data.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/order.hpp"
#include "domain/shop.hpp"
#include "ports/bank_store.hpp"
#include "ports/job_store.hpp"

namespace commis::sql {

std::string to_json(const domain::Address& address);
std::string to_json(const std::vector<std::string>& texts);
std::string to_json(const std::vector<std::pair<std::string, std::string>>& pairs);
std::string to_json(const std::vector<domain::LinePart>& parts);
std::string to_json(const std::vector<domain::DocumentPart>& parts);
// Empty when nothing can be taken back.
std::string to_json(const std::optional<domain::UndoableMove>& move);
std::string to_json(const std::vector<domain::BankAccount>& accounts);
std::string to_json(const std::vector<domain::StaffRule>& rules);
std::string to_json(const std::map<std::string, std::int64_t>& counts);
std::string to_json(const std::vector<ports::JobFailure>& failures);
std::string to_json(const std::vector<ports::BankShare>& shares);

// The reverse. A text that this program did not write is a `corrupt` fault.
domain::Address address_from(std::string_view json);
std::vector<std::string> texts_from(std::string_view json);
std::vector<std::pair<std::string, std::string>> pairs_from(std::string_view json);
std::vector<domain::LinePart> parts_from(std::string_view json);
std::vector<domain::DocumentPart> document_parts_from(std::string_view json);
std::optional<domain::UndoableMove> move_from(std::string_view json);
std::vector<domain::BankAccount> accounts_from(std::string_view json);
std::vector<domain::StaffRule> staff_rules_from(std::string_view json);
std::string to_json(const std::vector<domain::GatewayConnection>& connections);
std::string to_json(const std::vector<domain::LabelAccount>& accounts);
std::vector<domain::GatewayConnection> connections_from(std::string_view json);
std::vector<domain::LabelAccount> label_accounts_from(std::string_view json);
std::map<std::string, std::int64_t> counts_from(std::string_view json);
std::vector<ports::JobFailure> failures_from(std::string_view json);
std::vector<ports::BankShare> shares_from(std::string_view json);

}  // namespace commis::sql
