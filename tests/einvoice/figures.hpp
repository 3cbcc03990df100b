// An e-invoice read back from its file: the figures alone, the same for both syntaxes, and the rules of EN 16931 about
// them, reckoned anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/money.hpp"
#include "domain/tax.hpp"

namespace commis::einvoice {

struct FileLine {
    std::int64_t quantity = 0;
    std::int64_t price_minor = 0;
    std::int64_t base_quantity = 1;
    std::int64_t allowance_minor = 0;
    std::int64_t net_minor = 0;
    std::string category{};
    domain::TaxRate rate{};
};

struct FileTax {
    std::string category{};
    domain::TaxRate rate{};
    std::int64_t net_minor = 0;
    std::int64_t tax_minor = 0;
    std::string reason{};
    std::string reason_code{};
};

struct FileCharge {
    std::int64_t amount_minor = 0;
    std::string category{};
    domain::TaxRate rate{};
};

struct Figures {
    std::string type{};  // 380 or 381.
    std::string number{};
    domain::Currency currency{};
    std::vector<FileLine> lines{};
    std::vector<FileCharge> charges{};
    std::vector<FileTax> taxes{};
    std::int64_t lines_minor = 0;
    std::optional<std::int64_t> charges_minor{};
    std::int64_t net_minor = 0;
    std::int64_t tax_minor = 0;
    std::int64_t total_minor = 0;
    std::optional<std::int64_t> paid_minor{};
    std::optional<std::int64_t> rounding_minor{};
    std::int64_t due_minor = 0;
};

// Throws where a figure is absent or no decimal of the currency.
Figures read_figures(const std::string& file);

// The ids of the rules that the figures break.
std::vector<std::string> broken_rules(const Figures& figures);

}  // namespace commis::einvoice
