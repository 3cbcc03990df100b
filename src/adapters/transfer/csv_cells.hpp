// Cells as they are written: quoted where needed, and safe to open in a spreadsheet, which would run a cell that
// starts like a formula.
#pragma once

#include <string>
#include <string_view>

namespace commis::transfer {

// Appends the cell, in quotes when it holds a separator, a quote or a line break. The content is not changed.
void append_cell(std::string& out, std::string_view text);

// A person's text made safe: what starts like a formula (= + - @ | tab, line break, their full-width forms, a byte
// order mark) or with an apostrophe gets an apostrophe in front, as spreadsheets themselves mark text.
std::string guarded(std::string_view text);

// The reverse: an apostrophe goes only where `guarded` would have put one.
std::string unguarded(std::string_view text);

}  // namespace commis::transfer
