// Markdown through cmark, made safe on its tree: one source gives the HTML and the plain text of a mail, and the HTML
// of a note. Texts of customers are escaped before they come near it, notes of operators are cleaned after parsing.
#pragma once

#include <cmark.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace commis::smtp {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using MarkdownTree = std::unique_ptr<cmark_node, FreeNode>;

// A text that Markdown shows literally: no sign of it becomes markup, a link or a block. Line breaks stay, as hard
// breaks; blank lines, control characters and our own private marks go.
std::string escape_markdown(std::string_view text);

// The same without escapes and on one line, for subjects and headers.
std::string single_line(std::string_view text);

// Only addresses with these schemes become links: http, https, mailto, tel.
bool is_safe_link(std::string_view address);

// Parses and cleans: raw HTML becomes visible text, unsafe links lose their target, images become links.
MarkdownTree parse_markdown(std::string_view markdown);

// As above for what an operator typed: line breaks stay, and bare http addresses become links.
MarkdownTree parse_note(std::string_view markdown);

// A place in a template's text that a note will take; the mark can't occur in any escaped text.
std::string note_mark(std::size_t index);
bool holds_note_mark(std::string_view text);

// What a mark stands for: a note, or a picture with its words.
struct Inset {
    std::string note;
    std::string picture{};  // Its name; empty for a note.
    std::string words{};
};

// Puts each note where its mark stands: as blocks where the mark is a paragraph of its own, else as plain words. A
// picture is shown in a paragraph of its own and nowhere else.
void insert_insets(cmark_node* tree, std::span<const Inset> insets);

std::string tree_to_html(cmark_node* tree);
std::string note_to_html(std::string_view markdown);

}  // namespace commis::smtp
