// The payment ledger: what was promised, taken, given back. Entries are appended; a mistake is corrected by a
// reversing entry, never by an edit. Every figure and the payment status are computed from here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/suppression.hpp"

namespace commis::domain {

enum class AttemptStatus : std::uint8_t { initiated, pending, authorized, captured, failed, voided, expired, unknown };

// Who said so: the three sources of payment truth (G-04).
enum class Source : std::uint8_t { gateway, operator_entry, bank };

// How a method works: asked of a payment service now, or settled elsewhere later, or when the goods change hands.
enum class MethodKind : std::uint8_t { gateway, offline, on_delivery, free };

// One payment: an attempt by card, a cheque, a transfer.
struct Payment {
    std::string id;
    std::string method;
    std::string provider;  // Empty for offline methods.
    std::string account;   // The provider's account that took the money; a refund goes back through it (W-40).
    std::string reference;
    std::int64_t amount_minor = 0;
    AttemptStatus status = AttemptStatus::pending;
    Source source = Source::operator_entry;
    std::string guarantee;  // Liability level as the provider named it (C-18); empty when unknown.
    std::optional<std::int64_t> expires_at_ms;
    std::int64_t created_at_ms = 0;
    // Of a payment that the buyer is asked for by a link: what the link ends with, and the provider's page once the
    // buyer has opened it.
    std::string link_token{};
    std::string page_url{};
    friend bool operator==(const Payment&, const Payment&) = default;
};

enum class EntryKind : std::uint8_t { capture, reversal, chargeback };

// Money that moved on a payment. Amounts are positive; the kind gives the direction.
struct LedgerEntry {
    std::string id;
    std::string payment_id;
    EntryKind kind = EntryKind::capture;
    std::int64_t amount_minor = 0;
    Source source = Source::operator_entry;
    std::string reference;
    std::int64_t received_at_ms = 0;  // The day the money arrived, as told.
    std::int64_t recorded_at_ms = 0;
    bool undecided = false;                      // A chargeback still disputed …
    std::int64_t fee_minor = 0;                  // What the provider kept of it; the buyer never sees it back (W-39).
    std::optional<std::int64_t> answer_by_ms{};  // … until when the shop may answer it,
    std::string reason{};                        // why the buyer's bank took it, as a code: "fraudulent", …,
    bool won = false;                            // and once decided for the shop, the money is back.
    friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

enum class RefundExecution : std::uint8_t { gateway, recorded, initiated };
enum class RefundStatus : std::uint8_t { pending, succeeded, failed };

struct Refund {
    std::string id{};
    std::string payment_id{};
    std::int64_t amount_minor = 0;
    RefundExecution execution = RefundExecution::recorded;
    RefundStatus status = RefundStatus::succeeded;
    bool takes_units =
        false;  // For units, or of what was owed back. False: goodwill, which lowers what is owed unless …
    bool reopens_due = false;  // … it says that the buyer owes the amount again.
    std::string settles{};     // The promised refund that this entry carries out; it then lowers nothing by itself.
    std::string reference{};
    std::int64_t created_at_ms = 0;
    friend bool operator==(const Refund&, const Refund&) = default;
};

// What was asked of a payment service. It is written down before the call leaves, and its id goes along as the key
// under which the service does a thing once: a program that dies in between looks up what became of it (D-20).
enum class CallKind : std::uint8_t { capture, release, refund, check };
// `withdrawn`: what asked for it was undone before it left.
enum class CallStatus : std::uint8_t { waiting, unknown, done, declined, withdrawn };

struct GatewayCall {
    std::string id{};
    std::string payment_id{};
    CallKind kind = CallKind::capture;
    std::int64_t amount_minor = 0;
    std::string refund_id{};  // Of a refund: the entry that waits for it.
    CallStatus status = CallStatus::waiting;
    std::string reference{};          // What the service calls the outcome.
    std::string reason{};             // Why it declined, as a code: "declined", "expired", …
    Suppression telling{};            // What the buyer hears of a refund once it is paid out.
    std::int64_t event_sequence = 0;  // The event that asked for it.
    std::int64_t created_at_ms = 0;
    std::int64_t not_before_ms = 0;  // What can still be undone is asked when that time is over; 0: at once.
    std::optional<std::int64_t> settled_at_ms{};

