// The facts of an order: what was ordered, by whom, what became of each unit. Statuses are not here: they are
// projections (ledger.hpp, summary.hpp, next_step.hpp) computed from these facts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger.hpp"
#include "domain/money.hpp"
#include "domain/tax.hpp"

namespace commis::domain {

// What kind of thing a line sells. A `fee` is owed like the rest but is no unit: it is not shipped, counted or kept.
enum class LineKind : std::uint8_t { goods, digital, ticket, service, fee };

// What became of a unit. Refunded implies no longer wanted; a cancelled unit may be refunded later (W-20, W-21).
enum class UnitStatus : std::uint8_t { active, cancelled, refunded };

// What a unit opens: a download, an admission. `blocked` is only ever set by hand.
enum class Access : std::uint8_t { none, granted, revoked, blocked };

struct Attendee {
    std::string name;
    std::string email;
    friend bool operator==(const Attendee&, const Attendee&) = default;
};

// One ticket. Its share of the line is frozen when the order is placed or revised. Who holds another person's place
// gets another code; the one before opens nothing any more.
struct TicketUnit {
    std::string id;
    Attendee attendee;
    UnitStatus status = UnitStatus::active;
    Access access = Access::none;
    std::string code;  // What a gate scans; never reissued.
    std::optional<std::int64_t> admitted_at_ms{};
    std::string admitted_gate{};  // Where: as the gate calls itself.
    std::int64_t value_minor = 0;
    std::int64_t tax_minor = 0;
    friend bool operator==(const TicketUnit&, const TicketUnit&) = default;
};

struct Line {
    std::string id;
    std::string sku;
    std::string name;
    LineKind kind = LineKind::goods;
    std::int32_t quantity = 1;  // 1 … 1,000,000.
    std::int64_t unit_price_minor = 0;
    std::int64_t discount_minor = 0;  // Of the whole line, with its share of the order's discount.
    TaxRate tax_rate;
    std::int64_t tax_minor = 0;
    std::int64_t total_minor = 0;  // What the buyer pays for the line, discounts and tax included.
    std::int32_t cancelled = 0;    // Units cancelled and not refunded.
    std::int32_t refunded = 0;
    std::int32_t shipped = 0;  // Ever; what came back is counted in `returned` besides.
    std::int32_t returned = 0;
    std::int32_t gone_shipped = 0;                // Of the units no longer wanted: how many had been shipped before.
    std::int32_t exchanged = 0;                   // Of those that came back: how many are sent anew.
    std::int32_t reserved = 0;                    // Set aside in the stock for this order and still in the house.
    std::int64_t left_minor = 0;                  // Frozen value of the units cancelled or refunded so far.
    std::int64_t cancelled_minor = 0;             // The part of it that belongs to units cancelled and not refunded.
    std::vector<TicketUnit> units;                // Tickets only, one each.
    Access access = Access::none;                 // Of digital lines: of what is to be downloaded.
    std::optional<std::int64_t> granted_at_ms{};  // Limits of downloads count from here; renewing moves it.
    std::optional<std::int64_t> used_at_ms{};     // When the first of its files was fetched.

