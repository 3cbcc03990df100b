#include "requirements/desk.hpp"

#include <stdexcept>

#include "support/calendar.hpp"

namespace commis::domain::requirements {

Choice pieces(const Order& order, std::int64_t quantity, std::size_t line) {
    return {.lines = {{.line_id = order.lines.at(line).id, .quantity = quantity}}};
}

Choice tickets(const Order& order, const std::vector<std::size_t>& positions, std::size_t line) {
    Choice choice;
    for (const std::size_t position : positions) choice.units.push_back(order.lines.at(line).units.at(position).id);
    return choice;
}

PlaceOrder goods(std::string method) { return sample::plain(LineKind::goods, 2, std::move(method)); }
PlaceOrder digital(std::string method) { return sample::plain(LineKind::digital, 1, std::move(method)); }

PlaceOrder event_tickets(std::int64_t quantity, std::string method) {
    PlaceOrder command = sample::plain(LineKind::ticket, quantity, std::move(method));
    for (std::int64_t i = 0; i < quantity; ++i) {
        const std::string number = std::to_string(i + 1);
        command.lines[0].attendees.push_back({"Guest " + number, "guest" + number + "@example.org"});
    }
    return command;
}

PlaceOrder with_attempt(PlaceOrder command, AttemptStatus status, std::optional<std::int64_t> expires_at_ms) {
    PlacePayment payment{.method = command.payment_method,
                         .provider = "stripe",
                         .reference = "pi_1",
                         .status = status,
                         .amount_minor = {},
                         .expires_at_ms = expires_at_ms,
                         .received_at_ms = {}};
    command.payments = {std::move(payment)};
    return command;
}

PlaceOrder free_of_charge(PlaceOrder command) {
    for (PlaceLine& line : command.lines) line.unit_price_minor = 0;
    command.payment_method = "free";
    return command;
}

Desk::Desk(std::string_view profile_id, const PlaceOrder& command) : Desk(sample::profile(profile_id), command) {}

Desk::Desk(Profile rules, const PlaceOrder& command) : profile(std::move(rules)) {
    const std::string outcome = apply(place(command, 7, sample::rules(), context()));
    if (outcome != "taken") throw std::runtime_error("the sample order was refused: " + outcome);
    order.number = "10001";
}

Context Desk::context() const {
    Context made = sample::context(profile, rights);
    made.now_ms = now_ms;
    made.entry = entry;
    made.actor = actor;
    made.calendar = test::utc_calendar();
    made.available = [free = free_stock](std::string_view) { return free; };
    made.provider_connected = [connected = is_connected](const Payment&) { return connected; };
    return made;
}

std::string Desk::apply(const Result<Decision>& decided) {
    if (decided) {
        last = *decided;
        order = last.order;
    }
    return sample::outcome(decided);
}

std::string Desk::pay(std::optional<std::int64_t> amount_minor, std::optional<bool> notify) {
    return apply(mark_paid(order, {amount_minor, {}, "", {"", notify}}, context()));
}

std::string Desk::mark(Mark mark, std::optional<bool> notify) {
    return apply(mark_payment(order, mark, {"", notify}, context()));
}

std::string Desk::mark_refunded(const MarkRefunded& command) {
    return apply(domain::mark_refunded(order, command, context()));
}

std::string Desk::move(const std::string& state, std::optional<bool> notify, std::string note, std::string reason) {
    return apply(change_state(order, {state, std::move(reason), {}, {std::move(note), notify}}, context()));
}

std::string Desk::take_back(std::int64_t quantity, std::optional<bool> restock) {
    return apply(domain::take_back(order, {pieces(order, quantity).lines, restock, ""}, context()));
}

std::string Desk::rename_email(std::string email) {
    EditOrder command;
    command.buyer = order.buyer;
    command.buyer->email = std::move(email);
    return edit(command);
}

Revise Desk::content() const {
    Revise command;
    for (const Line& line : order.lines) {
        if (line.active() == 0) continue;
        const PlaceLine same{.sku = line.sku,
                             .name = line.name,
                             .kind = line.kind,
                             .quantity = line.active(),
                             .unit_price_minor = line.unit_price_minor,
                             .discount_minor = 0,
                             .tax_rate = line.tax_rate.to_string(),
                             .attendees = {}};
        command.lines.push_back({line.id, same});
    }
    return command;
}

std::string Desk::payment_word(std::string_view language) const {
    const std::string id(id_of(worded_payment_status(standing(), profile)));
    const auto own = profile.payment_labels.find(id);
    return own == profile.payment_labels.end() ? id : own->second.in(language);
}

std::string Desk::answer(Action action) const {
    const ActionAnswer given = ask(action, standing(), rights);
    return given.allowed ? "allowed" : std::string(code_of(*given.reason));
}

std::string Desk::mails() const {
    std::string text;
    for (const MailIntent& mail : last.mails) {
        text += (text.empty() ? "" : " ") + std::string(id_of(mail.kind));
        if (mail.suppressed != Suppression::none) text += "(" + std::string(id_of(mail.suppressed)) + ")";
    }
    return text;
}

std::string Desk::events() const {
    std::string text;
    for (const Event& event : last.events) text += (text.empty() ? "" : " ") + std::string(id_of(event.type));
    return text;
}

std::string Desk::said(std::string_view name) const {
    for (const Event& event : last.events) {
        if (const std::string* value = sample::find_data(event, name)) return *value;
    }
    return "(nothing)";
}

std::string Desk::warning() const { return last.warning ? std::string(code_of(*last.warning)) : ""; }

std::string Desk::stock() const {
    std::string text;
    for (const StockMove& move : last.stock_moves) {
        text += (text.empty() ? "" : " ") + move.sku + ":" + std::to_string(move.quantity);
    }
    return text;
}

std::string Desk::access() const {
    std::string text;
    for (const Line& line : order.lines) {
        for (const TicketUnit& unit : line.units) {
            text += (text.empty() ? "" : " ") + std::string(id_of(unit.access));
        }
    }
    return text;
}

}  // namespace commis::domain::requirements
