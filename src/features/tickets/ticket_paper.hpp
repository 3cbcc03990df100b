// Tickets as paper: one page for each who goes, drawn from the facts of the moment whenever somebody looks (W-52).
#pragma once

#include <string_view>
#include <vector>

#include "domain/order.hpp"
#include "domain/shop.hpp"
#include "features/documents/files.hpp"
#include "features/services.hpp"

namespace commis::tickets {

// "ticket-10412-7Q2M9XKD3FTA.pdf". Refuses as Door::ticket does: nothing is drawn for who has not paid. What was
// cancelled or refunded since says so and has no barcode.
domain::Result<documents::NamedFile> ticket_pdf(const Services& services, const domain::Shop& shop,
                                                const domain::Order& order, std::string_view unit_id);

// Every ticket of the order that can be seen, in one file. Refuses as the first one does where there is none, and
// `no_ticket` for an order without tickets.
domain::Result<documents::NamedFile> tickets_pdf(const Services& services, const domain::Shop& shop,
                                                 const domain::Order& order);

}  // namespace commis::tickets
