// Bank files sent in, and their entries: listed, accepted, split over orders, dismissed, opened again.
#include <map>

#include "features/bank/settle.hpp"
#include "features/bank/tables.hpp"
#include "features/bank/take_in.hpp"
#include "features/orders/run.hpp"
#include "http/bank_json.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_query.hpp"
#include "http/routes.hpp"
#include "http/table_json.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

constexpr std::int64_t counted_max = 1'000;

struct AcceptBody {
    std::optional<std::string> order;
    std::optional<std::string> note;
    std::optional<bool> notify;
};
BOOST_DESCRIBE_STRUCT(AcceptBody, (), (order, note, notify))

struct PartBody {
    std::string order;
    std::int64_t amount = 0;
};
BOOST_DESCRIBE_STRUCT(PartBody, (), (order, amount))

struct SplitBody {
    std::vector<PartBody> parts;
    std::optional<std::string> note;
    std::optional<bool> notify;
};
BOOST_DESCRIBE_STRUCT(SplitBody, (), (parts, note, notify))

struct DismissBody {
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DismissBody, (), (note))

struct ReopenBody {};
BOOST_DESCRIBE_STRUCT(ReopenBody, (), ())

std::string entry_id(const Call& call) { return std::string(call.request.param("id")); }

Response no_entry() { return problem(404, "not_found", "There is no such bank entry in this shop."); }

Response unreadable(const Call& call, const ports::BankFileFailure& failure) {
    return refusal_response(
        call, {domain::Refusal::bank_file_unreadable, failure.detail, {{"", failure.code, failure.detail}}});
}

// The answer to a file: every entry of it in its order, with what is to be said of it now.
std::string file_answer(const Call& call, const bank::TakenFile& taken, std::int64_t left_out) {
    std::vector<std::string> ids;
    for (const bank::TakenEntry& entry : taken.entries) ids.push_back(entry.id);
    std::string body;
    Writer writer(body);
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        std::map<std::string, ports::BankRecord> found;
        for (auto& record : snapshot.bank().find_many(call.shop.id, ids)) found.emplace(record.id, std::move(record));
        std::vector<ports::BankRecord> records;
        std::vector<bool> known;
        for (const bank::TakenEntry& entry : taken.entries) {
            const auto at = found.find(entry.id);
            if (at == found.end()) continue;
            records.push_back(at->second);
            known.push_back(entry.is_known);
        }
        writer.object().key("entries").array();
        write_bank_entries(writer, call, snapshot, records, known);
        writer.end();
    });
    writer.member("booked", taken.booked)
        .member("payouts", taken.payouts)
        .member("known", taken.known)
        .member("pending", taken.pending);
    writer.member("left_out", left_out).end();
    return body;
}

using Statements = std::expected<std::vector<domain::BankStatement>, Response>;

Statements statements_of(Call& call, std::int64_t& left_out) {
    if (auto fits = require_media_type(call.request, {"application/xml", "text/xml", "text/csv"}); !fits) {
        return std::unexpected(std::move(fits.error()));
    }
    const bool is_csv = require_media_type(call.request, {"text/csv"}).has_value();
    if (!is_csv || bank::is_xml(call.request.body)) {
        ports::BankFile read = call.site.read_bank_file(call.request.body);
        if (!read) return std::unexpected(unreadable(call, read.error()));
        return std::move(*read);
    }
    const std::string account(call.request.query_value("account").value_or(""));
    auto read = bank::read_table(call.site.services, call.site.tables, call.shop, call.request.body, account);
    if (!read) return std::unexpected(table_unread(call, read.error()));
    left_out = read->left_out;
    return std::move(read->statements);
}

Response take_statement(Call& call) {
    std::int64_t left_out = 0;
    const Statements read = statements_of(call, left_out);
    if (!read) return read.error();
    const std::string name(call.request.query_value("name").value_or(""));
    std::string answer;
    if (!was_answered(call)) {
        const auto taken = bank::take_in(call.site.services, call.shop, call.caller, *read, name.substr(0, 200));
        if (!taken) return refusal_response(call, taken.error());
        answer = file_answer(call, *taken, left_out);
    }
    // The file is in already; only its answer belongs to the key.
    return run_command(call, [&](ports::UnitOfWork&) { return json_response(200, answer); });
}

