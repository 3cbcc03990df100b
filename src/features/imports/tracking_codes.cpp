#include "features/imports/tracking_codes.hpp"

#include <algorithm>
#include <array>

#include "domain/decisions/ship.hpp"
#include "domain/folded_words.hpp"
#include "domain/payment_reference.hpp"
#include "features/orders/run.hpp"

namespace commis::imports {
namespace {

enum class Column : std::uint8_t { order, carrier, number, url };
constexpr std::size_t column_count = 4;
// Where each column stands, if there is one.
using Places = std::array<std::optional<std::size_t>, column_count>;

struct Word {
    std::string_view folded;  // All of its words stand in the header's cell, in any order.
    Column column;
};

// More words before fewer: "tracking url" is no "tracking".
constexpr std::array words{
    Word{"tracking url", Column::url},
    Word{"tracking link", Column::url},
    Word{"lien suivi", Column::url},
    Word{"url suivi", Column::url},
    Word{"url", Column::url},
    Word{"link", Column::url},
    Word{"lien", Column::url},
    Word{"sporingslink", Column::url},
    Word{"sendungslink", Column::url},
    Word{"tracking", Column::number},
    Word{"sendungsnummer", Column::number},
    Word{"sendungsnr", Column::number},
    Word{"paketnummer", Column::number},
    Word{"paketnr", Column::number},
    Word{"parcel number", Column::number},
    Word{"parcel", Column::number},
    Word{"barcode", Column::number},
    Word{"suivi", Column::number},
    Word{"colis", Column::number},
    Word{"pakkenummer", Column::number},
    Word{"pakkenr", Column::number},
    Word{"sporingsnummer", Column::number},
    Word{"carrier", Column::carrier},
    Word{"transporteur", Column::carrier},
    Word{"versanddienstleister", Column::carrier},
    Word{"versender", Column::carrier},
    Word{"spediteur", Column::carrier},
    Word{"transportoer", Column::carrier},
    Word{"transporter", Column::carrier},
    Word{"fragtfirma", Column::carrier},
    Word{"shipping company", Column::carrier},
    Word{"bestellnummer", Column::order},
    Word{"bestellnr", Column::order},
    Word{"bestellung", Column::order},
    Word{"auftragsnummer", Column::order},
    Word{"commande", Column::order},
    Word{"ordrenummer", Column::order},
    Word{"ordrenr", Column::order},
    Word{"ordre", Column::order},
    Word{"order", Column::order},
};

std::optional<Column> column_of(const std::string& cell) {
    const auto said = domain::folded_words(cell);
    const auto fits = [&](const Word& word) {
        const auto wanted = domain::folded_words(word.folded);
        return std::ranges::all_of(
            wanted, [&](const std::string& part) { return std::ranges::find(said, part) != said.end(); });
    };
    const auto at = std::ranges::find_if(words, fits);
    if (said.empty() || at == words.end()) return std::nullopt;
    return at->column;
}

Places places_in(const domain::TableRow& header) {
    Places places;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        const auto column = column_of(header.cells[i]);
        if (!column) continue;
        auto& place = places[static_cast<std::size_t>(*column)];
        if (!place) place = i;
    }
    return places;
}

Places given_order(std::size_t cells) {
    if (cells == 2) return {0, std::nullopt, 1, std::nullopt};
    return {0, 1, 2, 3};
}

std::string cell_of(const domain::TableRow& row, const std::optional<std::size_t>& place) {
    return place && *place < row.cells.size() ? row.cells[*place] : std::string{};
}

// By number, else by the number it had outside where one order alone has it, else by id.
std::optional<std::string> find_order(ports::Snapshot& snapshot, std::int64_t shop_id, const std::string& named) {
    std::vector<std::string> outside;
    const std::string digits = domain::number_digits(named);
    const auto ids =
        digits.empty() ? std::vector<std::string>{} : snapshot.bank().orders_with_digits(shop_id, {digits});
    for (const std::string& id : ids) {
        const auto order = snapshot.orders().find(shop_id, id);
        if (!order || order->removed) continue;
        if (order->number == named) return id;
        if (order->external_id == named) outside.push_back(id);
    }
    if (outside.size() == 1) return outside.front();
    const auto order = snapshot.orders().find(shop_id, named);
    if (!order || order->removed) return std::nullopt;
    return order->id;
}

// What the row means for the order as it is when it is locked.
struct Plan {
    TrackingResult result = TrackingResult::refused;
    std::string code{};
    std::string shipment_id{};
};

Plan plan_for(const domain::Order& order, const TrackingRow& row) {
    if (std::ranges::any_of(order.shipments,
                            [&](const domain::Shipment& parcel) { return parcel.tracking.number == row.number; })) {
        return {TrackingResult::known};
    }
    if (order.shipments.empty()) return {TrackingResult::shipped};
    std::vector<std::string> waiting;
    for (const domain::Shipment& parcel : order.shipments) {
        if (parcel.tracking.number.empty()) waiting.push_back(parcel.id);
    }
    if (waiting.empty()) return {TrackingResult::refused, "parcel_has_number"};
    if (waiting.size() > 1) return {TrackingResult::refused, "several_parcels"};
    return {TrackingResult::corrected, "", waiting.front()};
}

domain::Result<domain::Decision> decide(const domain::Order& order, const TrackingRow& row, const Plan& plan,
                                        const TrackingOptions& options, const domain::Context& context) {
    const domain::Tracking tracking{row.carrier, row.number, row.url};
    if (plan.result == TrackingResult::shipped) {
        return domain::ship(order, {.tracking = tracking, .telling = {"", options.notify}}, context);
    }
    if (plan.result == TrackingResult::corrected) {
        domain::CorrectParcel command;
        command.shipment_id = plan.shipment_id;
        command.tracking = tracking;
        return domain::correct_parcel(order, command, context);
    }
    return domain::Decision{.order = order};
}

void take_row(const Services& services, const domain::Shop& shop, const Caller& caller, TrackedRow& tracked,
              const TrackingOptions& options) {
    const TrackingRow& row = tracked.row;
    if (row.order.empty() || row.number.empty()) {
        tracked.code = "required";
        return;
    }
    domain::Decision done;
    services.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        tracked.order_id = find_order(work.reads(), shop.id, row.order).value_or("");
        Plan plan;
        const orders::Target target{shop, tracked.order_id, std::nullopt, domain::EntryPoint::bulk, options.dry_run};
        auto decided = orders::run(work, services, target, caller,
                                   [&](const domain::Order& order, const domain::Context& context) {
                                       plan = plan_for(order, row);
                                       return decide(order, row, plan, options, context);
                                   });
        if (!decided) {
            plan.result = TrackingResult::refused;
            const auto& fields = decided.error().fields;
            plan.code = fields.empty() ? std::string(domain::code_of(decided.error().refusal)) : fields.front().code;
        } else {
            done = std::move(*decided);
        }
        tracked.result = plan.result;
        tracked.code = plan.code;
    });
    if (!options.dry_run) orders::announce(services, done);
}

}  // namespace

