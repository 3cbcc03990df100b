// CommonMark lets a backslash make any ASCII punctuation literal, also inside link targets; that one rule carries the
// safety of everything customers typed. Templates must not put values in code, where backslashes mean nothing.
#include "adapters/smtp/markdown.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "adapters/smtp/markdown_text.hpp"

namespace commis::smtp {
namespace {

// U+E000 and U+E001: private characters, removed from every text that comes from outside.
constexpr std::string_view mark_begin = "\xEE\x80\x80";
constexpr std::string_view mark_end = "\xEE\x80\x81";
constexpr int depth_limit = 100;

bool is_punctuation(char sign) {
    return (sign >= '!' && sign <= '/') || (sign >= ':' && sign <= '@') || (sign >= '[' && sign <= '`') ||
           (sign >= '{' && sign <= '~');
}

bool is_control(char sign) {
    const auto byte = static_cast<unsigned char>(sign);
    return byte < 0x20 || byte == 0x7F;
}

// Unicode's blanks at either end would keep the template's emphasis around a value from closing.
void trim_blanks(std::string& line) {
    constexpr std::array<std::string_view, 20> blanks{
        " ",      "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
        "\u2006", "\u2007", "\u2008", "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"};
    std::string_view rest{line};
    for (bool found = true; found;) {
        found = false;
        for (const auto blank : blanks) {
            if (rest.starts_with(blank)) rest.remove_prefix(blank.size()), found = true;
            if (rest.ends_with(blank)) rest.remove_suffix(blank.size()), found = true;
        }
    }
    line = std::string{rest};
}

// Lines without marks, controls and outer blanks; empty lines are left out.
std::vector<std::string> clean_lines(std::string_view text) {
    std::vector<std::string> lines(1);
    for (std::size_t index = 0; index < text.size(); ++index) {
        const auto rest = text.substr(index);
        if (rest.starts_with(mark_begin) || rest.starts_with(mark_end)) {
            index += mark_begin.size() - 1;
            continue;
        }
        const char sign = text[index];
        if (sign == '\n' || sign == '\r') {
            lines.emplace_back();
        } else if (sign == '\t' || sign == ' ') {
            if (!lines.back().empty() && lines.back().back() != ' ') lines.back() += ' ';
        } else if (!is_control(sign)) {
            lines.back() += sign;
        }
    }
    std::ranges::for_each(lines, trim_blanks);
    std::erase_if(lines, [](const std::string& line) { return line.empty(); });
    return lines;
}

std::vector<cmark_node*> nodes_of(cmark_node* tree) {
    std::vector<cmark_node*> nodes;
    cmark_iter* walk = cmark_iter_new(tree);
    for (auto event = cmark_iter_next(walk); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk)) {
        if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(walk));
    }
    cmark_iter_free(walk);
    return nodes;
}

cmark_node* text_node(const std::string& words) {
    cmark_node* node = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(node, words.c_str());
    return node;
}

cmark_node* link_node(const std::string& address, cmark_node* content) {
    cmark_node* node = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(node, address.c_str());
    if (content != nullptr) cmark_node_append_child(node, content);
    return node;
}

std::string literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string{} : std::string{literal};
}

std::string address_of(cmark_node* node) {
    const char* address = cmark_node_get_url(node);
    return address == nullptr ? std::string{} : std::string{address};
}

void move_children(cmark_node* from, cmark_node* into) {
    while (cmark_node* child = cmark_node_first_child(from)) cmark_node_append_child(into, child);
}

// Leaves the words where the link or image stood.
void unwrap(cmark_node* node) {
    while (cmark_node* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
    cmark_node_free(node);
}

bool is_inside_link(cmark_node* node) {
    for (cmark_node* above = cmark_node_parent(node); above != nullptr; above = cmark_node_parent(above)) {
        if (cmark_node_get_type(above) == CMARK_NODE_LINK) return true;
    }
    return false;
}

// Showing raw HTML as it was typed loses nothing; cmark's own answer would drop `size <L>` without a word.
void show_html(cmark_node* node) {
    cmark_node* words = text_node(literal_of(node));
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
        cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
        cmark_node_append_child(paragraph, words);
        words = paragraph;
    }
    cmark_node_replace(node, words);
    cmark_node_free(node);
}

