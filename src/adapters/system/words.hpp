// The product's words, read once from the embedded locales/<language>/core.json.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ports/words.hpp"

namespace commis::system {

class WordCatalogue final : public ports::Words {
public:
    // A file that is missing or no flat object of texts is a fault of the build and throws.
    WordCatalogue();

    const std::string& text(std::string_view language, std::string_view key) const override;
    std::string text(std::string_view language, std::string_view key,
                     const std::map<std::string, std::string>& values) const override;
    bool has(std::string_view key) const override;

    std::vector<std::string> keys(std::string_view language) const;  // Sorted.

private:
    // Each answer about an order asks for many words.
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Texts = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;

    const Texts& texts_of(std::string_view language) const;

    std::array<Texts, 4> texts_;
};

}  // namespace commis::system
