// Look-ups in a profile.
#include "domain/profile.hpp"

#include <algorithm>
#include <array>

namespace commis::domain {
namespace {

constexpr std::array<std::string_view, 6> stage_ids{"new",     "processing", "on_hold",
                                                    "shipped", "completed",  "cancelled"};

}  // namespace

std::string_view id_of(Stage stage) { return stage_ids[static_cast<std::size_t>(stage)]; }

std::optional<Stage> find_stage(std::string_view id) {
    const auto at = std::ranges::find(stage_ids, id);
    if (at == stage_ids.end()) return std::nullopt;
    return static_cast<Stage>(at - stage_ids.begin());
}

const std::string& Words::in(std::string_view language) const {
    const std::string& wanted = language.starts_with("fr")   ? fr
                                : language.starts_with("da") ? da
                                : language.starts_with("de") ? de
                                                             : en;
    return wanted.empty() ? en : wanted;
}

const State* Profile::find_state(std::string_view state_id) const {
    const auto at = std::ranges::find(states, state_id, &State::id);
    return at == states.end() ? nullptr : &*at;
}

const State* Profile::first_of(Stage stage) const {
    const auto at = std::ranges::find(states, stage, &State::stage);
    return at == states.end() ? nullptr : &*at;
}

const PaymentMethod* Profile::find_method(std::string_view method_id) const {
    const auto at = std::ranges::find(methods, method_id, &PaymentMethod::id);
    return at == methods.end() ? nullptr : &*at;
}

MethodKind Profile::kind_of(std::string_view method_id) const {
    const PaymentMethod* method = find_method(method_id);
    return method == nullptr ? MethodKind::offline : method->kind;
}

}  // namespace commis::domain
