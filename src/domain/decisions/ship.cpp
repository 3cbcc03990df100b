// Goods out and goods in again.
#include "domain/decisions/ship.hpp"

#include <algorithm>

#include "domain/decisions/dispatch_capture.hpp"
#include "domain/decisions/documents.hpp"

namespace commis::domain {
namespace {

// Where a browser goes, and nothing that could leave the attribute or the line it is put into.
bool is_link(std::string_view url) {
    const std::size_t start = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
    if (start == 0 || url.size() == start || url[start] == '/') return false;
    constexpr std::string_view forbidden{"\"<>\\^`{|}"};
    return std::ranges::all_of(url, [&](char sign) {
        const bool is_control = static_cast<unsigned char>(sign) <= 0x20 || sign == 0x7F;
        return !is_control && forbidden.find(sign) == std::string_view::npos;
    });
}

std::vector<Pick> all_to_ship(const Order& order) {
    std::vector<Pick> picks;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        if (order.lines[i].to_ship() > 0) picks.push_back({.line = i, .quantity = order.lines[i].to_ship()});
    }
    return picks;
}

// Books the units out: what was set aside leaves the stock with them.
Shipment pack(Decision& decision, const std::vector<Pick>& picks, const Context& context) {
    Shipment parcel{.id = context.new_id(), .created_at_ms = context.now_ms};
    for (const Pick& pick : picks) {
        Line& line = decision.order.lines[pick.line];
        const std::int32_t from_stock = std::min(line.reserved, pick.quantity);
        line.shipped += pick.quantity;
        line.reserved -= from_stock;
        move_stock(decision, line.sku, -from_stock);
        parcel.parts.push_back({line.id, pick.quantity});
    }
    return parcel;
}

std::vector<FieldError> check(const Order& order, const std::vector<LineChoice>& lines) {
    return check_choice(order, Choice{.lines = lines});
}

std::vector<FieldError> check(const Order& order, const Ship& command) {
    auto errors = check(order, command.lines);
    check_text(errors, "/note", command.telling.note, note_length_max);
    if (command.tracking) {
        for (FieldError& error : check_tracking(*command.tracking)) errors.push_back(std::move(error));
    }
    return errors;
}

// With the last parcel the order moves to the shop's shipped state, unless its work has gone further already.
void move_to_shipped(Order& order, const Profile& profile) {
    const State* now = profile.find_state(order.state);
    const State* shipped = profile.first_of(Stage::shipped);
    const bool is_behind = now == nullptr || (now->stage != Stage::completed && now->stage != Stage::shipped);
    if (shipped != nullptr && is_behind && unit_counts(order).to_ship == 0) order.state = shipped->id;
}

}  // namespace

