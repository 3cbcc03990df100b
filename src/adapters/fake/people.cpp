// Teams, invitations and a shop's own mail texts in memory.
#include <algorithm>

#include "adapters/fake/desk.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::fake {
namespace {

auto tuple_of(const ports::TemplateKey& key) {
    return std::tuple{key.shop_id, key.event, key.language, key.ticket_type};
}

}  // namespace

std::optional<ports::Operator> AccessStore::lock_operator(std::string_view operator_id) {
    return find_operator(operator_id);
}

void AccessStore::save_membership(std::string_view operator_id, const ports::Membership& membership) {
    delete_membership(membership.shop_id, operator_id);
    auto& memberships = data_.operators.at(std::string(operator_id)).memberships;
    memberships.push_back(membership);
    std::ranges::sort(memberships, {}, &ports::Membership::shop_id);
}

bool AccessStore::delete_membership(std::int64_t shop_id, std::string_view operator_id) {
    const auto found = data_.operators.find(std::string(operator_id));
    if (found == data_.operators.end()) return false;
    return std::erase_if(found->second.memberships,
                         [&](const ports::Membership& each) { return each.shop_id == shop_id; }) == 1;
}

std::vector<ports::Member> AccessStore::list_members(std::int64_t shop_id) {
    std::vector<ports::Member> members;
    for (const auto& [id, each] : data_.operators) {
        const auto at = std::ranges::find(each.memberships, shop_id, &ports::Membership::shop_id);
        if (at == each.memberships.end()) continue;
        const auto factor = data_.second_factors.find(id);
        const bool has_factor = factor != data_.second_factors.end() && factor->second.is_on();
        members.push_back({id, each.name, each.email, at->role, at->since_ms, each.last_seen_at_ms, has_factor});
    }
    std::ranges::sort(members, {}, [](const ports::Member& member) { return sql::case_key(member.email); });
    return members;
}

std::vector<ports::Member> AccessStore::lock_members(std::int64_t shop_id) { return list_members(shop_id); }

std::vector<ports::Invitation> AccessStore::list_invitations(std::int64_t shop_id) {
    std::vector<ports::Invitation> invitations;
    for (const auto& [hash, each] : data_.invitations) {
        if (each.shop_id == shop_id) invitations.push_back(each);
    }
    for (ports::Invitation& each : invitations) each.token_hash.clear();
    std::ranges::sort(invitations, {}, [](const ports::Invitation& each) { return sql::case_key(each.email); });
    return invitations;
}

std::optional<ports::Invitation> AccessStore::find_invitation(std::string_view token_hash) {
    const auto found = data_.invitations.find(std::string(token_hash));
    if (found == data_.invitations.end()) return std::nullopt;
    return found->second;
}

void AccessStore::replace_invitation(const ports::Invitation& invitation) {
    std::erase_if(data_.invitations, [&](const auto& entry) {
        return entry.second.shop_id == invitation.shop_id &&
               sql::case_key(entry.second.email) == sql::case_key(invitation.email);
    });
    data_.invitations.emplace(invitation.token_hash, invitation);
}

bool AccessStore::delete_invitation(std::int64_t shop_id, std::string_view invitation_id) {
    return std::erase_if(data_.invitations, [&](const auto& entry) {
               return entry.second.shop_id == shop_id && entry.second.id == invitation_id;
           }) == 1;
}

void AccessStore::touch_operator(std::string_view operator_id, std::int64_t now_ms) {
    const auto found = data_.operators.find(std::string(operator_id));
    if (found != data_.operators.end()) found->second.last_seen_at_ms = now_ms;
}

std::int64_t AccessStore::count_sessions(std::string_view operator_id, std::int64_t now_ms) {
    return std::ranges::count_if(data_.sessions, [&](const auto& entry) {
        return entry.second.operator_id == operator_id && entry.second.expires_at_ms > now_ms;
    });
}

std::int64_t AccessStore::delete_other_sessions(std::string_view operator_id, std::string_view kept_hash) {
    return static_cast<std::int64_t>(std::erase_if(data_.sessions, [&](const auto& entry) {
        return entry.second.operator_id == operator_id && entry.first != kept_hash;
    }));
}

std::vector<ports::MailTemplate> TemplateStore::list(std::int64_t shop_id) {
    std::vector<ports::MailTemplate> templates;
    for (const auto& [key, each] : data_.templates) {
        if (each.key.shop_id != shop_id) continue;
        templates.push_back(each);
        templates.back().body.clear();
    }
    return templates;
}

std::optional<ports::MailTemplate> TemplateStore::find(const ports::TemplateKey& key) {
    const auto found = data_.templates.find(tuple_of(key));
    if (found == data_.templates.end()) return std::nullopt;
    return found->second;
}

void TemplateStore::insert(const ports::MailTemplate& changed) {
    if (!data_.templates.emplace(tuple_of(changed.key), changed).second) throw ports::AlreadyExists("mail_templates");
}

bool TemplateStore::update(const ports::MailTemplate& changed) {
    const auto found = data_.templates.find(tuple_of(changed.key));
    if (found == data_.templates.end() || found->second.version != changed.version - 1) return false;
    found->second = changed;
    return true;
}

bool TemplateStore::remove(const ports::TemplateKey& key) { return data_.templates.erase(tuple_of(key)) == 1; }

}  // namespace commis::fake
