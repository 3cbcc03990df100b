// Sixty invoices and credit notes as the shop's features make them: through the domain's own taxes and sums. Between
// them every kind of tax, four languages, currencies of two decimals and of none, sellers and buyers of many countries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/paper.hpp"

namespace commis::einvoice {

// One position before its tax is known.
struct Item {
    std::string name{};
    domain::LineKind kind = domain::LineKind::goods;
    std::int32_t quantity = 1;
    std::int64_t unit_price_minor = 0;
    std::int64_t discount_minor = 0;
    domain::TaxRate rate{};
};

// Fills in lines, shipping, taxes and totals; everything else of the paper is there already. Due is what is not paid.
void take_items(domain::Paper& paper, const std::vector<Item>& items, const Item* shipping);

domain::PaperParty seller_in(const std::string& country);
domain::PaperParty buyer_in(const std::string& country, bool is_business);

struct SamplePaper {
    std::string name{};
    domain::Paper paper{};
};
std::vector<SamplePaper> sample_papers();

// The first of them: an invoice of a German shop that every form takes.
domain::Paper plain_paper();

}  // namespace commis::einvoice
