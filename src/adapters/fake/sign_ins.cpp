#include "adapters/fake/sign_ins.hpp"

#include <algorithm>
#include <ranges>

namespace commis::fake {
namespace {

template <class Map>
auto value_of(const Map& map, std::string_view key) -> std::optional<typename Map::mapped_type> {
    const auto found = map.find(std::string(key));
    if (found == map.end()) return std::nullopt;
    return found->second;
}

bool matches(const ports::AuditFilter& filter, const ports::AuditEntry& entry) {
    return entry.position < filter.before_position && entry.at_ms >= filter.from_ms && entry.at_ms < filter.to_ms &&
           (filter.actor_id.empty() || entry.actor_id == filter.actor_id) &&
           (filter.kind.empty() || entry.kind == filter.kind);
}

}  // namespace

std::vector<ports::Session> SignInStore::sessions_of(std::string_view operator_id, std::int64_t now_ms) {
    std::vector<ports::Session> sessions;
    for (const auto& each : data_.sessions | std::views::values) {
        if (each.operator_id == operator_id && each.expires_at_ms > now_ms) sessions.push_back(each);
    }
    std::ranges::sort(sessions, [](const ports::Session& left, const ports::Session& right) {
        return std::tuple(-left.last_seen_at_ms, left.id) < std::tuple(-right.last_seen_at_ms, right.id);
    });
    return sessions;
}

std::optional<ports::SecondFactor> SignInStore::find_second_factor(std::string_view operator_id) {
    return value_of(data_.second_factors, operator_id);
}

std::int64_t SignInStore::count_recovery_codes(std::string_view operator_id) {
    const auto codes = value_of(data_.recovery_codes, operator_id);
    return codes ? std::ranges::count(*codes | std::views::values, false) : 0;
}

std::optional<ports::SignInStep> SignInStore::find_step(std::string_view token_hash) {
    return value_of(data_.sign_in_steps, token_hash);
}

void SignInStore::touch_session(std::string_view token_hash, std::int64_t now_ms, std::string_view address) {
    const auto found = data_.sessions.find(std::string(token_hash));
    if (found == data_.sessions.end()) return;
    found->second.last_seen_at_ms = now_ms;
    found->second.address = address;
}

bool SignInStore::delete_session(std::string_view operator_id, std::string_view session_id) {
    return std::erase_if(data_.sessions, [&](const auto& entry) {
               return entry.second.operator_id == operator_id && entry.second.id == session_id;
           }) == 1;
}

std::optional<ports::SecondFactor> SignInStore::lock_second_factor(std::string_view operator_id) {
    return find_second_factor(operator_id);
}

void SignInStore::save_second_factor(const ports::SecondFactor& factor) {
    data_.second_factors.insert_or_assign(factor.operator_id, factor);
}

void SignInStore::delete_second_factor(std::string_view operator_id) {
    data_.second_factors.erase(std::string(operator_id));
    data_.recovery_codes.erase(std::string(operator_id));
    std::erase_if(data_.sign_in_steps, [&](const auto& entry) { return entry.second.operator_id == operator_id; });
}

void SignInStore::replace_recovery_codes(std::string_view operator_id, const std::vector<std::string>& hashes) {
    auto& codes = data_.recovery_codes[std::string(operator_id)];
    codes.clear();
    for (const std::string& hash : hashes) codes.emplace(hash, false);
}

bool SignInStore::use_recovery_code(std::string_view operator_id, std::string_view hash, std::int64_t /*now_ms*/) {
    const auto codes = data_.recovery_codes.find(std::string(operator_id));
    if (codes == data_.recovery_codes.end()) return false;
    const auto found = codes->second.find(std::string(hash));
    if (found == codes->second.end() || found->second) return false;
    found->second = true;
    return true;
}

void SignInStore::save_step(const ports::SignInStep& step, std::int64_t now_ms) {
    std::erase_if(data_.sign_in_steps, [&](const auto& entry) { return entry.second.expires_at_ms <= now_ms; });
    data_.sign_in_steps.insert_or_assign(step.token_hash, step);
}

void SignInStore::delete_step(std::string_view token_hash) { data_.sign_in_steps.erase(std::string(token_hash)); }

std::int64_t SignInStore::count_failure(std::string_view key, std::int64_t now_ms, std::int64_t window_ms) {
    std::erase_if(data_.sign_in_failures, [&](const auto& entry) { return entry.second.until_ms <= now_ms; });
    ports::SignInFailures& failures = data_.sign_in_failures[std::string(key)];
    if (failures.count == 0) failures.until_ms = now_ms + window_ms;
    return ++failures.count;
}

std::optional<ports::SignInFailures> SignInStore::find_failures(std::string_view key, std::int64_t now_ms) {
    const auto found = value_of(data_.sign_in_failures, key);
    if (!found || found->until_ms <= now_ms) return std::nullopt;
    return found;
}

void SignInStore::take_back_failure(std::string_view key) {
    const auto found = data_.sign_in_failures.find(std::string(key));
    if (found != data_.sign_in_failures.end() && found->second.count > 0) found->second.count -= 1;
}

domain::SecondFactorRule SignInStore::second_factor_rule(std::int64_t shop_id) {
    const auto found = data_.second_factor_rules.find(shop_id);
    return found == data_.second_factor_rules.end() ? domain::SecondFactorRule{} : found->second;
}

std::vector<domain::SecondFactorDemand> SignInStore::second_factor_demands(std::string_view operator_id) {
    std::vector<domain::SecondFactorDemand> demands;
    const auto person = value_of(data_.operators, operator_id);
    if (!person) return demands;
    for (const ports::Membership& membership : person->memberships) {
        const auto found = data_.second_factor_rules.find(membership.shop_id);
        if (found != data_.second_factor_rules.end()) demands.push_back({membership.role, found->second});
    }
    return demands;
}

std::vector<domain::SecondFactorDemand> SignInStore::second_factor_demands_of_administrators() {
    std::vector<domain::SecondFactorDemand> demands;
    for (const auto& rule : data_.second_factor_rules | std::views::values) {
        demands.push_back({domain::Role::admin, rule});
    }
    return demands;
}

void SignInStore::save_second_factor_rule(std::int64_t shop_id, const domain::SecondFactorRule& rule) {
    if (rule.roles.empty()) {
        data_.second_factor_rules.erase(shop_id);
    } else {
        data_.second_factor_rules.insert_or_assign(shop_id, rule);
    }
}

void SignInStore::forget_failures(std::string_view key) { data_.sign_in_failures.erase(std::string(key)); }

std::vector<ports::AuditEntry> AuditStore::list(const ports::AuditFilter& filter) {
    std::vector<ports::AuditEntry> found;
    for (const ports::AuditEntry& entry : data_.audit[filter.shop_id] | std::views::reverse) {
        if (std::ssize(found) < filter.limit && matches(filter, entry)) found.push_back(entry);
    }
    return found;
}

std::vector<ports::AuditEntry> AuditStore::after(std::int64_t shop_id, std::int64_t position, std::int32_t limit) {
    std::vector<ports::AuditEntry> found;
    for (const ports::AuditEntry& entry : data_.audit[shop_id]) {
        if (std::ssize(found) < limit && entry.position > position) found.push_back(entry);
    }
    return found;
}

ports::AuditEnd AuditStore::end(std::int64_t shop_id) {
    const auto& entries = data_.audit[shop_id];
    if (entries.empty()) return {};
    return {entries.back().position, entries.back().digest};
}

ports::AuditEnd AuditStore::lock_end(std::int64_t shop_id) { return end(shop_id); }

void AuditStore::append(const ports::AuditEntry& entry) { data_.audit[entry.shop_id].push_back(entry); }

}  // namespace commis::fake
