// Writes invoices and credit notes for machines: the semantic model of EN 16931 in its two syntaxes.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "domain/paper.hpp"

namespace commis::ports {

// cii: Factur-X / ZUGFeRD, profile EN 16931, which goes inside the PDF. xrechnung and peppol: UBL 2.1 files of their
// own.
enum class EInvoiceForm : std::uint8_t { cii, xrechnung, peppol };
inline constexpr int einvoice_form_count = 3;
std::string_view id_of(EInvoiceForm form);  // "cii", "xrechnung", "peppol".

// What keeps it from being written, as codes with words of their own (einvoice_missing.*): "seller_vat_id",
// "seller_country", "buyer_country", "buyer_reference", "currency_decimals", "not_a_tax_document", …
using EInvoiceMissing = std::vector<std::string>;

struct EInvoiceWriter {
    virtual ~EInvoiceWriter() = default;
    // Nothing: it can be written.
    virtual EInvoiceMissing missing(const domain::Paper& paper, EInvoiceForm form) const = 0;
    virtual std::expected<std::string, EInvoiceMissing> write(const domain::Paper& paper, EInvoiceForm form) const = 0;
};

}  // namespace commis::ports
