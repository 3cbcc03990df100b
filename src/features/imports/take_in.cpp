// Orders by `place` and `restore`, credits by `credit_imported`; every change through the domain's decisions.
#include "features/documents/make_paper.hpp"
#include "features/imports/take_in.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "domain/decisions/credit_imported.hpp"
#include "domain/money.hpp"
#include "domain/projection.hpp"

namespace commis::imports {
namespace {

// The shop's state for a stage of the source; a shop without it has the order where it would stand before.
std::string state_of(domain::Stage stage, const domain::Profile& profile) {
    using enum domain::Stage;
    static const std::array<domain::Stage, 4> downwards{completed, shipped, processing, new_};
    auto at = std::ranges::find(downwards, stage);
    if (at == downwards.end()) {
        const domain::State* exact = profile.first_of(stage);
        return exact != nullptr ? exact->id : profile.first_state().id;
    }
    for (; at != downwards.end(); ++at) {
        if (const domain::State* state = profile.first_of(*at)) return state->id;
    }
    return profile.first_state().id;
}

bool has_number(ports::UnitOfWork& work, std::int64_t shop_id, const domain::PlaceOrder& order) {
    ports::OrderPageRequest request;
    request.filter.shop_ids = {shop_id};
    request.filter.q = order.external_id;
    request.limit = 20;
    const auto page = work.reads().orders().list(request);
    return std::ranges::any_of(page.rows, [&](const ports::OrderRow& row) {
        return row.number == order.external_id && row.placed_at_ms == order.placed_at_ms.value_or(0);
    });
}

bool is_known(ports::UnitOfWork& work, const Desk& desk, const ports::ImportedOrder& imported) {
    const std::int64_t shop_id = desk.target.shop.id;
    const domain::PlaceOrder& order = imported.order;
    if (work.orders().find_external(shop_id, order.channel, order.external_id)) return true;
    return imported.id_is_number && has_number(work, shop_id, order);
}

domain::Projection projected(const Desk& desk, const domain::Order& order) {
    return domain::projection_of(order, desk.target.profile, desk.context.calendar);
}

domain::Result<domain::Decision> decide(const Desk& desk, const ports::ImportedOrder& imported) {
    domain::PlaceOrder command = imported.order;
    if (command.state.empty() && imported.stage) command.state = state_of(*imported.stage, desk.target.profile);
    auto placed = domain::place(command, desk.target.shop.id, desk.rules, desk.context);
    if (!placed) return placed;
    const std::int64_t total_minor = domain::content_totals(placed->order).total_minor;
    if (imported.total_minor && *imported.total_minor != total_minor) {
        const auto text = [&](std::int64_t amount) { return domain::to_decimal({amount, placed->order.currency}); };
        return domain::refuse_fields(
            {{"/total", "total_differs",
              "the file says " + text(*imported.total_minor) + ", its lines make " + text(total_minor)}});
    }
    return domain::restore(std::move(*placed), imported.history, desk.context);
}

}  // namespace

Outcome take_order(ports::UnitOfWork& work, Desk& desk, const ports::ImportedOrder& imported) {
    if (imported.order.external_id.empty()) {
        return all_rejected(imported.rows, {{0, desk.source.column_of("/external_id"), "required",
                                             "an order from elsewhere needs its number there"}});
    }
    const std::string id = imported.order.channel + '\n' + imported.order.external_id;
    if (desk.ids_seen.contains(id) || !desk.ids_seen_now.insert(id).second) {
        return all_rejected(imported.rows, {{0, desk.source.column_of("/external_id"), "order_in_pieces",
                                             "rows of this order stand far apart in the file"}});
    }
    if (is_known(work, desk, imported)) {
        Outcome outcome = all_known(imported.rows.size());
        outcome.counts.orders_known = 1;
        return outcome;
    }
    auto decision = decide(desk, imported);
    if (!decision) return all_rejected(imported.rows, faults_of(decision.error(), imported, desk.source));
    const std::int64_t year = documents::year_of_day(desk.context.calendar.day_of(desk.context.now_ms));
    decision->order.number = work.orders().take_number(desk.target.shop.id, "order", year).text;
    work.orders().insert(*decision, projected(desk, decision->order), desk.context.new_id);
    work.customers().remember(decision->order, desk.context.new_id());
    desk.originals.add(decision->order);
    Outcome outcome = all_imported(imported.rows.size());
    outcome.counts.orders_created = 1;
    return outcome;
}

Outcome take_credit(ports::UnitOfWork& work, Desk& desk, const ports::ImportedCredit& credit) {
    Outcome outcome;
    if (!credit.customer.empty()) desk.originals.load(work, credit.customer);
    std::map<std::string, std::vector<domain::LinePart>> by_order;
    for (const ports::CreditedRow& line : credit.lines) {
        const ports::SourceRow& row = credit.rows[line.row];
        if (desk.originals.take_applied(credit.document, line)) {
            outcome.counts += all_known(1).counts;
            continue;
        }
        const std::int64_t left = desk.originals.available(credit.customer, line, credit.credited_at_ms);
        if (left < line.quantity) {
            const bool none = left == 0;
            reject_row(outcome, row,
                       {line.row, desk.source.column_of("/quantity"),
                        none ? "credit_without_original" : "credit_exceeds_original",
                        none ? "no earlier order of this customer has this item at this price"
                             : "the customer's earlier orders have " + std::to_string(left) + " left to credit"});
            continue;
        }
        for (const Share& share : desk.originals.take(credit.customer, line, credit.credited_at_ms)) {
            by_order[share.order_id].push_back({share.line_id, share.quantity});
        }
        outcome.counts += all_imported(1).counts;
        outcome.counts.credits = 1;
    }
    for (const auto& [order_id, lines] : by_order) {
        const auto order = work.orders().lock(desk.target.shop.id, order_id);
        if (!order) throw std::logic_error{"the original of a credit has vanished"};
        const auto decision =
            domain::credit_imported(*order, {credit.document, credit.credited_at_ms, lines}, desk.context);
        if (!decision) throw std::logic_error{"the originals of credits are out of step"};
        work.orders().save(*order, *decision, projected(desk, decision->order), desk.context.new_id);
    }
    return outcome;
}

}  // namespace commis::imports