void clean_link(cmark_node* node) {
    const auto address = address_of(node);
    if (!is_safe_link(address) || is_inside_link(node)) {
        unwrap(node);
    } else if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) {
        // A remote picture would tell a stranger when the mail or the timeline is read.
        const bool has_words = cmark_node_first_child(node) != nullptr;
        cmark_node* link = link_node(address, has_words ? nullptr : text_node(address));
        move_children(node, link);
        cmark_node_replace(node, link);
        cmark_node_free(node);
    }
}

void clean(cmark_node* tree) {
    for (cmark_node* node : nodes_of(tree)) {
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_HTML_BLOCK) show_html(node);
        if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) clean_link(node);
    }
    cmark_consolidate_text_nodes(tree);
}

std::size_t find_address(std::string_view words, std::size_t from) {
    return std::min(words.find("https://", from), words.find("http://", from));
}

std::size_t address_length(std::string_view words) {
    std::size_t length = words.find_first_of(" \t\n\"<>");
    if (length == std::string_view::npos) length = words.size();
    while (length > 0 && std::string_view{".,;:!?)'*_"}.find(words[length - 1]) != std::string_view::npos) --length;
    return length;
}

// Splits a text node around the bare addresses in it.
void link_addresses(cmark_node* node) {
    const std::string words = literal_of(node);
    std::size_t done = 0;
    for (auto at = find_address(words, 0); at != std::string::npos; at = find_address(words, done)) {
        const auto length = address_length(std::string_view{words}.substr(at));
        const auto address = words.substr(at, length);
        if (at > done) cmark_node_insert_before(node, text_node(words.substr(done, at - done)));
        cmark_node_insert_before(node, link_node(address, text_node(address)));
        done = at + length;
    }
    if (done == 0) return;
    if (done < words.size()) {
        cmark_node_set_literal(node, words.substr(done).c_str());
    } else {
        cmark_node_free(node);
    }
}

// The number of the note when the text is one mark and nothing else.
std::size_t mark_index(std::string_view words, std::size_t none) {
    if (!words.starts_with(mark_begin) || !words.ends_with(mark_end)) return none;
    words.remove_prefix(mark_begin.size());
    words.remove_suffix(mark_end.size());
    if (words.empty() || words.size() > 4) return none;
    std::size_t index = 0;
    for (const char sign : words) {
        if (sign < '0' || sign > '9') return none;
        index = index * 10 + static_cast<std::size_t>(sign - '0');
    }
    return index;
}

cmark_node* picture_node(const Inset& inset) {
    cmark_node* picture = cmark_node_new(CMARK_NODE_IMAGE);
    cmark_node_set_url(picture, ("cid:" + inset.picture).c_str());
    cmark_node_append_child(picture, text_node(inset.words));
    cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    cmark_node_append_child(paragraph, picture);
    return paragraph;
}

void insert_blocks(cmark_node* paragraph, const Inset& inset) {
    if (!inset.picture.empty()) cmark_node_insert_before(paragraph, picture_node(inset));
    const auto tree = parse_note(inset.note);
    while (cmark_node* block = cmark_node_first_child(tree.get())) cmark_node_insert_before(paragraph, block);
    cmark_node_free(paragraph);
}

void insert_words(cmark_node* node, std::span<const Inset> insets) {
    std::string words = literal_of(node);
    for (std::size_t index = 0; index < insets.size(); ++index) {
        const auto mark = note_mark(index);
        const auto at = words.find(mark);
        if (at == std::string::npos) continue;
        words.replace(at, mark.size(), tree_to_words(parse_note(insets[index].note).get()));
    }
    cmark_node_set_literal(node, words.c_str());
}

int depth_of(cmark_node* tree) {
    int depth = 0;
    int deepest = 0;
    cmark_iter* walk = cmark_iter_new(tree);
    for (auto event = cmark_iter_next(walk); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk)) {
        const bool is_leaf = cmark_node_first_child(cmark_iter_get_node(walk)) == nullptr;
        if (event == CMARK_EVENT_EXIT) --depth;
        if (event == CMARK_EVENT_ENTER && !is_leaf) deepest = std::max(deepest, ++depth);
    }
    cmark_iter_free(walk);
    return deepest;
}

