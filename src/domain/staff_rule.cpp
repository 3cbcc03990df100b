#include "domain/staff_rule.hpp"

#include <algorithm>

#include "domain/decisions/decision.hpp"
#include "domain/shop.hpp"

namespace commis::domain {
namespace {

template <class T>
bool has(const std::vector<T>& list, const T& wanted) {
    return std::ranges::find(list, wanted) != list.end();
}

bool names_order(const StaffRule& rule, const Order& order) {
    if (rule.articles.empty()) return true;
    return std::ranges::any_of(order.lines, [&](const Line& line) { return has(rule.articles, line.sku); });
}

}  // namespace

std::vector<StaffRule> staff_of(const Shop& shop) {
    std::vector<StaffRule> rules;
    for (const std::string& address : shop.operator_addresses) rules.push_back({.to = address});
    rules.insert(rules.end(), shop.staff_rules.begin(), shop.staff_rules.end());
    return rules;
}

bool hears_of_new_orders(const std::vector<StaffRule>& rules) {
    return std::ranges::any_of(rules,
                               [](const StaffRule& rule) { return has(rule.events, MailKind::order_placed_operator); });
}

std::vector<std::string> staff_for(const std::vector<StaffRule>& rules, MailKind kind, const Order& order) {
    std::vector<std::string> addresses;
    for (const StaffRule& rule : rules) {
        if (!has(rule.events, kind) || !names_order(rule, order)) continue;
        if (!has(addresses, rule.to)) addresses.push_back(rule.to);
    }
    return addresses;
}

void copy_to_staff(Decision& decision, const std::vector<StaffRule>& rules) {
    const auto told = decision.mails;
    for (const MailIntent& mail : told) {
        const bool is_staffs_own = is_to_operator(mail.kind);
        // Whoever had a copy has one of what is repeated.
        if (is_staffs_own || !mail.repeats.empty() || mail.suppressed != Suppression::none) continue;
        for (const std::string& address : staff_for(rules, mail.kind, decision.order)) {
            if (address == mail.recipient) continue;
            MailIntent copy = mail;
            copy.recipient = address;
            copy.is_copy = true;
            decision.mails.push_back(std::move(copy));
        }
    }
}

}  // namespace commis::domain
