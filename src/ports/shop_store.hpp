// Shops and their articles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/number_range.hpp"
#include "domain/shop.hpp"

namespace commis::ports {

struct ShopReader {
    virtual ~ShopReader() = default;
    virtual std::vector<domain::Shop> list() = 0;  // By handle; shops are few and read whole.
    virtual std::optional<domain::Shop> find(std::int64_t shop_id) = 0;
    virtual std::optional<domain::Shop> find_handle(std::string_view handle) = 0;
    virtual std::vector<domain::NumberRange> number_ranges(std::int64_t shop_id) = 0;  // By series.
};

struct ShopStore : ShopReader {
    // As `find`, and nobody else changes the shop until the unit of work ends.
    virtual std::optional<domain::Shop> lock(std::int64_t shop_id) = 0;
    virtual void insert(const domain::Shop& shop) = 0;  // Unique violation when the handle is taken.
    virtual void save(const domain::Shop& shop) = 0;    // The caller has raised the version.
    // Nobody takes a number of the range until the unit of work ends.
    virtual std::optional<domain::NumberRange> lock_number_range(std::int64_t shop_id, std::string_view series) = 0;
    virtual void save_number_range(std::int64_t shop_id, const domain::NumberRange& range) = 0;
};

struct ArticlePageRequest {
    std::int64_t shop_id = 0;
    std::string q;          // Part of SKU or name; empty: all.
    std::string after_sku;  // By SKU, rising.
    std::int32_t limit = 50;
};

// What is in the house of a SKU and what orders have set aside. Reservations are counted on the lines, never stored
// twice.
struct StockLevel {
    std::string sku;
    std::optional<std::int64_t> on_hand;  // None: nobody counts, or no article has this SKU.
    std::int64_t reserved = 0;
    std::optional<std::int64_t> available() const {
        if (!on_hand) return std::nullopt;
        return *on_hand - reserved;
    }
};

struct ArticleReader {
    virtual ~ArticleReader() = default;
    // Of these SKUs (at most 200 are asked at once), in their order.
    virtual std::vector<StockLevel> stock_levels(std::int64_t shop_id, const std::vector<std::string>& skus) = 0;
    virtual std::vector<domain::Article> list(const ArticlePageRequest& request) = 0;
    virtual std::optional<domain::Article> find(std::int64_t shop_id, std::string_view article_id) = 0;
    virtual std::optional<domain::Article> find_sku(std::int64_t shop_id, std::string_view sku) = 0;
};

struct ArticleStore {
    virtual ~ArticleStore() = default;
    virtual std::optional<domain::Article> lock(std::int64_t shop_id, std::string_view article_id) = 0;
    // What is in the house of a SKU, and nobody else moves it until the unit of work ends; nothing when nobody counts.
    virtual std::optional<std::int64_t> lock_stock(std::int64_t shop_id, std::string_view sku) = 0;
    virtual void insert(const domain::Article& article) = 0;  // Unique violation when the SKU is taken.
    virtual void save(const domain::Article& article) = 0;
};

}  // namespace commis::ports
