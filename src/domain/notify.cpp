// The notify rules, one line each.
#include "domain/notify.hpp"

#include <algorithm>
#include <array>

namespace commis::domain {
namespace {

constexpr std::array<std::string_view, mail_kind_count> mail_ids{
    "order_placed",    "order_placed_operator", "payment_changed",  "state_changed",    "order_sent",
    "order_cancelled", "free_message",          "refund_made",      "refund_promised",  "payment_reminder",
    "order_removed",   "order_revised",         "payment_link",     "document_sent",    "tickets",
    "downloads",       "withdrawal_received",   "request_received", "request_operator", "request_answered",
    "return_received",
};
constexpr std::array<std::string_view, suppression_count> suppression_ids{
    "none",
    "not_asked",
    "declined",
    "order_switch_off",
    "rule_never",
    "no_address",
    "state_unpublished",
    "not_confirmed",
    "imported",
    "invalid_address",
    "demo",
    "undone",
    "address_returned",
    "refund_failed",
};

}  // namespace

std::string_view id_of(MailKind kind) { return mail_ids[static_cast<std::size_t>(kind)]; }
std::string_view id_of(Suppression reason) { return suppression_ids[static_cast<std::size_t>(reason)]; }

std::optional<MailKind> find_mail_kind(std::string_view id) {
    const auto at = std::ranges::find(mail_ids, id);
    if (at == mail_ids.end()) return std::nullopt;
    return static_cast<MailKind>(at - mail_ids.begin());
}

Suppression decide_notify(NotifyRule rule, std::optional<bool> requested, bool order_switch) {
    switch (rule) {
        case NotifyRule::ask:
            return requested.value_or(false) ? Suppression::none : Suppression::not_asked;
        case NotifyRule::confirm:
            return requested.value_or(true) ? Suppression::none : Suppression::declined;
        case NotifyRule::always:
            return Suppression::none;
        case NotifyRule::order_switch:
            return order_switch ? Suppression::none : Suppression::order_switch_off;
        case NotifyRule::never:
            return Suppression::rule_never;
    }
    return Suppression::rule_never;
}

}  // namespace commis::domain
