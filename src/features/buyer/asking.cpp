// Forms of requests, read and shown.
#include "features/buyer/asking.hpp"

#include <algorithm>
#include <charconv>

#include "domain/decisions/requests.hpp"
#include "features/orders/run.hpp"

namespace commis::buyer {
namespace {

using domain::RequestKind;
using ports::MailModel;

std::string name_of(const domain::Askable& offer) { return offer.unit_id.empty() ? offer.line_id : offer.unit_id; }

std::string_view typed_value(const Typed& typed, const std::string& name) {
    const auto at = typed.find(name);
    return at == typed.end() ? std::string_view() : std::string_view(at->second);
}

// Whole and within what is offered; an empty field is none.
std::optional<std::int32_t> read_quantity(std::string_view text, std::int32_t most) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    while (text.starts_with(' ')) text.remove_prefix(1);
    if (text.empty()) return 0;
    std::int32_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = fault == std::errc() && end == text.data() + text.size();
    if (!is_whole || number < 0 || number > most) return std::nullopt;
    return number;
}

// Forms send CR LF; a line more at the end comes from writing a value line by line.
std::string plain_lines(std::string_view typed) {
    std::string text;
    for (const char sign : typed) {
        if (sign != '\r') text += sign;
    }
    while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
    return text;
}

void add_note_lines(MailModel& model, std::string_view note) {
    while (!note.empty()) {
        const std::size_t end = std::min(note.find('\n'), note.size());
        model.lists["note_lines"].push_back(entry({{"line", std::string(note.substr(0, end))}}));
        note.remove_prefix(std::min(end + 1, note.size()));
    }
}

std::string kind_word(const Reader& reader, std::string_view name, RequestKind kind) {
    return reader.word(std::string(name) + "_" + std::string(domain::id_of(kind)));
}

std::string ask_path(const Reader& reader, RequestKind kind) {
    return reader.path("/ask/" + std::string(domain::id_of(kind)));
}

std::string reason_word(const Reader& reader, domain::ReturnReason reason) {
    return reader.text("return_reason." + std::string(domain::id_of(reason)));
}

MailModel field_of(const Reader& reader, const AskForm& form, const FormPart& part) {
    const std::string name = name_of(part.offer);
    const bool is_ticket = !part.offer.unit_id.empty();
    const domain::Line* line = reader.order.find_line(part.offer.line_id);
    MailModel field = entry({{"name", name}, {"most", std::to_string(part.offer.quantity)}, {"value", part.quantity}});
    field.texts["label"] =
        is_ticket ? reader.part_text(part.offer.line_id, part.offer.unit_id, 1) : (line == nullptr ? "" : line->name);
    field.texts["of"] = reader.word("of_units", {{"count", std::to_string(part.offer.quantity)}});
    field.flags.insert(is_ticket ? "is_ticket" : "is_counted");
    if (is_ticket && part.chosen > 0) field.flags.insert("is_chosen");
    if (part.is_wrong) {
        field.texts["error"] = reader.word("error_quantity", {{"most", std::to_string(part.offer.quantity)}});
    }
    if (form.right.kind != RequestKind::return_) return field;
    field.flags.insert("comes_back");
    if (part.wants_exchange) field.flags.insert("wants_exchange");
    for (int i = 0; i < domain::return_reason_count; ++i) {
        const auto reason = static_cast<domain::ReturnReason>(i);
        MailModel option = entry({{"id", std::string(domain::id_of(reason))}, {"words", reason_word(reader, reason)}});
        if (reason == part.reason) option.flags.insert("is_chosen");
        field.lists["reasons"].push_back(std::move(option));
    }
    return field;
}

void add_errors(MailModel& model, const Reader& reader, const AskForm& form) {
    const auto add = [&](std::string target, std::string words) {
        model.lists["errors"].push_back(entry({{"target", std::move(target)}, {"words", std::move(words)}}));
    };
    for (const FormPart& part : form.parts) {
        if (!part.is_wrong) continue;
        const domain::Line* line = reader.order.find_line(part.offer.line_id);
        const std::string words = reader.word("error_quantity", {{"most", std::to_string(part.offer.quantity)}});
        add("q-" + name_of(part.offer), (line == nullptr ? "" : line->name + ": ") + words);
    }
    if (form.lacks_parts && !form.parts.empty()) {
        add("q-" + name_of(form.parts.front().offer), reader.word("error_nothing"));
    }
    if (form.is_note_too_long) {
        add("note", reader.word("error_note", {{"most", std::to_string(domain::note_length_max)}}));
    }
    if (!model.lists["errors"].empty()) model.flags.insert("has_errors");
}

// What was named, by the order's own lines and tickets: also what was offered when the form was opened and is no more.
std::vector<domain::RequestPart> named_parts(const domain::Order& order, const Typed& typed) {
    std::vector<domain::RequestPart> parts;
    const auto add = [&](const domain::Line& line, const std::string& unit_id) {
        const std::string name = unit_id.empty() ? line.id : unit_id;
        const auto quantity = read_quantity(typed_value(typed, "q-" + name), line.quantity);
        if (quantity.value_or(0) == 0) return;
        const auto reason = domain::find_return_reason(typed_value(typed, "r-" + name));
        parts.push_back({.line_id = line.id,
                         .unit_id = unit_id,
                         .quantity = *quantity,
                         .reason = reason.value_or(domain::ReturnReason::none),
                         .wants_exchange = !typed_value(typed, "x-" + name).empty()});
    };
    for (const domain::Line& line : order.lines) {
        add(line, "");
        for (const domain::TicketUnit& unit : line.units) add(line, unit.id);
    }
    return parts;
}

MailModel request_frame(const Reader& reader, RequestKind kind, std::string_view title) {
    MailModel model = reader.frame(kind_word(reader, title, kind));
    model.texts["order"] = reader.word("order", {{"number", reader.order.number}});
    model.texts["path"] = ask_path(reader, kind);
    reader.say(model, {"back", "errors", "note", "exchange", "reason", "parts", "quantity", "this_ticket"});
    return model;
}

}  // namespace

