// Shops and articles on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/shop_store.hpp"

namespace commis::sql {

class ShopStore final : public ports::ShopStore {
public:
    explicit ShopStore(Session& session) : session_(session) {}

    std::vector<domain::Shop> list() override;
    std::optional<domain::Shop> find(std::int64_t shop_id) override;
    std::optional<domain::Shop> find_handle(std::string_view handle) override;
    std::optional<domain::Shop> lock(std::int64_t shop_id) override;
    std::vector<domain::NumberRange> number_ranges(std::int64_t shop_id) override;
    std::optional<domain::NumberRange> lock_number_range(std::int64_t shop_id, std::string_view series) override;
    void save_number_range(std::int64_t shop_id, const domain::NumberRange& range) override;
    void insert(const domain::Shop& shop) override;
    void save(const domain::Shop& shop) override;

private:
    Session& session_;
};

class ArticleStore final : public ports::ArticleStore, public ports::ArticleReader {
public:
    explicit ArticleStore(Session& session) : session_(session) {}

    std::vector<ports::StockLevel> stock_levels(std::int64_t shop_id, const std::vector<std::string>& skus) override;
    std::vector<domain::Article> list(const ports::ArticlePageRequest& request) override;
    std::optional<domain::Article> find(std::int64_t shop_id, std::string_view article_id) override;
    std::optional<domain::Article> find_sku(std::int64_t shop_id, std::string_view sku) override;
    std::optional<domain::Article> lock(std::int64_t shop_id, std::string_view article_id) override;
    std::optional<std::int64_t> lock_stock(std::int64_t shop_id, std::string_view sku) override;
    void insert(const domain::Article& article) override;
    void save(const domain::Article& article) override;

private:
    Session& session_;
};

}  // namespace commis::sql
