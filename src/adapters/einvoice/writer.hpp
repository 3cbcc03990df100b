// Electronic invoices of EN 16931 by pugixml, from papers alone.
#pragma once

#include "ports/einvoice.hpp"
#include "ports/words.hpp"

namespace commis::einvoice {

class InvoiceWriter final : public ports::EInvoiceWriter {
public:
    // The words of reasons, terms and allowances, in the paper's language.
    explicit InvoiceWriter(const ports::Words& words) : words_(words) {}

    ports::EInvoiceMissing missing(const domain::Paper& paper, ports::EInvoiceForm form) const override;
    std::expected<std::string, ports::EInvoiceMissing> write(const domain::Paper& paper,
                                                             ports::EInvoiceForm form) const override;

private:
    const ports::Words& words_;
};

}  // namespace commis::einvoice
