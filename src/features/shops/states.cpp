// A list of states becomes a change of the shop's settings, so that the rules of settings hold for it, too.
#include "features/shops/states.hpp"

#include "json/writer.hpp"

namespace commis::shops {
namespace {

void write_state(json::Writer& writer, const domain::State& state) {
    writer.object().member("id", state.id).member("stage", domain::id_of(state.stage));
    writer.key("label").object().member("en", state.label.en).member("fr", state.label.fr);
    writer.member("da", state.label.da).member("de", state.label.de).end();
    writer.member("color", state.color).member("initial_only", state.initial_only);
    writer.member("published", state.published).key("allowed_from").array();
    for (const std::string& id : state.allowed_from) writer.value(id);
    writer.end().end();
}

// The profile's own list is no change of the shop's: it stays the profile's, whatever a new version says.
std::string patch_for(const domain::Profile& shipped, const std::vector<domain::State>& states) {
    std::string patch;
    json::Writer writer(patch);
    writer.object().key("states");
    if (states == shipped.states) {
        writer.null();
    } else {
        writer.array();
        for (const domain::State& state : states) write_state(writer, state);
        writer.end();
    }
    writer.end();
    return patch;
}

const std::string& own_label(const domain::Words& words, std::string_view language) {
    return language == "fr" ? words.fr : language == "da" ? words.da : language == "de" ? words.de : words.en;
}

}  // namespace

std::vector<StateCount> count_states(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop) {
    std::vector<StateCount> counts;
    for (const domain::State& state : services.profiles.of(shop)->states) {
        ports::OrderFilter filter;
        filter.shop_ids = {shop.id};
        filter.states = {state.id};
        counts.push_back({state, snapshot.orders().count(filter)});
    }
    return counts;
}

domain::Result<domain::Shop> replace_states(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                            const domain::Shop& shop, const std::vector<domain::State>& states,
                                            const std::function<bool(std::int64_t)>& allows) {
    std::vector<domain::FieldError> errors;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (!own_label(states[i].label, shop.language).empty()) continue;
        errors.push_back({"/states/" + std::to_string(i) + "/labels/" + shop.language, "required",
                          "a label in the shop's own language"});
    }
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    ShopChange change;
    change.settings_patch_json = patch_for(*services.profiles.shipped(shop.profile_id), states);
    change.allows = allows;
    auto changed = update(work, services, caller, shop.id, change);
    if (changed) return changed;
    for (domain::FieldError& error : changed.error().fields) {
        if (error.field.starts_with("/settings")) error.field.erase(0, std::string_view("/settings").size());
        if (const auto at = error.field.find("/label"); at != std::string::npos) {
            error.field.replace(at, std::string_view("/label").size(), "/labels");
        }
    }
    return changed;
}

}  // namespace commis::shops
