// Why a mail does not leave. Nothing is silent: it is a row all the same, with the reason (domain.md, "Telling
// people").
#pragma once

#include <cstdint>
#include <string_view>

namespace commis::domain {

enum class Suppression : std::uint8_t {
    none,
    not_asked,          // The rule is `ask` and nobody asked.
    declined,           // The rule is `confirm` and the operator said no.
    order_switch_off,   // The order's own switch is off (D-10).
    rule_never,         // The shop never sends this one.
    no_address,         // Nobody to send it to.
    state_unpublished,  // The state is internal (O-22).
    not_confirmed,      // The shop tells payments only once they are confirmed.
    imported,           // Imported orders tell nobody.
    invalid_address,
    demo,              // Sample orders of the past, made by the demo: nobody is told.
    undone,            // The change was taken back while the mail was held.
    address_returned,  // Mail to this address came back, and the shop sends none there any more.
    refund_failed,     // The provider did not pay the refund out that the mail would have told of.
};
inline constexpr int suppression_count = 14;
std::string_view id_of(Suppression reason);

}  // namespace commis::domain
