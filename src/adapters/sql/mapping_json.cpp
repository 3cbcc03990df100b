// Enumerators are written by their ids, which are never changed once a database may hold them.
#include "adapters/sql/mapping_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "adapters/sql/engine/fault.hpp"
#include "json/writer.hpp"

namespace commis::sql {
namespace {

namespace bj = boost::json;

std::string text_at(const bj::object& object, const char* name) {
    const bj::string& text = object.at(name).as_string();
    return {text.data(), text.size()};
}

domain::TableMapping read_mapping(const bj::object& stored) {
    domain::TableMapping mapping;
    mapping.kind = domain::find_table_kind(text_at(stored, "kind")).value();
    mapping.account = text_at(stored, "account");
    mapping.name = text_at(stored, "name");
    mapping.format.delimiter = text_at(stored, "delimiter").at(0);
    mapping.format.encoding = domain::find_text_encoding(text_at(stored, "encoding")).value();
    mapping.format.skip_rows = static_cast<std::int32_t>(stored.at("skip_rows").as_int64());
    mapping.has_header = stored.at("headed").as_bool();
    mapping.dates = domain::find_date_order(text_at(stored, "dates")).value();
    mapping.decimal = text_at(stored, "decimal").at(0);
    mapping.currency = text_at(stored, "currency");
    for (const bj::value& each : stored.at("columns").as_array()) {
        const bj::object& column = each.as_object();
        mapping.columns.push_back(
            {domain::find_table_field(text_at(column, "field")).value(), text_at(column, "column")});
    }
    for (const bj::value& each : stored.at("header").as_array()) {
        mapping.header.emplace_back(each.as_string().data(), each.as_string().size());
    }
    return mapping;
}

}  // namespace

std::string to_json(const domain::TableMapping& mapping) {
    std::string text;
    json::Writer writer(text);
    writer.object().member("kind", domain::id_of(mapping.kind)).member("account", mapping.account);
    writer.member("name", mapping.name).member("delimiter", std::string(1, mapping.format.delimiter));
    writer.member("encoding", domain::id_of(mapping.format.encoding)).member("skip_rows", mapping.format.skip_rows);
    writer.member("headed", mapping.has_header).member("dates", domain::id_of(mapping.dates));
    writer.member("decimal", std::string(1, mapping.decimal)).member("currency", mapping.currency);
    writer.key("columns").array();
    for (const domain::TableColumn& each : mapping.columns) {
        writer.object().member("field", domain::id_of(each.field)).member("column", each.column).end();
    }
    writer.end().key("header").array();
    for (const std::string& name : mapping.header) writer.value(name);
    writer.end().end();
    return text;
}

domain::TableMapping mapping_from(std::string_view json) {
    try {
        return read_mapping(bj::parse(bj::string_view(json.data(), json.size())).as_object());
    } catch (const std::exception& error) {
        throw Fault(FaultKind::corrupt, "bad_json",
                    std::string("a row holds a text that is not ours: ") + error.what());
    }
}

}  // namespace commis::sql
