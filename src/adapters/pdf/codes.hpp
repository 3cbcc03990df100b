// Codes for machines, as rectangles.
#pragma once

#include <string_view>

#include "adapters/pdf/canvas.hpp"

namespace commis::pdf {

// Code 128 with its text below, as wide as its modules need; gives back the width, 0 for a text that the code cannot
// hold. The place is of the left end, or of the right one.
double draw_barcode(Canvas& canvas, double x, double y, double height, std::string_view text, double width_max,
                    Align align = Align::left);

// Without a margin; the paper around it is the margin. Nothing is drawn for a text that no code can hold.
void draw_qr_code(Canvas& canvas, double x, double y, double side, std::string_view text, bool with_swiss_cross);

}  // namespace commis::pdf
