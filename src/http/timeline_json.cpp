// The timeline and the preview of an action: what happened or would happen, in words, with the mails that follow.
#include <map>
#include <sstream>

#include "http/order_json.hpp"
#include "http/order_words.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

// "buyer tags" as "buyer, tags" in the language of the answer.
std::string field_names(const OrderView& view, const std::string& fields) {
    std::string names;
    std::istringstream each(fields);
    for (std::string field; each >> field;) {
        if (!names.empty()) names += ", ";
        names += word(view, "order_field", field);
    }
    return names;
}

// The values an event's sentence may name, as people read them.
std::map<std::string, std::string> words_of(const OrderView& view, const domain::Order& order,
                                            const domain::Event& event) {
    std::map<std::string, std::string> values;
    for (const auto& [name, value] : event.data) {
        if (name == "amount" || name == "total" || name == "owed_back") {
            values[name] = money_text(view, std::stoll(value), order.currency);
        } else if (name == "from" || name == "to" || name == "state") {
            const domain::State* state = view.profile.find_state(value);
            values[name] = state != nullptr ? state->label.in(view.language) : value;
        } else if (name == "method" || name == "payment_method") {
            values[name] = method_label(view, value);
        } else if (name == "fields") {
            values[name] = field_names(view, value);
        } else if (name == "payment_status") {
            values[name] = word(view, "payment_status", value);
        } else {
            values[name] = value;
        }
    }
    return values;
}

void write_reason(Writer& writer, const OrderView& view, domain::Suppression reason) {
    if (reason == domain::Suppression::none) {
        writer.key("reason").null().key("reason_text").null();
        return;
    }
    const std::string_view id = domain::id_of(reason);
    writer.member("reason", id).member("reason_text", word(view, "suppression", id));
}

void write_note(Writer& writer, const OrderView& view, const std::string& note) {
    writer.key("note");
    if (note.empty()) {
        writer.null().key("note_html").null();
    } else {
        writer.value(note).member("note_html", view.services.renderer.note_to_html(note));
    }
}

}  // namespace

std::string shown_status(const ports::MailRow& mail, std::int64_t now_ms) {
    const bool is_held = mail.status == ports::MailStatus::queued && mail.attempts == 0 && mail.due_at_ms > now_ms;
    return is_held ? "held" : std::string(ports::id_of(mail.status));
}

void write_mail_brief(Writer& writer, const OrderView& view, const ports::MailRow& mail) {
    const std::string status = shown_status(mail, view.services.clock.now_ms());
    const std::string_view event = domain::id_of(mail.kind);
    writer.member("id", mail.id).member("event", event).member("event_label", word(view, "mail", event));
    writer.member("to", mail.recipient).member("status", status);
    writer.member("status_label", word(view, "mail_status", status));
    write_reason(writer, view, mail.reason);
}

void write_timeline_entry(Writer& writer, const OrderView& view, const domain::Order& order,
                          const ports::TimelineEntry& entry) {
    const domain::Event& event = entry.event;
    const std::string type(domain::id_of(event.type));
    const auto values = words_of(view, order, event);
    writer.object().member("id", event.id).member("sequence", event.sequence);
    writer.member("at", json::format_time_ms(event.at_ms)).member("type", type);
    writer.member("text", view.services.words.text(view.language, "event." + type, values));
    const std::string_view actor = domain::id_of(event.actor.kind);
    writer.key("actor").object().member("kind", actor);
    writer.member("name", event.actor.name.empty() ? word(view, "actor", actor) : event.actor.name).end();
    write_note(writer, view, event.note);
    writer.member("reason", event.reason).member("internal", event.note_is_internal);
    writer.key("mails").array();
    for (const ports::MailRow& mail : entry.mails) {
        writer.object();
        write_mail_brief(writer, view, mail);
        writer.end();
    }
    writer.end().key("data").object();
    for (const auto& [name, value] : event.data) writer.member(name, value);
    writer.end().end();
}

void write_preview(Writer& writer, const OrderView& view, const domain::Order& before,
                   const domain::Decision& decision) {
    static constexpr std::string_view rules[] = {"ask", "confirm", "always", "order-switch", "never"};
    const domain::Figures was = domain::standing_of(before, view.profile).figures();
    const domain::Figures is = domain::standing_of(decision.order, view.profile).figures();
    writer.object().member("dry_run", true).key("order");
    write_order(writer, view, decision.order);
    writer.member("notify", rules[static_cast<std::size_t>(decision.notify)]).key("mails").array();
    for (const domain::MailIntent& mail : decision.mails) {
        const std::string_view event = domain::id_of(mail.kind);
        writer.object().member("event", event).member("event_label", word(view, "mail", event));
        writer.member("to", mail.recipient).member("will_send", mail.suppressed == domain::Suppression::none);
        write_reason(writer, view, mail.suppressed);
        writer.end();
    }
    writer.end().key("documents").array().end().key("stock").array().end();
    writer.key("amounts").object().member("amount", is.captured_minor - was.captured_minor);
    writer.member("due", is.due()).member("owed_back", is.owed_back()).end();
    if (decision.warning) {
        const std::string code(domain::code_of(*decision.warning));
        writer.member("warning", code).member("warning_text", word(view, "refusal", code));
    } else {
        writer.key("warning").null().key("warning_text").null();
    }
    writer.end();
}

}  // namespace commis::http
