// Each rule names the member at fault, so that a form can show it there.
#include "domain/settings_rules.hpp"

namespace commis::domain {
namespace {

using Errors = std::vector<FieldError>;

void check_states(Errors& errors, const std::vector<State>& states) {
    const auto at = [](std::size_t index, const char* member) {
        return "/settings/states/" + std::to_string(index) + member;
    };
    if (states.front().stage != Stage::new_) {
        errors.push_back({at(0, "/stage"), "first_not_new", "orders start in the first state, so its stage is new"});
    }
    bool has_cancelled = false;
    for (std::size_t i = 0; i < states.size(); ++i) {
        has_cancelled = has_cancelled || states[i].stage == Stage::cancelled;
        if (i == 0 || !states[i].initial_only) continue;
        errors.push_back({at(i, "/initial_only"), "initial_only_not_first", "no order could ever come here"});
    }
    if (has_cancelled) return;
    errors.push_back({"/settings/states", "no_cancelled_state", "one state of stage cancelled must be left"});
}

void check_schedule(Errors& errors, const PaymentMethod& method) {
    const std::string list = "/settings/payment_methods/" + method.id + "/dunning/";
    for (std::size_t i = 1; i < method.dunning.size(); ++i) {
        if (method.dunning[i].day <= method.dunning[i - 1].day) {
            errors.push_back({list + std::to_string(i) + "/day", "days_not_rising", "later than the step before"});
        }
        if (method.dunning[i - 1].action == "delete") {
            errors.push_back({list + std::to_string(i - 1) + "/action", "delete_not_last", "nothing follows removal"});
        }
    }
}

}  // namespace

Errors check_settings(const Profile& profile) {
    Errors errors;
    check_states(errors, profile.states);
    for (const PaymentMethod& method : profile.methods) check_schedule(errors, method);
    return errors;
}

std::vector<std::string> removed_states(const Profile& before, const Profile& after) {
    std::vector<std::string> removed;
    for (const State& state : before.states) {
        if (after.find_state(state.id) == nullptr) removed.push_back(state.id);
    }
    return removed;
}

}  // namespace commis::domain
