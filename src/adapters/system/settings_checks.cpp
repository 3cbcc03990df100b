#include "adapters/system/settings_checks.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "domain/actions.hpp"
#include "domain/standing.hpp"

namespace commis::system {
namespace {

using domain::Words;
using json::Findings;
using json::Place;

constexpr std::size_t id_length_max = 50;
constexpr std::size_t label_length_max = 200;
constexpr std::size_t instructions_length_max = 4'000;

// The columns that an order list can have; the desk draws these.
constexpr std::array<std::string_view, 20> column_ids{
    "number",   "shop",  "buyer", "summary",    "payment",   "state",      "next_step",
    "quantity", "total", "due",   "promo_code", "placed_at", "updated_at", "payment_method",
    "company",  "email", "city",  "country",    "channel",   "tags",
};

bool is_id(std::string_view text) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= id_length_max && is_letter(text.front()) &&
           std::ranges::all_of(text, [&](char c) { return is_letter(c) || c == '_' || c == '-'; });
}

bool is_color(std::string_view text) {
    if (text.starts_with('#')) {
        text.remove_prefix(1);
        return text.size() == 6 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    }
    return !text.empty() && text.size() <= 30 && std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

void check_words(const Words& words, const Place& place, std::size_t length_max, Findings& findings) {
    const std::array<std::pair<std::string_view, const std::string*>, 4> texts{
        {{"en", &words.en}, {"fr", &words.fr}, {"da", &words.da}, {"de", &words.de}}};
    for (const auto& [language, text] : texts) {
        if (text->size() <= length_max) continue;
        findings.add(place.member(language), "too_long", "At most " + std::to_string(length_max) + " bytes.");
    }
}

void check_label(const Words& words, const Place& place, Findings& findings) {
    if (words.en.empty()) findings.add(place, "required", "A text in at least one language is needed.");
    check_words(words, place, label_length_max, findings);
}

void check_id(std::string_view id, std::set<std::string_view>& seen, const Place& place, Findings& findings) {
    if (!is_id(id)) findings.add(place, "invalid_id", "Lower-case letters, digits, _ and -, at most 50.");
    if (!seen.insert(id).second) findings.add(place, "duplicate_id", "This id is there twice.");
}

void check_state(const domain::State& state, const domain::Profile& profile, const Place& place, Findings& findings) {
    check_label(state.label, place.member("label"), findings);
    if (!is_color(state.color)) {
        findings.add(place.member("color"), "invalid_color", "A CSS colour name or #rrggbb.");
    }
    const Place sources = place.member("allowed_from");
    for (std::size_t i = 0; i < state.allowed_from.size(); ++i) {
        if (profile.find_state(state.allowed_from[i]) != nullptr) continue;
        findings.add(sources.element(i), "unknown_state", "The list has no such state.");
    }
}

void check_states(const domain::Profile& profile, const Place& root, Findings& findings) {
    const Place list = root.member("states");
    if (profile.states.size() > 100) return findings.add(list, "too_many", "At most 100 states.");
    if (profile.first_of(domain::Stage::new_) == nullptr) {
        findings.add(list, "no_new_state", "One state of stage new must be left, where orders start.");
    }
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < profile.states.size(); ++i) {
        const Place place = list.element(i);
        check_id(profile.states[i].id, seen, place.member("id"), findings);
        check_state(profile.states[i], profile, place, findings);
    }
}

void check_dunning(const std::vector<domain::DunningStep>& steps, const Place& place, Findings& findings) {
    if (steps.size() > 20) return findings.add(place, "too_many", "At most 20 steps.");
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Place step = place.element(i);
        if (steps[i].day < 1 || steps[i].day > 365) {
            findings.add(step.member("day"), "out_of_range", "Must be from 1 to 365.");
        }
        if (steps[i].action != "remind" && steps[i].action != "delete") {
            findings.add(step.member("action"), "unknown_value", "Must be one of: remind, delete.");
        }
    }
}

void check_methods(const domain::Profile& profile, const Place& root, Findings& findings) {
    const Place list = root.member("payment_methods");
    if (profile.methods.size() > 50) return findings.add(list, "too_many", "At most 50 payment methods.");
    std::set<std::string_view> seen;
    for (const domain::PaymentMethod& method : profile.methods) {
        const Place place = list.member(method.id);
        check_id(method.id, seen, place, findings);
        check_label(method.label, place.member("label"), findings);
        check_words(method.instructions, place.member("instructions"), instructions_length_max, findings);
        check_dunning(method.dunning, place.member("dunning"), findings);
        if (method.grace_days < 0 || method.grace_days > 30) {
            findings.add(place.member("grace_days"), "out_of_range", "Must be from 0 to 30.");
        }
        if (method.authorization_days < 1 || method.authorization_days > 60) {
            findings.add(place.member("authorization_days"), "out_of_range", "Must be from 1 to 60.");
        }
    }
}

template <class T>
void check_list(const std::vector<T>& values, const Place& place, Findings& findings) {
    if (values.empty()) findings.add(place, "required", "At least one is needed.");
    std::set<T> seen;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!seen.insert(values[i]).second) findings.add(place.element(i), "duplicate_id", "This one is there twice.");
    }
}

void check_columns(const std::vector<std::string>& columns, const Place& place, Findings& findings) {
    check_list(columns, place, findings);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (std::ranges::find(column_ids, columns[i]) != column_ids.end()) continue;
        findings.add(place.element(i), "unknown_value", "There is no such column.");
    }
}

void check_labels(const std::map<std::string, Words>& labels, const Place& place, bool (*is_known)(std::string_view),
                  Findings& findings) {
    for (const auto& [id, words] : labels) {
        const Place label = place.member(id);
        if (!is_known(id)) findings.add(label, "unknown_field", "There is no such status or action.");
        check_label(words, label, findings);
    }
}

bool is_payment_status(std::string_view id) { return domain::find_payment_status(id).has_value(); }
bool is_summary_status(std::string_view id) { return domain::find_summary_status(id).has_value(); }
bool is_action(std::string_view id) { return domain::find_action(id).has_value(); }

}  // namespace

void check_range(std::int64_t value, std::int64_t low, std::int64_t high, std::string_view member, Findings& findings) {
    if (value >= low && value <= high) return;
    const Place root = Place::root();
    findings.add(root.member(member), "out_of_range",
                 "Must be from " + std::to_string(low) + " to " + std::to_string(high) + ".");
}

void check_profile(const domain::Profile& profile, Findings& findings) {
    const Place root = Place::root();
    check_states(profile, root, findings);
    check_methods(profile, root, findings);
    check_list(profile.list_shows, root.member("list_shows"), findings);
    check_columns(profile.columns, root.member("columns"), findings);
    check_labels(profile.payment_labels, root.member("payment_labels"), is_payment_status, findings);
    check_labels(profile.summary_labels, root.member("summary_labels"), is_summary_status, findings);
    check_labels(profile.action_labels, root.member("action_labels"), is_action, findings);
}

}  // namespace commis::system
