// Fuzz target: whatever a shop writes as a mail's words, an operator as a note or a buyer as a name ends, is refused or
// becomes harmless HTML. The text is the template, the note and the name at once.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/smtp/renderer.hpp"
#include "adapters/smtp/template_check.hpp"
#include "json/utf8.hpp"

#include "demand.hpp"

namespace {

using namespace commis;

// The words alone: nothing that is shipped.
std::optional<std::string> shipped(std::string_view path) {
    if (path == "templates/layout.html") return "<body><!-- body --></body>";
    return std::nullopt;
}

void demand_harmless(const std::string& html) {
    demand(json::is_valid_utf8(html));
    for (const std::string_view harm :
         {"<script", "<iframe", "<img", "<svg", "<form", "href=\"javascript:", "href=\"data:"}) {
        demand(html.find(harm) == std::string::npos);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (!json::is_valid_utf8(text)) return 0;
    static const smtp::TemplateRenderer renderer(shipped);
    demand_harmless(renderer.note_to_html(text));
    ports::MailModel line;
    line.texts["name"] = text;
    ports::MailModel model;
    model.texts = {{"name", text}, {"number", "10001"}, {"language", "en"}};
    model.notes["note"] = text;
    model.links["page_url"] = "https://desk.example/o/1";
    model.flags.insert("paid");
    model.lists["lines"] = {line, line};
    for (const std::string& source :
         {"Subject: " + text + "\n\n" + text,
          std::string("Subject: {{name}}\n\n{{name}} {{note}}{{#lines}}{{name}}{{/lines}}")}) {
        if (!smtp::check_template(source, nullptr).empty()) continue;
        const auto mail = renderer.render_source(source, "en", model);
        if (!mail) {
            demand(!mail.error().code.empty());
            continue;
        }
        demand_harmless(mail->html);
        demand(mail->subject.find_first_of("\r\n") == std::string::npos);
        demand(json::is_valid_utf8(mail->text));
    }
    return 0;
}
