#include "adapters/system/carriers.hpp"

#include <boost/describe.hpp>
#include <stdexcept>

#include "adapters/system/assets.hpp"
#include "json/read.hpp"

namespace commis::domain {

BOOST_DESCRIBE_STRUCT(Carrier, (), (id, name, also, countries, url))

}  // namespace commis::domain

namespace commis::system {
namespace {

std::vector<domain::Carrier> read_carriers() {
    constexpr std::string_view path = "carriers/carriers.json";
    const assets::Asset* asset = assets::find(path);
    if (asset == nullptr) throw std::runtime_error(std::string(path) + " is missing");
    const auto document = json::parse(asset->raw);
    if (!document) throw std::runtime_error(std::string(path) + ": " + document.error().detail);
    auto carriers = json::read<std::vector<domain::Carrier>>(*document);
    if (!carriers) throw std::runtime_error(std::string(path) + ": " + carriers.error().front().field);
    return std::move(*carriers);
}

}  // namespace

std::span<const domain::Carrier> carriers() {
    static const std::vector<domain::Carrier> known = read_carriers();
    return known;
}

}  // namespace commis::system
