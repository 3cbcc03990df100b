#include "adapters/system/profiles.hpp"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <stdexcept>

#include "adapters/system/assets.hpp"
#include "adapters/system/merge_patch.hpp"
#include "adapters/system/settings_document.hpp"
#include "json/parse.hpp"

namespace commis::system {
namespace {

using boost::json::object;

constexpr std::array<std::string_view, 6> profile_ids{"neutral",    "client-gallery",     "web-shop",
                                                      "swiss-shop", "event-registration", "nordic-shop"};

object parse_object(std::string_view text, const std::string& what) {
    auto value = json::parse(text);
    if (!value || !value->is_object()) throw std::runtime_error(what + " is not a JSON object");
    return std::move(value->get_object());
}

domain::Words words_of(const boost::json::value& value) {
    const auto text = [&](const char* language) { return std::string(value.at(language).as_string()); };
    return {text("en"), text("fr"), text("da"), text("de")};
}

std::runtime_error misfit(const std::string& what, const std::vector<domain::FieldError>& errors) {
    return std::runtime_error(what + ": " + errors.front().field + " " + errors.front().code);
}

// The shipped state with this id, or an empty one for a state of the shop's own.
object shipped_state(const object& settings, const boost::json::value& id) {
    for (const boost::json::value& state : settings.at("states").as_array()) {
        if (state.at("id") == id) return state.get_object();
    }
    return {};
}

// The profile's settings with the shop's changes.
object overlay(object settings, const object& changes) {
    object rest = changes;
    const auto* states = changes.if_contains("states");
    if (states != nullptr && states->is_array()) {
        boost::json::array whole;
        for (const boost::json::value& changed : states->get_array()) {
            const auto* state = changed.if_object();
            const auto* id = state != nullptr ? state->if_contains("id") : nullptr;
            if (id == nullptr) {
                whole.push_back(changed);
                continue;
            }
            object merged = shipped_state(settings, *id);
            merge_patch(merged, *state);
            whole.push_back(std::move(merged));
        }
        rest["states"] = std::move(whole);
    }
    merge_patch(settings, rest);
    return settings;
}

domain::Profile with_identity(domain::Profile profile, const domain::Profile& shipped) {
    profile.id = shipped.id;
    profile.name = shipped.name;
    profile.description = shipped.description;
    return profile;
}

}  // namespace

ProfileCatalogue::ProfileCatalogue() {
    for (const std::string_view id : profile_ids) {
        const std::string path = "profiles/" + std::string(id) + ".json";
        const assets::Asset* asset = assets::find(path);
        if (asset == nullptr) throw std::runtime_error(path + " is missing");
        const object document = parse_object(asset->raw, path);
        object settings = document.at("settings").as_object();
        auto profile = read_settings(settings);
        if (!profile) throw misfit(path, profile.error());
        profile->id = document.at("id").as_string();
        profile->name = words_of(document.at("name"));
        profile->description = words_of(document.at("description"));
        if (profile->id != id) throw std::runtime_error(path + " names another profile");
        auto shared = std::make_shared<const domain::Profile>(std::move(*profile));
        shipped_.emplace(id, Shipped{std::move(settings), std::move(shared)});
    }
}

const ProfileCatalogue::Shipped& ProfileCatalogue::shipped_of(const domain::Shop& shop) const {
    const auto at = shipped_.find(shop.profile_id);
    if (at == shipped_.end()) throw std::runtime_error("shop " + shop.handle + " has no known profile");
    return at->second;
}

std::shared_ptr<const domain::Profile> ProfileCatalogue::of(const domain::Shop& shop) {
    const Shipped& base = shipped_of(shop);
    if (shop.settings_json.empty() || shop.settings_json == "{}") return base.profile;
    const std::scoped_lock lock(mutex_);
    Cached& cached = cache_[shop.id];
    if (cached.profile && cached.version == shop.version && cached.profile_id == shop.profile_id &&
        cached.changes == shop.settings_json) {
        return cached.profile;
    }
    const std::string what = "the settings of shop " + shop.handle;
    auto profile = read_settings(overlay(base.settings, parse_object(shop.settings_json, what)));
    if (!profile) throw misfit(what, profile.error());
    auto shared = std::make_shared<const domain::Profile>(with_identity(std::move(*profile), *base.profile));
    cached = {shop.version, shop.profile_id, shop.settings_json, shared};
    return shared;
}

std::shared_ptr<const domain::Profile> ProfileCatalogue::shipped(std::string_view profile_id) {
    const auto at = shipped_.find(profile_id);
    return at == shipped_.end() ? nullptr : at->second.profile;
}

std::vector<std::string> ProfileCatalogue::ids() const { return {profile_ids.begin(), profile_ids.end()}; }

std::string ProfileCatalogue::settings_json(const domain::Shop& shop) {
    const Shipped& base = shipped_of(shop);
    if (shop.settings_json.empty()) return boost::json::serialize(base.settings);
    const object changes = parse_object(shop.settings_json, "the settings of shop " + shop.handle);
    return boost::json::serialize(overlay(base.settings, changes));
}

std::expected<std::string, std::vector<domain::FieldError>> ProfileCatalogue::merge(const domain::Shop& shop,
                                                                                    std::string_view patch_json) {
    const Shipped& base = shipped_of(shop);
    const auto patch = json::parse(patch_json);
    if (!patch || !patch->is_object()) {
        return std::unexpected(std::vector{domain::FieldError{"/settings", "wrong_type", "Must be an object."}});
    }
    const std::string what = "the settings of shop " + shop.handle;
    object changes = shop.settings_json.empty() ? object{} : parse_object(shop.settings_json, what);
    merge_patch(changes, patch->get_object());
    if (auto profile = read_settings(overlay(base.settings, changes)); !profile) {
        return std::unexpected(std::move(profile.error()));
    }
    return boost::json::serialize(changes);
}

}  // namespace commis::system
