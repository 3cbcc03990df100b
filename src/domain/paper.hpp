// What a document says, whole and final: who to whom, what, how much, which tax. It is made once, when the document is
// issued, stored as it is, and everything that shows the document (the page, the e-invoice, the journal) is made from
// it alone, so that all of them show the same cent (EN 16931 calls the parts BG and BT).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/money.hpp"
#include "domain/order.hpp"
#include "domain/payment_details.hpp"
#include "domain/tax.hpp"

namespace commis::domain {

// Why a thing is taxed as it is (BT-118, BT-151; UNTDID 5305).
enum class TaxCategory : std::uint8_t {
    standard,         // S: at a rate above zero.
    zero,             // Z: at a rate of zero.
    exempt,           // E: not taxed, for a reason that the document gives.
    reverse_charge,   // AE: the buyer, a business in another country, owes the tax.
    intra_community,  // K: goods to a business in another country of the EU.
    exported,         // G: goods that leave the EU.
    outside,          // O: not under the tax at all.
};
std::string_view id_of(TaxCategory category);        // "standard", "reverse_charge", …
std::string_view untdid_5305(TaxCategory category);  // "S", "AE", …

struct PaperParty {
    std::string name{};     // The company where there is one.
    std::string contact{};  // The person of a company.
    Address address{};      // Its own name and company are not repeated.
    std::string vat_id{};
    std::string registration{};  // Of the seller: as its register calls it.
    std::string email{};
    std::string phone{};
    std::string website{};
    friend bool operator==(const PaperParty&, const PaperParty&) = default;
};

// A position, also the shipping. Amounts are of the whole position.
struct PaperLine {
    std::string sku{};
    std::string name{};
    std::vector<std::string> details{};  // Below the name: attendees, what a credit is about.
    LineKind kind = LineKind::goods;
    std::int32_t quantity = 1;
    std::int64_t unit_price_minor = 0;  // As the order says: with tax where prices include it.
    std::int64_t discount_minor = 0;    // Likewise.
    TaxRate tax_rate{};
    TaxCategory category = TaxCategory::standard;
    std::int64_t net_minor = 0;  // After the discount (BT-131).
    std::int64_t tax_minor = 0;
    std::int64_t discount_net_minor = 0;  // The discount without tax (BT-136).

    std::int64_t total_minor() const { return net_minor + tax_minor; }
    friend bool operator==(const PaperLine&, const PaperLine&) = default;
};

// The sums of one kind and rate of tax (BG-23).
struct PaperTax {
    TaxCategory category = TaxCategory::standard;
    TaxRate rate{};
    std::int64_t net_minor = 0;
    std::int64_t tax_minor = 0;
    friend bool operator==(const PaperTax&, const PaperTax&) = default;
};

// Money that came or went, on a receipt.
struct PaperPayment {
    std::string method{};  // In words.
    std::string on{};      // Day of the shop's calendar.
    std::int64_t amount_minor = 0;
    friend bool operator==(const PaperPayment&, const PaperPayment&) = default;
};

// Where to transfer what is due; of a bill with its QR code.
struct PaperTransfer {
    std::string holder{};
    Address address{};
    std::string iban{};
    std::string bic{};
    std::string reference{};       // As people read and type it.
    std::string reference_kind{};  // "qrr", "scor", or empty: words.
    std::int64_t amount_minor = 0;
    QrStandard standard = QrStandard::none;
    std::string payload{};
    friend bool operator==(const PaperTransfer&, const PaperTransfer&) = default;
};

// How the shop's papers look.
struct PaperLook {
    std::string color{};                // "#rrggbb"; empty: the program's own.
    std::string logo{};                 // Digest of the picture; empty: none.
    bool window_right = false;          // The window of the envelope: left (DIN 5008) or right (SN 010130).
    std::vector<std::string> footer{};  // Lines at the foot of each page, up to four, as the shop wrote them.
    friend bool operator==(const PaperLook&, const PaperLook&) = default;
};

struct Paper {
    DocumentKind kind = DocumentKind::invoice;
    bool draft = false;    // A draft or pro-forma: no number, and it says so.
    std::string number{};  // Empty for drafts and order forms.
    std::string language{};
    Currency currency{};
    bool prices_include_tax = true;
    std::int64_t issued_at_ms = 0;
    std::string issued_on{};     // Days of the shop's calendar, as "2026-11-23". BT-2.
    std::string delivered_on{};  // BT-72; empty: not known.
    std::string due_on{};        // BT-9; empty where nothing is due.
    std::string order_number{};
    std::string order_placed_on{};
    std::string external_id{};       // The storefront's number of the order.
    std::string buyer_reference{};   // What the buyer wants to read on it (BT-10).
    std::string refers_to_number{};  // The invoice of a credit note (BT-25) or of a delivery note (C-23) …
    std::string refers_to_on{};      // … and the day of it (BT-26).
    PaperParty seller{};
    PaperParty buyer{};
    std::optional<PaperParty> ship_to{};  // None: as the buyer.
    std::vector<PaperLine> lines{};
    std::optional<PaperLine> shipping{};  // A charge on the whole (BG-21).
    std::vector<PaperTax> taxes{};        // By category, then by rate, the highest first.
    std::int64_t net_minor = 0;
    std::int64_t tax_minor = 0;
    std::int64_t total_minor = 0;
    std::int64_t paid_minor = 0;         // Held when it was issued (BT-113).
    std::int64_t due_minor = 0;          // BT-115.
    std::string payment_method{};        // Its id …
    std::string payment_method_label{};  // … and in words.
    std::optional<PaperTransfer> transfer{};
    std::vector<PaperPayment> payments{};  // Receipts.
    std::string exemption_reason{};        // Why nothing is taxed, as the shop words it (BT-120).
    std::vector<std::string> notes{};      // Below the positions: the buyer's words, why, thanks.
    std::string tracking{};                // Delivery notes: the parcel's number.
    bool return_slip = false;              // Delivery notes: with a slip to send goods back (C-35).
    std::string slip{};                    // Of an agreed return: its slip alone is drawn, with this barcode.
    PaperLook look{};
    friend bool operator==(const Paper&, const Paper&) = default;
};

// Which tax a position falls under: by its rate, by what it is, and by where seller and buyer are. A rate above zero
// is the standard one, whoever buys. At zero: goods to a business (a VAT number) in another country of the EU are an
// intra-Community supply, services to it reverse charge; goods out of the EU are exported and services there outside
// the tax; at home zero-rated, or exempt where the shop gives a reason.
struct TaxPlace {
    std::string seller_country{};
    std::string buyer_country{};
    std::string delivery_country{};
    bool buyer_is_business = false;
    bool has_exemption_reason = false;
};
TaxCategory tax_category(LineKind kind, TaxRate rate, const TaxPlace& place);
bool is_in_eu(std::string_view country);

// The sums by category and rate, and the totals of the paper, from its positions.
void add_up(Paper& paper);

}  // namespace commis::domain
