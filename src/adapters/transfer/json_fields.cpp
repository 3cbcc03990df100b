// Loose reading of foreign JSON.
#include "adapters/transfer/json_fields.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <map>

#include "adapters/transfer/values.hpp"
#include "domain/rounding.hpp"

namespace commis::transfer {

const json::Value* JsonFields::find(std::string_view name) const {
    if (object_ == nullptr) return nullptr;
    const json::Value* value = object_->if_contains(boost::json::string_view(name.data(), name.size()));
    return value == nullptr || value->is_null() ? nullptr : value;
}

void JsonFields::fault(std::string_view name, std::string code, std::string reason) const {
    faults_.push_back({0, pointer_ + "/" + std::string(name), std::move(code), std::move(reason)});
}

std::string JsonFields::text(std::string_view name) const {
    const json::Value* value = find(name);
    if (value == nullptr) return {};
    if (const auto* text = value->if_string()) return {text->data(), text->size()};
    if (value->is_structured()) fault(name, "wrong_type", "must be a text");
    return value->is_structured() ? std::string{} : boost::json::serialize(*value);
}

std::string JsonFields::required(std::string_view name) const {
    std::string value = text(name);
    if (value.empty()) fault(name, "required", "this member is required");
    return value;
}

std::int64_t JsonFields::whole(std::string_view name) const {
    const auto number = parse_whole(text(name));
    if (!number) fault(name, "invalid_number", "must be a whole number");
    return number.value_or(0);
}

bool JsonFields::flag(std::string_view name) const {
    const json::Value* value = find(name);
    return value != nullptr && value->is_bool() && value->get_bool();
}

std::int64_t JsonFields::amount(std::string_view name, const domain::Currency& currency) const {
    const std::string number = text(name);
    if (number.empty()) return 0;
    const auto amount = domain::parse_decimal(number, currency);
    if (!amount) fault(name, "invalid_amount", "not an amount in " + std::string(currency.code()) + ": " + number);
    return amount.value_or(0);
}

std::optional<std::int64_t> JsonFields::moment(std::string_view name) const {
    const std::string at = text(name);
    if (at.empty()) return std::nullopt;
    const auto moment = parse_local_time_ms(at, "UTC");
    if (!moment) fault(name, "invalid_time", "not a time: " + at);
    return moment;
}

JsonFields JsonFields::object(std::string_view name) const {
    static const json::Value nothing;
    const json::Value* value = find(name);
    return {value != nullptr ? *value : nothing, pointer_ + "/" + std::string(name), faults_};
}

std::vector<JsonFields> JsonFields::list(std::string_view name) const {
    std::vector<JsonFields> fields;
    const json::Value* value = find(name);
    if (value == nullptr) return fields;
    const auto* array = value->if_array();
    if (array == nullptr) {
        fault(name, "wrong_type", "must be a list");
        return fields;
    }
    for (const json::Value& element : *array) {
        fields.emplace_back(element, pointer_ + "/" + std::string(name) + "/" + std::to_string(fields.size()), faults_);
    }
    return fields;
}

std::vector<std::string> JsonFields::texts(std::string_view name) const {
    std::vector<std::string> texts;
    const json::Value* value = find(name);
    const auto* array = value != nullptr ? value->if_array() : nullptr;
    if (array == nullptr) return texts;
    for (const json::Value& element : *array) {
        if (const auto* text = element.if_string()) texts.emplace_back(text->data(), text->size());
    }
    return texts;
}

std::string full_name(const JsonFields& person) {
    return trimmed(person.text("first_name") + " " + person.text("last_name"));
}

std::string without_entities(std::string_view text) {
    static const std::array<std::pair<std::string_view, std::string_view>, 12> entities{{
        {"&amp;", "&"},
        {"&lt;", "<"},
        {"&gt;", ">"},
        {"&quot;", "\""},
        {"&#039;", "'"},
        {"&#39;", "'"},
        {"&#8217;", "’"},
        {"&#8211;", "–"},
        {"&ndash;", "–"},
        {"&mdash;", "—"},
        {"&times;", "×"},
        {"&nbsp;", " "},
    }};
    std::string plain;
    while (!text.empty()) {
        const auto entity =
            std::ranges::find_if(entities, [&](const auto& row) { return text.starts_with(row.first); });
        if (entity != entities.end()) {
            plain += entity->second;
            text.remove_prefix(entity->first.size());
        } else {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    return plain;
}

std::optional<domain::TaxRate> common_rate(const std::vector<TaxedAmount>& amounts, bool prices_include_tax) {
    const auto largest = std::ranges::max_element(amounts, {}, &TaxedAmount::amount_minor);
    if (largest == amounts.end()) return domain::TaxRate{};
    const std::int64_t net_minor = largest->amount_minor - (prices_include_tax ? largest->tax_minor : 0);
    if (net_minor <= 0) {
        const bool untaxed = std::ranges::all_of(amounts, [](const TaxedAmount& a) { return a.tax_minor == 0; });
        return untaxed ? std::optional(domain::TaxRate{}) : std::nullopt;
    }
    // Whole percents first, then halves, tenths, … down to the smallest rate there is.
    for (const std::int64_t step : {10'000, 5'000, 1'000, 500, 100, 10, 1}) {
        const std::int64_t percent_e4 = domain::scale_half_away(largest->tax_minor, 1'000'000, net_minor);
        const std::int64_t rounded = domain::round_to_coin(percent_e4, step);
        if (rounded < 0 || rounded > 1'000'000) continue;
        const auto rate = domain::TaxRate::of(rounded);
        const bool fits = std::ranges::all_of(amounts, [&](const TaxedAmount& a) {
            return domain::tax_of(a.amount_minor, rate, prices_include_tax) == a.tax_minor;
        });
        if (fits) return rate;
    }
    return std::nullopt;
}

std::string payment_method_of(std::string_view foreign) {
    static const std::map<std::string_view, std::string_view> ours{
        {"bacs", "bank-transfer"},    {"bank_deposit", "bank-transfer"},
        {"cheque", "cheque"},         {"money_order", "cheque"},
        {"cod", "cash-on-delivery"},  {"cash_on_delivery", "cash-on-delivery"},
        {"paypal", "paypal"},         {"ppcp-gateway", "paypal"},
        {"stripe", "card"},           {"woocommerce_payments", "card"},
        {"shopify_payments", "card"}, {"visa", "card"},
        {"mastercard", "card"},       {"Cash on Delivery (COD)", "cash-on-delivery"}};
    const auto at = ours.find(foreign);
    return std::string(at == ours.end() ? foreign : at->second);
}

}  // namespace commis::transfer
