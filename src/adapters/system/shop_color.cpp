// Contrast as WCAG 2 defines it; a colour moves towards black or white in small steps and keeps its tone.
#include "adapters/system/shop_color.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace commis::system {
namespace {

constexpr std::string_view default_color = "#475569";
constexpr double contrast_min = 4.5;
constexpr int steps = 40;

using Channels = std::array<double, 3>;  // Red, green, blue, from 0 to 255.

bool is_hex_color(std::string_view color) {
    constexpr std::string_view digits{"0123456789abcdefABCDEF"};
    const auto is_digit = [&](char sign) { return digits.find(sign) != std::string_view::npos; };
    return color.size() == 7 && color.front() == '#' && std::ranges::all_of(color.substr(1), is_digit);
}

Channels channels_of(std::string_view color) {
    Channels channels{};
    for (std::size_t at = 0; at < channels.size(); ++at) {
        int value = 0;
        const auto digits = color.substr(1 + 2 * at, 2);
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        channels.at(at) = value;
    }
    return channels;
}

double luminance(const Channels& channels) {
    constexpr Channels weights{0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (std::size_t at = 0; at < channels.size(); ++at) {
        const double part = channels.at(at) / 255;
        sum += weights.at(at) * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(const Channels& one, const Channels& other) {
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::string written(const Channels& channels) {
    std::string text = "#";
    for (const double value : channels) text += fmt::format("{:02x}", static_cast<int>(std::lround(value)));
    return text;
}

}  // namespace

std::string safe_color(std::string_view color) { return std::string{is_hex_color(color) ? color : default_color}; }

std::string readable_color(std::string_view color, std::string_view background) {
    const Channels start = channels_of(color);
    const Channels ground = channels_of(background);
    const double end = luminance(ground) > 0.18 ? 0 : 255;
    for (int step = 0; step <= steps; ++step) {
        Channels moved{};
        for (std::size_t at = 0; at < moved.size(); ++at) {
            moved.at(at) = std::round(start.at(at) + (end - start.at(at)) * step / steps);
        }
        if (contrast(moved, ground) >= contrast_min) return written(moved);
    }
    return end == 0 ? "#000000" : "#ffffff";
}

}  // namespace commis::system