    std::int32_t active() const { return quantity - cancelled - refunded; }
    std::int32_t gone() const { return cancelled + refunded; }
    // Goods still wanted that have not left.
    std::int32_t to_ship() const {
        return kind == LineKind::goods ? active() - (shipped - gone_shipped - exchanged) : 0;
    }
    std::int32_t returnable() const { return shipped - returned; }
    friend bool operator==(const Line&, const Line&) = default;
};

struct Address {
    std::string name;  // The recipient, when it is not the buyer.
    std::string company;
    std::string line1;
    std::string line2;
    std::string postal_code;
    std::string city;
    std::string region;
    std::string country;  // ISO 3166-1 alpha-2, upper case; may be empty where the source knew none.
    friend bool operator==(const Address&, const Address&) = default;
};

struct Buyer {
    std::string name;
    std::string email;
    std::string phone;
    std::string company;
    std::string vat_id;
    std::string reference{};  // What the buyer wants to read on documents: a cost centre, a routing id (BT-10).
    friend bool operator==(const Buyer&, const Buyer&) = default;
};

// How the goods travel and what it costs. Its amount is taxed like a line, but it is no unit.
struct Shipping {
    std::string method;
    std::string name;
    std::int64_t amount_minor = 0;
    TaxRate tax_rate;
    std::int64_t tax_minor = 0;
    std::int64_t total_minor = 0;  // With tax.
    bool pickup = false;
    bool cancelled = false;  // No longer owed.
    friend bool operator==(const Shipping&, const Shipping&) = default;
};

struct Tracking {
    std::string carrier;
    std::string number;
    std::string url;
    friend bool operator==(const Tracking&, const Tracking&) = default;
};

// Some units of a line: what a parcel holds, what a credit note is about.
struct LinePart {
    std::string line_id{};
    std::int32_t quantity = 0;
    friend bool operator==(const LinePart&, const LinePart&) = default;
};

// One parcel. Three facts, because "sent" means each of them somewhere.
struct Shipment {
    std::string id{};
    std::int64_t created_at_ms = 0;
    Tracking tracking{};
    std::optional<std::int64_t> label_printed_at_ms{};
    std::optional<std::int64_t> label_bought_at_ms{};  // At the carrier, by this program: it keeps the label itself.
    std::optional<std::int64_t> handed_over_at_ms{};
    std::optional<std::int64_t> delivered_at_ms{};
    std::vector<LinePart> parts{};
    friend bool operator==(const Shipment&, const Shipment&) = default;
};

enum class DocumentKind : std::uint8_t { order_form, invoice, receipt, credit_note, delivery_note, ticket };

// The stable ids of the enumerators, as in the API, in files and in the database: "goods", "credit_note", …
std::string_view id_of(LineKind kind);
std::string_view id_of(UnitStatus status);
std::string_view id_of(Access access);
std::string_view id_of(DocumentKind kind);
std::optional<LineKind> find_line_kind(std::string_view id);
std::optional<DocumentKind> find_document_kind(std::string_view id);
bool is_bill(DocumentKind kind);  // Invoices and credit notes: what the books are made of.

// What a document is about: units of a line, the shipping, or, without either, an amount of money at one rate of tax.
struct DocumentPart {
    std::string line_id{};
    bool shipping = false;
    std::int32_t quantity = 0;
    TaxRate tax_rate{};
    std::int64_t amount_minor = 0;  // Tax included.
    std::int64_t tax_minor = 0;
    friend bool operator==(const DocumentPart&, const DocumentPart&) = default;
};

// A document that was issued. An issued invoice locks the order's content and money (O-19, A-10).
struct Document {
    std::string id{};
    DocumentKind kind = DocumentKind::invoice;
    std::string number{};  // From the shop's range, given when the decision is saved; a draft has none.
    bool draft = false;    // A draft or pro-forma: no number, locks nothing.
    std::int64_t issued_at_ms = 0;
    std::int64_t amount_minor = 0;  // What it is about, tax included; of a credit note what it takes back.
    std::int64_t tax_minor = 0;
    std::string refers_to{};            // A credit note's invoice, by id; a delivery note's parcel.
    std::vector<DocumentPart> parts{};  // They add up to the amount and the tax; a delivery note's have quantities.
    bool return_slip = false;           // A delivery note with a slip to send goods back (C-35).
    // A digest of what else it says: who asks for the same again gets the paper that is there.
    std::string made_for{};
    friend bool operator==(const Document&, const Document&) = default;
};

// What a buyer asks for: to withdraw from the contract (directive 2011/83/EU, article 9), to cancel what has not left,
// to send something back.
enum class RequestKind : std::uint8_t { withdrawal, cancellation, return_ };
// `approved`: goods are on their way back. `received`: they are here, and money may be to give back. The last two are
// ends.
enum class RequestStatus : std::uint8_t { open, approved, received, declined, closed };
enum class ReturnReason : std::uint8_t {
    none,
    changed_mind,
    too_small,
    too_large,
    not_as_described,
    damaged,
    wrong_item,
    late,
    other
};

// Some units of a line in a request, and what was found when they came back.
struct RequestPart {
    std::string line_id{};
    std::string unit_id{};  // Of a ticket; then the quantity is one.
    std::int32_t quantity = 0;
    ReturnReason reason = ReturnReason::none;
    bool wants_exchange = false;
    std::int32_t cancelled = 0;  // Not expected back: had not left when the request was approved, or was gone by then.
    std::int32_t as_new = 0;
    std::int32_t damaged = 0;
    std::int32_t wrong = 0;      // Something else was in the parcel.
    std::int32_t missing = 0;    // Did not come.
    std::int32_t exchanged = 0;  // Sent anew instead of refunded.

    std::int32_t expected() const { return quantity - cancelled; }
    std::int32_t received() const { return as_new + damaged; }
    friend bool operator==(const RequestPart&, const RequestPart&) = default;
};

struct BuyerRequest {
    std::string id{};
    RequestKind kind = RequestKind::return_;
    RequestStatus status = RequestStatus::open;
    std::int64_t asked_at_ms = 0;
    std::optional<std::int64_t> answered_at_ms{};
    std::optional<std::int64_t> received_at_ms{};
    std::string slip{};  // What the barcode on its slip says; unique in the shop.
    std::vector<RequestPart> parts{};

