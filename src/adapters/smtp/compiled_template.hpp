// A template checked and taken apart once, because a long queue fills the same few thousands of times.
#pragma once

#include <expected>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include <kainjow/mustache.hpp>

#include "ports/mail_renderer.hpp"

namespace commis::smtp {

// U+E002, put before every line end so that the engine never takes a line for empty; to be removed from what comes out.
inline constexpr std::string_view line_keeper = "\xEE\x80\x82";

struct CompiledTemplate {
    kainjow::mustache::mustache engine;
    std::set<std::string, std::less<>> names;  // Every name that some tag says: no other can show.
};

// Of the calling thread alone, and gone with its next call.
std::expected<CompiledTemplate*, ports::TemplateFault> compiled_template(std::string_view source);

}  // namespace commis::smtp
