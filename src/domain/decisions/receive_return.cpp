// A parcel that came back, opened: unit by unit, then the stock, then what is sent anew.
#include <algorithm>
#include <set>

#include "domain/decisions/requests.hpp"
#include "domain/decisions/units.hpp"

namespace commis::domain {
namespace {

RequestPart* part_of(BuyerRequest& request, const std::string& line_id) {
    const auto at = std::ranges::find(request.parts, line_id, &RequestPart::line_id);
    return at == request.parts.end() ? nullptr : &*at;
}

std::vector<FieldError> check(BuyerRequest& request, const std::vector<Verdict>& verdicts) {
    std::vector<FieldError> errors;
    std::set<std::string> named;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const Verdict& verdict = verdicts[i];
        const std::string at = "/lines/" + std::to_string(i);
        const RequestPart* part = part_of(request, verdict.line_id);
        if (part == nullptr || !named.insert(verdict.line_id).second) {
            errors.push_back({at + "/line", "unknown_line", "not expected, or named before"});
            continue;
        }
        for (const auto& [name, count] : {std::pair{"/as_new", verdict.as_new},
                                          {"/damaged", verdict.damaged},
                                          {"/wrong", verdict.wrong},
                                          {"/exchange", verdict.exchange}}) {
            if (count < 0 || count > part->expected()) {
                errors.push_back({at + name, "out_of_range", "between 0 and " + std::to_string(part->expected())});
            }
        }
        if (verdict.as_new + verdict.damaged + verdict.wrong > part->expected()) {
            errors.push_back({at, "out_of_range", "more units than are expected"});
        }
        if (verdict.exchange <= part->expected() && verdict.exchange > verdict.as_new + verdict.damaged) {
            errors.push_back({at + "/exchange", "out_of_range", "only what came back is sent anew"});
        }
    }
    return errors;
}

// Counts what came and moves the stock; answers how many units are to be sent anew.
std::int32_t take_in(Decision& decision, RequestPart& part, const Verdict& verdict, const Context& context) {
    Line& line = *decision.order.find_line(part.line_id);
    part.as_new = static_cast<std::int32_t>(verdict.as_new);
    part.damaged = static_cast<std::int32_t>(verdict.damaged);
    part.wrong = static_cast<std::int32_t>(verdict.wrong);
    part.exchanged = static_cast<std::int32_t>(verdict.exchange);
    part.missing = part.expected() - part.as_new - part.damaged - part.wrong;
    line.returned += part.received();
    line.exchanged += part.exchanged;
    if (!context.profile.tracks_stock) return part.exchanged;
    if (verdict.restock.value_or(context.profile.restock_default)) move_stock(decision, line.sku, part.as_new);
    line.reserved += part.exchanged;
    return part.exchanged;
}

bool can_be_sent_anew(const Decision& decision, const BuyerRequest& request, const Context& context) {
    if (!context.profile.tracks_stock || !context.available) return true;
    return std::ranges::all_of(request.parts, [&](const RequestPart& part) {
        if (part.exchanged == 0) return true;
        const Line& line = *decision.order.find_line(part.line_id);
        if (line.sku.empty()) return true;
        const auto free = context.available(line.sku);
        const auto back = std::ranges::find(decision.stock_moves, line.sku, &StockMove::sku);
        const std::int64_t came_in = back == decision.stock_moves.end() ? 0 : back->quantity;
        return !free || *free + came_in >= part.exchanged;
    });
}

std::string described(const BuyerRequest& request) {
    std::string text;
    for (const RequestPart& part : request.parts) {
        text += (text.empty() ? "" : " ") + part.line_id;
        for (const std::int32_t count : {part.as_new, part.damaged, part.wrong, part.missing, part.exchanged}) {
            text += ':' + std::to_string(count);
        }
    }
    return text;
}

// What is to be sent again is work again.
void back_to_work(Order& order, const Profile& profile) {
    const State* now = profile.find_state(order.state);
    const bool is_done = now != nullptr && (now->stage == Stage::shipped || now->stage == Stage::completed);
    if (!is_done) return;
    const State* processing = profile.first_of(Stage::processing);
    order.state = processing != nullptr ? processing->id : profile.first_state().id;
}

}  // namespace

Result<Decision> receive_return(const Order& order, const ReceiveReturn& command, const Context& context) {
    if (const auto error = refused(Action::receive_return, order, context)) return std::unexpected(*error);
    Decision decision = begin(order, context);
    const auto is_expected = [](const BuyerRequest& each) { return each.status == RequestStatus::approved; };
    const auto found = find_fitting(decision.order, command.request_id, is_expected, Refusal::nothing_is_expected);
    if (!found) return std::unexpected(found.error());
    BuyerRequest* request = *found;
    auto errors = check(*request, command.verdicts);
    if (command.verdicts.empty()) errors.push_back({"/lines", "required", "say what came back"});
    check_text(errors, "/note", command.telling.note, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    for (RequestPart& part : request->parts) part.missing = part.expected();
    std::int32_t anew = 0;
    for (const Verdict& verdict : command.verdicts) {
        // Some may have been taken back without the request.
        const Line* line = order.find_line(verdict.line_id);
        const bool is_out = line != nullptr && verdict.as_new + verdict.damaged <= line->returnable();
        if (!is_out) return refuse(Refusal::quantity_exceeds_units);
        anew += take_in(decision, *part_of(*request, verdict.line_id), verdict, context);
    }
    if (!can_be_sent_anew(decision, *request, context)) return refuse(Refusal::not_enough_stock);
    const bool is_settled =
        std::ranges::all_of(request->parts, [](const RequestPart& part) { return part.received() == part.exchanged; });
    request->status = is_settled ? RequestStatus::closed : RequestStatus::received;
    request->received_at_ms = context.now_ms;
    if (anew > 0) back_to_work(decision.order, context.profile);
    record(decision, context, EventType::return_received,
           {{"request", request->id},
            {"verdicts", described(*request)},
            {"exchanged", std::to_string(anew)},
            {"from", order.state},
            {"to", decision.order.state}},
           command.telling.note);
    decision.notify = NotifyRule::confirm;
    tell_buyer(decision, MailKind::return_received, decide_notify(NotifyRule::confirm, command.telling.notify, true),
               context.now_ms);
    return decision;
}

}  // namespace commis::domain
