#include "adapters/codes/qr_modules.hpp"

#include <qrencode.h>

#include <memory>
#include <string>

namespace commis::codes {

QrModules::QrModules(std::string_view text) {
    struct Release {
        void operator()(QRcode* code) const { QRcode_free(code); }
    };
    const std::string terminated(text);
    if (text.empty() || terminated.find('\0') != std::string::npos) return;
    const std::unique_ptr<QRcode, Release> code{QRcode_encodeString8bit(terminated.c_str(), 0, QR_ECLEVEL_M)};
    if (!code) return;
    width_ = code->width;
    const auto count = static_cast<std::size_t>(width_) * static_cast<std::size_t>(width_);
    black_.reserve(count);
    for (std::size_t at = 0; at < count; ++at) black_.push_back((code->data[at] & 1U) != 0);
}

// The largest rectangle of black that begins here: as far right as it goes, then down while the whole row is black.
ModuleBox QrModules::take_rectangle(int x, int y) {
    ModuleBox box{x, y, 1, 1};
    while (is_black(x + box.columns, y)) ++box.columns;
    const auto is_black_row = [&](int row) {
        for (int column = x; column < x + box.columns; ++column) {
            if (!is_black(column, row)) return false;
        }
        return true;
    };
    while (is_black_row(y + box.rows)) ++box.rows;
    for (int row = y; row < y + box.rows; ++row) {
        for (int column = x; column < x + box.columns; ++column) black_[index(column, row)] = false;
    }
    return box;
}

std::vector<ModuleBox> QrModules::rectangles() const {
    QrModules left = *this;
    std::vector<ModuleBox> boxes;
    for (int y = 0; y < width_; ++y) {
        for (int x = 0; x < width_; ++x) {
            if (left.is_black(x, y)) boxes.push_back(left.take_rectangle(x, y));
        }
    }
    return boxes;
}

SwissCross::SwissCross(int modules) {
    const double millimetre = modules / 46.0;
    const double middle = modules / 2.0;
    const auto box = [&](double width, double height) {
        return Box{middle - width * millimetre / 2, middle - height * millimetre / 2, width * millimetre,
                   height * millimetre};
    };
    boxes = {box(7, 7), box(35.0 / 6, 35.0 / 6), box(35.0 / 9, 7.0 / 6), box(7.0 / 6, 35.0 / 9)};
}

}  // namespace commis::codes
