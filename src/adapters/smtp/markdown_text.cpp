// cmark of Debian renders no plain text, so this walks the tree itself: blocks with their indent, inlines as words.
#include "adapters/smtp/markdown_text.hpp"

#include <string_view>
#include <vector>

namespace commis::smtp {
namespace {

constexpr std::size_t text_width = 76;

std::string text_or_empty(const char* text) { return text == nullptr ? std::string{} : std::string{text}; }

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (const char sign : text) width += (static_cast<unsigned char>(sign) & 0xC0U) != 0x80U ? 1U : 0U;
    return width;
}

std::string inline_text(cmark_node* node, char soft_break);

std::string children_text(cmark_node* node, char soft_break) {
    std::string text;
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
        text += inline_text(child, soft_break);
    }
    return text;
}

std::string link_text(cmark_node* node) {
    const auto words = children_text(node, ' ');
    const auto address = text_or_empty(cmark_node_get_url(node));
    if (words.empty() || words == address) return address;
    if (address == "mailto:" + words || address == "tel:" + words) return words;
    return words + " <" + address + ">";
}

std::string inline_text(cmark_node* node, char soft_break) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            return text_or_empty(cmark_node_get_literal(node));
        case CMARK_NODE_SOFTBREAK:
            return {soft_break};
        case CMARK_NODE_LINEBREAK:
            return soft_break == ' ' ? "\n" : std::string{soft_break};
        case CMARK_NODE_LINK:
            return link_text(node);
        case CMARK_NODE_IMAGE:
            return {};  // Nobody sees it here.
        default:
            return children_text(node, soft_break);
    }
}

// Breaks one line at blanks; a word longer than the width, an address mostly, stays whole.
void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& lines) {
    std::string current;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        const auto word = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
        if (!current.empty() && width_of(current) + 1 + width_of(word) > width) {
            lines.push_back(std::move(current));
            current.clear();
        }
        if (!current.empty()) current += ' ';
        current += word;
    }
    lines.push_back(std::move(current));
}

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (true) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

using Lines = std::vector<std::string>;
Lines block_lines(cmark_node* node, std::size_t width);

void append_block(Lines& lines, Lines block, bool with_gap) {
    if (block.empty()) return;
    if (with_gap && !lines.empty()) lines.emplace_back();
    for (auto& line : block) lines.push_back(std::move(line));
}

Lines container_lines(cmark_node* node, std::size_t width, bool with_gaps) {
    Lines lines;
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
        append_block(lines, block_lines(child, width), with_gaps);
    }
    return lines;
}

Lines prefixed(Lines lines, std::string_view first, std::string_view rest) {
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const auto prefix = index == 0 ? first : rest;
        if (lines[index].empty()) {
            lines[index] = prefix.substr(0, prefix.find_last_not_of(' ') + 1);
        } else {
            lines[index].insert(0, prefix);
        }
    }
    return lines;
}

std::size_t narrower(std::size_t width, std::size_t by) { return width > by + 20 ? width - by : 20; }

Lines list_lines(cmark_node* node, std::size_t width) {
    Lines lines;
    const bool is_tight = cmark_node_get_list_tight(node) != 0;
    const bool is_numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    int number = is_numbered ? cmark_node_get_list_start(node) : 0;
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
        const std::string bullet = is_numbered ? std::to_string(number++) + ". " : "- ";
        auto content = container_lines(item, narrower(width, bullet.size()), !is_tight);
        if (content.empty()) content.emplace_back();
        append_block(lines, prefixed(std::move(content), bullet, std::string(bullet.size(), ' ')), !is_tight);
    }
    return lines;
}

Lines paragraph_lines(cmark_node* node, std::size_t width) {
    Lines lines;
    const std::string text = children_text(node, ' ');
    if (text.empty()) return lines;
    for (const auto& line : split_lines(text)) wrap_line(line, width, lines);
    return lines;
}

Lines code_lines(cmark_node* node) {
    auto text = text_or_empty(cmark_node_get_literal(node));
    if (text.ends_with('\n')) text.pop_back();
    return prefixed(split_lines(text), "    ", "    ");
}

Lines block_lines(cmark_node* node, std::size_t width) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_HEADING:
            return paragraph_lines(node, width);
        case CMARK_NODE_LIST:
            return list_lines(node, width);
        case CMARK_NODE_BLOCK_QUOTE:
            return prefixed(container_lines(node, narrower(width, 2), true), "> ", "> ");
        case CMARK_NODE_CODE_BLOCK:
            return code_lines(node);
        case CMARK_NODE_THEMATIC_BREAK:
            return {std::string(12, '-')};
        default:
            return container_lines(node, width, true);
    }
}

}  // namespace

std::string tree_to_text(cmark_node* tree) {
    std::string text;
    for (const auto& line : block_lines(tree, text_width)) {
        text += line;
        text += '\n';
    }
    return text;
}

std::string tree_to_words(cmark_node* tree) {
    std::string words;
    for (cmark_node* block = cmark_node_first_child(tree); block != nullptr; block = cmark_node_next(block)) {
        for (const auto& line : block_lines(block, 100'000)) {
            if (!words.empty() && !line.empty()) words += ' ';
            words += line;
        }
    }
    return words;
}

}  // namespace commis::smtp
