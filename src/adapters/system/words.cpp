#include "adapters/system/words.hpp"

#include <algorithm>
#include <stdexcept>

#include "adapters/system/assets.hpp"
#include "domain/language.hpp"
#include "domain/places.hpp"
#include "json/read.hpp"

namespace commis::system {

using domain::languages;

WordCatalogue::WordCatalogue() {
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const std::string path = "locales/" + std::string(languages[i]) + "/core.json";
        const assets::Asset* asset = assets::find(path);
        if (asset == nullptr) throw std::runtime_error(path + " is missing");
        const auto document = json::parse(asset->raw);
        if (!document) throw std::runtime_error(path + ": " + document.error().detail);
        auto texts = json::read<std::map<std::string, std::string>>(*document);
        if (!texts) throw std::runtime_error(path + ": " + texts.error().front().field);
        texts_[i].insert(texts->begin(), texts->end());
    }
}

const WordCatalogue::Texts& WordCatalogue::texts_of(std::string_view language) const {
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (language.starts_with(languages[i])) return texts_[i];
    }
    return texts_.front();
}

const std::string& WordCatalogue::text(std::string_view language, std::string_view key) const {
    const Texts& texts = texts_of(language);
    const auto at = texts.find(key);
    if (at == texts.end()) throw std::logic_error("no words for " + std::string(key));
    return at->second;
}

std::string WordCatalogue::text(std::string_view language, std::string_view key,
                                const std::map<std::string, std::string>& values) const {
    return domain::fill_places(text(language, key), values);
}

bool WordCatalogue::has(std::string_view key) const { return texts_.front().contains(key); }

std::vector<std::string> WordCatalogue::keys(std::string_view language) const {
    std::vector<std::string> keys;
    for (const auto& [key, text] : texts_of(language)) keys.push_back(key);
    std::ranges::sort(keys);
    return keys;
}

}  // namespace commis::system
