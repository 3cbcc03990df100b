// Shops, articles and access in memory.
#include <algorithm>

#include "adapters/fake/desk.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::fake {
namespace {

// The value under a key, or nothing.
template <class Map, class K>
auto value_of(const Map& map, const K& key) -> std::optional<typename Map::mapped_type> {
    const auto found = map.find(key);
    if (found == map.end()) return std::nullopt;
    return found->second;
}

}  // namespace

std::vector<domain::Shop> ShopStore::list() {
    std::vector<domain::Shop> shops;
    for (const auto& [id, shop] : data_.shops) shops.push_back(shop);
    std::ranges::sort(shops, {}, &domain::Shop::handle);
    return shops;
}

std::optional<domain::Shop> ShopStore::find(std::int64_t shop_id) { return value_of(data_.shops, shop_id); }

std::optional<domain::Shop> ShopStore::lock(std::int64_t shop_id) { return find(shop_id); }

std::optional<domain::Shop> ShopStore::find_handle(std::string_view handle) {
    for (const auto& [id, shop] : data_.shops) {
        if (shop.handle == handle) return shop;
    }
    return std::nullopt;
}

void ShopStore::insert(const domain::Shop& shop) {
    if (find_handle(shop.handle) || data_.shops.contains(shop.id)) throw ports::AlreadyExists("shops (handle)");
    data_.shops.emplace(shop.id, shop);
}

void ShopStore::save(const domain::Shop& shop) { data_.shops.at(shop.id) = shop; }

std::vector<domain::NumberRange> ShopStore::number_ranges(std::int64_t shop_id) {
    std::vector<domain::NumberRange> ranges;
    for (const auto& [key, range] : data_.ranges) {
        if (key.first == shop_id) ranges.push_back(range);
    }
    std::ranges::sort(ranges, {}, &domain::NumberRange::series);
    return ranges;
}

std::optional<domain::NumberRange> ShopStore::lock_number_range(std::int64_t shop_id, std::string_view series) {
    return value_of(data_.ranges, Key{shop_id, series});
}

void ShopStore::save_number_range(std::int64_t shop_id, const domain::NumberRange& range) {
    data_.ranges.at(Key{shop_id, range.series}) = range;
}

std::vector<ports::StockLevel> ArticleStore::stock_levels(std::int64_t shop_id, const std::vector<std::string>& skus) {
    std::vector<ports::StockLevel> levels;
    for (const std::string& sku : skus) {
        ports::StockLevel& level = levels.emplace_back(ports::StockLevel{sku, std::nullopt, 0});
        for (const auto& [key, article] : data_.articles) {
            if (article.shop_id == shop_id && article.sku == sku) level.on_hand = article.stock;
        }
        for (const auto& [key, stored] : data_.orders) {
            if (stored->order.shop_id != shop_id) continue;
            for (const domain::Line& line : stored->order.lines) level.reserved += line.sku == sku ? line.reserved : 0;
        }
    }
    return levels;
}

std::vector<domain::Article> ArticleStore::list(const ports::ArticlePageRequest& request) {
    std::vector<domain::Article> articles;
    for (const auto& [key, article] : data_.articles) {
        const std::string text = sql::fold(article.sku + "\n" + article.name);
        const bool is_wanted = article.shop_id == request.shop_id && article.sku > request.after_sku &&
                               text.find(sql::fold(request.q)) != std::string::npos;
        if (is_wanted) articles.push_back(article);
    }
    std::ranges::sort(articles, {}, &domain::Article::sku);
    if (articles.size() > static_cast<std::size_t>(request.limit)) {
        articles.resize(static_cast<std::size_t>(request.limit));
    }
    return articles;
}

std::optional<domain::Article> ArticleStore::find(std::int64_t shop_id, std::string_view article_id) {
    return value_of(data_.articles, Key{shop_id, article_id});
}

std::optional<domain::Article> ArticleStore::find_sku(std::int64_t shop_id, std::string_view sku) {
    for (const auto& [key, article] : data_.articles) {
        if (article.shop_id == shop_id && article.sku == sku) return article;
    }
    return std::nullopt;
}