// Nobody nests a hundred quotes, but a walk that follows them down would run out of stack: such a text is shown as
// typed.
MarkdownTree parse(std::string_view markdown) {
    MarkdownTree tree{cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_VALIDATE_UTF8)};
    if (depth_of(tree.get()) > depth_limit) {
        tree.reset(cmark_node_new(CMARK_NODE_DOCUMENT));
        cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
        cmark_node_append_child(paragraph, text_node(std::string{markdown}));
        cmark_node_append_child(tree.get(), paragraph);
    }
    cmark_consolidate_text_nodes(tree.get());
    return tree;
}

}  // namespace

std::string escape_markdown(std::string_view text) {
    std::string escaped;
    for (const auto& line : clean_lines(text)) {
        if (!escaped.empty()) escaped += "\\\n";
        for (const char sign : line) {
            if (is_punctuation(sign)) escaped += '\\';
            escaped += sign;
        }
    }
    return escaped;
}

std::string single_line(std::string_view text) {
    std::string joined;
    for (const auto& line : clean_lines(text)) {
        if (!joined.empty()) joined += ' ';
        joined += line;
    }
    return joined;
}

bool is_safe_link(std::string_view address) {
    constexpr std::array<std::string_view, 4> schemes{"http://", "https://", "mailto:", "tel:"};
    const auto matches = [&](std::string_view scheme) {
        return address.size() > scheme.size() &&
               std::ranges::equal(scheme, address.substr(0, scheme.size()),
                                  [](char left, char right) { return left == (right | 0x20) || left == right; });
    };
    return std::ranges::none_of(address, is_control) && std::ranges::any_of(schemes, matches);
}

MarkdownTree parse_markdown(std::string_view markdown) {
    auto tree = parse(markdown);
    clean(tree.get());
    return tree;
}

MarkdownTree parse_note(std::string_view markdown) {
    std::string unmarked{markdown};
    for (const auto mark : {mark_begin, mark_end}) {
        for (auto at = unmarked.find(mark); at != std::string::npos; at = unmarked.find(mark)) {
            unmarked.erase(at, mark.size());
        }
    }
    auto tree = parse_markdown(unmarked);
    for (cmark_node* node : nodes_of(tree.get())) {
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT && !is_inside_link(node)) link_addresses(node);
        if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) {
            cmark_node* line_break = cmark_node_new(CMARK_NODE_LINEBREAK);
            cmark_node_replace(node, line_break);
            cmark_node_free(node);
        }
    }
    return tree;
}

std::string note_mark(std::size_t index) {
    return std::string{mark_begin} + std::to_string(index) + std::string{mark_end};
}

bool holds_note_mark(std::string_view text) {
    return text.find(mark_begin) != std::string_view::npos || text.find(mark_end) != std::string_view::npos;
}

void insert_insets(cmark_node* tree, std::span<const Inset> insets) {
    for (cmark_node* node : nodes_of(tree)) {
        if (cmark_node_get_type(node) != CMARK_NODE_TEXT || !holds_note_mark(literal_of(node))) continue;
        cmark_node* above = cmark_node_parent(node);
        const auto index = mark_index(literal_of(node), insets.size());
        const bool is_alone = cmark_node_get_type(above) == CMARK_NODE_PARAGRAPH &&
                              cmark_node_first_child(above) == node && cmark_node_next(node) == nullptr;
        if (is_alone && index < insets.size()) {
            insert_blocks(above, insets[index]);
        } else {
            insert_words(node, insets);
        }
    }
}

std::string tree_to_html(cmark_node* tree) {
    char* html = cmark_render_html(tree, CMARK_OPT_DEFAULT);
    std::string text{html};
    std::free(html);
    return text;
}

std::string note_to_html(std::string_view markdown) { return tree_to_html(parse_note(markdown).get()); }

}  // namespace commis::smtp
