// The Swiss cross covers 7 of the 46 millimetres that the printed code is wide; error level M still reads what is under
// it. Its measures are those of the QR-bill's style guide.
#include "adapters/codes/qr_code.hpp"

#include <fmt/core.h>
#include <png.h>
#include <qrencode.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

namespace commis::codes {
namespace {

using ports::CodeMark;

constexpr int margin = 4;  // Modules of white around the code.
constexpr int pixels = 4;  // Of a module's side.

// A square of modules, true where it is black.
class Modules {
public:
    explicit Modules(std::string_view text) {
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

    int width() const { return width_; }
    bool is_black(int x, int y) const { return x >= 0 && y >= 0 && x < width_ && y < width_ && black_[index(x, y)]; }
    void clear(int x, int y, int columns, int rows) {
        for (int row = y; row < y + rows; ++row) {
            for (int column = x; column < x + columns; ++column) black_[index(column, row)] = false;
        }
    }

private:
    std::size_t index(int x, int y) const { return static_cast<std::size_t>(y) * width_ + static_cast<std::size_t>(x); }

    int width_ = 0;
    std::vector<bool> black_;
};

struct Box {
    double x, y, width, height;
    bool contains(double at_x, double at_y) const {
        return at_x >= x && at_x < x + width && at_y >= y && at_y < y + height;
    }
};

// Around the middle of a code that is so many modules wide; later ones lie over earlier ones.
struct Cross {
    explicit Cross(int modules) {
        const double millimetre = modules / 46.0;
        const double middle = modules / 2.0;
        const auto box = [&](double width, double height) {
            return Box{middle - width * millimetre / 2, middle - height * millimetre / 2, width * millimetre,
                       height * millimetre};
        };
        boxes = {box(7, 7), box(35.0 / 6, 35.0 / 6), box(35.0 / 9, 7.0 / 6), box(7.0 / 6, 35.0 / 9)};
    }
    static constexpr std::array is_black{false, true, false, false};
    std::array<Box, 4> boxes{};
};

// The largest rectangle of black that begins here: as far right as it goes, then down while the whole row is black.
std::string take_rectangle(Modules& modules, int x, int y) {
    int columns = 1;
    while (modules.is_black(x + columns, y)) ++columns;
    const auto is_black_row = [&](int row) {
        for (int column = x; column < x + columns; ++column) {
            if (!modules.is_black(column, row)) return false;
        }
        return true;
    };
    int rows = 1;
    while (is_black_row(y + rows)) ++rows;
    modules.clear(x, y, columns, rows);
    return fmt::format("M{} {}h{}v{}h-{}z", x + margin, y + margin, columns, rows, columns);
}

std::string drawn_cross(int modules) {
    const Cross cross(modules);
    std::string drawn;
    for (std::size_t at = 0; at < cross.boxes.size(); ++at) {
        const Box& box = cross.boxes[at];
        drawn +=
            fmt::format(R"(<rect x="{:.3f}" y="{:.3f}" width="{:.3f}" height="{:.3f}" fill="{}"/>)", box.x + margin,
                        box.y + margin, box.width, box.height, Cross::is_black[at] ? "#000" : "#fff");
    }
    return drawn;
}

// Row after row, a byte a pixel.
std::vector<std::uint8_t> painted(const Modules& modules, CodeMark mark) {
    const int side = (modules.width() + 2 * margin) * pixels;
    const Cross cross(modules.width());
    std::vector<std::uint8_t> picture;
    picture.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const double x = (column + 0.5) / pixels - margin;
            const double y = (row + 0.5) / pixels - margin;
            bool is_black = modules.is_black(static_cast<int>(std::floor(x)), static_cast<int>(std::floor(y)));
            for (std::size_t at = 0; mark == CodeMark::swiss_cross && at < cross.boxes.size(); ++at) {
                if (cross.boxes[at].contains(x, y)) is_black = Cross::is_black[at];
            }
            picture.push_back(is_black ? 0 : 255);
        }
    }
    return picture;
}

}  // namespace

std::string QrCodeDrawer::svg(std::string_view text, CodeMark mark) const {
    Modules modules(text);
    const int width = modules.width();
    if (width == 0) return "";
    const int side = width + 2 * margin;
    std::string path;
    for (int y = 0; y < width; ++y) {
        for (int x = 0; x < width; ++x) {
            if (modules.is_black(x, y)) path += take_rectangle(modules, x, y);
        }
    }
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" shape-rendering="crispEdges">)"
                       R"(<rect width="{0}" height="{0}" fill="#fff"/><path d="{1}"/>{2}</svg>)",
                       side, path, mark == CodeMark::swiss_cross ? drawn_cross(width) : "");
}

std::string QrCodeDrawer::png(std::string_view text, CodeMark mark) const {
    const Modules modules(text);
    if (modules.width() == 0) return "";
    const std::vector<std::uint8_t> picture = painted(modules, mark);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>((modules.width() + 2 * margin) * pixels);
    image.height = image.width;
    image.format = PNG_FORMAT_GRAY;
    std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
    png_alloc_size_t size = bytes.size();
    const int is_written = png_image_write_to_memory(&image, bytes.data(), &size, 0, picture.data(), 0, nullptr);
    bytes.resize(is_written != 0 ? size : 0);
    return bytes;
}

}  // namespace commis::codes
