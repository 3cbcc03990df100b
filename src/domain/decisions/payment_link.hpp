// A link by which a buyer pays what is due. It asks for one amount, on the page of a payment service, and opens nothing
// any more as soon as another amount is due. Each link is a payment of its own, begun when it is made.
#pragma once

#include <string>

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// `send-payment-link`: the buyer is written to. A link that still asks for the right amount is sent once more. Refuses
// `no_payment_service`.
Result<Decision> send_payment_link(const Order& order, const Context& context);

// The buyer followed the link: what the payment is called at the service from now on, and where its page is.
struct OpenedPage {
    std::string payment_id{};
    std::string reference{};
    std::string url{};
    std::int64_t expires_at_ms = 0;
};
// Refuses `nothing_changed` where the link asks for nothing any more.
Result<Decision> open_payment_page(const Order& order, const OpenedPage& page, const Context& context);

// Does this payment wait for a buyer who follows its link?
bool is_open_link(const Payment& payment);

// What a link asks for: due, and not reserved on a card.
std::int64_t link_amount(const Order& order, const Profile& profile);

// Ends the links that ask for another amount than is due after the decision; the service's page goes with them.
void end_stale_links(Decision& decision, const Context& context);

}  // namespace commis::domain
