// What is only words, looks and behaviour at the desk is left out of both documents; the rest is compared.
#include "features/shops/stored_values.hpp"

#include <array>
#include <boost/json/serialize.hpp>
#include <stdexcept>

#include "json/parse.hpp"

namespace commis::shops {
namespace {

using boost::json::object;

template <std::size_t N>
void leave_out(object& from, const std::array<const char*, N>& members) {
    for (const char* member : members) from.erase(member);
}

object what_counts(std::string_view settings_json) {
    static constexpr std::array<const char*, 9> of_settings{
        "columns", "list_shows", "payment_labels", "summary_labels",         "action_labels",
        "notify",  "apply",      "hold_period_s",  "notify_on_state_default"};
    static constexpr std::array<const char*, 3> of_state{"label", "color", "published"};
    static constexpr std::array<const char*, 4> of_method{"label", "instructions", "on", "per_customer"};
    auto document = json::parse(settings_json);
    if (!document || !document->is_object()) throw std::runtime_error("settings are no JSON object");
    object settings = std::move(document->get_object());
    leave_out(settings, of_settings);
    for (boost::json::value& state : settings.at("states").as_array()) leave_out(state.as_object(), of_state);
    for (auto& [id, method] : settings.at("payment_methods").as_object()) leave_out(method.as_object(), of_method);
    return settings;
}

}  // namespace

bool changes_stored_values(std::string_view before_json, std::string_view after_json) {
    return what_counts(before_json) != what_counts(after_json);
}

}  // namespace commis::shops
