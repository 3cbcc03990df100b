#include "adapters/sql/shop_store.hpp"

#include <algorithm>
#include <span>

#include "adapters/sql/already_exists.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/id_list.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/order_search.hpp"
#include "adapters/sql/paper_settings_json.hpp"
#include "adapters/sql/shop_statements.hpp"
#include "adapters/sql/text_keys.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {
namespace {

domain::Shop read_shop(const Rows& rows) {
    Columns columns(rows);
    domain::Shop shop;
    shop.id = columns.integer();
    shop.handle = columns.text();
    shop.name = columns.text();
    shop.profile_id = columns.text();
    const auto currency = domain::Currency::find(columns.view());
    if (!currency)
        throw Fault(FaultKind::corrupt, "unknown_currency", "shop " + shop.handle + " has no known currency");
    shop.currency = *currency;
    shop.language = columns.text();
    shop.timezone = columns.text();
    shop.sandbox = columns.flag();
    shop.legal_name = columns.text();
    shop.legal_address = address_from(columns.view());
    shop.vat_id = columns.text();
    shop.registration = columns.text();
    shop.bank_accounts = accounts_from(columns.view());
    shop.mail_sender_name = columns.text();
    shop.mail_sender_address = columns.text();
    shop.operator_addresses = texts_from(columns.view());
    shop.settings_json = columns.text();
    shop.staff_rules = staff_rules_from(columns.view());
    shop.connections = connections_from(columns.view());
    shop.mail_look.color = columns.text();
    shop.mail_look.logo_url = columns.text();
    shop.mail_look.phone = columns.text();
    shop.mail_look.website = columns.text();
    shop.skips_returned = columns.flag();
    shop.mails_per_minute = columns.integer();
    shop.papers = papers_from(columns.view());
    shop.books_json = columns.text();
    shop.label_accounts = label_accounts_from(columns.view());
    shop.version = columns.integer();
    shop.created_at_ms = columns.integer();
    shop.updated_at_ms = columns.integer();
    shop.retention.keep_documents_years = columns.integer();
    shop.retention.erase_after_months = columns.integer();
    shop.retention.archive_after_months = columns.integer();
    return shop;
}

// In the order of the columns, which both statements share.
Values shop_values(const domain::Shop& shop) {
    Values values;
    values.add(shop.id, shop.handle, shop.name, shop.profile_id, shop.currency.code(), shop.language, shop.timezone,
               shop.sandbox, shop.legal_name);
    values.keep(to_json(shop.legal_address)).add(shop.vat_id, shop.registration).keep(to_json(shop.bank_accounts));
    values.add(shop.mail_sender_name, shop.mail_sender_address).keep(to_json(shop.operator_addresses));
    values.add(shop.settings_json).keep(to_json(shop.staff_rules)).keep(to_json(shop.connections));
    const domain::MailLook& look = shop.mail_look;
    values.add(look.color, look.logo_url, look.phone, look.website, shop.skips_returned);
    values.add(shop.mails_per_minute)
        .keep(to_json(shop.papers))
        .add(shop.books_json)
        .keep(to_json(shop.label_accounts))
        .add(shop.version, shop.created_at_ms, shop.updated_at_ms, shop.retention.keep_documents_years,
             shop.retention.erase_after_months, shop.retention.archive_after_months);
    return values;
}

std::optional<domain::Shop> first_shop(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return read_shop(rows);
}

domain::NumberRange read_range(const Rows& rows) {
    return {rows.text(0), rows.text(1), rows.integer(2), rows.integer(3), rows.flag(4), rows.integer(5)};
}

domain::Article read_article(const Rows& rows) {
    Columns columns(rows);
    domain::Article article;
    article.shop_id = columns.integer();
    article.id = columns.text();
    article.sku = columns.text();
    article.name = columns.text();
    article.kind = columns.code<domain::LineKind>();
    article.price_minor = columns.integer();
    article.tax_rate = columns.text();
    article.supplier = columns.text();
    article.stock = columns.optional_integer();
    article.active = columns.flag();
    article.version = columns.integer();
    article.created_at_ms = columns.integer();
    article.updated_at_ms = columns.integer();
    article.starts_at_ms = columns.optional_integer();
    article.venue = columns.text();
    return article;
}

Values article_values(const domain::Article& article) {
    Values values;
    values.add(article.shop_id, article.id, article.sku, article.name, code_of(article.kind), article.price_minor,
               article.tax_rate, article.supplier, article.stock, article.active, article.version,
               article.created_at_ms, article.updated_at_ms, article.starts_at_ms, article.venue);
    values.keep(fold(article.sku + "\n" + article.name));
    return values;
}

std::optional<domain::Article> first_article(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return read_article(rows);
}

// Gives a row's figure to each level of its SKU: the same SKU may be asked for twice.
template <class Give>
void each_of(std::vector<ports::StockLevel>& levels, const Rows& rows, const Give& give) {
    for (ports::StockLevel& level : levels) {
        if (level.sku == rows.view(0)) give(level);
    }
}

}  // namespace

