// Where the order stands and what is to do next; the sections follow in page_parts.cpp.
#include "features/buyer/page.hpp"

#include <algorithm>
#include <ranges>

#include "domain/event_value.hpp"
#include "features/buyer/link.hpp"
#include "features/buyer/page_parts.hpp"

namespace commis::buyer {
namespace {

using domain::RequestStatus;
using domain::Stage;
using ports::MailModel;

// The state an event led to; null when it led to none.
const std::string* state_after(const domain::Event& event) {
    const bool is_first =
        event.type == domain::EventType::order_placed || event.type == domain::EventType::order_imported;
    return domain::find_value(event, is_first ? "state" : "to");
}

bool has_request(const domain::Order& order, RequestStatus status) {
    return std::ranges::any_of(order.requests, [&](const auto& request) { return request.status == status; });
}

// Ready to be handed over at the counter.
bool is_to_collect(const Reader& reader, const domain::Standing& standing) {
    const bool is_ready = standing.stage == Stage::processing || standing.stage == Stage::shipped;
    return reader.order.shipping.pickup && is_ready && standing.units.to_ship > 0;
}

bool is_on_its_way(const domain::Order& order) {
    return std::ranges::any_of(order.shipments, [](const domain::Shipment& shipment) {
        return shipment.handed_over_at_ms && !shipment.delivered_at_ms;
    });
}

// What the buyer may want to do, the most pressing first.
std::vector<std::string> next_words(const Reader& reader, const domain::Standing& standing) {
    const auto& figures = standing.figures();
    std::vector<std::string> words;
    const auto add = [&](std::string_view name, std::int64_t amount_minor = 0) {
        words.push_back(reader.word(name, {{"amount", reader.money(amount_minor)}}));
    };
    const bool is_over = standing.units.total > 0 && standing.units.active == 0;
    if (is_over) add("next_cancelled");
    if (!payment_path(reader.order).empty()) {
        add("next_pay_online", figures.due());
    } else if (transfer_details(reader, standing)) {
        add("next_transfer", figures.due());
    } else if (figures.due() > 0 && standing.method_kind == domain::MethodKind::on_delivery) {
        add(reader.order.shipping.pickup ? "next_pay_at_counter" : "next_pay_on_delivery", figures.due());
    }
    if (figures.owed_back() > 0) add("next_owed_back", figures.owed_back());
    if (has_request(reader.order, RequestStatus::open)) add("next_request_open");
    if (has_request(reader.order, RequestStatus::approved)) add("next_send_back");
    if (is_to_collect(reader, standing)) {
        add("next_collect");
    } else if (!is_over && is_on_its_way(reader.order)) {
        add("next_on_its_way");
    } else if (!is_over && standing.units.to_ship > 0) {
        add(reader.order.shipping.pickup ? "next_ready_soon" : "next_ship_soon");
    }
    if (words.empty()) add("next_nothing");
    return words;
}

void add_progress(MailModel& model, const Reader& reader, const PageFacts& facts) {
    const auto states = published_states(reader.order, *reader.profile, facts.timeline);
    if (states.empty()) return;
    model.texts["state"] = states.back().state->label.in(reader.language);
    for (const PublishedState& each : states) {
        MailModel entry;
        entry.texts = {{"date", reader.date_time(each.at_ms)}, {"label", each.state->label.in(reader.language)}};
        model.lists["history"].push_back(std::move(entry));
    }
    if (states.size() > 1) model.flags.insert("has_history");
}

}  // namespace

std::vector<PublishedState> published_states(const domain::Order& order, const domain::Profile& profile,
                                             const std::vector<ports::TimelineEntry>& timeline) {
    struct Move {
        std::int64_t sequence;
        std::int64_t at_ms;
        std::string state;
    };
    std::vector<Move> moves;
    for (const auto& [event, mails] : timeline | std::views::reverse) {
        if (event.type == domain::EventType::change_undone) {
            const std::string* undone = domain::find_value(event, "undone");
            std::erase_if(
                moves, [&](const Move& move) { return undone != nullptr && std::to_string(move.sequence) == *undone; });
            continue;
        }
        const std::string* state = state_after(event);
        if (state == nullptr || (!moves.empty() && moves.back().state == *state)) continue;
        moves.push_back({event.sequence, event.at_ms, *state});
    }
    if (moves.empty()) moves.push_back({0, order.placed_at_ms, order.state});
    std::vector<PublishedState> states;
    for (const Move& move : moves) {
        const domain::State* state = profile.find_state(move.state);
        if (state == nullptr || !state->published) continue;
        if (!states.empty() && states.back().state == state) continue;
        states.push_back({move.at_ms, state});
    }
    return states;
}

std::optional<PaymentCode> payment_code(const Reader& reader) {
    const auto details = transfer_details(reader, domain::standing_of(reader.order, *reader.profile));
    if (!details || details->standard == domain::QrStandard::none) return std::nullopt;
    const bool is_swiss = details->standard == domain::QrStandard::swiss;
    return PaymentCode{details->payload, is_swiss ? ports::CodeMark::swiss_cross : ports::CodeMark::none};
}

MailModel order_page(const Reader& reader, const PageFacts& facts) {
    const domain::Standing standing = domain::standing_of(reader.order, *reader.profile);
    MailModel model = reader.frame(reader.word("order", {{"number", reader.order.number}}));
    model.texts["placed"] = reader.word("placed", {{"date", reader.date(reader.order.placed_at_ms)}});
    reader.say(model, {"state", "history", "payment", "lines", "shipments", "documents", "tickets", "downloads",
                       "requests", "rights", "collect", "collect_about"});
    add_progress(model, reader, facts);
    for (const std::string& words : next_words(reader, standing)) {
        MailModel entry;
        entry.texts["text"] = words;
        model.lists["next"].push_back(std::move(entry));
    }
    if (is_to_collect(reader, standing)) {
        model.texts["pickup_code"] = pickup_code(reader.services, reader.order);
    }
    add_payment(model, reader, standing);
    add_lines(model, reader);
    add_shipments(model, reader);
    add_documents(model, reader);
    add_tickets(model, reader);
    add_downloads(model, reader, facts.downloads);
    add_requests(model, reader);
    add_rights(model, reader);
    // A heading stands only above something.
    for (const std::string name : {"tickets", "downloads", "shipments", "documents", "requests"}) {
        if (model.lists.contains(name)) model.flags.insert("has_" + name);
    }
    return model;
}

}  // namespace commis::buyer
