// The Swiss cross covers what error level M still reads.
#include "adapters/codes/qr_code.hpp"

#include <fmt/core.h>
#include <png.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "adapters/codes/qr_modules.hpp"

namespace commis::codes {
namespace {

using ports::CodeMark;

constexpr int margin = 4;  // Modules of white around the code.
constexpr int pixels = 4;  // Of a module's side.

std::string drawn_cross(int modules) {
    const SwissCross cross(modules);
    std::string drawn;
    for (std::size_t at = 0; at < cross.boxes.size(); ++at) {
        const SwissCross::Box& box = cross.boxes[at];
        drawn +=
            fmt::format(R"(<rect x="{:.3f}" y="{:.3f}" width="{:.3f}" height="{:.3f}" fill="{}"/>)", box.x + margin,
                        box.y + margin, box.width, box.height, SwissCross::is_black[at] ? "#000" : "#fff");
    }
    return drawn;
}

// Row after row, a byte a pixel.
std::vector<std::uint8_t> painted(const QrModules& modules, CodeMark mark) {
    const int side = (modules.width() + 2 * margin) * pixels;
    const SwissCross cross(modules.width());
    std::vector<std::uint8_t> picture;
    picture.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const double x = (column + 0.5) / pixels - margin;
            const double y = (row + 0.5) / pixels - margin;
            bool is_black = modules.is_black(static_cast<int>(std::floor(x)), static_cast<int>(std::floor(y)));
            for (std::size_t at = 0; mark == CodeMark::swiss_cross && at < cross.boxes.size(); ++at) {
                if (cross.boxes[at].contains(x, y)) is_black = SwissCross::is_black[at];
            }
            picture.push_back(is_black ? 0 : 255);
        }
    }
    return picture;
}

}  // namespace

std::string QrCodeDrawer::svg(std::string_view text, CodeMark mark) const {
    const QrModules modules(text);
    const int width = modules.width();
    if (width == 0) return "";
    const int side = width + 2 * margin;
    std::string path;
    for (const ModuleBox& box : modules.rectangles()) {
        path += fmt::format("M{} {}h{}v{}h-{}z", box.x + margin, box.y + margin, box.columns, box.rows, box.columns);
    }
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" shape-rendering="crispEdges">)"
                       R"(<rect width="{0}" height="{0}" fill="#fff"/><path d="{1}"/>{2}</svg>)",
                       side, path, mark == CodeMark::swiss_cross ? drawn_cross(width) : "");
}

std::string QrCodeDrawer::png(std::string_view text, CodeMark mark) const {
    const QrModules modules(text);
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
