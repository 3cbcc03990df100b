#include "features/accounting/transfers.hpp"

#include <algorithm>

#include "features/accounting/books_json.hpp"
#include "features/documents/files.hpp"

namespace commis::accounting {
namespace {

using ports::AccountingTransfer;
using ports::TransferStatus;

bool is_bill(const domain::Document& document) {
    const bool is_kind =
        document.kind == domain::DocumentKind::invoice || document.kind == domain::DocumentKind::credit_note;
    return is_kind && !document.draft && !document.number.empty();
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

void save(const Services& services, const AccountingTransfer& transfer) {
    services.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) { work.books().save(transfer); });
}

}  // namespace

void queue_transfers(ports::UnitOfWork& work, const domain::Shop& shop, const domain::Profile& profile,
                     const domain::Order& after, std::int64_t now_ms) {
    if (!std::ranges::any_of(after.documents, is_bill)) return;
    const domain::TransferAt at = moment_of(shop);
    if (!is_time(at, profile, after)) return;
    // A change of state can still be taken back for a while; an issued document can't.
    const bool is_held = at == domain::TransferAt::completion && after.undoable;
    for (const domain::Document& document : after.documents) {
        if (!is_bill(document)) continue;
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
    constexpr std::int64_t minute_ms = 60'000;
    constexpr std::int64_t longest_ms = 6 * 60 * minute_ms;
    std::int64_t pause = minute_ms;
    for (std::int64_t done = 1; done < attempts && pause < longest_ms; ++done) pause *= 2;
    return std::min(pause, longest_ms);
}

bool hand_over(const Services& services, ports::AccountingLink& link, AccountingTransfer transfer) {
    std::optional<ports::IssuedDocument> issued;
    std::optional<domain::Order> order;
    std::optional<domain::Shop> shop;
    services.storage.read([&](ports::Snapshot& snapshot) {
        issued = snapshot.documents().find(transfer.shop_id, transfer.document_id);
        order = snapshot.orders().find(transfer.shop_id, transfer.order_id);
        shop = snapshot.shops().find(transfer.shop_id);
    });
    const std::int64_t now_ms = services.clock.now_ms();
    if (shop && order && !is_time(moment_of(*shop), *services.profiles.of(*shop), *order)) {
        // The completion was taken back, or the shop wants no more: it waits until it is wanted again.
        transfer.due_at_ms = now_ms + pause_ms(attempts_max);
        save(services, transfer);
        return false;
    }
    std::expected<std::string, std::string> taken = std::unexpected("document_not_found");
    if (issued && shop) {
        ports::AccountingDocument document{shop->handle, issued->document_id, issued->kind, issued->number.text};
        document.content = issued->content;
        if (services.drawer != nullptr) {
            if (auto pdf = documents::pdf_of(services, shop->id, issued->document_id))
                document.pdf = std::move(pdf->bytes);
        }
        taken = link.hand_over(document);
    }
    transfer.attempts += 1;
    if (taken) {
        transfer.status = TransferStatus::done;
        transfer.link = *taken;
        transfer.fault.clear();
        transfer.done_at_ms = now_ms;
    } else {
        transfer.fault = taken.error();
        transfer.due_at_ms = now_ms + pause_ms(transfer.attempts);
        if (transfer.attempts >= attempts_max) transfer.status = TransferStatus::failed;
    }
    save(services, transfer);
    return taken.has_value();
}

}  // namespace commis::accounting
