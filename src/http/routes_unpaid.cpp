// What is still to come: unpaid orders with what happens to them next, and what cards hold.
#include "domain/bank_days.hpp"
#include "features/unpaid/unpaid.hpp"
#include "http/listed_order.hpp"
#include "http/order_calls.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_words.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using domain::Action;

constexpr std::array<std::string_view, unpaid::age_count> age_names{"7", "14", "30", "older"};

void write_next(json::Writer& writer, std::string_view name, const std::optional<domain::NextDunning>& next) {
    writer.key(name);
    if (!next) {
        writer.null();
        return;
    }
    writer.object().member("at", json::format_time_ms(next->at_ms)).member("automatic", next->automatic).end();
}

void write_line(json::Writer& writer, const OrderView& view, const unpaid::Line& line) {
    write_listed_order(writer, view, line.order, {Action::remind, Action::mark_paid, Action::delete_});
    writer.member("days", line.days).member("level", line.level).member("levels", line.levels);
    write_next(writer, "next_reminder", line.next.reminder);
    write_next(writer, "next_removal", line.next.removal);
    writer.key("task");
    line.order.task == domain::Task::none ? writer.null() : writer.value(domain::id_of(line.order.task));
    writer.member("may_be_paid", line.may_be_paid).end();
}

void write_balances(json::Writer& writer, const OrderView& view, const unpaid::Page& page, bool is_first) {
    writer.key("balances");
    if (!is_first) {
        writer.null();
        return;
    }
    writer.array();
    for (const ports::OpenBalance& balance : page.balances) {
        writer.object().member("method", balance.method).member("method_label", method_label(view, balance.method));
        writer.member("age", age_names.at(static_cast<std::size_t>(balance.age)));
        write_currency(writer, balance.currency);
        writer.member("orders", balance.orders).member("due", balance.due_minor).end();
    }
    writer.end();
}

std::expected<std::optional<std::size_t>, Response> read_age(const Request& request) {
    const auto text = request.query_value("age");
    if (!text) return std::nullopt;
    const auto at = std::ranges::find(age_names, *text);
    if (at != age_names.end()) return static_cast<std::size_t>(at - age_names.begin());
    return std::unexpected(problem(422, "bad_field", "Some parameters are unknown or wrong.",
                                   {{"age", "unknown_value", "One of 7, 14, 30, older."}}));
}

Response list_unpaid(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const auto after = read_cursor(call.request);
    if (!after) return after.error();
    const auto age = read_age(call.request);
    if (!age) return age.error();
    unpaid::Question question{{}, *age, *limit, *after};
    for (const auto& method : call.request.query_values("method")) question.methods.emplace_back(method);
    unpaid::Page page;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { page = unpaid::list(snapshot, call.site.services, call.shop, question); });
    const auto profile = call.site.services.profiles.of(call.shop);
    const auto view = view_of(call, *profile);
    std::string body;
    json::Writer writer(body);
    writer.object();
    write_balances(writer, view, page, !question.after);
    writer.key("items").array();
    for (const unpaid::Line& line : page.lines) write_line(writer, view, line);
    writer.end().key("next_cursor");
    page.next ? writer.value(encode_cursor(*page.next)) : writer.null();
    writer.end();
    return json_response(200, std::move(body));
}

void write_sums(json::Writer& writer, const std::vector<ports::HeldSum>& sums, std::int32_t span) {
    writer.key("sums").array();
    for (const ports::HeldSum& sum : sums) {
        if (sum.span != span) continue;
        writer.object();
        write_currency(writer, sum.currency);
        writer.member("orders", sum.orders).member("held", sum.held_minor).end();
    }
    writer.end();
}

// Of the days of the strip, of what is pressing and of what comes later.
void write_calendar(json::Writer& writer, const Call& call, const unpaid::Held& held) {
    const auto& clock = call.site.services.clock;
    writer.key("days").array();
    for (std::int32_t day = 0; day < unpaid::strip_days; ++day) {
        const std::int64_t from_ms = held.days_from_ms[static_cast<std::size_t>(day)];
        writer.object().member("day", domain::day_text(clock.day_of(from_ms, call.shop.timezone)));
        write_sums(writer, held.sums, day + 1);
        writer.end();
    }
    writer.end().key("later").object();
    write_sums(writer, held.sums, unpaid::strip_days + 1);
    writer.end().key("pressing").object().member("until", json::format_time_ms(held.pressing_until_ms));
    write_sums(writer, held.pressing, 0);
    writer.end();
}

Response list_authorizations(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const auto after = read_cursor(call.request);
    if (!after) return after.error();
    unpaid::Held held;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        held = unpaid::list_held(snapshot, call.site.services, call.shop, *limit, *after);
    });
    const auto profile = call.site.services.profiles.of(call.shop);
    const auto view = view_of(call, *profile);
    std::string body;
    json::Writer writer(body);
    writer.object().key("calendar");
    if (*after) {
        writer.null();
    } else {
        writer.object();
        write_calendar(writer, call, held);
        writer.end();
    }
    writer.key("items").array();
    for (const domain::Order& order : held.orders) {
        const domain::Standing standing = domain::standing_of(order, *profile);
        write_listed_order(writer, view, order, {Action::capture, Action::ship});
        writer.member("held", standing.authorized_minor);
        write_time_or_null(writer, "held_until", standing.authorization_expires_at_ms);
        writer.member("to_ship", standing.units.to_ship).end();
    }
    writer.end().key("next_cursor");
    held.next ? writer.value(encode_cursor(*held.next)) : writer.null();
    writer.end();
    return json_response(200, std::move(body));
}

}  // namespace

void add_unpaid_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/unpaid", domain::Right::money_in, list_unpaid);
    add_shop_route(router, site, "GET", "/authorizations", domain::Right::money_in, list_authorizations);
}

}  // namespace commis::http