std::optional<domain::Article> ArticleStore::lock(std::int64_t shop_id, std::string_view article_id) {
    return find(shop_id, article_id);
}

std::optional<std::int64_t> ArticleStore::lock_stock(std::int64_t shop_id, std::string_view sku) {
    const auto is_it = [&](const auto& each) { return each.first.first == shop_id && each.second.sku == sku; };
    const auto found = std::ranges::find_if(data_.articles, is_it);
    return found == data_.articles.end() ? std::nullopt : found->second.stock;
}

void ArticleStore::insert(const domain::Article& article) {
    for (const auto& [key, other] : data_.articles) {
        const bool is_same = other.shop_id == article.shop_id && other.sku == article.sku;
        if (is_same) throw ports::AlreadyExists("articles (sku)");
    }
    data_.articles.emplace(Key{article.shop_id, article.id}, article);
}

void ArticleStore::save(const domain::Article& article) { data_.articles.at({article.shop_id, article.id}) = article; }

std::optional<ports::Operator> AccessStore::find_operator(std::string_view operator_id) {
    return value_of(data_.operators, std::string(operator_id));
}

std::optional<ports::Operator> AccessStore::find_operator_by_email(std::string_view email) {
    for (const auto& [id, each] : data_.operators) {
        if (sql::case_key(each.email) == sql::case_key(email)) return each;
    }
    return std::nullopt;
}

std::optional<ports::Session> AccessStore::find_session(std::string_view token_hash) {
    return value_of(data_.sessions, std::string(token_hash));
}

std::optional<ports::Token> AccessStore::find_token(std::string_view token_hash) {
    return value_of(data_.tokens, std::string(token_hash));
}

std::vector<ports::Token> AccessStore::list_tokens(std::int64_t shop_id) {
    std::vector<ports::Token> tokens;
    for (const auto& [hash, token] : data_.tokens) {
        if (token.shop_id == shop_id) tokens.push_back(token);
    }
    for (ports::Token& token : tokens) token.token_hash.clear();
    std::ranges::sort(tokens, {}, &ports::Token::id);
    return tokens;
}

bool AccessStore::has_operators() { return !data_.operators.empty(); }

void AccessStore::insert_operator(const ports::Operator& operator_) {
    if (find_operator_by_email(operator_.email)) throw ports::AlreadyExists("operators (email)");
    data_.operators.emplace(operator_.id, operator_);
    std::ranges::sort(data_.operators.at(operator_.id).memberships, {}, &ports::Membership::shop_id);
}

void AccessStore::save_operator(const ports::Operator& operator_) {
    ports::Operator& stored = data_.operators.at(operator_.id);
    stored.name = operator_.name;
    stored.password_hash = operator_.password_hash;
    stored.language = operator_.language;
    stored.is_admin = operator_.is_admin;
    stored.preferences_json = operator_.preferences_json;
}

void AccessStore::insert_session(const ports::Session& session) { data_.sessions.emplace(session.token_hash, session); }

void AccessStore::touch_session(std::string_view token_hash, std::int64_t expires_at_ms) {
    const auto found = data_.sessions.find(std::string(token_hash));
    if (found != data_.sessions.end()) found->second.expires_at_ms = expires_at_ms;
}

void AccessStore::delete_session(std::string_view token_hash) { data_.sessions.erase(std::string(token_hash)); }

void AccessStore::delete_sessions_before(std::int64_t now_ms) {
    std::erase_if(data_.sessions, [&](const auto& each) { return each.second.expires_at_ms < now_ms; });
}

void AccessStore::insert_token(const ports::Token& token) {
    if (!data_.tokens.emplace(token.token_hash, token).second) throw ports::AlreadyExists("tokens (token_hash)");
}

void AccessStore::touch_token(std::string_view token_hash, std::int64_t now_ms) {
    const auto found = data_.tokens.find(std::string(token_hash));
    if (found != data_.tokens.end()) found->second.last_used_at_ms = now_ms;
}

bool AccessStore::delete_token(std::int64_t shop_id, std::string_view token_id) {
    return std::erase_if(data_.tokens, [&](const auto& each) {
               return each.second.shop_id == shop_id && each.second.id == token_id;
           }) == 1;
}

}  // namespace commis::fake
