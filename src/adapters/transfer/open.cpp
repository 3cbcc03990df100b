// Picks the reader by the format's name.
#include "adapters/transfer/open.hpp"

#include <algorithm>
#include <array>

#include "adapters/transfer/commis_source.hpp"
#include "adapters/transfer/northwind.hpp"
#include "adapters/transfer/shopify.hpp"
#include "adapters/transfer/uci.hpp"
#include "adapters/transfer/woocommerce.hpp"

namespace commis::transfer {
namespace {

using Opened = std::expected<std::unique_ptr<ports::OrderSource>, ports::SourceFailure>;

constexpr std::array<std::string_view, 5> format_names{"commis", "uci", "northwind", "woocommerce", "shopify"};

Opened open_bytes(std::string_view format, std::unique_ptr<Bytes> bytes, const SourceSettings& settings) {
    if (format == "commis") return open_commis(std::move(bytes), settings);
    if (format == "uci") return open_uci(std::move(bytes), settings);
    if (format == "woocommerce") return open_woocommerce(std::move(bytes), settings);
    if (format == "shopify") return open_shopify(std::move(bytes), settings);
    return std::unexpected(ports::SourceFailure{"needs_files", "this format is several files in one folder"});
}

std::optional<ports::SourceFailure> refuse_unknown(std::string_view format) {
    if (std::ranges::find(format_names, format) != format_names.end()) return std::nullopt;
    return ports::SourceFailure{"unknown_format", "no format '" + std::string(format) +
                                                      "'; one of commis, uci, northwind, woocommerce, shopify"};
}

}  // namespace

std::span<const std::string_view> formats() { return format_names; }

Opened open_source(std::string_view format, const std::string& path, const SourceSettings& settings) {
    if (auto failure = refuse_unknown(format)) return std::unexpected(std::move(*failure));
    if (format == "northwind") return open_northwind(path, settings);
    auto bytes = open_file(path);
    if (!bytes) return std::unexpected(bytes.error());
    return open_bytes(format, std::move(*bytes), settings);
}

Opened open_text(std::string_view format, std::string text, const SourceSettings& settings) {
    if (auto failure = refuse_unknown(format)) return std::unexpected(std::move(*failure));
    return open_bytes(format, text_bytes(std::move(text)), settings);
}

}  // namespace commis::transfer
