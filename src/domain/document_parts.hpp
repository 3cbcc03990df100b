// What invoices and credit notes are about, position by position, so that the credit notes of an invoice add up to it
// at every rate of tax, to the cent (D-21, EN 16931 BR-CO-14).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/order.hpp"

namespace commis::domain {

// The tax of the units of a line that have left.
std::int64_t tax_left(const Line& line);

// What an invoice of the order asks for now: every line with units that are wanted, and the shipping.
std::vector<DocumentPart> parts_to_invoice(const Order& order);

// What left the order between two moments: units, the shipping.
std::vector<DocumentPart> parts_left(const Order& before, const Order& after);

struct RateSum {
    TaxRate rate{};
    std::int64_t amount_minor = 0;
    std::int64_t tax_minor = 0;
    friend bool operator==(const RateSum&, const RateSum&) = default;
};
// The highest rate first.
std::vector<RateSum> by_rate(std::span<const DocumentPart> parts);

// What an invoice still asks for, after its credit notes.
std::vector<RateSum> standing_by_rate(const Order& order, const Document& invoice);

// The parts of a credit note: the wanted ones as far as their rate still stands, then `amount_minor` and what did not
// fit, spread over the rates that stand. Never more than stands; the last credit takes the last cent of each tax.
std::vector<DocumentPart> credit_parts(std::vector<RateSum> standing, std::span<const DocumentPart> wanted,
                                       std::int64_t amount_minor);

std::int64_t amount_of(std::span<const DocumentPart> parts);
std::int64_t tax_of(std::span<const DocumentPart> parts);

}  // namespace commis::domain
