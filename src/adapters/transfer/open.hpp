// The one door to every import format.
#pragma once

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "adapters/transfer/values.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

// "commis", "uci", "northwind", "woocommerce", "shopify".
std::span<const std::string_view> formats();

// Opens a file (packed with gzip or not; for northwind the folder or its orders.csv). Failures: unknown_format,
// file_not_found, empty_file, missing_column, repeated_column, unknown_column, malformed_csv, damaged_file, …
std::expected<std::unique_ptr<ports::OrderSource>, ports::SourceFailure> open_source(std::string_view format,
                                                                                     const std::string& path,
                                                                                     const SourceSettings& settings);

// The same from memory; northwind needs files.
std::expected<std::unique_ptr<ports::OrderSource>, ports::SourceFailure> open_text(std::string_view format,
                                                                                   std::string text,
                                                                                   const SourceSettings& settings);

}  // namespace commis::transfer
