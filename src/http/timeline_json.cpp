// The timeline: what happened, in words, with the mails that followed.
#include "http/event_words.hpp"
#include "http/order_json.hpp"
#include "http/order_words.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

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
    // One that waits for its server was not tried either, but has the reason beside it.
    const bool is_untried = mail.attempts == 0 && mail.last_reply.empty();
    const bool is_held = mail.status == ports::MailStatus::queued && is_untried && mail.due_at_ms > now_ms;
    return is_held ? "held" : std::string(ports::id_of(mail.status));
}

void write_mail_brief(Writer& writer, const OrderView& view, const ports::MailRow& mail) {
    const std::string status = shown_status(mail, view.services.clock.now_ms());
    const std::string_view event = domain::id_of(mail.kind);
    writer.member("id", mail.id).member("event", event);
    writer.member("event_label", mail_label(view, mail.kind, mail.is_copy)).member("is_copy", mail.is_copy);
    writer.member("to", mail.recipient).member("status", status);
    writer.member("status_label", word(view, "mail_status", status));
    write_suppression(writer, view, mail.reason);
}

void write_timeline_entry(Writer& writer, const OrderView& view, const domain::Order& order,
                          const ports::TimelineEntry& entry) {
    const domain::Event& event = entry.event;
    const std::string type(domain::id_of(event.type));
    writer.object().member("id", event.id).member("sequence", event.sequence);
    writer.member("at", json::format_time_ms(event.at_ms)).member("type", type);
    writer.member("text", event_text(view, order, event));
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

}  // namespace commis::http
