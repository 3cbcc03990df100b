// What flows over the pages: strips as wide as the page, one below the other, and where pages end between them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "adapters/pdf/canvas.hpp"

namespace commis::pdf {

struct Strip {
    double height = 0;
    std::function<void(Canvas& canvas, double top)> draw{};
    bool keep_with_next = false;
    bool is_row = false;            // Of the table: its head is repeated above it on each page.
    std::int64_t amount_minor = 0;  // What it adds to the sum carried forward.
};

// Millimetres from the top of the page, and heights.
struct Room {
    double first_top = 0;  // Of the first page, whose head is taller.
    double next_top = 0;
    double bottom = 0;
    double table_head = 0;
    double carry = 0;  // A line of what is carried forward, and one of what was brought; 0 without.
};

struct PageSpan {
    std::size_t first = 0;
    std::size_t end = 0;
    bool has_table_head = false;
    bool brings = false;   // The table goes on from the page before …
    bool carries = false;  // … and on the page after.
    std::int64_t brought_minor = 0;
    std::int64_t carried_minor = 0;
    double content_bottom = 0;
};

// At least one page. Strips that are kept together stand on one page if any can hold them; a strip taller than a page
// has one of its own.
std::vector<PageSpan> paginate(const std::vector<Strip>& strips, const Room& room);

double total_height(const std::vector<Strip>& strips);

}  // namespace commis::pdf
