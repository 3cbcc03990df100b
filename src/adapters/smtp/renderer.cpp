// From source to mail: fill, parse as Markdown, put the notes in, then walk the one tree twice.
#include "adapters/smtp/renderer.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "adapters/smtp/mail_events.hpp"
#include "adapters/smtp/markdown.hpp"
#include "adapters/smtp/markdown_text.hpp"
#include "adapters/smtp/template_check.hpp"
#include "adapters/smtp/template_fill.hpp"
#include "adapters/system/shop_color.hpp"
#include "domain/language.hpp"

namespace commis::smtp {
namespace {

using ports::MailModel;
using ports::RenderedMail;
using ports::TemplateFault;
using Fault = std::unexpected<TemplateFault>;

constexpr std::string_view subject_label = "Subject:";
constexpr std::string_view body_mark = "<!-- body -->";
// The grounds that words stand on in layout.html.
constexpr std::string_view light_ground = "#ffffff";
constexpr std::string_view dark_ground = "#1f2937";
constexpr std::string_view default_link_color = "#1d4ed8";
constexpr std::size_t subject_limit_bytes = 200;
constexpr std::string_view pages_folder = "templates/pages/";
constexpr std::string_view part_mark = "{{> ";
constexpr std::string_view part_end = "}}\n";

struct SplitSource {
    std::string_view subject;
    std::string_view body;
};

std::expected<SplitSource, TemplateFault> split_source(std::string_view source) {
    if (!source.starts_with(subject_label)) return Fault{{"subject_missing", {}, 1}};
    const auto end = source.find('\n');
    if (end == std::string_view::npos) return Fault{{"body_missing", {}, 0}};
    return SplitSource{source.substr(subject_label.size(), end - subject_label.size()), source.substr(end + 1)};
}

// Cut between characters: half a letter would make the header undecodable.
std::string shortened(std::string text) {
    if (text.size() <= subject_limit_bytes) return text;
    std::size_t end = subject_limit_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

std::expected<MarkdownTree, TemplateFault> make_tree(std::string_view source, const MailModel& model) {
    const auto filled = fill_template(source, model, ValueStyle::markdown);
    if (!filled) return Fault{filled.error()};
    auto tree = parse_markdown(filled->text);
    insert_insets(tree.get(), filled->insets);
    return tree;
}

void append_footer(cmark_node* body, cmark_node* footer) {
    if (cmark_node_first_child(footer) == nullptr) return;
    cmark_node_append_child(body, cmark_node_new(CMARK_NODE_THEMATIC_BREAK));
    while (cmark_node* block = cmark_node_first_child(footer)) cmark_node_append_child(body, block);
}

std::expected<std::string, TemplateFault> frame_html(std::string_view layout, std::string_view language,
                                                     const std::string& subject, const MailModel& model,
                                                     const std::string& body) {
    auto framed = model;
    framed.texts["language"] = language;
    framed.texts["subject"] = subject;
    const auto color = model.texts.find("shop_color");
    const std::string shop_color = system::safe_color(color == model.texts.end() ? "" : color->second);
    const std::string_view link_color = color == model.texts.end() ? default_link_color : shop_color;
    framed.texts["shop_color"] = shop_color;
    framed.texts["link_color"] = system::readable_color(link_color, light_ground);
    framed.texts["link_color_dark"] = system::readable_color(link_color, dark_ground);
    auto page = fill_template(layout, framed, ValueStyle::html);
    if (!page) return Fault{page.error()};
    const auto at = page->text.find(body_mark);
    if (at == std::string::npos) return Fault{{"body_mark_missing", std::string{body_mark}, 0}};
    return page->text.replace(at, body_mark.size(), body);
}

std::string page_source(const TemplateFiles& files, std::string_view name) {
    auto source = files(std::string(pages_folder) + std::string(name));
    if (!source) throw std::logic_error("there is no page " + std::string(name));
    return std::move(*source);
}

// What several pages have in common is a file of its own, named alone on a line: `{{> top.html}}`.
std::string with_parts(std::string page, const TemplateFiles& files) {
    for (auto at = page.find(part_mark); at != std::string::npos; at = page.find(part_mark, at)) {
        const auto end = page.find(part_end, at);
        const auto name = page.substr(at + part_mark.size(), end - at - part_mark.size());
        page.replace(at, end + part_end.size() - at, page_source(files, name));
    }
    return page;
}

}  // namespace

std::optional<std::string> TemplateRenderer::find_source(std::string_view name, std::string_view language) const {
    return files_("templates/" + std::string{domain::nearest_language(language)} + "/" + std::string{name} + ".md");
}

std::expected<RenderedMail, TemplateFault> TemplateRenderer::render(std::string_view event, std::string_view language,
                                                                    const MailModel& model) const {
    if (find_mail_names(event) == nullptr) return Fault{{"unknown_event", std::string{event}, 0}};
    const auto source = find_source(event, language);
    if (!source) return Fault{{"template_missing", std::string{event}, 0}};
    return render_source(*source, language, model);
}

std::expected<RenderedMail, TemplateFault> TemplateRenderer::render_source(std::string_view source,
                                                                           std::string_view language,
                                                                           const MailModel& model) const {
    const auto parts = split_source(source);
    if (!parts) return Fault{parts.error()};
    const auto subject = fill_template(parts->subject, model, ValueStyle::single_line);
    if (!subject) return Fault{subject.error()};
    auto tree = make_tree(parts->body, model);
    if (!tree) return Fault{tree.error()};
    const auto footer = make_tree(find_source("footer", language).value_or(""), model);
    if (!footer) return Fault{footer.error()};
    const auto layout = files_("templates/layout.html");
    if (!layout) return Fault{{"template_missing", "layout.html", 0}};

    RenderedMail mail;
    mail.subject = shortened(single_line(subject->text));
    if (mail.subject.empty()) return Fault{{"subject_empty", {}, 1}};
    append_footer(tree->get(), footer->get());
    mail.text = tree_to_text(tree->get());
    auto html = frame_html(*layout, domain::nearest_language(language), mail.subject, model, tree_to_html(tree->get()));
    if (!html) return Fault{html.error()};
    mail.html = std::move(*html);
    for (const auto& [name, picture] : model.pictures) {
        if (mail.html.find("\"cid:" + name + "\"") != std::string::npos) mail.pictures.emplace(name, picture.png);
    }
    return mail;
}

std::optional<ports::TemplateText> TemplateRenderer::shipped(std::string_view event, std::string_view language) const {
    if (find_mail_names(event) == nullptr) return std::nullopt;
    const auto source = find_source(event, language).value_or("");
    const auto parts = split_source(source);
    if (!parts) return std::nullopt;
    ports::TemplateText text{single_line(parts->subject), std::string{parts->body}};
    text.body.erase(0, std::min(text.body.find_first_not_of("\r\n"), text.body.size()));
    return text;
}

const ports::TemplateNames* TemplateRenderer::names_of(std::string_view event) const { return find_mail_names(event); }

std::vector<TemplateFault> TemplateRenderer::validate(std::string_view event, std::string_view source) const {
    const auto* names = find_mail_names(event);
    if (names == nullptr) return {{"unknown_event", std::string{event}, 0}};
    auto faults = check_template(source, names);
    if (const auto parts = split_source(source); !parts) {
        faults.insert(faults.begin(), parts.error());
    } else if (single_line(parts->subject).empty()) {
        faults.insert(faults.begin(), {"subject_empty", {}, 1});
    }
    return faults;
}

std::string TemplateRenderer::page(std::string_view name, const MailModel& model) const {
    auto filled = fill_template(with_parts(page_source(files_, name), files_), model, ValueStyle::html);
    if (!filled) throw std::logic_error(std::string(name) + ": " + filled.error().code + " " + filled.error().detail);
    return std::move(filled->text);
}

std::string TemplateRenderer::note_to_html(std::string_view markdown) const { return smtp::note_to_html(markdown); }

}  // namespace commis::smtp
