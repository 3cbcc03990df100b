// What the buyer's page says of an order: where it stands, what is to pay, what was bought, sent, issued and asked for,
// and what may be asked for now (O-22, C-08). Read from the facts alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/buyer/reader.hpp"
#include "features/downloads/offers.hpp"
#include "ports/order_reader.hpp"

namespace commis::buyer {

struct PageFacts {
    std::vector<ports::TimelineEntry> timeline{};  // Of the whole order, newest first.
    std::vector<downloads::Offer> downloads{};
};

// For templates/pages/order.html.
ports::MailModel order_page(const Reader& reader, const PageFacts& facts);

// The published states that the order was in, oldest first, as the page tells them; what was undone never was.
struct PublishedState {
    std::int64_t at_ms = 0;
    const domain::State* state = nullptr;  // Of the shop's profile.
};
std::vector<PublishedState> published_states(const domain::Order& order, const domain::Profile& profile,
                                             const std::vector<ports::TimelineEntry>& timeline);

// What the code for the transfer says, and what stands in its middle; nothing where nothing is to be transferred.
struct PaymentCode {
    std::string payload{};
    ports::CodeMark mark = ports::CodeMark::none;
};
std::optional<PaymentCode> payment_code(const Reader& reader);

}  // namespace commis::buyer
