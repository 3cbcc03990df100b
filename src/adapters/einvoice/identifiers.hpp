// Numbers of companies and the lists that say which register each belongs to: VAT numbers, registers of trade, and the
// addresses under which the Peppol network finds who receives.
#pragma once

#include <string>
#include <string_view>

#include "adapters/einvoice/invoice.hpp"

namespace commis::einvoice {

// ISO 3166-1, as the code lists of EN 16931 have it.
bool is_country(std::string_view code);

// Upper case, without what people write between the signs.
std::string compact(std::string_view text);
std::string digits_of(std::string_view text);

// Starts with the letters of a country (BR-CO-09).
bool is_vat_id(std::string_view compacted);

// The party on the Peppol network: e-mail is no address there, a VAT number of a known country is. Empty: not found.
Identifier peppol_endpoint(const std::string& vat_id);

// BT-30 with the scheme that the rules of the seller's country ask for on Peppol. Elsewhere the number as it is.
Identifier registration_of(const domain::PaperParty& seller, ports::EInvoiceForm form);

// Norway's organisation number is the nine digits of a VAT number that ends on MVA.
bool is_norwegian_vat_id(std::string_view vat_id);

}  // namespace commis::einvoice
