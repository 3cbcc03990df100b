// The first row that does not hold answers.
#include "domain/parcel_actions.hpp"

#include <array>

#include "domain/action_rows.hpp"

namespace commis::domain {
namespace {

bool is_kept(const ParcelSubject& s) { return !s.is_removed; }
bool is_here(const ParcelSubject& s) { return !s.parcel.handed_over_at_ms && !s.parcel.delivered_at_ms; }
bool has_service(const ParcelSubject& s) { return s.has_service; }
bool is_served(const ParcelSubject& s) { return s.is_served; }

struct Row {
    ParcelAction action;
    bool (*holds)(const ParcelSubject&);
    Refusal otherwise;
};

using enum ParcelAction;
// clang-format off
constexpr std::array rows{
    Row{buy_label, is_kept,     Refusal::removed},
    Row{buy_label, is_here,     Refusal::parcel_left},
    Row{buy_label, has_service, Refusal::no_label_service},
    Row{buy_label, is_served,   Refusal::country_not_served},
};
// clang-format on

constexpr std::array<Right, parcel_action_count> rights_needed{Right::work};
constexpr std::array<std::string_view, parcel_action_count> ids{"buy-label"};

}  // namespace

std::string_view id_of(ParcelAction action) { return ids[static_cast<std::size_t>(action)]; }

ParcelActionAnswer ask(ParcelAction action, const ParcelSubject& subject, Rights rights) {
    ParcelActionAnswer answer{action, true, first_failing(rows, action, subject)};
    const bool may = rights.has(rights_needed[static_cast<std::size_t>(action)]);
    if (!answer.reason && !may) answer.reason = Refusal::forbidden;
    answer.allowed = !answer.reason;
    return answer;
}

std::vector<ParcelActionAnswer> parcel_actions(const ParcelSubject& subject, Rights rights) {
    std::vector<ParcelActionAnswer> answers;
    for (int number = 0; number < parcel_action_count; ++number) {
        answers.push_back(ask(static_cast<ParcelAction>(number), subject, rights));
    }
    return answers;
}

}  // namespace commis::domain