std::vector<FieldError> check_tracking(const Tracking& tracking) {
    std::vector<FieldError> errors;
    check_text(errors, "/tracking/carrier", tracking.carrier, 100);
    check_text(errors, "/tracking/number", tracking.number, 100);
    check_text(errors, "/tracking/url", tracking.url, 1'000);
    if (!tracking.url.empty() && !is_link(tracking.url)) {
        errors.push_back({"/tracking/url", "invalid_url", "a link starts with https:// or http://"});
    }
    return errors;
}

std::string send_what_is_left(Decision& decision, const Context& context) {
    const auto picks = all_to_ship(decision.order);
    if (picks.empty()) return {};
    Shipment parcel = pack(decision, picks, context);
    parcel.handed_over_at_ms = context.now_ms;
    return decision.order.shipments.emplace_back(std::move(parcel)).id;
}

Result<Decision> ship(const Order& order, const Ship& command, const Context& context) {
    if (const auto error = refused(Action::ship, order, context)) return std::unexpected(*error);
    auto errors = check(order, command);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const auto picks =
        command.lines.empty() ? all_to_ship(order) : picks_of(order, Choice{.lines = command.lines}, true);
    for (const Pick& pick : picks) {
        if (pick.quantity > order.lines[pick.line].to_ship()) return refuse(Refusal::quantity_exceeds_units);
    }
    Decision decision = begin(order, context);
    decision.warning = ship_guard(standing_of(order, context.profile));
    Shipment parcel = pack(decision, picks, context);
    (command.label_only ? parcel.label_printed_at_ms : parcel.handed_over_at_ms) = context.now_ms;
    parcel.tracking = command.tracking.value_or(Tracking{});
    Order& after = decision.order;
    after.shipments.push_back(std::move(parcel));
    move_to_shipped(after, context.profile);
    record(decision, context, EventType::parcel_shipped,
           {{"shipment", after.shipments.back().id},
            {"lines", describe(after.shipments.back().parts)},
            {"from", order.state},
            {"to", after.state},
            {"left", std::to_string(unit_counts(after).to_ship)}},
           command.telling.note);
    capture_for_goods(decision, context, context.now_ms);
    decision.notify =
        context.entry == EntryPoint::button ? context.profile.notify.state_button : context.profile.notify.state_list;
    const auto suppression = decide_notify(decision.notify, command.telling.notify, after.notify_on_state);
    tell_buyer(decision, MailKind::order_sent, suppression, context.now_ms);
    if (unit_counts(after).to_ship == 0) invoice_automatically(decision, context, InvoiceAt::dispatch);
    return decision;
}

Result<Decision> hand_out(const Order& order, const HandOut& command, const Context& context) {
    if (const auto error = refused(Action::hand_out, order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    if (command.code.empty() && command.name.empty()) {
        errors.push_back({"/code", "required", "the code, or the name of who takes it"});
    }
    check_text(errors, "/code", command.code, 100);
    check_text(errors, "/name", command.name, 200);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const bool is_right = command.code.empty() || (context.pickup_code && command.code == context.pickup_code(order));
    if (!is_right) return refuse(Refusal::wrong_code);
    auto decision = ship(order, {.telling = command.telling}, context);
    if (!decision) return decision;
    decision->order.shipments.back().delivered_at_ms = context.now_ms;
    Event& sent = *std::ranges::find(decision->events, EventType::parcel_shipped, &Event::type);
    sent.data.emplace_back("handed_out", command.code.empty() ? "name" : "code");
    sent.reason = command.name;
    return decision;
}

Result<Decision> correct_parcel(const Order& order, const CorrectParcel& command, const Context& context) {
    if (!context.rights.has(Right::work)) return refuse(Refusal::forbidden);
    if (order.removed) return refuse(Refusal::removed);
    std::vector<FieldError> errors;
    if (command.tracking) errors = check_tracking(*command.tracking);
    const auto in_future = [&](const std::optional<std::int64_t>& at_ms) { return at_ms && *at_ms > context.now_ms; };
    if (in_future(command.label_printed_at_ms) || in_future(command.handed_over_at_ms) ||
        in_future(command.delivered_at_ms)) {
        errors.push_back({"/at", "in_future", "this can't have happened in the future"});
    }
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    auto& parcels = decision.order.shipments;
    const auto parcel = std::ranges::find(parcels, command.shipment_id, &Shipment::id);
    if (parcel == parcels.end()) return refuse(Refusal::not_found);
    const Shipment before = *parcel;
    std::string changed;
    const auto apply = [&](auto& fact, const auto& wanted, std::string_view name) {
        if (!wanted || fact == *wanted) return;
        fact = *wanted;
        changed += changed.empty() ? "" : " ";
        changed += name;
    };
    apply(parcel->tracking, command.tracking, "tracking");
    apply(parcel->label_printed_at_ms, command.label_printed_at_ms, "label_printed");
    apply(parcel->handed_over_at_ms, command.handed_over_at_ms, "handed_over");
    apply(parcel->delivered_at_ms, command.delivered_at_ms, "delivered");
    if (changed.empty()) return Decision{.order = order};
    const bool leaves_now = !has_left_the_house(before) && has_left_the_house(*parcel);
    record(decision, context, EventType::parcel_corrected, {{"shipment", before.id}, {"fields", changed}});
    if (leaves_now) capture_for_goods(decision, context, context.now_ms);
    return decision;
}

Result<Decision> take_back(const Order& order, const Return& command, const Context& context) {
    if (const auto error = refused(Action::return_, order, context)) return std::unexpected(*error);
    auto errors = check(order, command.lines);
    if (command.lines.empty()) errors.push_back({"/lines", "required", "say what came back"});
    check_text(errors, "/note", command.note, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const bool restock = command.restock.value_or(context.profile.restock_default);
    Decision decision = begin(order, context);
    std::vector<LinePart> parts;
    std::int64_t restocked = 0;
    for (const Pick& pick : picks_of(order, Choice{.lines = command.lines}, restock)) {
        Line& line = decision.order.lines[pick.line];
        if (pick.quantity > line.returnable()) return refuse(Refusal::quantity_exceeds_units);
        line.returned += pick.quantity;
        parts.push_back({line.id, pick.quantity});
        if (!pick.restock || !context.profile.tracks_stock) continue;
        move_stock(decision, line.sku, pick.quantity);
        restocked += pick.quantity;
    }
    record(decision, context, EventType::goods_returned,
           {{"lines", describe(parts)}, {"restocked", std::to_string(restocked)}}, command.note);
    return decision;
}

}  // namespace commis::domain
