#include "adapters/pdf/codes.hpp"

#include <zint.h>

#include <algorithm>
#include <memory>
#include <string>

#include "adapters/codes/qr_modules.hpp"

namespace commis::pdf {
namespace {

constexpr double module_width = 0.33;  // What a plain scanner reads from a hand's distance.

struct DeleteSymbol {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

}  // namespace

double draw_barcode(Canvas& canvas, double x, double y, double height, std::string_view text, double width_max,
                    Align align) {
    if (text.empty()) return 0;
    const std::unique_ptr<zint_symbol, DeleteSymbol> symbol{ZBarcode_Create()};
    if (!symbol) return 0;
    symbol->symbology = BARCODE_CODE128;
    symbol->show_hrt = 0;
    const std::string source{text};
    const auto* bytes = reinterpret_cast<const unsigned char*>(source.data());
    const int fault = ZBarcode_Encode_and_Buffer_Vector(symbol.get(), bytes, static_cast<int>(source.size()), 0);
    if (fault >= ZINT_ERROR || symbol->vector == nullptr || symbol->width <= 0) return 0;
    const double module = std::min(module_width, width_max / symbol->width);
    const double width = module * symbol->width;
    const double left = align == Align::right ? x - width : x;
    const double scale = width / static_cast<double>(symbol->vector->width);
    for (const auto* bar = symbol->vector->rectangles; bar != nullptr; bar = bar->next) {
        canvas.add_box(left + static_cast<double>(bar->x) * scale, y, static_cast<double>(bar->width) * scale, height);
    }
    canvas.ink_boxes(Ink::black);
    canvas.write(left + width / 2, y + height + 2.8, text, {7}, Ink::soft, Align::center);
    return width;
}

void draw_qr_code(Canvas& canvas, double x, double y, double side, std::string_view text, bool with_swiss_cross) {
    const codes::QrModules modules(text);
    if (modules.width() == 0) return;
    const double scale = side / modules.width();
    for (const auto& box : modules.rectangles()) {
        canvas.add_box(x + box.x * scale, y + box.y * scale, box.columns * scale, box.rows * scale);
    }
    canvas.ink_boxes(Ink::black);
    if (!with_swiss_cross) return;
    const codes::SwissCross cross(modules.width());
    for (std::size_t at = 0; at < cross.boxes.size(); ++at) {
        const auto& box = cross.boxes.at(at);
        canvas.fill(x + box.x * scale, y + box.y * scale, box.width * scale, box.height * scale,
                    codes::SwissCross::is_black.at(at) ? Ink::black : Ink::white);
    }
}

}  // namespace commis::pdf
