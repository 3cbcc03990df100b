// What makes a shop work like one kind of shop: vocabulary, rules and defaults, as plain data. Six profiles ship
// (profiles/*.json, profiles.md); each value may be changed per shop. Switching a profile changes no fact.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bank_days.hpp"
#include "domain/ledger.hpp"
#include "domain/tax.hpp"

namespace commis::domain {

// What the software relies on, whatever a shop calls its states.
enum class Stage : std::uint8_t { new_, processing, on_hold, shipped, completed, cancelled };
std::string_view id_of(Stage stage);  // "new", "processing", …
std::optional<Stage> find_stage(std::string_view id);

// Text in the product's four languages; a missing one falls back to English.
struct Words {
    std::string en, fr, da, de;
    const std::string& in(std::string_view language) const;
    friend bool operator==(const Words&, const Words&) = default;
};

struct State {
    std::string id;
    Stage stage = Stage::new_;
    Words label;
    std::string color;                      // A CSS colour name or #rrggbb; it only tints the dot.
    bool initial_only = false;              // Can't be chosen by hand (P-19).
    bool published = true;                  // Shown to the customer (O-22).
    std::vector<std::string> allowed_from;  // Empty: from anywhere (P-28, C-01).
    friend bool operator==(const State&, const State&) = default;
};

// One step of what happens to an unpaid order.
struct DunningStep {
    std::int32_t day = 0;
    std::string action;  // "remind" or "delete".
    bool automatic = false;
};

enum class InvoiceAt : std::uint8_t { order, payment, dispatch, manual };

struct PaymentMethod {
    std::string id;
    MethodKind kind = MethodKind::offline;
    bool on = true;
    bool per_customer = false;  // Offered only to customers it was enabled for (C-34).
    Words label;
    Words instructions;                   // Told to the buyer in the confirmation; may be empty.
    std::optional<InvoiceAt> invoice_at;  // None: as the shop says.
    std::vector<DunningStep> dunning;
    std::int32_t grace_days = 0;  // So many bank days after its day a step is acted on: bank data comes late.
    // How long a hold on a card is counted on where the payment service names no end itself (D-02, A-18).
    std::int32_t authorization_days = 7;
};

enum class NotifyRule : std::uint8_t { ask, confirm, always, order_switch, never };
enum class CaptureAt : std::uint8_t { order, dispatch, handover, manual };
enum class GuardNeed : std::uint8_t { nothing, secured, confirmed, paid, authorized };
enum class GuardForce : std::uint8_t { warn, block };
enum class ApplyChange : std::uint8_t { button, immediate };
enum class ListAxis : std::uint8_t { payment, state, summary };

struct NotifySettings {
    NotifyRule order_placed = NotifyRule::always;
    NotifyRule payment_change = NotifyRule::ask;
    NotifyRule state_button = NotifyRule::ask;
    NotifyRule state_list = NotifyRule::ask;
    NotifyRule cancel = NotifyRule::ask;
    NotifyRule refund = NotifyRule::ask;
    NotifyRule removal = NotifyRule::ask;
    // `payment_change` speaks only when the payment becomes confirmed (profiles.md, web-shop).
    bool payment_change_confirmed_only = false;
};

struct Profile {
    std::string id;
    Words name;
    Words description;
    std::vector<State> states;  // The first is where a new order starts.
    std::vector<PaymentMethod> methods;
    std::vector<ListAxis> list_shows;
    std::vector<std::string> columns;  // Default columns of the order list, in order.
    // How this profile words the canonical statuses; keys are codes, absent ones use the product's own label.
    std::map<std::string, Words> payment_labels;
    std::map<std::string, Words> summary_labels;
    std::map<std::string, Words> action_labels;  // removal is called "Delete".
    NotifySettings notify;
    InvoiceAt invoice_at = InvoiceAt::manual;
    bool invoice_digital_at_payment = false;  // Digital goods paid online are invoiced with the download (O-26).
    bool draft_invoice_at_order = false;      // Accounting gets a draft at reception (C-09).
    bool sends_invoice = false;               // An invoice that is issued by itself is mailed to the buyer (O-26).
    bool pro_forma_until_payment = false;     // What an unpaid registration shows as its invoice (W, matrix 1).
    CaptureAt capture_at = CaptureAt::manual;
    GuardNeed ship_needs = GuardNeed::nothing;
    GuardForce ship_guard = GuardForce::warn;
    ApplyChange apply_button = ApplyChange::button;
    ApplyChange apply_list = ApplyChange::button;
    RefundExecution offline_refund = RefundExecution::recorded;
    TaxRounding tax_rounding = TaxRounding::document;
    bool refund_cancels_units = false;
    bool cancel_is_final = false;
    bool refund_closes_access = true;         // P-31.
    bool refund_blocks_registration = false;  // W-44.
    bool restock_default = true;
    bool restock_asks = true;  // The dialog asks; else the default is taken (C-16).
    bool tracks_stock = true;
    bool uses_registration_matrix = false;  // The printed matrices of W bind the actions they name.
    bool cancelled_words_as_owed = false;   // P-06: cancelling changes no payment word.
    bool warns_capture_before_dispatch = false;
    bool notify_on_state_default = true;
    std::int32_t withdrawal_days = 14;  // From delivery on; 0: withdrawal is not offered (2011/83/EU, articles 9, 16).
    std::int32_t return_days = 30;      // From delivery on; 0: buyers can't register returns.
    std::int32_t download_limit = 10;   // How often each file may be fetched; 0: no limit.
    std::int32_t download_days = 90;    // For so long after access was granted; 0: no end.
    BankDays bank_days;                 // What counts as a bank day.
    std::int64_t bank_tolerance_minor = 0;  // how far a transfer may be off and still pay its order by itself.
    std::int64_t hold_period_ms = 30'000;
    std::int64_t abandoned_after_ms = 3'600'000;

    const State* find_state(std::string_view state_id) const;
    const State& first_state() const { return states.front(); }
    const State* first_of(Stage stage) const;
    const PaymentMethod* find_method(std::string_view method_id) const;
    MethodKind kind_of(std::string_view method_id) const;  // Of one it does not know: offline.
};

}  // namespace commis::domain
