// Stock: what there is, what to pick, what to order, and whether an order's goods are in the house.
#include "features/articles/stock.hpp"
#include "http/order_query.hpp"
#include "http/problem.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

void write_level(json::Writer& writer, const domain::Article& article, const ports::StockLevel& level) {
    writer.object().member("article", article.id).member("sku", article.sku).member("name", article.name);
    writer.member("supplier", article.supplier).member("on_hand", level.on_hand).member("reserved", level.reserved);
    writer.member("available", level.available()).end();
}

Response list_stock(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const ports::ArticlePageRequest page{call.shop.id, std::string(call.request.query_value("q").value_or("")),
                                         std::string(call.request.query_value("cursor").value_or("")), *limit + 1};
    std::vector<domain::Article> articles;
    std::vector<ports::StockLevel> levels;
    std::string next;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        articles = snapshot.articles().list(page);
        next.clear();
        if (articles.size() > static_cast<std::size_t>(*limit)) {
            articles.pop_back();
            next = articles.back().sku;
        }
        std::vector<std::string> skus;
        for (const domain::Article& article : articles) skus.push_back(article.sku);
        if (skus.empty()) return;
        levels = snapshot.articles().stock_levels(call.shop.id, skus);
    });
    std::size_t at = 0;
    return list_response(articles, next, [&](json::Writer& writer, const domain::Article& article) {
        write_level(writer, article, levels.at(at++));
    });
}

void write_pick_item(json::Writer& writer, const articles::PickItem& item) {
    writer.object().member("sku", item.sku).member("name", item.name).member("quantity", item.quantity);
    writer.member("on_hand", item.on_hand).key("orders").array();
    for (const articles::PickedOrder& order : item.orders) {
        writer.object().member("id", order.id).member("number", order.number);
        writer.member("quantity", order.quantity).end();
    }
    writer.end().end();
}

Response get_pick_list(Call& call) {
    articles::PickList list;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { list = articles::pick_list(snapshot, call.shop.id); });
    std::string body;
    json::Writer writer(body);
    writer.object().key("items").array();
    for (const articles::PickItem& item : list.items) write_pick_item(writer, item);
    writer.end().member("orders", list.orders).member("has_more", list.has_more).end();
    return json_response(200, std::move(body));
}

Response get_supplier_list(Call& call) {
    articles::SupplierList list;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { list = articles::supplier_list(snapshot, call.shop.id); });
    std::string body;
    json::Writer writer(body);
    writer.object().key("suppliers").array();
    for (const articles::SupplierOrder& supplier : list.suppliers) {
        writer.object().member("supplier", supplier.supplier).key("articles").array();
        for (const ports::Shortage& article : supplier.articles) {
            writer.object().member("sku", article.sku).member("name", article.name);
            writer.member("on_hand", article.on_hand).member("reserved", article.reserved);
            writer.member("missing", article.reserved - article.on_hand).end();
        }
        writer.end().end();
    }
    writer.end().member("has_more", list.has_more).end();
    return json_response(200, std::move(body));
}

Response get_availability(Call& call) {
    std::optional<domain::Order> order;
    std::vector<articles::LineAvailability> lines;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        order = snapshot.orders().find(call.shop.id, call.request.param("id"));
        if (order) lines = articles::availability(snapshot, *order);
    });
    if (!order || order->removed) return problem(404, "not_found", "There is no such order in this shop.");
    return list_response(lines, "", [&](json::Writer& writer, const articles::LineAvailability& line) {
        writer.object().member("line", line.line_id).member("sku", line.sku).member("to_ship", line.to_ship);
        writer.member("available", line.available).member("enough", line.is_enough()).end();
    });
}

}  // namespace

void add_stock_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/stock", Right::read, list_stock);
    add_shop_route(router, site, "GET", "/pick-list", Right::read, get_pick_list);
    add_shop_route(router, site, "GET", "/supplier-list", Right::read, get_supplier_list);
    add_shop_route(router, site, "GET", "/orders/{id}/availability", Right::read, get_availability);
}

}  // namespace commis::http