    // Somebody of the shop has something to do about it.
    bool is_open() const { return status != RequestStatus::declined && status != RequestStatus::closed; }
    friend bool operator==(const BuyerRequest&, const BuyerRequest&) = default;
};
std::string_view id_of(RequestKind kind);
std::string_view id_of(RequestStatus status);
std::string_view id_of(ReturnReason reason);
std::optional<RequestKind> find_request_kind(std::string_view id);
std::optional<ReturnReason> find_return_reason(std::string_view id);
inline constexpr int request_kind_count = 3;
inline constexpr int request_status_count = 5;
inline constexpr int return_reason_count = 9;

// The latest change of state while it can still be taken back: nothing of it has left the house yet.
struct UndoableMove {
    std::int64_t sequence = 0;  // Of its event; an event after it ends the chance.
    std::int64_t until_ms = 0;  // End of the hold period.
    std::string from_state{};
    std::string shipment_id{};  // The parcel that it recorded; empty: none.
    friend bool operator==(const UndoableMove&, const UndoableMove&) = default;
};

// What a timer asks a person to do about an unpaid order.
enum class Task : std::uint8_t { none, remind, remove };
inline constexpr int task_count = 3;
std::string_view id_of(Task task);

// The order stands in the register of removed orders only. Its number is never given again.
struct Removal {
    std::int64_t at_ms = 0;
    std::string by{};  // The actor's name.
    std::string reason{};
    friend bool operator==(const Removal&, const Removal&) = default;
};

struct Order {
    std::int64_t shop_id = 0;
    std::string id;
    std::string number;
    std::string external_id;  // Empty when the order was made here.
    std::string channel;
    std::int64_t version = 0;   // Any change.
    std::int64_t revision = 1;  // Content.
    bool draft = false;
    bool imported = false;
    std::string placed_by;  // Id of the token that placed it, so that a storefront finds its own.
    bool seen = false;      // An operator has opened it (C-04).
    Currency currency;
    std::string language;
    bool prices_include_tax = true;
    std::int64_t placed_at_ms = 0;
    std::int64_t created_at_ms = 0;
    std::int64_t updated_at_ms = 0;
    std::optional<std::int64_t> abandoned_at_ms;  // A payment that never answered within the shop's delay (O-28).
    Buyer buyer;
    Address billing_address;
    std::optional<Address> shipping_address;  // None: as the billing address.
    std::vector<Line> lines;
    Shipping shipping;
    std::int64_t discount_minor = 0;  // The order's own discount, already spread over the lines.
    std::string promo_code;
    std::string note;  // The buyer's words at checkout.
    std::string payment_method;
    std::string state;  // Id in the shop's list.
    bool notify_on_state = true;
    std::vector<std::string> tags;
    std::string assignee;
    Ledger ledger;
    std::vector<Shipment> shipments;
    std::vector<Document> documents;
    std::vector<BuyerRequest> requests;
    std::int32_t link_generation = 0;  // Of the buyer's page: raised, links of before lead nowhere.
    std::int64_t event_count = 0;      // The sequence number of the newest event.
    std::optional<UndoableMove> undoable;
    std::int32_t dunning_done = 0;  // Steps of the method's schedule that are behind us.
    Task task = Task::none;
    std::optional<std::int64_t> invoice_due_at_ms;  // An automatic invoice waits for the end of the hold period.
    std::optional<Removal> removed;
    std::optional<std::int64_t> people_erased_at_ms;  // Names, addresses and words are gone since.

    Line* find_line(std::string_view line_id);  // Null when there is none.
    const Line* find_line(std::string_view line_id) const;
    BuyerRequest* find_request(std::string_view request_id);  // Null when there is none.
    const BuyerRequest* find_request(std::string_view request_id) const;
    // An invoice stands that credit notes have not taken back: content and money are locked (O-19, A-10).
    bool is_invoiced() const;
    // Some invoice was ever issued: the order can't be removed.
    bool was_invoiced() const;
    std::int64_t invoiced_minor() const;  // Invoices less credit notes.
    friend bool operator==(const Order&, const Order&) = default;
};

// The figures of the order's content (domain.md, "totals"); all in the order's currency.
struct ContentTotals {
    std::int64_t lines_minor = 0;     // Prices × quantities, before any discount.
    std::int64_t discount_minor = 0;  // Of lines and order together.
    std::int64_t shipping_minor = 0;  // As entered: net where prices exclude tax.
    std::int64_t tax_minor = 0;
    std::int64_t total_minor = 0;
    std::int64_t cancelled_minor = 0;  // Value of units no longer wanted, and of the shipping when it went too.
};
ContentTotals content_totals(const Order& order);

// Counts over the lines that are units: everything but fees.
struct UnitCounts {
    std::int64_t total = 0;
    std::int64_t active = 0;
    std::int64_t cancelled = 0;
    std::int64_t refunded = 0;
    std::int64_t to_ship = 0;  // Active goods that have not left.
    std::int64_t shipped = 0;
    std::int64_t tickets = 0;
    std::int64_t downloads = 0;
};
UnitCounts unit_counts(const Order& order);

// The e-mail addresses of the buyer and of attendees, as they are written, each once; none that is empty.
std::vector<std::string> addresses_of(const Order& order);

}  // namespace commis::domain
