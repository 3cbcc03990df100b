// What keeps a paper from being an e-invoice of a form: data that the rules of EN 16931, XRechnung or Peppol ask for,
// as codes with a sentence each (einvoice_missing.* in locales/*/core.json).
#pragma once

#include "adapters/einvoice/invoice.hpp"

namespace commis::einvoice {

// Empty: what is written of it keeps the rules. Otherwise each code once, the document's own faults first.
ports::EInvoiceMissing missing_of(const domain::Paper& paper, const Invoice& invoice, ports::EInvoiceForm form);

// Whether the sums agree as the rules reckon them (BR-CO-10 to 17, BR-*-08, BR-*-09).
bool sums_agree(const domain::Paper& paper);
bool taxes_agree(const domain::Paper& paper);

}  // namespace commis::einvoice
