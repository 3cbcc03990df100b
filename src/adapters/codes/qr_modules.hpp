// The squares of a QR code, as few rectangles, and the Swiss cross over its middle: for whoever draws one.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace commis::codes {

// Modules from the code's upper left corner.
struct ModuleBox {
    int x = 0, y = 0, columns = 0, rows = 0;
};

// A square of modules, true where it is black; without any when the text is empty or too long.
class QrModules {
public:
    // UTF-8 at error level M.
    explicit QrModules(std::string_view text);

    int width() const { return width_; }
    bool is_black(int x, int y) const { return x >= 0 && y >= 0 && x < width_ && y < width_ && black_[index(x, y)]; }
    // The black ones, each in one rectangle.
    std::vector<ModuleBox> rectangles() const;

private:
    std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * width_ + x); }
    ModuleBox take_rectangle(int x, int y);

    int width_ = 0;
    std::vector<bool> black_;
};

// Around the middle of a code that is so many modules wide; later boxes lie over earlier ones. Its measures are those
// of the QR-bill's style guide: 7 of the 46 millimetres that the printed code is wide.
struct SwissCross {
    struct Box {
        double x, y, width, height;
        bool contains(double at_x, double at_y) const {
            return at_x >= x && at_x < x + width && at_y >= y && at_y < y + height;
        }
    };
    explicit SwissCross(int modules);
    static constexpr std::array is_black{false, true, false, false};
    std::array<Box, 4> boxes{};
};

}  // namespace commis::codes
