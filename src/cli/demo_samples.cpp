// Reading the sample files.
#include "cli/demo_samples.hpp"

#include <stdexcept>

#include "adapters/system/assets.hpp"

namespace commis::cli::samples {
namespace {

template <class T>
T read_asset(const assets::Asset& asset) {
    const auto document = json::parse(asset.raw);
    if (!document) throw std::runtime_error{std::string(asset.path) + ": " + document.error().detail};
    auto content = json::read<T>(*document);
    if (!content) {
        const json::FieldError& first = content.error().front();
        throw std::runtime_error{std::string(asset.path) + first.field + ": " + first.detail};
    }
    return std::move(*content);
}

}  // namespace

Samples load() {
    Samples samples;
    const assets::Asset* people = assets::find("samples/people.json");
    if (people == nullptr) throw std::runtime_error{"samples/people.json is missing"};
    samples.people = read_asset<std::map<std::string, std::vector<Person>>>(*people);
    for (const assets::Asset& asset : assets::list("samples/shops/")) samples.shops.push_back(read_asset<Shop>(asset));
    return samples;
}

}  // namespace commis::cli::samples
