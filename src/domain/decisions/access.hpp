// What paid units open: tickets and downloads. Granted once nothing is due, revoked with the unit or with the money,
// blocked and unblocked by hand.
#pragma once

#include <string>
#include <vector>

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// Opens what paid units give: granted once nothing is due, for units still wanted (P-29, P-30, W-28).
void grant_access(Order& order, const Context& context);

// What the command did to access, told in one place: closes what was refunded as a whole (P-31), records what opened
// and what closed since `before` (none: the order is new), and sends tickets and downloads to whom they belong (W-29,
// O-26). An imported order tells nobody.
void follow_access(Decision& decision, const Order* before, const Context& context);

// The addresses that may not register any more, by what the command did: whoever held a ticket that is refunded now,
// where the shop wants that (W-44, A-12).
std::vector<std::string> addresses_to_block(const Order& before, const Order& after, const Profile& profile);

// `block-access` and `unblock-access`: of the tickets and digital lines named, else of all. Unblocking gives back what
// the unit is due to: access where it is paid for, none where it is not.
struct ChangeAccess {
    std::vector<std::string> units;  // Ids of tickets and of digital lines.
    bool block = true;
};
Result<Decision> change_access(const Order& order, const ChangeAccess& command, const Context& context);

// `renew-downloads`: the limits count anew. Nothing named means every digital line that is open.
Result<Decision> renew_downloads(const Order& order, const std::vector<std::string>& lines, const Context& context);

// `renew-link`: the buyer's page has another address, and those given before lead nowhere.
Result<Decision> renew_link(const Order& order, const Context& context);

// The first of a line's files is fetched: from now on it counts as used. Nothing changes when it was before.
Result<Decision> begin_download(const Order& order, const std::string& line_id, const Context& context);

// Where a ticket goes: to who goes, else to the buyer.
const std::string& holder_address(const Order& order, const TicketUnit& unit);

}  // namespace commis::domain
