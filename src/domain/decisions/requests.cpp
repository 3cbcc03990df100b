// Registering and answering. Units are cancelled by the same command that operators use.
#include "domain/decisions/requests.hpp"

#include <algorithm>

#include "domain/decisions/cancel.hpp"
#include "domain/decisions/tickets.hpp"
#include "domain/decisions/units.hpp"

namespace commis::domain {
namespace {

constexpr std::size_t parts_max = 500;

std::string described(const BuyerRequest& request) {
    std::string text;
    for (const RequestPart& part : request.parts) {
        text += (text.empty() ? "" : " ") + part.line_id + ':' + std::to_string(part.quantity);
    }
    return text;
}

std::vector<RequestPart> all_of(const BuyerRight& right) {
    std::vector<RequestPart> parts;
    for (const Askable& each : right.parts) {
        parts.push_back({.line_id = each.line_id, .unit_id = each.unit_id, .quantity = each.quantity});
    }
    return parts;
}

std::vector<FieldError> check(const BuyerRight& right, const std::vector<RequestPart>& parts) {
    std::vector<FieldError> errors;
    if (parts.empty()) errors.push_back({"/lines", "required", "say which units"});
    if (parts.size() > parts_max) return {{"/lines", "too_many", "at most 500"}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const RequestPart& part = parts[i];
        const std::string at = "/lines/" + std::to_string(i);
        const auto is_same = [&](const auto& other) {
            return other.line_id == part.line_id && other.unit_id == part.unit_id;
        };
        const auto offered = std::ranges::find_if(right.parts, is_same);
        if (offered == right.parts.end()) {
            errors.push_back({at + "/line", "not_offered", "these units can't be named in such a request"});
        } else if (std::any_of(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(i), is_same)) {
            errors.push_back({at + "/line", "named_twice", "these units are named before"});
        } else if (part.quantity < 1 || part.quantity > offered->quantity) {
            errors.push_back({at + "/quantity", "out_of_range", "between 1 and " + std::to_string(offered->quantity)});
        }
    }
    return errors;
}

void tell_staff(Decision& decision, const Context& context) {
    for (const std::string& address : staff_for(context.staff, MailKind::order_placed_operator, decision.order)) {
        decision.mails.push_back(
            {MailKind::request_operator, address, Suppression::none, context.now_ms, decision.order.event_count});
    }
}

bool waits(const BuyerRequest& request) { return request.status == RequestStatus::open; }

void tell_answer(Decision& decision, const Context& context, const Telling& telling) {
    decision.notify = NotifyRule::confirm;
    tell_buyer(decision, MailKind::request_answered, decide_notify(NotifyRule::confirm, telling.notify, true),
               context.now_ms);
}

// The units of the request that have not left, as a person would name them in a cancellation. What is left of it is
// with the buyer; what a revision or a person took away since is not expected any more.
Choice still_here(const Order& order, BuyerRequest& request) {
    Choice choice;
    for (RequestPart& part : request.parts) {
        if (!part.unit_id.empty()) {
            const TicketUnit* unit = find_ticket(order, part.unit_id);
            part.cancelled = part.quantity;
            if (unit != nullptr && unit->status == UnitStatus::active) choice.units.push_back(part.unit_id);
            continue;
        }
        const Line* line = order.find_line(part.line_id);
        const bool is_goods = line != nullptr && line->kind == LineKind::goods;
        const std::int32_t in_house = line == nullptr ? 0 : is_goods ? std::max(0, line->to_ship()) : line->active();
        const bool is_return = request.kind == RequestKind::return_;
        const std::int32_t here = is_return ? 0 : std::min(part.quantity, in_house);
        if (here > 0) choice.lines.push_back({part.line_id, here});
        part.cancelled = part.quantity - (is_goods ? std::min(part.quantity - here, line->returnable()) : 0);
    }
    return choice;
}

}  // namespace

Result<BuyerRequest*> find_fitting(Order& order, const std::string& request_id,
                                   const std::function<bool(const BuyerRequest&)>& fits, Refusal otherwise) {
    const auto at = std::ranges::find_if(order.requests, [&](const BuyerRequest& request) {
        return fits(request) && (request_id.empty() || request.id == request_id);
    });
    if (at != order.requests.end()) return &*at;
    if (request_id.empty()) return refuse(otherwise);
    if (order.find_request(request_id) != nullptr) return refuse(Refusal::request_answered);
    return refuse_fields({{"/request", "unknown_request", "the order has no such request"}});
}

Result<Decision> register_request(const Order& order, const RegisterRequest& command, const Context& context) {
    if (const auto error = refused(Action::register_request, order, context)) return std::unexpected(*error);
    const BuyerRight right = buyer_right(command.kind, order, context.profile, context.now_ms);
    if (right.reason) return refuse(*right.reason);
    const bool is_whole = command.parts.empty() && command.kind == RequestKind::withdrawal;
    BuyerRequest request{.kind = command.kind, .asked_at_ms = context.now_ms};
    request.parts = is_whole ? all_of(right) : command.parts;
    auto errors = check(right, request.parts);
    check_text(errors, "/note", command.note, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    request.id = context.new_id();
    Decision decision = begin(order, context);
    record(decision, context, EventType::request_registered,
           {{"request", request.id}, {"kind", std::string(id_of(command.kind))}, {"lines", described(request)}},
           command.note);
    decision.order.requests.push_back(std::move(request));
    const bool withdraws = command.kind == RequestKind::withdrawal;
    tell_buyer(decision, withdraws ? MailKind::withdrawal_received : MailKind::request_received, Suppression::none,
               context.now_ms);
    tell_staff(decision, context);
    return decision;
}

Result<Decision> approve_request(const Order& order, const AnswerRequest& command, const Context& context) {
    if (const auto error = refused(Action::approve_request, order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    check_text(errors, "/note", command.telling.note, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    const auto wanted = find_fitting(decision.order, command.request_id, waits, Refusal::no_open_request);
    if (!wanted) return std::unexpected(wanted.error());
    BuyerRequest request = **wanted;
    const Choice choice = still_here(order, request);
    if (!choice.is_empty()) {
        // The answer below tells the buyer: one mail is enough.
        auto cancelled = cancel(order, {.choice = choice, .telling = {.note = {}, .notify = false}}, context);
        if (!cancelled) return cancelled;
        decision = std::move(*cancelled);
        std::erase_if(decision.mails, [](const MailIntent& mail) { return mail.kind == MailKind::order_cancelled; });
    }
    const bool comes_back = request.kind != RequestKind::cancellation &&
                            std::ranges::any_of(request.parts, [](const auto& part) { return part.expected() > 0; });
    request.status = comes_back ? RequestStatus::approved : RequestStatus::closed;
    request.answered_at_ms = context.now_ms;
    if (comes_back) request.slip = "R" + ticket_code(context);
    record(decision, context, EventType::request_answered,
           {{"request", request.id}, {"kind", std::string(id_of(request.kind))}, {"answer", "approved"}},
           command.telling.note);
    *decision.order.find_request(request.id) = request;
    tell_answer(decision, context, command.telling);
    return decision;
}

Result<Decision> decline_request(const Order& order, const AnswerRequest& command, const Context& context) {
    if (const auto error = refused(Action::decline_request, order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    check_text(errors, "/note", command.telling.note, note_length_max);
    if (command.telling.note.empty()) errors.push_back({"/note", "required", "tell the buyer why"});
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    const auto found = find_fitting(decision.order, command.request_id, waits, Refusal::no_open_request);
    if (!found) return std::unexpected(found.error());
    BuyerRequest* request = *found;
    request->status = RequestStatus::declined;
    request->answered_at_ms = context.now_ms;
    record(decision, context, EventType::request_answered,
           {{"request", request->id}, {"kind", std::string(id_of(request->kind))}, {"answer", "declined"}},
           command.telling.note);
    tell_answer(decision, context, command.telling);
    return decision;
}

Result<Decision> close_request(const Order& order, const AnswerRequest& command, const Context& context) {
    if (const auto error = refused(Action::close_request, order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    check_text(errors, "/note", command.telling.note, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    const auto found =
        find_fitting(decision.order, command.request_id, &BuyerRequest::is_open, Refusal::no_open_request);
    if (!found) return std::unexpected(found.error());
    (*found)->status = RequestStatus::closed;
    record(decision, context, EventType::request_closed, {{"request", (*found)->id}}, command.telling.note);
    return decision;
}

}  // namespace commis::domain
