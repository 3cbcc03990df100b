// What a shop sells.
#include "features/articles/articles.hpp"
#include "http/article_file_json.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

enum class KindWord : std::uint8_t { goods, digital, ticket, service, fee };
BOOST_DESCRIBE_ENUM(KindWord, goods, digital, ticket, service, fee)

struct CreateBody {
    std::string sku, name;
    std::optional<KindWord> kind;
    std::int64_t price = 0;
    std::optional<std::string> tax_rate, supplier;
    std::optional<std::int64_t> stock;
    json::Patch<json::Instant> starts_at;
    std::optional<std::string> venue;
};
BOOST_DESCRIBE_STRUCT(CreateBody, (), (sku, name, kind, price, tax_rate, supplier, stock, starts_at, venue))

struct PatchBody {
    std::optional<std::string> name;
    std::optional<KindWord> kind;
    std::optional<std::int64_t> price;
    std::optional<std::string> tax_rate, supplier;
    json::Patch<std::int64_t> stock;
    std::optional<bool> active;
    json::Patch<json::Instant> starts_at;
    std::optional<std::string> venue;
};
BOOST_DESCRIBE_STRUCT(PatchBody, (), (name, kind, price, tax_rate, supplier, stock, active, starts_at, venue))

std::optional<domain::LineKind> kind_from(const std::optional<KindWord>& word) {
    if (!word) return std::nullopt;
    return static_cast<domain::LineKind>(*word);
}

// What only tickets have.
template <class Body>
void read_event(articles::ArticleChange& wanted, const Body& body) {
    if (body.starts_at.is_null()) wanted.starts_at_ms.emplace();
    if (body.starts_at.has_value()) wanted.starts_at_ms.emplace(body.starts_at.value().at_ms);
    wanted.venue = body.venue;
}

// An article with what orders have set aside of it.
struct Stocked {
    domain::Article article;
    ports::StockLevel level;
    std::vector<ports::ArticleFile> files;
};

std::vector<Stocked> with_stock(ports::Snapshot& snapshot, std::int64_t shop_id,
                                std::vector<domain::Article> articles) {
    std::vector<std::string> skus;
    for (const domain::Article& article : articles) skus.push_back(article.sku);
    if (skus.empty()) return {};
    const auto levels = snapshot.articles().stock_levels(shop_id, skus);
    std::vector<Stocked> stocked;
    for (std::size_t at = 0; at < articles.size(); ++at) {
        const bool has_files = articles[at].kind == domain::LineKind::digital;
        auto files = has_files ? snapshot.openings().files_of_article(shop_id, articles[at].id)
                               : std::vector<ports::ArticleFile>{};
        stocked.push_back({std::move(articles[at]), levels.at(at), std::move(files)});
    }
    return stocked;
}

void write_article(json::Writer& writer, const Call& call, const Stocked& stocked) {
    const domain::Article& article = stocked.article;
    writer.object().member("id", article.id).member("shop", call.shop.handle).member("sku", article.sku);
    writer.member("name", article.name);
    writer.member("kind", json::enum_text(static_cast<KindWord>(article.kind))).member("price", article.price_minor);
    writer.member("currency", call.shop.currency.code()).member("tax_rate", article.tax_rate);
    writer.member("supplier", article.supplier).member("stock", article.stock);
    writer.member("reserved", stocked.level.reserved).member("available", stocked.level.available());
    writer.member("active", article.active).key("starts_at");
    article.starts_at_ms ? writer.value(json::format_time_ms(*article.starts_at_ms)) : writer.null();
    writer.member("venue", article.venue);
    writer.key("files").array();
    for (const ports::ArticleFile& file : stocked.files) write_article_file(writer, file);
    writer.end();
    writer.member("version", article.version);
    writer.member("created_at", json::format_time_ms(article.created_at_ms));
    writer.member("updated_at", json::format_time_ms(article.updated_at_ms)).end();
}

Response article_response(const Call& call, ports::Snapshot& snapshot, int status,
                          const domain::Result<domain::Article>& article) {
    if (!article) return refusal_response(call, article.error());
    std::string body;
    json::Writer writer(body);
    write_article(writer, call, with_stock(snapshot, call.shop.id, {*article}).front());
    Response response = json_response(status, std::move(body));
    if (status == 201) {
        response.headers.set("Location", "/api/v1/shops/" + call.shop.handle + "/articles/" + article->id);
    }
    return response;
}

Response list_articles(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    ports::ArticlePageRequest page{call.shop.id, std::string(call.request.query_value("q").value_or("")),
                                   std::string(call.request.query_value("cursor").value_or("")), *limit + 1};
    std::vector<Stocked> articles;
    std::string next;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        auto found = snapshot.articles().list(page);
        next.clear();
        if (found.size() > static_cast<std::size_t>(*limit)) {
            found.pop_back();
            next = found.back().sku;
        }
        articles = with_stock(snapshot, call.shop.id, std::move(found));
    });
    return list_response(articles, next,
                         [&](json::Writer& writer, const Stocked& article) { write_article(writer, call, article); });
}

Response get_article(Call& call) {
    Response response = problem(404, "not_found", "There is no such article in this shop.");
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto article = snapshot.articles().find(call.shop.id, call.request.param("id"));
        if (article) response = article_response(call, snapshot, 200, *article);
    });
    return response;
}

Response create_article(Call& call) {
    auto body = json_body<CreateBody>(call.request);
    if (!body) return std::move(body.error());
    articles::ArticleChange wanted;
    wanted.sku = body->sku;
    wanted.name = body->name;
    wanted.kind = kind_from(body->kind);
    wanted.price_minor = body->price;
    wanted.tax_rate = body->tax_rate;
    wanted.supplier = body->supplier;
    wanted.stock = body->stock;
    read_event(wanted, *body);
    return run_command(call, [&](ports::UnitOfWork& work) {
        return article_response(call, work.reads(), 201,
                                articles::create(work, call.site.services, call.caller, call.shop.id, wanted));
    });
}

Response update_article(Call& call) {
    auto body = json_body<PatchBody>(call.request);
    if (!body) return std::move(body.error());
    articles::ArticleChange wanted;
    wanted.name = body->name;
    wanted.kind = kind_from(body->kind);
    wanted.price_minor = body->price;
    wanted.tax_rate = body->tax_rate;
    wanted.supplier = body->supplier;
    if (body->stock.is_present()) body->stock.apply_to(wanted.stock.emplace());
    wanted.active = body->active;
    read_event(wanted, *body);
    const std::string id(call.request.param("id"));
    return run_command(call, [&](ports::UnitOfWork& work) {
        return article_response(call, work.reads(), 200,
                                articles::update(work, call.site.services, call.caller, call.shop.id, id, wanted));
    });
}

}  // namespace

void add_article_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/articles", Right::read_own, list_articles);
    add_shop_route(router, site, "POST", "/articles", Right::edit, create_article);
    add_shop_route(router, site, "GET", "/articles/{id}", Right::read_own, get_article);
    add_shop_route(router, site, "PATCH", "/articles/{id}", Right::edit, update_article);
}

}  // namespace commis::http
