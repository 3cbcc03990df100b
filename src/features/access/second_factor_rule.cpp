#include "features/access/second_factor_rule.hpp"

#include <algorithm>

#include "features/access/team.hpp"

namespace commis::access {

std::optional<std::int64_t> second_factor_due_ms(ports::Snapshot& snapshot, const Caller& caller) {
    if (!caller.operator_) return std::nullopt;
    const std::string& id = caller.operator_->id;
    const auto factor = snapshot.sign_ins().find_second_factor(id);
    if (factor && factor->is_on()) return std::nullopt;
    const auto demands = caller.is_admin ? snapshot.sign_ins().second_factor_demands_of_administrators()
                                         : snapshot.sign_ins().second_factor_demands(id);
    return domain::second_factor_due_ms(demands);
}

bool is_held_back(std::optional<std::int64_t> due_ms, std::int64_t now_ms) { return due_ms && *due_ms <= now_ms; }

domain::Result<domain::SecondFactorRule> set_second_factor_rule(ports::UnitOfWork& work, const Caller& caller,
                                                                const domain::Shop& shop,
                                                                domain::SecondFactorRule wanted) {
    if (!caller.rights_in(shop.id).has(domain::Right::team)) return domain::refuse(domain::Refusal::forbidden);
    std::vector<domain::FieldError> errors;
    for (std::size_t at = 0; at < wanted.roles.size(); ++at) {
        if (is_for_people(wanted.roles[at])) continue;
        errors.push_back({"/roles/" + std::to_string(at), "role_not_for_people", "not a role for people"});
    }
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    std::ranges::sort(wanted.roles);
    const auto repeated = std::ranges::unique(wanted.roles);
    wanted.roles.erase(repeated.begin(), repeated.end());
    work.sign_ins().save_second_factor_rule(shop.id, wanted);
    return wanted;
}

}  // namespace commis::access
