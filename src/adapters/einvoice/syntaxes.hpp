// The two syntaxes of EN 16931.
#pragma once

#include <string>

#include "adapters/einvoice/invoice.hpp"

namespace commis::einvoice {

// UN/CEFACT Cross Industry Invoice D16B: Factur-X and ZUGFeRD in the profile EN 16931.
std::string write_cii(const Invoice& invoice);

// OASIS UBL 2.1: Invoice or CreditNote, as XRechnung 3.0 or Peppol BIS Billing 3.
std::string write_ubl(const Invoice& invoice, ports::EInvoiceForm form);

}  // namespace commis::einvoice
