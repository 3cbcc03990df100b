// How the tables of banks and acquirers are read: saved once an account, tried out on the beginning of a file.
#include <sodium.h>

#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/routes.hpp"
#include "http/table_json.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

struct PreviewBody {
    std::string sample;
    domain::TableKind kind = domain::TableKind::statement;
    std::optional<TableMappingBody> mapping;
    static constexpr auto defaulted_members = json::names("kind");
};
BOOST_DESCRIBE_STRUCT(PreviewBody, (), (sample, kind, mapping))

void write_saved(Writer& writer, const ports::SavedMapping& saved) {
    writer.object();
    write_mapping(writer, saved.mapping);
    writer.member("updated_by", saved.by).member("updated_at", json::format_time_ms(saved.updated_at_ms)).end();
}

Response list_mappings(Call& call) {
    std::vector<ports::SavedMapping> saved;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) { saved = snapshot.bank().mappings(call.shop.id); });
    return list_response(saved, "", write_saved);
}

Response put_mapping(Call& call) {
    const auto body = json_body<TableMappingBody>(call.request);
    if (!body) return body.error();
    domain::TableMapping mapping = mapping_from(*body);
    mapping.account = std::string(call.request.param("account"));
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto saved = bank::save_mapping(work, call.site.services, call.caller, call.shop, mapping);
        if (!saved) return refusal_response(call, saved.error());
        std::string answer;
        Writer writer(answer);
        write_saved(writer, *saved);
        return json_response(200, std::move(answer));
    });
}

Response delete_mapping(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto removed = bank::remove_mapping(work, call.shop, std::string(call.request.param("account")));
        if (!removed) return problem(404, "not_found", "This account has no saved layout.");
        return no_content();
    });
}

std::optional<std::string> bytes_of(const std::string& coded) {
    std::string bytes(coded.size(), '\0');
    std::size_t length = 0;
    const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), coded.data(),
                                         coded.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL);
    if (failed != 0) return std::nullopt;
    bytes.resize(length);
    return bytes;
}

Response preview_mapping(Call& call) {
    const auto body = json_body<PreviewBody>(call.request);
    if (!body) return body.error();
    const auto bytes = bytes_of(body->sample);
    if (!bytes) {
        return problem(422, "bad_field", "Some members are missing or wrong.",
                       {{"/sample", "invalid_value", "The beginning of the file in base64."}});
    }
    std::optional<domain::TableMapping> mapping;
    if (body->mapping) mapping = mapping_from(*body->mapping);
    const auto layout = bank::lay_out(call.site.tables, call.shop, *bytes, mapping, body->kind);
    if (!layout) {
        const ports::BankFileFailure& failure = layout.error();
        return refusal_response(
            call, {domain::Refusal::bank_file_unreadable, failure.detail, {{"/sample", failure.code, failure.detail}}});
    }
    std::string answer;
    Writer writer(answer);
    writer.object();
    write_layout(writer, *layout);
    writer.end();
    return json_response(200, std::move(answer));
}

}  // namespace

void add_table_mapping_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/bank-mappings", Right::read, list_mappings);
    add_shop_route(router, site, "POST", "/bank-mappings/preview", Right::money_in, preview_mapping);
    add_shop_route(router, site, "PUT", "/bank-mappings/{account}", Right::money_in, put_mapping);
    add_shop_route(router, site, "DELETE", "/bank-mappings/{account}", Right::money_in, delete_mapping);
}

}  // namespace commis::http