bool AskForm::is_right() const {
    return !lacks_parts && !is_note_too_long && std::ranges::none_of(parts, &FormPart::is_wrong);
}

AskForm new_form(const Reader& reader, RequestKind kind) {
    AskForm form{.right = domain::buyer_right(kind, reader.order, *reader.profile, reader.services.clock.now_ms()),
                 .known_requests = reader.order.requests.size()};
    const bool is_whole = kind == RequestKind::withdrawal || form.right.parts.size() == 1;
    for (const domain::Askable& offer : form.right.parts) {
        FormPart part{.offer = offer, .chosen = is_whole ? offer.quantity : 0};
        part.quantity = std::to_string(part.chosen);
        form.parts.push_back(std::move(part));
    }
    return form;
}

AskForm read_form(const Reader& reader, RequestKind kind, const Typed& typed) {
    AskForm form = new_form(reader, kind);
    bool has_parts = false;
    for (FormPart& part : form.parts) {
        const std::string name = name_of(part.offer);
        part.quantity = typed_value(typed, "q-" + name);
        const auto quantity = read_quantity(part.quantity, part.offer.quantity);
        part.chosen = quantity.value_or(0);
        part.is_wrong = !quantity;
        part.reason = domain::find_return_reason(typed_value(typed, "r-" + name)).value_or(domain::ReturnReason::none);
        part.wants_exchange = !typed_value(typed, "x-" + name).empty();
        has_parts = has_parts || part.chosen > 0 || part.is_wrong;
    }
    form.chosen = named_parts(reader.order, typed);
    form.lacks_parts = !has_parts;
    form.note = plain_lines(typed_value(typed, "note"));
    form.is_note_too_long = form.note.size() > domain::note_length_max;
    const std::string_view known = typed_value(typed, "known");
    std::from_chars(known.data(), known.data() + known.size(), form.known_requests);
    return form;
}

MailModel choice_page(const Reader& reader, const AskForm& form, std::string_view problem) {
    const RequestKind kind = form.right.kind;
    MailModel model = request_frame(reader, kind, "title");
    model.texts["about"] = kind_word(reader, "about", kind);
    if (!problem.empty()) model.texts["problem"] = problem;
    if (form.right.reason) {
        model.texts["refused"] = reader.refusal(*form.right.reason);
        return model;
    }
    if (form.right.until_ms) model.texts["until"] = reader.word("until", {{"date", reader.date(*form.right.until_ms)}});
    add_errors(model, reader, form);
    for (const FormPart& part : form.parts) model.lists["fields"].push_back(field_of(reader, form, part));
    model.flags.insert("is_choice");
    if (kind != RequestKind::withdrawal) model.flags.insert("has_note");
    add_note_lines(model, form.note);
    model.texts["next"] = reader.word("go_on");
    return model;
}

