// What features need of the world, gathered once in main and handed down.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "domain/carrier.hpp"
#include "ports/clock.hpp"
#include "ports/code_drawer.hpp"
#include "ports/document_drawer.hpp"
#include "ports/einvoice.hpp"
#include "ports/file_store.hpp"
#include "ports/formatter.hpp"
#include "ports/label_service.hpp"
#include "ports/mail_renderer.hpp"
#include "ports/notices.hpp"
#include "ports/payment_gateway.hpp"
#include "ports/profiles.hpp"
#include "ports/secrets.hpp"
#include "ports/storage.hpp"
#include "ports/words.hpp"

namespace commis {

struct Services {
    ports::Storage& storage;
    ports::Profiles& profiles;
    ports::Words& words;
    ports::Formatter& formatter;
    ports::MailRenderer& renderer;
    ports::Clock& clock;
    ports::Ids& ids;
    ports::Secrets& secrets;
    ports::Notices& notices;
    const ports::CodeDrawer& codes;
    ports::PaymentGateways* gateways = nullptr;        // Null: no payment service is known.
    const ports::DocumentDrawer* drawer = nullptr;     // Null: nothing is drawn here.
    const ports::EInvoiceWriter* einvoices = nullptr;  // Null: invoices are paper only.

    ports::FileStore* files = nullptr;            // Null: articles have no files here.
    std::span<const domain::Carrier> carriers{};  // Whose parcels can be followed.

    std::string public_url{};  // Every link begins with it; without a slash at its end.

    std::span<ports::LabelService* const> labels{};  // The carriers whose labels can be bought.

    domain::NewId new_id() const {
        return [this] { return ids.next(); };
    }
};

}  // namespace commis
