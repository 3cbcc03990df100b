#include "features/accounting/transfers.hpp"

#include <algorithm>
#include <exception>

#include "features/accounting/books_json.hpp"
#include "features/documents/files.hpp"

namespace commis::accounting {
namespace {

using ports::AccountingTransfer;
using ports::TransferStatus;

bool is_numbered_bill(const domain::Document& document) { return is_bill(document.kind) && !document.number.empty(); }

// What an import brought is in no shop's register, whatever its number.
bool is_registered(ports::UnitOfWork& work, const domain::Order& order, const domain::Document& document) {
    return work.reads().documents().find(order.shop_id, document.id).has_value();
}

bool was_numbered(const domain::Order* before, const std::string& document_id) {
    return before != nullptr && std::ranges::any_of(before->documents, [&](const domain::Document& document) {
               return document.id == document_id && is_numbered_bill(document);
           });
}

// Nothing set: nothing is handed over, and most shops are spared the reading.
domain::TransferAt moment_of(const domain::Shop& shop) {
    return shop.books_json.empty() ? domain::TransferAt::never : books_of(shop).transfer_at;
}

bool is_time(domain::TransferAt at, const domain::Profile& profile, const domain::Order& order) {
    if (at != domain::TransferAt::completion) return at == domain::TransferAt::issue;
    const domain::State* state = profile.find_state(order.state);
    return state != nullptr && state->stage == domain::Stage::completed;
}

struct Facts {
    std::optional<ports::IssuedDocument> issued{};
    std::optional<domain::Order> order{};
    std::optional<domain::Shop> shop{};
};

Facts facts_of(const Services& services, const AccountingTransfer& transfer) {
    Facts facts;
    services.storage.read([&](ports::Snapshot& snapshot) {
        facts.issued = snapshot.documents().find(transfer.shop_id, transfer.document_id);
        facts.order = snapshot.orders().find(transfer.shop_id, transfer.order_id);
        facts.shop = snapshot.shops().find(transfer.shop_id);
    });
    return facts;
}

std::expected<std::string, std::string> hand(const Services& services, ports::AccountingLink& link,
                                             const domain::Shop& shop, const ports::IssuedDocument& issued) {
    ports::AccountingDocument document{shop.handle, issued.document_id, issued.kind, issued.number.text};
    document.content = issued.content;
    if (services.drawer != nullptr) {
        auto pdf = documents::pdf_of(services, shop.id, issued.document_id);
        if (!pdf) return std::unexpected(std::string(code_of(pdf.error().refusal)));
        document.pdf = std::move(pdf->bytes);
    }
    return link.hand_over(document);
}

// What keeps a document from ever being handed over.
std::string_view lost(const Facts& facts) {
    if (!facts.shop || !facts.issued) return code_of(domain::Refusal::document_not_found);
    return facts.issued->content.empty() ? code_of(domain::Refusal::content_erased) : std::string_view();
}

// One attempt, as what the transfer is after it.
void attempt(const Services& services, ports::AccountingLink& link, AccountingTransfer& transfer) {
    const Facts facts = facts_of(services, transfer);
    const std::int64_t now_ms = services.clock.now_ms();
    if (facts.shop && facts.order &&
        !is_time(moment_of(*facts.shop), *services.profiles.of(*facts.shop), *facts.order)) {
        // The completion was taken back, or the shop wants no more: it waits until it is wanted again.
        transfer.due_at_ms = now_ms + longest_pause_ms;
        return;
    }
    transfer.attempts += 1;
    transfer.due_at_ms = now_ms + pause_ms(transfer.attempts);
    transfer.fault = lost(facts);
    if (!transfer.fault.empty()) {
        transfer.status = TransferStatus::failed;
        return;
    }
    const auto taken = hand(services, link, *facts.shop, *facts.issued);
    if (!taken) {
        transfer.fault = taken.error();
        return;
    }
    transfer.status = TransferStatus::done;
    transfer.link = *taken;
    transfer.done_at_ms = now_ms;
}

}  // namespace

void queue_transfers(ports::UnitOfWork& work, const domain::Shop& shop, const domain::Profile& profile,
                     const domain::Order* before, const domain::Order& after, std::int64_t now_ms) {
    if (std::ranges::none_of(after.documents, is_numbered_bill)) return;
    const domain::TransferAt at = moment_of(shop);
    if (!is_time(at, profile, after)) return;
    // A completion takes all of the order along, and what is issued after it goes by itself.
    const bool is_moment =
        at == domain::TransferAt::completion && (before == nullptr || !is_time(at, profile, *before));
    // A change of state can still be taken back for a while; an issued document can't.
    const bool is_held = at == domain::TransferAt::completion && after.undoable;
    for (const domain::Document& document : after.documents) {
        const bool is_its_moment = is_moment || !was_numbered(before, document.id);
        if (!is_numbered_bill(document) || !is_its_moment || !is_registered(work, after, document)) continue;
        AccountingTransfer transfer;
        transfer.shop_id = after.shop_id;
        transfer.document_id = document.id;
        transfer.order_id = after.id;
        transfer.created_at_ms = now_ms;
        transfer.due_at_ms = is_held ? std::max(now_ms, after.undoable->until_ms) : now_ms;
        work.books().queue(transfer);
    }
}

std::int64_t pause_ms(std::int64_t attempts) {
    std::int64_t pause = 60'000;
    for (std::int64_t done = 1; done < attempts && pause < longest_pause_ms; ++done) pause *= 2;
    return std::min(pause, longest_pause_ms);
}

bool hand_over(const Services& services, ports::AccountingLink& link, AccountingTransfer transfer) {
    const AccountingTransfer before = transfer;
    try {
        attempt(services, link, transfer);
    } catch (const std::exception& fault) {
        // One that can't be drawn or written keeps no other from leaving.
        transfer = before;
        transfer.attempts += 1;
        transfer.fault = fault.what();
        transfer.due_at_ms = services.clock.now_ms() + pause_ms(transfer.attempts);
    }
    services.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) { work.books().save(transfer); });
    return transfer.status == TransferStatus::done;
}

}  // namespace commis::accounting