MailModel confirm_page(const Reader& reader, const AskForm& form) {
    const RequestKind kind = form.right.kind;
    MailModel model = request_frame(reader, kind, "title");
    model.flags.insert("is_question");
    model.texts["about"] = kind_word(reader, "question", kind);
    model.texts["next"] = kind_word(reader, "confirm", kind);
    model.texts["change"] = reader.word("change");
    model.texts["receipt"] = reader.word("receipt_to", {{"email", reader.order.buyer.email}});
    model.texts["buyer"] = reader.order.buyer.name;
    model.texts["known"] = std::to_string(form.known_requests);
    for (const FormPart& part : form.parts) {
        if (part.chosen == 0) continue;
        MailModel row = entry({{"text", reader.part_text(part.offer.line_id, part.offer.unit_id, part.chosen)},
                               {"name", name_of(part.offer)},
                               {"value", std::to_string(part.chosen)}});
        if (part.reason != domain::ReturnReason::none) {
            row.texts["reason"] = reason_word(reader, part.reason);
            row.texts["reason_id"] = domain::id_of(part.reason);
        }
        if (part.wants_exchange) row.flags.insert("wants_exchange");
        model.lists["chosen"].push_back(std::move(row));
    }
    if (!form.note.empty()) model.flags.insert("has_words");
    add_note_lines(model, form.note);
    return model;
}

const domain::BuyerRequest* sent_before(const domain::Order& order, const AskForm& form) {
    const auto names_same = [](const domain::RequestPart& left, const domain::RequestPart& right) {
        return left.line_id == right.line_id && left.unit_id == right.unit_id && left.quantity == right.quantity;
    };
    for (std::size_t i = form.known_requests; i < order.requests.size(); ++i) {
        const domain::BuyerRequest& request = order.requests[i];
        const bool is_same =
            request.kind == form.right.kind && std::ranges::equal(request.parts, form.chosen, names_same);
        if (is_same) return &request;
    }
    return nullptr;
}

domain::Result<std::string> ask(const Reader& reader, const AskForm& form) {
    const domain::RegisterRequest command{form.right.kind, form.chosen, form.note};
    std::string first;
    domain::Result<domain::Decision> asked = domain::refuse(domain::Refusal::nothing_to_ask_for);
    const auto decide = [&](const domain::Order& order,
                            const domain::Context& context) -> domain::Result<domain::Decision> {
        if (const auto* before = sent_before(order, form)) {
            first = before->id;
            return domain::refuse(domain::Refusal::nothing_changed);
        }
        return domain::register_request(order, command, context);
    };
    reader.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        first.clear();
        asked =
            orders::run(work, reader.services, {reader.shop, reader.order.id, std::nullopt}, Caller::buyer(), decide);
    });
    if (!first.empty()) return first;
    if (!asked) return std::unexpected(asked.error());
    orders::announce(reader.services, *asked);
    return asked->order.requests.back().id;
}

MailModel receipt_page(const Reader& reader, const domain::BuyerRequest& request) {
    MailModel model = request_frame(reader, request.kind, "received");
    model.texts["about"] = kind_word(reader, "after", request.kind);
    model.texts["when"] = reader.word("received_at", {{"time", reader.exact_time(request.asked_at_ms)}});
    model.texts["receipt"] = reader.word("receipt_sent", {{"email", reader.order.buyer.email}});
    model.texts["buyer"] = reader.order.buyer.name;
    for (const domain::RequestPart& part : request.parts) {
        MailModel row = entry({{"text", reader.part_text(part.line_id, part.unit_id, part.quantity)}});
        if (part.reason != domain::ReturnReason::none) row.texts["reason"] = reason_word(reader, part.reason);
        if (part.wants_exchange) row.flags.insert("wants_exchange");
        model.lists["chosen"].push_back(std::move(row));
    }
    return model;
}

}  // namespace commis::buyer
