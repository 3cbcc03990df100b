// What an e-invoice says, as texts: reckoned once from a paper and written by either syntax, so that both say the same.
// The names are ours; the numbers are those of EN 16931's terms (BT) and groups (BG).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/paper.hpp"
#include "ports/einvoice.hpp"
#include "ports/words.hpp"

namespace commis::einvoice {

struct Identifier {
    std::string value{};
    std::string scheme{};  // Of ISO 6523 or the list of electronic addresses; empty: none.
};

struct Place {
    std::string line1{};
    std::string line2{};
    std::string city{};
    std::string postal_code{};
    std::string region{};
    std::string country{};
};

struct Party {
    std::string name{};         // BT-27, BT-44.
    std::string vat_id{};       // BT-31, BT-48: with its country's letters, and nothing between its signs.
    std::string tax_number{};   // BT-32: one that only its own country knows.
    std::string identifier{};   // BT-29: where nothing else identifies the seller.
    Identifier registration{};  // BT-30.
    Identifier endpoint{};      // BT-34, BT-49.
    std::string contact{};      // BT-41, BT-56, and below it phone and e-mail.
    std::string phone{};
    std::string email{};
    Place place{};
};

struct Tax {
    std::string category{};  // UNTDID 5305.
    std::string rate{};      // Empty where there is none: outside the tax (BR-O-05).
};

struct Line {
    std::string id{};
    std::string sku{};
    std::string name{};
    std::string description{};
    std::string quantity{};
    std::string price{};          // BT-146, of …
    std::string base_quantity{};  // … this many (BT-149); empty: of one.
    std::string allowance{};      // BT-136; empty: none.
    std::string net{};            // BT-131.
    Tax tax{};
};

struct Charge {
    std::string amount{};
    std::string reason{};
    Tax tax{};
};

struct TaxSum {
    Tax tax{};
    std::string net{};
    std::string amount{};
    std::string reason{};       // BT-120.
    std::string reason_code{};  // BT-121.
};

struct Totals {
    std::string lines{};     // BT-106.
    std::string charges{};   // BT-108; empty: none.
    std::string net{};       // BT-109.
    std::string tax{};       // BT-110.
    std::string total{};     // BT-112.
    std::string paid{};      // BT-113; empty: nothing.
    std::string rounding{};  // BT-114; empty: none.
    std::string due{};       // BT-115.
};

struct Means {
    std::string code{};  // UNTDID 4461; empty: no way is named.
    std::string label{};
    std::string reference{};  // BT-83.
    std::string account{};    // BT-84; empty: no transfer.
    std::string branch{};     // The bank: its BIC, or a number of its own country.
    std::string holder{};
};

struct Delivery {
    std::string on{};
    std::string name{};
    std::optional<Place> place{};
};

struct Invoice {
    bool is_credit = false;
    std::string number{};
    std::string issued_on{};
    std::string due_on{};
    std::string terms{};  // BT-20.
    std::string currency{};
    std::string buyer_reference{};
    std::string purchase_order{};
    std::string sales_order{};
    std::string refers_to_number{};
    std::string refers_to_on{};
    std::vector<std::string> notes{};
    Party seller{};
    Party buyer{};
    Delivery delivery{};
    Means means{};
    std::string allowance_reason{};
    std::vector<Line> lines{};
    std::optional<Charge> charge{};
    std::vector<TaxSum> taxes{};
    Totals totals{};
};

Invoice make_invoice(const domain::Paper& paper, ports::EInvoiceForm form, const ports::Words& words);

bool has_category(const domain::Paper& paper, domain::TaxCategory category);

// Germany's rules for its administrations hold for XRechnung, and on Peppol between two parties of Germany.
bool keeps_german_rules(const domain::Paper& paper, ports::EInvoiceForm form);

}  // namespace commis::einvoice
