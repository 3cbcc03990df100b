// Renders mails from the shipped templates (or a shop's own): subject, plain text and HTML from one Markdown source.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ports/mail_renderer.hpp"

namespace commis::smtp {

// Reads a shipped file by its path, "templates/en/order_placed.md"; main gives the files inside the program.
using TemplateFiles = std::function<std::optional<std::string>(std::string_view path)>;

class TemplateRenderer final : public ports::MailRenderer {
public:
    explicit TemplateRenderer(TemplateFiles files) : files_{std::move(files)} {}

    std::expected<ports::RenderedMail, ports::TemplateFault> render(std::string_view event, std::string_view language,
                                                                    const ports::MailModel& model) const override;
    std::expected<ports::RenderedMail, ports::TemplateFault> render_source(
        std::string_view source, std::string_view language, const ports::MailModel& model) const override;
    std::optional<ports::TemplateText> shipped(std::string_view event, std::string_view language) const override;
    const ports::TemplateNames* names_of(std::string_view event) const override;
    std::vector<ports::TemplateFault> validate(std::string_view event, std::string_view source) const override;
    std::string page(std::string_view name, const ports::MailModel& model) const override;
    std::string note_to_html(std::string_view markdown) const override;

private:
    std::optional<std::string> find_source(std::string_view name, std::string_view language) const;

    TemplateFiles files_;
};

}  // namespace commis::smtp
