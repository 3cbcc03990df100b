#include "adapters/pdf/picture.hpp"

#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace commis::pdf {
namespace {

constexpr double dots_per_mm = 300 / 25.4;
// Pixels: a small file may unpack to gigabytes, and many may be read at the same time.
constexpr png_uint_32 side_max = 8'000;
constexpr png_uint_32 area_max = 16'000'000;

// What shines through is laid over white.
Surface decode(const std::string& png) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png.empty() || png_image_begin_read_from_memory(&image, png.data(), png.size()) == 0) return {};
    const bool has_size = image.width > 0 && image.height > 0;
    const bool is_sound =
        has_size && image.width <= side_max && image.height <= side_max && image.width * image.height <= area_max;
    image.format = PNG_FORMAT_BGRA;
    Surface surface;
    if (is_sound) {
        surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(image.width),
                                                 static_cast<int>(image.height)));
    }
    if (!surface || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        png_image_free(&image);
        return {};
    }
    const int stride = cairo_image_surface_get_stride(surface.get());
    std::uint8_t* pixels = cairo_image_surface_get_data(surface.get());
    if (png_image_finish_read(&image, nullptr, pixels, stride, nullptr) == 0) return {};
    for (png_uint_32 row = 0; row < image.height; ++row) {
        std::uint8_t* pixel = pixels + static_cast<std::size_t>(row) * static_cast<std::size_t>(stride);
        for (png_uint_32 column = 0; column < image.width; ++column, pixel += 4) {
            const unsigned cover = pixel[3];
            for (int channel = 0; channel < 3; ++channel) {
                pixel[channel] = static_cast<std::uint8_t>((pixel[channel] * cover + 255 * (255 - cover) + 127) / 255);
            }
            pixel[3] = 255;
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

Surface scaled(const Surface& original, int width, int height) {
    Surface smaller{cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)};
    cairo_t* context = cairo_create(smaller.get());
    cairo_scale(context, static_cast<double>(width) / cairo_image_surface_get_width(original.get()),
                static_cast<double>(height) / cairo_image_surface_get_height(original.get()));
    cairo_set_source_surface(context, original.get(), 0, 0);
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_BEST);
    cairo_paint(context);
    cairo_destroy(context);
    return smaller;
}

}  // namespace

Picture read_picture(const std::string& png, double width_max, double height_max) {
    Picture picture{.surface = decode(png)};
    if (!picture) return picture;
    const double columns = cairo_image_surface_get_width(picture.surface.get());
    const double rows = cairo_image_surface_get_height(picture.surface.get());
    const double scale = std::min(width_max / columns, height_max / rows);
    picture.width = columns * scale;
    picture.height = rows * scale;
    if (scale * dots_per_mm < 0.99) {
        const auto dots = [](double length) {
            return std::max(1, static_cast<int>(std::lround(length * dots_per_mm)));
        };
        picture.surface = scaled(picture.surface, dots(picture.width), dots(picture.height));
    }
    return picture;
}

}  // namespace commis::pdf
