// The shop's logo as it goes on paper: opaque, and no finer than a printer shows.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>

namespace commis::pdf {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

// Of a PNG, scaled to fit a box of so many millimetres; nothing when it is none that can be read.
struct Picture {
    Surface surface;
    double width = 0;
    double height = 0;
    explicit operator bool() const { return surface != nullptr; }
};
Picture read_picture(const std::string& png, double width_max, double height_max);

}  // namespace commis::pdf
