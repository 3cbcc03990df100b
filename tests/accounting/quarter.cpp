#include "accounting/quarter.hpp"

#include <stdexcept>

#include "domain/decisions/chargeback.hpp"
#include "domain/decisions/documents.hpp"
#include "domain/decisions/mark_paid.hpp"
#include "domain/decisions/refund.hpp"
#include "features/orders/place.hpp"

namespace commis::test {
namespace {

constexpr const char* methods[] = {"bank-transfer", "cash-on-pickup", "card"};

Caller caller() { return Caller::system("quarter"); }

}  // namespace

Quarter::Quarter(StorageKind kind, unsigned seed)
    : site_(kind), shop_(site_.make_shop("quarter", "neutral", "EUR")), random_(seed) {}

void Quarter::one(ports::UnitOfWork& work) {
    static constexpr const char* rates[] = {"0", "2.6", "8.1", "20", "5.5"};
    // Not the last days: what becomes of an order is in the quarter, too.
    site_.clock.at_ms = first_ms + static_cast<std::int64_t>(random_() % 80) * 86'400'000 + roll(86'400'000);
    domain::PlaceOrder command;
    command.currency = "EUR";
    command.prices_include_tax = roll(2) == 0;
    command.buyer = {"Zoé", "zoe@example.org", "", "", ""};
    command.payment_method = methods[roll(3)];
    command.shipping = {"parcel", "Parcel", roll(2) == 0 ? 0 : 790, "8.1", false};
    for (std::uint32_t at = 0; at <= roll(4); ++at) {
        domain::PlaceLine line;
        line.sku = "SKU-" + std::to_string(at);
        line.name = "Thing";
        line.kind = roll(2) == 0 ? domain::LineKind::goods : domain::LineKind::service;
        line.quantity = 1 + static_cast<std::int32_t>(roll(4));
        line.unit_price_minor = 1 + roll(20'000);
        line.tax_rate = rates[roll(5)];
        command.lines.push_back(std::move(line));
    }
    const auto placed = orders::place(work, site_.services(), shop_, caller(), command);
    if (!placed)
        throw std::runtime_error("placing was refused: " + std::string(domain::code_of(placed.error().refusal)));
    const auto then = [&](const orders::Decide& decide) {
        site_.clock.at_ms += 1 + roll(3'600'000);
        static_cast<void>(orders::run(work, site_.services(), {shop_, placed->order.id, {}}, caller(), decide));
    };
    const std::uint32_t fate = roll(10);
    if (fate == 0) return;
    const std::optional<std::int64_t> part = roll(3) == 0 ? std::optional<std::int64_t>(1 + roll(500)) : std::nullopt;
    if (fate != 1) {
        then([&](const auto& order, const auto& context) {
            domain::MarkPaid wanted;
            wanted.amount_minor = part;
            return domain::mark_paid(order, wanted, context);
        });
    }
    then([&](const auto& order, const auto& context) { return domain::invoice(order, {}, context); });
    if (part && fate < 8) {
        then([&](const auto& order, const auto& context) { return domain::mark_paid(order, {}, context); });
    }
    if (fate == 2 || fate == 3) {
        domain::RefundOrder wanted;
        if (fate == 2) wanted.amount_minor = 1 + roll(100);
        then([&](const auto& order, const auto& context) { return domain::refund(order, wanted, context); });
    }
    if (fate == 4 || fate == 5) {
        then([&](const auto& order, const auto& context) {
            return domain::record_chargeback(order, {.reference = "case"}, context);
        });
        then([&](const auto& order, const auto& context) {
            return domain::decide_chargeback(order, {.won = fate == 4}, context);
        });
    }
}

void Quarter::live(int orders) {
    constexpr int batch = 250;
    for (int done = 0; done < orders; done += batch) {
        site_.services().storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
            for (int at = 0; at < batch && done + at < orders; ++at) one(work);
        });
    }
}

QuarterSums Quarter::sums() const {
    QuarterSums sums;
    ports::OrderFilter filter;
    filter.shop_ids = {shop_.id};
    std::optional<ports::OrderCursor> after;
    while (true) {
        std::vector<domain::Order> page;
        site_.services().storage.read(
            [&](ports::Snapshot& snapshot) { page = snapshot.orders().scan(filter, after, 200); });
        for (const domain::Order& order : page) {
            sums.orders += 1;
            for (const domain::Document& document : order.documents) {
                const bool is_invoice = document.kind == domain::DocumentKind::invoice && !document.draft;
                const bool is_credit = document.kind == domain::DocumentKind::credit_note;
                if (is_invoice) sums.invoiced_minor += document.amount_minor;
                if (is_invoice) sums.invoiced_tax_minor += document.tax_minor;
                if (is_credit) sums.credited_minor += document.amount_minor;
                if (is_credit) sums.credited_tax_minor += document.tax_minor;
            }
            for (const domain::LedgerEntry& entry : order.ledger.entries) {
                const bool is_in = entry.kind == domain::EntryKind::capture || entry.won;
                if (is_in) sums.in_minor += entry.amount_minor;
                if (entry.kind != domain::EntryKind::capture) sums.back_minor += entry.amount_minor;
            }
            for (const domain::Refund& refund : order.ledger.refunds) {
                const bool moved = refund.status == domain::RefundStatus::succeeded &&
                                   refund.execution != domain::RefundExecution::initiated;
                if (moved) sums.back_minor += refund.amount_minor;
            }
        }
        if (page.size() < 200) return sums;
        const domain::Order& last = page.back();
        after = ports::OrderCursor{{}, last.placed_at_ms, last.shop_id, last.id};
    }
}

}  // namespace commis::test
