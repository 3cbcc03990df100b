// The words of a mail: a template, a language and a model become subject, plain text and HTML from one source.
// Also the one place that turns notes (Markdown by operators) into HTML, for mails and for the timeline.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace commis::ports {

// A picture that leaves inside the mail; a template places it by its name, in a paragraph of its own.
struct MailPicture {
    std::string png;
    std::string words;  // For whoever does not see it.
};

// What a template may name. Amounts and dates come as finished text in the mail's language (see `Formatter`).
// An absent or empty text is false in a section: {{#tracking_number}}…{{/tracking_number}}.
struct MailModel {
    std::map<std::string, std::string> texts;  // Plain: no character of a text can become markup or a link.
    std::map<std::string, std::string> notes;  // Markdown, rendered safely: raw HTML is shown, odd links are dropped.
    std::map<std::string, std::string> links;  // Made by us: https or http addresses, never a customer's text.
    std::set<std::string> flags;
    std::map<std::string, std::vector<MailModel>> lists;
    std::map<std::string, MailPicture> pictures{};
};

struct RenderedMail {
    std::string subject;
    std::string text;
    std::string html;
    std::map<std::string, std::string> pictures{};  // PNGs by name; the HTML shows them as cid:name.
};

// What is wrong with a template or why it can't be rendered.
struct TemplateFault {
    std::string code;       // snake_case, stable: "unknown_name", "too_large", "unclosed_section", …
    std::string detail;     // The name or tag concerned.
    std::int32_t line = 0;  // 1-based; 0 when it concerns the whole.
    friend bool operator==(const TemplateFault&, const TemplateFault&) = default;
};

// The names an event offers; a list offers its own names inside its section, beside the outer ones.
struct TemplateNames {
    std::set<std::string, std::less<>> values;
    std::map<std::string, TemplateNames, std::less<>> lists;
    std::set<std::string, std::less<>> flags;  // Among the values: only ever asked for, never written out.
};

// The words of one mail: a subject of one line, and a body in Markdown.
struct TemplateText {
    std::string subject;
    std::string body;
    // As one text, which is what `render_source` and `validate` read: the body begins on its third line.
    std::string source() const { return "Subject: " + subject + "\n\n" + body; }
    static constexpr std::int32_t body_begins_after = 2;
};

struct MailRenderer {
    virtual ~MailRenderer() = default;

    // Renders the shipped template of an event ("order_placed", …; see domain::MailKind). A language without one
    // falls back to English.
    virtual std::expected<RenderedMail, TemplateFault> render(std::string_view event, std::string_view language,
                                                              const MailModel& model) const = 0;

    // Renders a text of the shop's own instead of the shipped one.
    virtual std::expected<RenderedMail, TemplateFault> render_source(std::string_view source, std::string_view language,
                                                                     const MailModel& model) const = 0;

    // The shipped words of an event; nothing for an event that does not exist.
    virtual std::optional<TemplateText> shipped(std::string_view event, std::string_view language) const = 0;

    // What the words of an event may name, or null.
    virtual const TemplateNames* names_of(std::string_view event) const = 0;

    // Every fault of a template for this event: syntax, limits, names the event does not have.
    virtual std::vector<TemplateFault> validate(std::string_view event, std::string_view source) const = 0;

    // A page for buyers, templates/pages/<name>: HTML with the model's plain texts and our own links in it. Throws
    // where the page does not exist or names what the model lacks: both are shipped together.
    virtual std::string page(std::string_view name, const MailModel& model) const = 0;

    // Safe HTML of a note: raw HTML shown as text, only http, https, mailto and tel links, images become links.
    virtual std::string note_to_html(std::string_view markdown) const = 0;
};

}  // namespace commis::ports
