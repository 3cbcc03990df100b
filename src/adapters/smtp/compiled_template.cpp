// The engine's own rule for lines that hold a tag alone is not enough, so such lines are joined before it reads them.
#include "adapters/smtp/compiled_template.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "adapters/smtp/template_check.hpp"

namespace commis::smtp {
namespace {

// More than the shipped ones in four languages; a thread that meets more begins anew.
constexpr std::size_t kept_limit = 300;

bool is_section_line(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos) return false;
    line = line.substr(first, line.find_last_not_of(" \t") - first + 1);
    if (!line.starts_with("{{") || line.find("}}") != line.size() - 2) return false;
    const auto kind = line.find_first_not_of(" \t", 2);
    return std::string_view{"#^/!"}.find(line[kind]) != std::string_view::npos;
}

// A line that holds only a section's tag says nothing and leaves no line behind. The engine does that for sections it
// enters and forgets it for those it skips, which would cut a paragraph in two; so the rule is applied here.
std::string join_section_lines(std::string_view source) {
    std::string joined;
    while (!source.empty()) {
        const auto end = std::min(source.find('\n'), source.size());
        auto line = source.substr(0, end);
        const bool is_last = end == source.size();
        source.remove_prefix(std::min(end + 1, source.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (is_section_line(line)) {
            joined += line.substr(line.find('{'), line.rfind('}') - line.find('{') + 1);
        } else {
            joined += line;
            joined += line_keeper;
            if (!is_last) joined += '\n';
        }
    }
    return joined;
}

// The check has let nothing but names into tags, with one sign before them and blanks around.
std::set<std::string, std::less<>> names_in(std::string_view source) {
    std::set<std::string, std::less<>> names;
    for (auto begin = source.find("{{"); begin != std::string_view::npos; begin = source.find("{{", begin + 2)) {
        const auto end = std::min(source.find("}}", begin), source.size());
        const auto content = source.substr(begin + 2, end - begin - 2);
        const auto first = content.find_first_not_of(" \t#^/");
        if (first == std::string_view::npos) continue;
        names.emplace(content.substr(first, content.find_last_not_of(" \t") - first + 1));
    }
    return names;
}

}  // namespace

std::expected<CompiledTemplate*, ports::TemplateFault> compiled_template(std::string_view source) {
    thread_local std::map<std::string, CompiledTemplate, std::less<>> kept;
    if (const auto known = kept.find(source); known != kept.end()) return &known->second;
    const auto faults = check_template(source, nullptr);
    if (!faults.empty()) return std::unexpected{faults.front()};
    kainjow::mustache::mustache engine{join_section_lines(source)};
    if (!engine.is_valid()) return std::unexpected{ports::TemplateFault{"bad_template", engine.error_message(), 0}};
    if (kept.size() >= kept_limit) kept.clear();
    return &kept.emplace(source, CompiledTemplate{std::move(engine), names_in(source)}).first->second;
}

}  // namespace commis::smtp