std::vector<domain::Shop> ShopStore::list() {
    std::vector<domain::Shop> shops;
    Rows rows = session_.query(shop_sql::list);
    while (rows.next()) shops.push_back(read_shop(rows));
    return shops;
}

std::optional<domain::Shop> ShopStore::find(std::int64_t shop_id) {
    return first_shop(session_.query(shop_sql::find, {shop_id}));
}

std::optional<domain::Shop> ShopStore::lock(std::int64_t shop_id) {
    return first_shop(session_.query(shop_sql::lock, {shop_id}));
}

std::optional<domain::Shop> ShopStore::find_handle(std::string_view handle) {
    return first_shop(session_.query(shop_sql::find_handle, {handle}));
}

void ShopStore::insert(const domain::Shop& shop) {
    const Values values = shop_values(shop);
    or_already_exists([&] { session_.execute(shop_sql::insert, values.params()); });
}

void ShopStore::save(const domain::Shop& shop) {
    const Values values = shop_values(shop);
    or_already_exists([&] { session_.execute(shop_sql::update, values.params()); });
}

std::vector<domain::NumberRange> ShopStore::number_ranges(std::int64_t shop_id) {
    std::vector<domain::NumberRange> ranges;
    Rows rows = session_.query(shop_sql::number_ranges, {shop_id});
    while (rows.next()) ranges.push_back(read_range(rows));
    return ranges;
}

std::optional<domain::NumberRange> ShopStore::lock_number_range(std::int64_t shop_id, std::string_view series) {
    Rows rows = session_.query(shop_sql::lock_number_range, {shop_id, series});
    if (!rows.next()) return std::nullopt;
    return read_range(rows);
}

void ShopStore::save_number_range(std::int64_t shop_id, const domain::NumberRange& range) {
    session_.send(shop_sql::save_number_range, {shop_id, range.series, range.prefix, range.next_number, range.width,
                                                   range.restarts_yearly, range.year});
}

std::vector<ports::StockLevel> ArticleStore::stock_levels(std::int64_t shop_id, const std::vector<std::string>& skus) {
    std::vector<ports::StockLevel> levels;
    for (const std::string& sku : skus) levels.push_back({sku, std::nullopt, 0});
    const std::span<const std::string> all(skus);
    for (std::size_t begin = 0; begin < skus.size(); begin += list_length_max) {
        const auto params = list_params(shop_id, all.subspan(begin, std::min(list_length_max, skus.size() - begin)));
        const std::size_t length = params.size() - 1;
        Rows stocks = session_.query(with_list(shop_sql::stock_of, shop_sql::of_skus, length, ""), params);
        while (stocks.next()) {
            each_of(levels, stocks, [&](ports::StockLevel& level) { level.on_hand = stocks.optional_integer(1); });
        }
        Rows sums = session_.query(
            with_list(shop_sql::reserved_of, shop_sql::of_reserved_skus, length, shop_sql::by_sku), params);
        while (sums.next()) {
            each_of(levels, sums, [&](ports::StockLevel& level) { level.reserved = sums.integer(1); });
        }
    }
    return levels;
}

std::vector<domain::Article> ArticleStore::list(const ports::ArticlePageRequest& request) {
    std::vector<domain::Article> articles;
    const std::string pattern = like_pattern(fold(request.q));
    Rows rows =
        request.q.empty()
            ? session_.query(shop_sql::list_articles, {request.shop_id, request.after_sku, request.limit})
            : session_.query(shop_sql::search_articles, {request.shop_id, request.after_sku, pattern, request.limit});
    while (rows.next()) articles.push_back(read_article(rows));
    return articles;
}

std::optional<domain::Article> ArticleStore::find(std::int64_t shop_id, std::string_view article_id) {
    return first_article(session_.query(shop_sql::find_article, {shop_id, article_id}));
}

std::optional<domain::Article> ArticleStore::find_sku(std::int64_t shop_id, std::string_view sku) {
    return first_article(session_.query(shop_sql::find_article_sku, {shop_id, sku}));
}

std::optional<domain::Article> ArticleStore::lock(std::int64_t shop_id, std::string_view article_id) {
    return first_article(session_.query(shop_sql::lock_article, {shop_id, article_id}));
}

std::optional<std::int64_t> ArticleStore::lock_stock(std::int64_t shop_id, std::string_view sku) {
    Rows rows = session_.query(shop_sql::lock_stock, {shop_id, sku});
    if (!rows.next()) return std::nullopt;
    return rows.optional_integer(0);
}

void ArticleStore::insert(const domain::Article& article) {
    const Values values = article_values(article);
    or_already_exists([&] { session_.execute(shop_sql::insert_article, values.params()); });
}

void ArticleStore::save(const domain::Article& article) {
    const Values values = article_values(article);
    or_already_exists([&] { session_.execute(shop_sql::update_article, values.params()); });
}

}  // namespace commis::sql
