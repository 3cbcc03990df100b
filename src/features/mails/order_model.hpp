// What a mail about an order may say: the facts of shop, order and event as finished texts in the mail's language.
// The names are those of the templates (src/adapters/smtp/mail_events.cpp).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/carrier.hpp"
#include "domain/event.hpp"
#include "domain/notify.hpp"
#include "domain/order.hpp"
#include "domain/profile.hpp"
#include "domain/shop.hpp"
#include "features/downloads/offers.hpp"
#include "ports/code_drawer.hpp"
#include "ports/formatter.hpp"
#include "ports/mail_renderer.hpp"
#include "ports/words.hpp"

namespace commis::mails {

struct MailFacts {
    const domain::Shop& shop;
    const domain::Profile& profile;
    const domain::Order& order;
    const domain::Event* event;  // What the mail is about; null when its words were erased with it.
    domain::MailKind kind;
    std::string language;
    std::string public_url;
    std::string buyer_url{};                   // The buyer's page of this order; empty where it has none.
    const ports::CodeDrawer* codes = nullptr;  // Draws the payment's QR code; without one there is none.
    std::span<const domain::Carrier> carriers{};
    std::vector<downloads::Offer> downloads{};  // Of the mail that sends them.
};

// The language a mail is written in: the buyer's own, or the shop's for mails to its operators.
std::string language_of(domain::MailKind kind, const domain::Order& order, const domain::Shop& shop);

ports::MailModel order_model(const MailFacts& facts, const ports::Words& words, const ports::Formatter& format);

}  // namespace commis::mails
