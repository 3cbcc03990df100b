// What a shop sells: making and changing articles.
#pragma once

#include <optional>
#include <string>

#include "domain/refusal.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::articles {

// Only what is set changes; `create` needs SKU, name and price.
struct ArticleChange {
    std::optional<std::string> sku;
    std::optional<std::string> name;
    std::optional<domain::LineKind> kind;
    std::optional<std::int64_t> price_minor;
    std::optional<std::string> tax_rate;
    std::optional<std::string> supplier;
    std::optional<std::optional<std::int64_t>> stock;  // Set to nothing: nobody counts.
    std::optional<bool> active;
    std::optional<std::optional<std::int64_t>> starts_at_ms{};  // Of tickets; set to nothing: nobody said.
    std::optional<std::string> venue{};
};

domain::Result<domain::Article> create(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                       std::int64_t shop_id, const ArticleChange& wanted);
domain::Result<domain::Article> update(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                       std::int64_t shop_id, const std::string& article_id,
                                       const ArticleChange& wanted);

}  // namespace commis::articles
