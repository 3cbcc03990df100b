// The gate: one scan, many that were made without a network, the list to take along, and out again.
#include "features/orders/run.hpp"
#include "features/tickets/check_in.hpp"
#include "features/tickets/gate_list.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_facts_json.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

constexpr std::size_t admissions_max = 500;

struct ScanBody {
    std::string code;
    std::optional<std::string> gate;
    std::optional<json::Instant> at;
};
BOOST_DESCRIBE_STRUCT(ScanBody, (), (code, gate, at))

struct BatchBody {
    std::vector<ScanBody> admissions;
};
BOOST_DESCRIBE_STRUCT(BatchBody, (), (admissions))

struct UndoBody {
    std::optional<std::string> code, unit;
};
BOOST_DESCRIBE_STRUCT(UndoBody, (), (code, unit))

std::string words_of(const Call& call, const tickets::ScanAnswer& answer) {
    const Services& services = call.site.services;
    const std::string key = "check_in." + std::string(tickets::id_of(answer.result));
    if (answer.result != tickets::ScanResult::already_admitted || !answer.admitted_at_ms) {
        return services.words.text(call.language, key);
    }
    const std::string time = services.formatter.date_time(*answer.admitted_at_ms, call.shop.timezone, call.language);
    if (answer.gate.empty()) return services.words.text(call.language, key, {{"time", time}});
    return services.words.text(call.language, "check_in.already_admitted_at", {{"time", time}, {"gate", answer.gate}});
}

// Who only lets people in learns who they are, and nothing about what they bought.
void write_ticket(json::Writer& writer, const Call& call, const tickets::ScanAnswer& answer) {
    write_text_or_null(writer, "unit", answer.unit_id);
    write_text_or_null(writer, "attendee", answer.attendee);
    write_text_or_null(writer, "line", answer.line);
    write_time_or_null(writer, "admitted_at", answer.admitted_at_ms);
    write_text_or_null(writer, "gate", answer.gate);
    if (!call.rights().has(domain::Right::read)) return;
    write_text_or_null(writer, "order", answer.order_id);
    write_text_or_null(writer, "order_number", answer.order_number);
}

void write_answer(json::Writer& writer, const Call& call, const tickets::ScanAnswer& answer) {
    writer.object().member("result", tickets::id_of(answer.result)).member("text", words_of(call, answer));
    write_ticket(writer, call, answer);
    writer.end();
}

tickets::Scan scan_from(const ScanBody& body) {
    tickets::Scan scan{body.code, body.gate.value_or(""), std::nullopt};
    if (body.at) scan.at_ms = body.at->at_ms;
    return scan;
}

void announce(const Call& call, const std::vector<domain::Decision>& saved) {
    for (const domain::Decision& decision : saved) orders::announce(call.site.services, decision);
}

using Answers = std::vector<tickets::ScanAnswer>;

Response run_scans(Call& call, const std::vector<tickets::Scan>& scans,
                   const std::function<Response(const Answers&)>& answer) {
    std::vector<domain::Decision> saved;
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            saved.clear();
            return answer(tickets::check_in(work, call.site.services, call.shop, call.caller, scans, saved));
        },
        [&] { announce(call, saved); });
}

Response bad_fields(const Call& call, std::vector<domain::FieldError> errors) {
    return refusal_response(call, {domain::Refusal::bad_field, {}, std::move(errors)});
}

Response check_in(Call& call) {
    const auto body = json_body<ScanBody>(call.request);
    if (!body) return body.error();
    const std::vector<tickets::Scan> scans{scan_from(*body)};
    auto errors = tickets::check(scans.front(), call.site.services.clock.now_ms());
    if (!errors.empty()) return bad_fields(call, std::move(errors));
    return run_scans(call, scans, [&](const Answers& answers) {
        std::string json;
        json::Writer writer(json);
        write_answer(writer, call, answers.front());
        return json_response(200, std::move(json));
    });
}

Response check_in_many(Call& call) {
    const auto body = json_body<BatchBody>(call.request);
    if (!body) return body.error();
    std::vector<domain::FieldError> errors;
    if (body->admissions.size() > admissions_max) {
        errors.push_back({"/admissions", "too_many", "at most 500 at once"});
    }
    std::vector<tickets::Scan> scans;
    for (const ScanBody& each : body->admissions) {
        for (domain::FieldError& error : tickets::check(scan_from(each), call.site.services.clock.now_ms())) {
            error.field = "/admissions/" + std::to_string(scans.size()) + error.field;
            errors.push_back(std::move(error));
        }
        scans.push_back(scan_from(each));
    }
    if (!errors.empty()) return bad_fields(call, std::move(errors));
    return run_scans(call, scans, [&](const Answers& answers) {
        return list_response(answers, "", [&](json::Writer& writer, const tickets::ScanAnswer& answer) {
            write_answer(writer, call, answer);
        });
    });
}

Response get_list(Call& call) {
    tickets::GateList list = tickets::gate_list(call.site.services, call.shop);
    Response response = json_response(200, std::move(list.json));
    response.headers.set("Commis-Signature", list.signature);
    return response;
}

Response undo(Call& call) {
    const auto body = json_body<UndoBody>(call.request);
    if (!body) return body.error();
    const tickets::Undo wanted{body->code.value_or(""), body->unit.value_or("")};
    if (wanted.code.empty() == wanted.unit_id.empty()) {
        return bad_fields(call, {{"/code", "code_or_unit", "either the code or the ticket's id"}});
    }
    std::vector<domain::Decision> saved;
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            saved.clear();
            const auto undone = tickets::undo(work, call.site.services, call.shop, call.caller, wanted, saved);
            if (!undone) return refusal_response(call, undone.error());
            std::string json;
            json::Writer writer(json);
            writer.object();
            write_ticket(writer, call, *undone);
            writer.end();
            return json_response(200, std::move(json));
        },
        [&] { announce(call, saved); });
}

}  // namespace

void add_check_in_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "POST", "/check-in", Right::check_in, check_in);
    add_shop_route(router, site, "POST", "/check-in/batch", Right::check_in, check_in_many);
    add_shop_route(router, site, "GET", "/check-in/list", Right::check_in, get_list);
    add_shop_route(router, site, "POST", "/check-in/undo", Right::check_in, undo);
}

}  // namespace commis::http
