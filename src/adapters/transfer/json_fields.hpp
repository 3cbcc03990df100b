// Reading the few members we need out of a foreign document that has many more: absent and null are empty, what is
// there must have the right form, and every misfit is remembered with its pointer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/money.hpp"
#include "domain/tax.hpp"
#include "json/parse.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

class JsonFields {
public:
    JsonFields(const json::Value& value, std::string pointer, std::vector<ports::RowFault>& faults)
        : object_(value.if_object()), pointer_(std::move(pointer)), faults_(faults) {}

    // Text; a number is taken as it is written.
    std::string text(std::string_view name) const;
    // Text that must be there.
    std::string required(std::string_view name) const;
    std::int64_t whole(std::string_view name) const;
    bool flag(std::string_view name) const;
    // A decimal amount in text ("10.00", "-10.00") or a whole number; 0 when absent.
    std::int64_t amount(std::string_view name, const domain::Currency& currency) const;
    // RFC 3339, or a time without a zone that is UTC.
    std::optional<std::int64_t> moment(std::string_view name) const;
    JsonFields object(std::string_view name) const;
    std::vector<JsonFields> list(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;  // A list of texts; others in it are left out.
    bool has(std::string_view name) const { return find(name) != nullptr; }
    bool exists() const { return object_ != nullptr; }
    void fault(std::string_view name, std::string code, std::string reason) const;

private:
    const json::Value* find(std::string_view name) const;

    const boost::json::object* object_;
    std::string pointer_;
    std::vector<ports::RowFault>& faults_;
};

// A first and a last name as one.
std::string full_name(const JsonFields& person);

// Text from a web page's templates: &amp; and its kind become characters.
std::string without_entities(std::string_view text);

struct TaxedAmount {
    std::int64_t amount_minor = 0;
    std::int64_t tax_minor = 0;
};
// The roundest rate that makes exactly these taxes of these amounts, or nothing when no single one does.
std::optional<domain::TaxRate> common_rate(const std::vector<TaxedAmount>& amounts, bool prices_include_tax);

// Our name of a foreign payment method, or the foreign one.
std::string payment_method_of(std::string_view foreign);

}  // namespace commis::transfer
