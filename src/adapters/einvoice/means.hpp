// How an invoice is paid, in the codes of UNTDID 4461 (BG-16).
#pragma once

#include "adapters/einvoice/invoice.hpp"

namespace commis::einvoice {

Means means_of(const domain::Paper& paper, ports::EInvoiceForm form);

}  // namespace commis::einvoice
