// What XRechnung 3.0 and Peppol BIS Billing 3 ask beyond EN 16931 of the elements that the writer makes, with Peppol's
// rules for shops of single countries. Their own rule books are not among the test data; these are their rules by name.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "ports/einvoice.hpp"

namespace commis::einvoice {

// The ids of the rules that a UBL file breaks.
std::vector<std::string> broken_network_rules(const pugi::xml_node& root, ports::EInvoiceForm form);

}  // namespace commis::einvoice
