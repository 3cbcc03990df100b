// Who among the staff hears of what: whole orders as they come in, of some articles or of all (O-23, C-03, W-50), and
// copies of what buyers are told (D-23). A shop has as many rules as it likes.
#pragma once

#include <string>
#include <vector>

#include "domain/notify.hpp"
#include "domain/order.hpp"

namespace commis::domain {

struct Decision;

struct StaffRule {
    std::string to;
    // `order_placed_operator` is the new order with all details; any other is a copy of that mail to the buyer.
    std::vector<MailKind> events{MailKind::order_placed_operator};
    std::vector<std::string> articles{};  // SKUs. Empty: every order.
    friend bool operator==(const StaffRule&, const StaffRule&) = default;
};

// Is there anybody who is told of a new order, of whichever articles?
bool hears_of_new_orders(const std::vector<StaffRule>& rules);

// The addresses whose rules name this mail and this order, each once, in the order of the rules.
std::vector<std::string> staff_for(const std::vector<StaffRule>& rules, MailKind kind, const Order& order);

// Beside each mail that leaves to the buyer, one to everybody who asked for a copy of it.
void copy_to_staff(Decision& decision, const std::vector<StaffRule>& rules);

}  // namespace commis::domain
