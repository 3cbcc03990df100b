// What the tests of e-invoices write with: the one writer, with the product's own words.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "adapters/einvoice/writer.hpp"
#include "adapters/system/words.hpp"

namespace commis::einvoice {

inline constexpr std::array<ports::EInvoiceForm, ports::einvoice_form_count> forms{
    ports::EInvoiceForm::cii, ports::EInvoiceForm::xrechnung, ports::EInvoiceForm::peppol};

inline const system::WordCatalogue& words() {
    static const system::WordCatalogue catalogue;
    return catalogue;
}

inline const InvoiceWriter& writer() {
    static const InvoiceWriter writer{words()};
    return writer;
}

inline std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += part + " ";
    return text;
}

}  // namespace commis::einvoice