Response list_entries(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    ports::BankFilter filter;
    filter.shop_id = call.shop.id;
    filter.after_id = std::string(call.request.query_value("cursor").value_or(""));
    filter.limit = *limit + 1;
    if (const auto status = call.request.query_value("status")) {
        filter.status = ports::find_bank_status(*status);
        if (!filter.status) {
            return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                           {{"status", "unknown_value", "One of open, booked, returned, dismissed, outgoing."}});
        }
    }
    std::string body;
    Writer writer(body);
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        auto records = snapshot.bank().list(filter);
        const bool has_more = records.size() > static_cast<std::size_t>(*limit);
        if (has_more) records.pop_back();
        writer.object().key("items").array();
        write_bank_entries(writer, call, snapshot, records);
        writer.end().key("next_cursor");
        has_more ? writer.value(records.back().id) : writer.null();
        writer.key("counts").object();
        for (int at = 0; at < ports::bank_status_count; ++at) {
            const auto status = static_cast<ports::BankStatus>(at);
            writer.member(ports::id_of(status), snapshot.bank().count(call.shop.id, status, counted_max));
        }
        writer.end().key("newest_file");
        const auto newest = snapshot.bank().newest_statement(call.shop.id);
        if (newest) {
            writer.object().member("name", newest->name).member("entries", newest->entries);
            writer.member("known", newest->known).member("by", newest->by);
            writer.member("at", json::format_time_ms(newest->created_at_ms)).end();
        } else {
            writer.null();
        }
        writer.end();
    });
    return json_response(200, std::move(body));
}

Response show_entry(Call& call) {
    std::string body;
    Writer writer(body);
    bool is_found = false;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto record = snapshot.bank().find(call.shop.id, entry_id(call));
        is_found = record.has_value();
        if (record) write_bank_entry(writer, call, snapshot, *record);
    });
    return is_found ? json_response(200, std::move(body)) : no_entry();
}

using Settle = std::function<domain::Result<bank::Settled>(const bank::Desk&)>;

Response settle(Call& call, const Settle& change) {
    std::vector<domain::Decision> decisions;
    const Services& services = call.site.services;
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            decisions.clear();
            auto settled = change({work, services, call.shop, call.caller});
            if (!settled) return refusal_response(call, settled.error());
            decisions = std::move(settled->decisions);
            std::string body;
            Writer writer(body);
            write_bank_entry(writer, call, work.reads(), settled->record);
            return json_response(200, std::move(body));
        },
        [&] {
            for (const domain::Decision& decision : decisions) orders::announce(services, decision);
        });
}

Response accept_entry(Call& call) {
    const auto body = optional_json_body<AcceptBody>(call.request);
    if (!body) return body.error();
    return settle(call, [&](const bank::Desk& desk) {
        return bank::accept(desk, entry_id(call), body->order.value_or(""), {body->note.value_or(""), body->notify});
    });
}

Response split_entry(Call& call) {
    const auto body = json_body<SplitBody>(call.request);
    if (!body) return body.error();
    std::vector<bank::Part> parts;
    for (const PartBody& part : body->parts) parts.push_back({part.order, part.amount});
    return settle(call, [&](const bank::Desk& desk) {
        return bank::split(desk, entry_id(call), parts, {body->note.value_or(""), body->notify});
    });
}

Response dismiss_entry(Call& call) {
    const auto body = optional_json_body<DismissBody>(call.request);
    if (!body) return body.error();
    return settle(call,
                  [&](const bank::Desk& desk) { return bank::dismiss(desk, entry_id(call), body->note.value_or("")); });
}

Response reopen_entry(Call& call) {
    const auto body = optional_json_body<ReopenBody>(call.request);
    if (!body) return body.error();
    return settle(call, [&](const bank::Desk& desk) { return bank::reopen(desk, entry_id(call)); });
}

}  // namespace

void add_bank_routes(Router& router, const Site& site) {
    using domain::Right;
    RouteOptions file;
    file.body_limit = ports::bank_file_bytes_max;
    add_shop_route(router, site, "POST", "/bank-statements", Right::money_in, take_statement, file);
    add_shop_route(router, site, "GET", "/bank-entries", Right::money_in, list_entries);
    add_shop_route(router, site, "GET", "/bank-entries/{id}", Right::money_in, show_entry);
    add_shop_route(router, site, "POST", "/bank-entries/{id}/accept", Right::money_in, accept_entry);
    add_shop_route(router, site, "POST", "/bank-entries/{id}/split", Right::money_in, split_entry);
    add_shop_route(router, site, "POST", "/bank-entries/{id}/dismiss", Right::money_in, dismiss_entry);
    add_shop_route(router, site, "POST", "/bank-entries/{id}/reopen", Right::money_in, reopen_entry);
}

}  // namespace commis::http
