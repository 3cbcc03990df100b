// Labels, amounts, days and addresses as the readers of one paper are used to them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/paper.hpp"
#include "ports/formatter.hpp"
#include "ports/words.hpp"

namespace commis::pdf {

class PaperWords {
public:
    // Figures of a Swiss shop are written the Swiss way.
    PaperWords(const ports::Words& words, const ports::Formatter& format, std::string_view language,
               std::string_view seller_country, domain::Currency currency);

    // "total" is the text of paper.total.
    const std::string& label(std::string_view name) const;
    std::string label(std::string_view name, const std::map<std::string, std::string>& values) const;
    const std::string& kind(domain::DocumentKind kind) const;

    std::string money(std::int64_t amount_minor) const;
    std::string percent(domain::TaxRate rate) const;
    std::string day(std::string_view iso) const;  // "2026-11-23"; empty stays empty.
    std::string country(std::string_view code) const;

    // Name, contact and address, a line each; the country where it is not the seller's.
    std::vector<std::string> address_lines(const domain::PaperParty& party) const;
    // The same without the name.
    std::vector<std::string> place_lines(const domain::Address& address) const;

    const std::string& language() const { return language_; }

private:
    const ports::Words* words_;
    const ports::Formatter* format_;
    std::string language_;
    std::string locale_;
    std::string seller_country_;
    domain::Currency currency_;
};

// The parts that say something, with a separator between them.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace commis::pdf
