#include "http/audited.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <vector>

#include "features/audit/audit.hpp"
#include "http/shop_facts.hpp"
#include "json/parse.hpp"
#include "json/pointer.hpp"
#include "json/writer.hpp"

namespace commis::http {
namespace {

constexpr std::size_t value_bytes_max = 2'000;
constexpr std::size_t differences_max = 200;

bool is_secret(std::string_view name) {
    static constexpr std::array<std::string_view, 4> marks{"secret", "password", "credential", "private"};
    const auto holds = [&](std::string_view mark) { return name.find(mark) != std::string_view::npos; };
    return std::ranges::any_of(marks, holds);
}

boost::json::value cleaned(const boost::json::value& value) {
    if (const auto* object = value.if_object()) {
        boost::json::object clean;
        for (const auto& [name, content] : *object) {
            clean[name] = is_secret(name) ? boost::json::value("***") : cleaned(content);
        }
        return clean;
    }
    if (const auto* list = value.if_array()) {
        boost::json::array clean;
        for (const auto& each : *list) clean.push_back(cleaned(each));
        return clean;
    }
    return value;
}

boost::json::value shortened(const boost::json::value& value) {
    const std::string text = boost::json::serialize(value);
    if (text.size() <= value_bytes_max) return value;
    return boost::json::object{{"bytes", text.size()}};
}

std::string below(std::string at, std::string_view name) {
    json::append_pointer_token(at, name);
    return at;
}

struct Comparison {
    boost::json::array found{};

    void add(const std::string& at, const boost::json::value& before, const boost::json::value& after) {
        if (found.size() >= differences_max) return;
        found.push_back(boost::json::object{{"at", at}, {"before", shortened(before)}, {"after", shortened(after)}});
    }
    void compare(const std::string& at, const boost::json::value& before, const boost::json::value& after) {
        if (before == after) return;
        const auto* left = before.if_object();
        const auto* right = after.if_object();
        if (left == nullptr || right == nullptr) {
            add(at, before, after);
            return;
        }
        for (const auto& [name, content] : *left) {
            const auto* other = right->if_contains(name);
            compare(below(at, name), content, other == nullptr ? boost::json::value() : *other);
        }
        for (const auto& [name, content] : *right) {
            if (!left->contains(name)) compare(below(at, name), boost::json::value(), content);
        }
    }
};

boost::json::value parsed(std::string_view text) {
    auto document = json::parse(text);
    return document ? cleaned(*document) : boost::json::value();
}

// "PATCH team/{id}" with what stands in the place of {id}.
std::string subject_of(const Call& call) {
    std::string subject = call.request.method;
    const std::string_view path = call.request.path;
    const std::string shop = "/shops/" + std::string(call.request.param("shop"));
    const auto at = path.find(shop);
    subject += " ";
    subject += at == std::string_view::npos ? path : path.substr(at + shop.size());
    return subject;
}

std::string detail_of(const Call& call, const std::string& changes) {
    std::string detail;
    json::Writer writer(detail);
    writer.object();
    if (changes != "[]") writer.key("changes").raw(changes);
    const std::string asked = without_secrets(call.request.body);
    if (!asked.empty()) writer.key("asked").raw(asked);
    if (!call.request.query.empty()) {
        writer.key("query").object();
        for (const auto& [name, value] : call.request.query) writer.member(name, value);
        writer.end();
    }
    writer.end();
    return detail;
}

void record(Call& call, ports::UnitOfWork& work, const std::string& changes) {
    audit::record(
        work, call.site.services, call.shop.id,
        {call.audit_kind, call.caller.actor, subject_of(call), call.request.remote_address, detail_of(call, changes)});
}

std::string facts(Call& call, ports::Snapshot& snapshot) {
    const auto shop = snapshot.shops().find(call.shop.id);
    return shop ? shop_facts(call.site.services, snapshot, *shop) : "{}";
}

}  // namespace

std::string audit_kind_of(std::string_view method, std::string_view pattern, domain::Right right,
                          const RouteOptions& options) {
    if (options.leaves_a_trace) return "export";
    const bool changes = method != "GET" && method != "HEAD";
    const bool is_kept = right == domain::Right::settings || right == domain::Right::team;
    // Looking how a mail would read changes nothing.
    if (!changes || !is_kept || pattern.ends_with("/preview")) return "";
    if (pattern.empty()) return "shop";
    const std::string_view rest = pattern.substr(1);
    const std::string kind(rest.substr(0, rest.find('/')));
    return std::ranges::find(audit::kinds(), kind) == audit::kinds().end() ? "settings" : kind;
}

Response run_audited(Call& call, ports::UnitOfWork& work, const Command& command) {
    if (call.audit_kind.empty()) return command(work);
    const std::string before = facts(call, work.reads());
    Response response = command(work);
    if (response.status >= 400) return response;
    record(call, work, differences(before, facts(call, work.reads())));
    call.is_recorded = true;
    return response;
}

void record_afterwards(Call& call, const Response& response) {
    if (call.audit_kind.empty() || call.is_recorded || response.status >= 400) return;
    call.site.services.storage.write(ports::Priority::interactive,
                                     [&](ports::UnitOfWork& work) { record(call, work, "[]"); });
}

std::string differences(std::string_view before, std::string_view after) {
    Comparison comparison;
    comparison.compare("", parsed(before), parsed(after));
    return boost::json::serialize(comparison.found);
}

std::string without_secrets(std::string_view body) {
    if (body.empty()) return "";
    const auto document = json::parse(body);
    if (!document) return "";
    const std::string text = boost::json::serialize(cleaned(*document));
    return text.size() <= value_bytes_max ? text : "{\"bytes\":" + std::to_string(text.size()) + "}";
}

}  // namespace commis::http
