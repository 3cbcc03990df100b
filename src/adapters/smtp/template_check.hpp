// The limits of mail templates, kept before the template engine sees one: no unescaped values, no change of
// delimiters, no partials, bounded size, lines and nesting, and only names that the event has.
#pragma once

#include <string_view>
#include <vector>

#include "ports/mail_renderer.hpp"

namespace commis::smtp {

inline constexpr std::size_t template_limit_bytes = 64U * 1024U;
inline constexpr std::size_t template_line_limit_bytes = 2000;
inline constexpr std::size_t template_depth_limit = 16;

using ports::TemplateNames;

// Every fault of syntax and limits; names are checked too when `names` is given.
std::vector<ports::TemplateFault> check_template(std::string_view source, const TemplateNames* names);

}  // namespace commis::smtp