std::string_view id_of(TrackingResult result) {
    static constexpr std::array<std::string_view, 4> ids{"shipped", "corrected", "known", "refused"};
    return ids[static_cast<std::size_t>(result)];
}

std::expected<std::vector<TrackingRow>, ports::BankFileFailure> read_tracking_rows(const ports::TableFiles& files,
                                                                                   std::string_view bytes) {
    auto rows = files.read(bytes, files.guess_format(bytes));
    if (!rows) return std::unexpected(std::move(rows.error()));
    const auto has = [](const Places& places, Column column) {
        return places[static_cast<std::size_t>(column)].has_value();
    };
    Places places = places_in(rows->front());
    const bool names_some = std::ranges::any_of(places, [](const auto& place) { return place.has_value(); });
    const bool names_enough = has(places, Column::order) && has(places, Column::number);
    if (names_some && !names_enough) {
        return std::unexpected(
            ports::BankFileFailure{"unknown_column", "the header names no order or no tracking number"});
    }
    if (!names_some) places = given_order(rows->front().cells.size());
    std::vector<TrackingRow> found;
    for (std::size_t i = names_some ? 1 : 0; i < rows->size(); ++i) {
        const domain::TableRow& row = (*rows)[i];
        found.push_back({row.number, cell_of(row, places[0]), cell_of(row, places[1]), cell_of(row, places[2]),
                         cell_of(row, places[3])});
    }
    return found;
}

std::vector<TrackedRow> take_tracking(const Services& services, const domain::Shop& shop, const Caller& caller,
                                      std::vector<TrackingRow> rows, const TrackingOptions& options) {
    std::vector<TrackedRow> tracked;
    for (TrackingRow& row : rows) {
        tracked.push_back({.row = std::move(row)});
        take_row(services, shop, caller, tracked.back(), options);
    }
    return tracked;
}

}  // namespace commis::imports
