// Money that came in, whoever said so: an operator, a payment service, the bank (G-04). One way for all three, so that
// an order that is paid is paid alike.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct MoneyIn {
    std::string payment_id{};
    std::string method{};
    std::int64_t amount_minor = 0;
    Source source = Source::operator_entry;
    std::string reference{};
    std::int64_t received_at_ms = 0;
    std::int64_t fee_minor = 0;
    Telling telling{};
    std::vector<std::pair<std::string, std::string>> told{};  // More of it, for the event.
};

// A payment of the order's own method that is captured as it arrives: a cheque, a transfer. Answers its id.
std::string add_arrived_payment(Order& order, Source source, std::int64_t amount_minor, const std::string& reference,
                                const Context& context);

// The entry, access for what is now paid, one event, one mail or the reason why none, and the invoice that waited for
// the payment. It ends what a hand had marked (O-36).
void take_money(Decision& decision, MoneyIn money, const Context& context);

}  // namespace commis::domain
