#include "features/access/browser.hpp"

#include <span>
#include <utility>

namespace commis::access {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;

// In this order: most browsers also say that they are another one.
constexpr Sign names[] = {{"Edg", "Edge"},         {"OPR/", "Opera"},       {"SamsungBrowser/", "Samsung Internet"},
                          {"Vivaldi/", "Vivaldi"}, {"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"},
                          {"CriOS/", "Chrome"},    {"Chrome/", "Chrome"},   {"Safari/", "Safari"},
                          {"curl/", "curl"}};
constexpr Sign systems[] = {{"iPhone", "iPhone"},   {"iPad", "iPad"},      {"Android", "Android"}, {"CrOS", "ChromeOS"},
                            {"Windows", "Windows"}, {"Mac OS X", "macOS"}, {"Linux", "Linux"}};

std::string_view first_of(std::span<const Sign> signs, std::string_view agent) {
    for (const auto& [sign, name] : signs) {
        if (agent.find(sign) != std::string_view::npos) return name;
    }
    return "";
}

}  // namespace

Browser browser_of(std::string_view agent) { return {first_of(names, agent), first_of(systems, agent)}; }

}  // namespace commis::access
