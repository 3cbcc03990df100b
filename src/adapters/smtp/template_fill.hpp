// Fills a checked template from a model, with a bound on what may come out and how long it may take.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/smtp/markdown.hpp"
#include "ports/mail_renderer.hpp"

namespace commis::smtp {

inline constexpr std::size_t output_limit_bytes = 1024U * 1024U;
// Sections entered while filling: enough for an order of a thousand lines with a handful of conditions each.
inline constexpr std::size_t section_limit = 20'000;

// For which kind of text the values are written.
enum class ValueStyle { markdown, single_line, html };

struct FilledTemplate {
    std::string text;
    std::vector<Inset> insets;  // Where `text` holds note_mark(i), inset i belongs (markdown style only).
};

std::expected<FilledTemplate, ports::TemplateFault> fill_template(std::string_view source,
                                                                  const ports::MailModel& model, ValueStyle style);

}  // namespace commis::smtp
