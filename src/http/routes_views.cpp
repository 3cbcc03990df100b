// What waits, and the views that people keep of the order list: of one shop, and over all of the caller's shops.
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "domain/next_step.hpp"
#include "features/views/views.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_query.hpp"
#include "http/routes.hpp"
#include "http/target.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

constexpr std::int64_t shown_max = 10'000;
constexpr std::int64_t week_ms = 7LL * 24 * 60 * 60 * 1000;
constexpr std::size_t query_bytes_max = 2'000;
constexpr std::size_t columns_max = 60;

struct ColumnBody {
    std::string id;
    std::optional<std::int64_t> width;
};
BOOST_DESCRIBE_STRUCT(ColumnBody, (), (id, width))

struct ViewBody {
    std::optional<std::string> name, query;
    std::optional<std::vector<ColumnBody>> columns;
    std::optional<bool> shared;
    std::optional<std::int64_t> position;
};
BOOST_DESCRIBE_STRUCT(ViewBody, (), (name, query, columns, shared, position))

void write_count(json::Writer& writer, std::int64_t count) {
    writer.member("count", std::min(count, shown_max)).member("count_is_capped", count > shown_max);
}

void write_named_count(json::Writer& writer, std::string_view name, std::int64_t count) {
    writer.key(name).object();
    write_count(writer, count);
    writer.end();
}

Response queues_of(const Call& call, const std::vector<domain::Shop>& shops) {
    const Services& services = call.site.services;
    ports::QueueCounts sum;
    services.storage.read([&](ports::Snapshot& snapshot) {
        sum = {};
        for (const domain::Shop& shop : shops) {
            const std::int64_t soon_ms = services.clock.now_ms() + week_ms;
            const auto counts = snapshot.orders().count_queues(shop.id, soon_ms, shown_max + 1);
            for (const auto& [queue, count] : counts.queues) sum.queues[queue] += count;
            sum.unseen += counts.unseen;
            sum.holds += counts.holds;
            sum.holds_ending += counts.holds_ending;
        }
    });
    std::string body;
    json::Writer writer(body);
    writer.object().key("queues").array();
    for (int number = 1; number < domain::queue_count; ++number) {
        const auto queue = static_cast<domain::Queue>(number);
        const std::string id(domain::id_of(queue));
        writer.object().member("id", id).member("label", services.words.text(call.language, "queue." + id));
        write_count(writer, sum.queues[queue]);
        writer.end();
    }
    writer.end();
    write_named_count(writer, "unseen", sum.unseen);
    write_named_count(writer, "holds", sum.holds);
    write_named_count(writer, "holds_ending", sum.holds_ending);
    writer.end();
    return json_response(200, std::move(body));
}

Response shop_queues(Call& call) { return queues_of(call, {call.shop}); }
Response all_queues(Call& call) { return queues_of(call, readable_shops(call)); }

// The list that a view's query asks for; the errors name the member.
std::expected<OrderQuery, std::vector<json::FieldError>> read_view_query(const std::string& text) {
    const auto refused = [](const std::string& detail) {
        return std::unexpected(std::vector<json::FieldError>{{"/query", "invalid_value", detail}});
    };
    Request request;
    request.target = "/?" + text;
    if (text.size() > query_bytes_max) return refused("At most 2,000 bytes.");
    if (!decode_target(request)) return refused("This is no query of the order list.");
    for (const std::string_view name : {"cursor", "limit", "count", "order"}) {
        if (request.query_value(name)) return refused("A view keeps filters and their order, no place and no orders.");
    }
    auto query = read_order_query(request, {"shop"});
    if (!query) return refused("The order list does not know one of these filters.");
    return *query;
}

std::vector<json::FieldError> check_columns(const std::vector<ColumnBody>& columns) {
    std::vector<json::FieldError> errors;
    if (columns.size() > columns_max) errors.push_back({"/columns", "too_many", "At most 60 columns."});
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const auto& [id, width] = columns[index];
        const std::string place = "/columns/" + std::to_string(index);
        const bool is_name = !id.empty() && id.size() <= 40 && std::ranges::all_of(id, [](char each) {
            return (each >= 'a' && each <= 'z') || each == '_';
        });
        if (!is_name) errors.push_back({place + "/id", "invalid_value", "The name of a column."});
        const bool fits = !width || (*width >= 40 && *width <= 1'200);
        if (!fits) errors.push_back({place + "/width", "out_of_range", "From 40 to 1,200 pixels."});
    }
    return errors;
}

std::string columns_text(const std::vector<ColumnBody>& columns) {
    std::string text;
    json::Writer writer(text);
    writer.array();
    for (const ColumnBody& column : columns) {
        writer.object().member("id", column.id);
        if (column.width) writer.member("width", *column.width);
        writer.end();
    }
    writer.end();
    return text;
}