    bool is_open() const { return status == CallStatus::waiting || status == CallStatus::unknown; }
    friend bool operator==(const GatewayCall&, const GatewayCall&) = default;
};

// A mark set by hand (O-32, O-35, O-36). It speaks until a later payment event does.
enum class HandMark : std::uint8_t { none, pending, failed };

// The stable ids of the enumerators: "captured", "operator", "chargeback", …
std::string_view id_of(AttemptStatus status);
std::string_view id_of(Source source);
std::string_view id_of(EntryKind kind);
std::string_view id_of(RefundExecution execution);
std::string_view id_of(RefundStatus status);
std::string_view id_of(HandMark mark);
std::string_view id_of(CallKind kind);  // "capture", "void", "refund", "check".
std::string_view id_of(CallStatus status);

struct Ledger {
    std::vector<Payment> payments;  // Oldest first.
    std::vector<LedgerEntry> entries;
    std::vector<Refund> refunds;
    std::vector<GatewayCall> calls;
    HandMark mark = HandMark::none;
    bool flagged_for_review = false;
    friend bool operator==(const Ledger&, const Ledger&) = default;
};

// The figures of domain.md. `captured` is less reversals; chargebacks count as gone back.
struct Figures {
    std::int64_t total_minor = 0;
    std::int64_t cancelled_minor = 0;
    std::int64_t allowances_minor = 0;
    std::int64_t captured_minor = 0;
    std::int64_t captured_gross_minor = 0;  // Before reversals: tells "never paid" from "taken back".
    std::int64_t refunded_minor = 0;        // Refunds that moved the balance, and chargebacks.
    std::int64_t refunds_open_minor = 0;    // Pending or promised.

    std::int64_t owed() const { return total_minor - cancelled_minor - allowances_minor; }
    std::int64_t held() const { return captured_minor - refunded_minor; }
    std::int64_t due() const { return owed() > held() ? owed() - held() : 0; }
    std::int64_t owed_back() const { return held() > owed() ? held() - owed() : 0; }
    std::int64_t refundable() const { return held() - refunds_open_minor; }
    friend bool operator==(const Figures&, const Figures&) = default;
};

enum class PaymentStatus : std::uint8_t {
    review,
    not_required,
    refunded,
    partially_refunded,
    paid,
    partially_paid,
    authorized,
    on_delivery,
    authorization_expired,
    failed,
    voided,
    pending,
    awaiting,
};
inline constexpr int payment_status_count = 13;

// What the payment status is read from: the figures, and what the attempts say beside them.
struct PaymentFacts {
    Figures figures;
    bool outcome_unknown = false;
    bool chargeback_undecided = false;
    bool flagged_for_review = false;
    HandMark mark = HandMark::none;
    bool has_open_authorization = false;
    bool is_on_delivery = false;
    bool latest_expired = false;  // The latest authorisation ran out …
    bool latest_failed = false;
    bool latest_voided = false;
    bool is_offline_or_delayed = false;  // Settled elsewhere, or the provider answers later (O-30, P-14).
};

// The ordered rows of domain.md: the first that holds names the status. Printed to docs/states.md.
struct PaymentStatusRow {
    PaymentStatus status;
    bool (*holds)(const PaymentFacts&);
    std::string_view when;  // In words, for the printed table.
};
const std::vector<PaymentStatusRow>& payment_status_rows();

PaymentStatus payment_status(const PaymentFacts& facts);

// Captured on a payment, less what was reversed.
std::int64_t captured_of(const Ledger& ledger, std::string_view payment_id);
// Promised and not carried out, or refused by the service while nothing was given back since.
bool is_to_make(const Ledger& ledger, const Refund& refund);
// How much of it: what is left of a promise, all of what the service refused.
std::int64_t to_make_minor(const Ledger& ledger, const Refund& refund);
// What an authorisation still holds: nothing once it is captured, released or run out.
std::int64_t reserved_of(const Ledger& ledger, const Payment& payment);
// Is a capture or a release of it under way, or its outcome unknown?
bool is_being_settled(const Ledger& ledger, std::string_view payment_id);

// Reads the facts off a ledger. `kind` is that of the order's chosen method.
// What a payment still holds: captured less reversed, charged back and given back or promised.
std::int64_t refundable_of(const Ledger& ledger, std::string_view payment_id);
// What is left of a promised refund after the entries that carried parts of it out.
std::int64_t open_part(const Ledger& ledger, const Refund& promised);

PaymentFacts payment_facts(const Ledger& ledger, MethodKind kind, std::int64_t total_minor,
                           std::int64_t cancelled_minor);

}  // namespace commis::domain
