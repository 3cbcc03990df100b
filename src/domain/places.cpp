#include "domain/places.hpp"

namespace commis::domain {

std::string fill_places(std::string_view sentence, const std::map<std::string, std::string>& values) {
    std::string filled;
    std::size_t done = 0;
    for (auto open = sentence.find('{'); open != std::string_view::npos; open = sentence.find('{', done)) {
        const auto close = sentence.find('}', open);
        if (close == std::string_view::npos) break;
        const auto value = values.find(std::string(sentence.substr(open + 1, close - open - 1)));
        filled += sentence.substr(done, open - done);
        filled += value == values.end() ? sentence.substr(open, close + 1 - open) : std::string_view(value->second);
        done = close + 1;
    }
    filled += sentence.substr(done);
    return filled;
}

}  // namespace commis::domain
