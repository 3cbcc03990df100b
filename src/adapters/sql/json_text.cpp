#include "adapters/sql/json_text.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "adapters/sql/engine/fault.hpp"
#include "json/writer.hpp"

namespace commis::sql {
namespace {

namespace bj = boost::json;

// The members of an address, in the order in which they are written.
constexpr std::array address_members{
    std::pair{"name", &domain::Address::name},
    std::pair{"company", &domain::Address::company},
    std::pair{"line1", &domain::Address::line1},
    std::pair{"line2", &domain::Address::line2},
    std::pair{"postal_code", &domain::Address::postal_code},
    std::pair{"city", &domain::Address::city},
    std::pair{"region", &domain::Address::region},
    std::pair{"country", &domain::Address::country},
};

template <class Read>
auto parse_with(std::string_view json, const Read& read) {
    try {
        return read(bj::parse(bj::string_view(json.data(), json.size())));
    } catch (const std::exception& error) {
        throw Fault(FaultKind::corrupt, "bad_json",
                    std::string("a row holds a text that is not ours: ") + error.what());
    }
}

std::string text_of(const bj::value& value) { return std::string(value.as_string().c_str(), value.as_string().size()); }

std::string text_of(const bj::object& object, const char* name) {
    const bj::value* value = object.if_contains(name);
    return value == nullptr ? std::string() : text_of(*value);
}

}  // namespace

std::string to_json(const domain::Address& address) {
    std::string text;
    json::Writer writer(text);
    writer.object();
    for (const auto& [name, member] : address_members) {
        if (!(address.*member).empty()) writer.member(name, address.*member);
    }
    writer.end();
    return text;
}

domain::Address address_from(std::string_view json) {
    if (json == "{}") return {};
    return parse_with(json, [](const bj::value& value) {
        domain::Address address;
        for (const auto& [name, member] : address_members) address.*member = text_of(value.as_object(), name);
        return address;
    });
}

std::string to_json(const std::vector<std::string>& texts) {
    std::string text;
    json::Writer writer(text);
    writer.array();
    for (const std::string& each : texts) writer.value(each);
    writer.end();
    return text;
}

std::vector<std::string> texts_from(std::string_view json) {
    if (json == "[]") return {};
    return parse_with(json, [](const bj::value& value) {
        std::vector<std::string> texts;
        for (const bj::value& each : value.as_array()) texts.push_back(text_of(each));
        return texts;
    });
}

std::string to_json(const std::vector<std::pair<std::string, std::string>>& pairs) {
    std::string text;
    json::Writer writer(text);
    writer.object();
    for (const auto& [name, value] : pairs) writer.member(name, value);
    writer.end();
    return text;
}

std::vector<std::pair<std::string, std::string>> pairs_from(std::string_view json) {
    if (json == "{}") return {};
    return parse_with(json, [](const bj::value& value) {
        std::vector<std::pair<std::string, std::string>> pairs;
        for (const auto& member : value.as_object()) {
            pairs.emplace_back(std::string(member.key_c_str(), member.key().size()), text_of(member.value()));
        }
        return pairs;
    });
}

std::string to_json(const std::vector<domain::LinePart>& parts) {
    std::string text;
    json::Writer writer(text);
    writer.array();
    for (const auto& part : parts) writer.object().member("line", part.line_id).member("quantity", part.quantity).end();
    writer.end();
    return text;
}

std::vector<domain::LinePart> parts_from(std::string_view json) {
    if (json == "[]") return {};
    return parse_with(json, [](const bj::value& value) {
        std::vector<domain::LinePart> parts;
        for (const bj::value& each : value.as_array()) {
            const bj::object& part = each.as_object();
            parts.push_back({text_of(part, "line"), static_cast<std::int32_t>(part.at("quantity").as_int64())});
        }
        return parts;
    });
}

std::string to_json(const std::vector<domain::DocumentPart>& parts) {
    std::string text;
    json::Writer writer(text);
    writer.array();
    for (const domain::DocumentPart& part : parts) {
        writer.object().member("line", part.line_id).member("shipping", part.shipping);
        writer.member("quantity", part.quantity).member("tax_rate_e4", part.tax_rate.percent_e4());
        writer.member("amount", part.amount_minor).member("tax", part.tax_minor).end();
    }
    writer.end();
    return text;
}

// Of a document that was issued before parts had amounts, the quantities alone.
std::vector<domain::DocumentPart> document_parts_from(std::string_view json) {
    if (json == "[]") return {};
    return parse_with(json, [](const bj::value& value) {
        std::vector<domain::DocumentPart> parts;
        for (const bj::value& each : value.as_array()) {
            const bj::object& part = each.as_object();
            const auto number = [&part](std::string_view name) -> std::int64_t {
                const bj::value* found = part.if_contains(bj::string_view(name.data(), name.size()));
                return found == nullptr ? 0 : found->as_int64();
            };
            const bj::value* shipping = part.if_contains("shipping");
            parts.push_back({.line_id = text_of(part, "line"),
                             .shipping = shipping != nullptr && shipping->as_bool(),
                             .quantity = static_cast<std::int32_t>(number("quantity")),
                             .tax_rate = domain::TaxRate::of(number("tax_rate_e4")),
                             .amount_minor = number("amount"),
                             .tax_minor = number("tax")});
        }
        return parts;
    });
}

std::string to_json(const std::optional<domain::UndoableMove>& move) {
    if (!move) return {};
    std::string text;
    json::Writer writer(text);
    writer.object().member("sequence", move->sequence).member("until_ms", move->until_ms);
    writer.member("from_state", move->from_state).member("shipment", move->shipment_id).end();
    return text;
}

std::optional<domain::UndoableMove> move_from(std::string_view json) {
    if (json.empty()) return std::nullopt;
    return parse_with(json, [](const bj::value& value) {
        const bj::object& move = value.as_object();
        return std::optional(domain::UndoableMove{move.at("sequence").as_int64(), move.at("until_ms").as_int64(),
                                                  text_of(move, "from_state"), text_of(move, "shipment")});
    });
}

std::string to_json(const std::vector<domain::BankAccount>& accounts) {
    std::string text;
    json::Writer writer(text);
    writer.array();
    for (const auto& account : accounts) {
        writer.object().member("iban", account.iban).member("bic", account.bic).member("name", account.name).end();
    }
    writer.end();
    return text;
}

std::vector<domain::BankAccount> accounts_from(std::string_view json) {
    return parse_with(json, [](const bj::value& value) {
        std::vector<domain::BankAccount> accounts;
        for (const bj::value& each : value.as_array()) {
            const bj::object& account = each.as_object();
            accounts.push_back({text_of(account, "iban"), text_of(account, "bic"), text_of(account, "name")});
        }
        return accounts;
    });
}

std::string to_json(const std::vector<domain::StaffRule>& rules) {
    std::string text;
    json::Writer writer(text);
    writer.array();
    for (const domain::StaffRule& rule : rules) {
        writer.object().member("to", rule.to).key("events").array();
        for (const domain::MailKind kind : rule.events) writer.value(domain::id_of(kind));
        writer.end().key("articles").array();
        for (const std::string& sku : rule.articles) writer.value(sku);
        writer.end().end();
    }
    writer.end();
    return text;
}

std::vector<domain::StaffRule> staff_rules_from(std::string_view json) {
    return parse_with(json, [](const bj::value& value) {
        std::vector<domain::StaffRule> rules;
        for (const bj::value& each : value.as_array()) {
            const bj::object& stored = each.as_object();
            domain::StaffRule& rule = rules.emplace_back();
            rule.to = text_of(stored, "to");
            rule.events.clear();
            for (const bj::value& id : stored.at("events").as_array()) {
                if (const auto kind = domain::find_mail_kind(std::string_view(id.as_string()))) {
                    rule.events.push_back(*kind);
                }
            }
            for (const bj::value& sku : stored.at("articles").as_array()) rule.articles.emplace_back(sku.as_string());
        }
        return rules;
    });
}

std::string to_json(const std::vector<domain::GatewayConnection>& connections) {
    std::string text;
    json::Writer writer(text);
    writer.array();
    for (const domain::GatewayConnection& each : connections) {
        writer.object().member("provider", each.provider).member("account", each.account).member("name", each.name);
        writer.member("live", each.is_live).member("sealed", each.sealed);
        writer.member("connected_at_ms", each.connected_at_ms);
        if (each.disconnected_at_ms) writer.member("disconnected_at_ms", *each.disconnected_at_ms);
        writer.end();
    }
    writer.end();
    return text;
}

std::vector<domain::GatewayConnection> connections_from(std::string_view json) {
    return parse_with(json, [](const bj::value& value) {
        std::vector<domain::GatewayConnection> connections;
        for (const bj::value& each : value.as_array()) {
            const bj::object& stored = each.as_object();
            domain::GatewayConnection& connection = connections.emplace_back();
            connection.provider = text_of(stored, "provider");
            connection.account = text_of(stored, "account");
            connection.name = text_of(stored, "name");
            connection.is_live = stored.at("live").as_bool();
            connection.sealed = text_of(stored, "sealed");
            connection.connected_at_ms = stored.at("connected_at_ms").as_int64();
            if (const bj::value* at = stored.if_contains("disconnected_at_ms")) {
                connection.disconnected_at_ms = at->as_int64();
            }
        }
        return connections;
    });
}

std::string to_json(const std::vector<domain::LabelAccount>& accounts) {
    std::string text;
    json::Writer writer(text);
    writer.array();
    for (const domain::LabelAccount& each : accounts) {
        writer.object().member("carrier", each.carrier).member("client_id", each.client_id);
        writer.member("licence", each.licence).member("product", each.product).member("size", each.size);
        writer.member("sealed", each.sealed).member("connected_at_ms", each.connected_at_ms).end();
    }
    writer.end();
    return text;
}

std::vector<domain::LabelAccount> label_accounts_from(std::string_view json) {
    return parse_with(json, [](const bj::value& value) {
        std::vector<domain::LabelAccount> accounts;
        for (const bj::value& each : value.as_array()) {
            const bj::object& stored = each.as_object();
            accounts.push_back({text_of(stored, "carrier"), text_of(stored, "client_id"), text_of(stored, "licence"),
                                text_of(stored, "product"), text_of(stored, "size"), text_of(stored, "sealed"),
                                stored.at("connected_at_ms").as_int64()});
        }
        return accounts;
    });
}

std::string to_json(const std::map<std::string, std::int64_t>& counts) {
    std::string text;
    json::Writer writer(text);
    writer.object();
    for (const auto& [name, count] : counts) writer.member(name, count);
    writer.end();
    return text;
}

std::map<std::string, std::int64_t> counts_from(std::string_view json) {
    return parse_with(json, [](const bj::value& value) {
        std::map<std::string, std::int64_t> counts;
        for (const auto& member : value.as_object()) {
            counts.emplace(std::string(member.key_c_str(), member.key().size()), member.value().as_int64());
        }
        return counts;
    });
}

std::string to_json(const std::vector<ports::JobFailure>& failures) {
    std::string text;
    json::Writer writer(text);
    writer.array();
    for (const auto& failure : failures) {
        writer.object().member("order", failure.order).member("row", failure.row).member("column", failure.column);
        writer.member("code", failure.code).member("detail", failure.detail).end();
    }
    writer.end();
    return text;
}

std::vector<ports::JobFailure> failures_from(std::string_view json) {
    return parse_with(json, [](const bj::value& value) {
        std::vector<ports::JobFailure> failures;
        for (const bj::value& each : value.as_array()) {
            const bj::object& failure = each.as_object();
            failures.push_back({text_of(failure, "order"), failure.at("row").as_int64(), text_of(failure, "column"),
                                text_of(failure, "code"), text_of(failure, "detail")});
        }
        return failures;
    });
}

std::string to_json(const std::vector<ports::BankShare>& shares) {
    std::string text;
    json::Writer writer(text);
    writer.array();
    for (const ports::BankShare& share : shares) {
        writer.object().member("order", share.order_id).member("number", share.number);
        writer.member("amount", share.amount_minor).end();
    }
    writer.end();
    return text;
}

std::vector<ports::BankShare> shares_from(std::string_view json) {
    if (json == "[]") return {};
    return parse_with(json, [](const bj::value& value) {
        std::vector<ports::BankShare> shares;
        for (const bj::value& each : value.as_array()) {
            const bj::object& object = each.as_object();
            shares.push_back({text_of(object, "order"), text_of(object, "number"), object.at("amount").as_int64()});
        }
        return shares;
    });
}

}  // namespace commis::sql
