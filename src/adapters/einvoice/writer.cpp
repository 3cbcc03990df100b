// Reckon, ask what is missing, write.
#include "adapters/einvoice/writer.hpp"

#include "adapters/einvoice/invoice.hpp"
#include "adapters/einvoice/missing.hpp"
#include "adapters/einvoice/syntaxes.hpp"

namespace commis::einvoice {

ports::EInvoiceMissing InvoiceWriter::missing(const domain::Paper& paper, ports::EInvoiceForm form) const {
    return missing_of(paper, make_invoice(paper, form, words_), form);
}

std::expected<std::string, ports::EInvoiceMissing> InvoiceWriter::write(const domain::Paper& paper,
                                                                        ports::EInvoiceForm form) const {
    const Invoice invoice = make_invoice(paper, form, words_);
    if (auto found = missing_of(paper, invoice, form); !found.empty()) return std::unexpected(std::move(found));
    return form == ports::EInvoiceForm::cii ? write_cii(invoice) : write_ubl(invoice, form);
}

}  // namespace commis::einvoice
