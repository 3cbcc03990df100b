// The plain-text half of a mail: a Markdown tree as a person would type it, wrapped for narrow screens.
#pragma once

#include <cmark.h>

#include <string>

namespace commis::smtp {

// Lists with dashes, quotes with '>', links as `words <address>`; lines of at most 76 characters where words allow.
std::string tree_to_text(cmark_node* tree);

// The words alone, on one line.
std::string tree_to_words(cmark_node* tree);

}  // namespace commis::smtp