std::expected<views::ViewChange, Response> read_view_body(const Request& request, bool is_new) {
    auto body = json_body<ViewBody>(request);
    if (!body) return std::unexpected(std::move(body.error()));
    std::vector<json::FieldError> errors;
    if (is_new && !body->name) errors.push_back({"/name", "required", "This member is required."});
    if (is_new && !body->query) errors.push_back({"/query", "required", "This member is required."});
    views::ViewChange change{body->name, body->query, std::nullopt, body->shared, body->position};
    if (body->query) {
        if (auto query = read_view_query(*body->query); !query) std::ranges::move(query.error(), back_inserter(errors));
    }
    if (body->columns) {
        std::ranges::move(check_columns(*body->columns), std::back_inserter(errors));
        change.columns_json = columns_text(*body->columns);
    }
    if (errors.empty()) return change;
    return std::unexpected(problem(422, "bad_field", "Some members are missing or wrong.", errors));
}

using Counted = std::optional<ports::OrderCount>;

void write_view(json::Writer& writer, const Call& call, const ports::SavedView& view, const Counted& count) {
    const bool is_own = view.owner_id == call.caller.actor.id;
    writer.object().member("id", view.id).member("name", view.name).member("query", view.query);
    writer.key("columns").raw(view.columns_json);
    writer.member("shared", view.shared).member("own", is_own).member("by", view.owner_name);
    const bool may_change = view.shared ? views::may_share(call.caller, view.shop_id) : is_own;
    writer.member("may_change", may_change).member("position", view.position);
    writer.member("updated_at", json::format_time_ms(view.updated_at_ms));
    if (count) writer.member("count", count->count).member("count_is_capped", count->is_estimate);
    writer.end();
}

Response view_response(const Call& call, int status, const ports::SavedView& view) {
    std::string body;
    json::Writer writer(body);
    write_view(writer, call, view, std::nullopt);
    return json_response(status, std::move(body));
}

// A filter that was taken out of the program since counts nothing.
Counted count_view(ports::Snapshot& snapshot, const Call& call, const ports::SavedView& view,
                   const std::vector<domain::Shop>& shops) {
    auto query = read_view_query(view.query);
    if (!query) return std::nullopt;
    if (view.shop_id != ports::all_shops_id) query->page.filter.shop_ids = {call.shop.id};
    if (view.shop_id == ports::all_shops_id) {
        for (const domain::Shop& shop : shops) query->page.filter.shop_ids.push_back(shop.id);
    }
    if (query->page.filter.shop_ids.empty()) return ports::OrderCount{};
    return snapshot.orders().count(query->page.filter);
}

// On the routes over all shops the call's shop has the number of all of them.
Response list_views(Call& call) {
    const bool counts = call.request.query_value("count") == "true";
    const std::vector<domain::Shop> shops =
        counts && call.shop.id == ports::all_shops_id ? readable_shops(call) : std::vector<domain::Shop>();
    std::vector<std::pair<ports::SavedView, Counted>> found;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        found.clear();
        for (ports::SavedView& view : snapshot.views().list(call.shop.id, call.caller.actor.id)) {
            const Counted count = counts ? count_view(snapshot, call, view, shops) : std::nullopt;
            found.emplace_back(std::move(view), count);
        }
    });
    return list_response(
        found, "", [&](json::Writer& writer, const auto& each) { write_view(writer, call, each.first, each.second); });
}

Response create_view(Call& call) {
    const auto wanted = read_view_body(call.request, true);
    if (!wanted) return wanted.error();
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto view = views::create(work, call.site.services, call.caller, call.shop.id, *wanted);
        return view ? view_response(call, 201, *view) : refusal_response(call, view.error());
    });
}

Response update_view(Call& call) {
    const auto wanted = read_view_body(call.request, false);
    if (!wanted) return wanted.error();
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto view =
            views::update(work, call.site.services, call.caller, call.shop.id, call.request.param("id"), *wanted);
        return view ? view_response(call, 200, *view) : refusal_response(call, view.error());
    });
}

Response delete_view(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto removed = views::remove(work, call.caller, call.shop.id, call.request.param("id"));
        return removed ? no_content() : refusal_response(call, removed.error());
    });
}

}  // namespace

void add_view_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/queues", Right::read, shop_queues);
    add_signed_in_route(router, site, "GET", "/queues", all_queues);
    add_shop_route(router, site, "GET", "/views", Right::read, list_views);
    add_shop_route(router, site, "POST", "/views", Right::read, create_view);
    add_shop_route(router, site, "PATCH", "/views/{id}", Right::read, update_view);
    add_shop_route(router, site, "DELETE", "/views/{id}", Right::read, delete_view);
    add_signed_in_route(router, site, "GET", "/views", list_views);
    add_signed_in_route(router, site, "POST", "/views", create_view);
    add_signed_in_route(router, site, "PATCH", "/views/{id}", update_view);
    add_signed_in_route(router, site, "DELETE", "/views/{id}", delete_view);
}

}  // namespace commis::http
