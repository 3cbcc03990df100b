// Expected refusals: answers, not accidents. Each has a fixed number that is never reused, a stable code, an HTTP
// status and a sentence in four languages (locales/*/core.json, "refusal.<code>"). Printed to docs/refusals.md.
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace commis::domain {

enum class Refusal : std::uint16_t {
    // Finding and versions.
    not_found = 1,
    stale_version = 2,
    forbidden = 3,
    removed = 4,
    duplicate_external_id = 5,
    duplicate_id = 6,
    bad_field = 7,  // Bad fields; the field errors say which.
    unknown_action = 8,
    // Money.
    already_paid = 20,
    nothing_due = 21,
    nothing_captured = 22,
    nothing_refundable = 23,
    amount_exceeds_due = 24,
    amount_exceeds_refundable = 25,
    no_open_authorization = 26,
    payment_settled = 27,
    payment_covered = 28,
    already_marked = 29,
    no_promised_refund = 30,
    no_gateway_payment = 31,
    provider_declined = 32,
    free_order = 33,
    provider_not_connected = 34,  // W-40: a refund goes back through the account that took the money.
    nothing_named = 35,           // A refund of nothing.
    payment_method_not_offered = 36,
    payment_in_progress = 37,  // The provider was asked and has not answered yet.
    amount_exceeds_authorized = 38,
    // Work and units.
    already_in_state = 40,
    unknown_state = 41,
    state_initial_only = 42,
    state_not_reachable = 43,
    nothing_to_ship = 44,
    nothing_shipped = 45,
    nothing_to_cancel = 46,
    cancel_is_final = 47,
    not_cancelled = 48,
    payment_required_before_shipping = 49,
    quantity_exceeds_units = 50,  // More units named than there are in that position.
    not_enough_stock = 51,        // Reopening needs goods that others have taken.
    nothing_to_return = 52,
    // Documents.
    invoiced_locked = 60,
    already_invoiced = 61,
    not_invoiced = 62,
    no_ticket = 63,
    not_offered_in_status = 64,
    nothing_to_credit = 65,
    // Drafts, undo, removal.
    draft_order = 70,
    not_a_draft = 71,
    nothing_to_undo = 72,
    money_captured = 73,
    not_removed = 74,
    no_access_to_block = 75,
    too_late_to_undo = 76,
    no_draft = 77,  // No revision is kept beside the order.
    too_many_orders = 78,
    nothing_changed = 79,
    // Advice: `warning` codes, the action stays allowed.
    not_secured = 90,
    not_paid = 91,
    not_authorized = 92,
    capture_before_dispatch = 93,
    // The team.
    last_owner = 100,  // A shop without an owner could never get one again.
    already_member = 101,
    invitation_gone = 102,  // Used, replaced, withdrawn or older than a week.
    // Settings of a shop.
    state_in_use = 120,          // Orders stand in a state that is to go.
    number_range_only_up = 121,  // The numbers below were given already (D-16).
    // The bank.
    bank_file_unreadable = 130,   // The field error's code says what is wrong with the file.
    bank_entry_settled = 131,     // Booked, dismissed or returned already.
    bank_entry_not_booked = 132,  // Nothing of it stands booked.
    bank_amount_differs = 133,    // The parts are not the whole, or another amount is due by now.
    bank_currency_differs = 134,
    bank_entry_not_incoming = 135,  // Money that went out pays no order.
    bank_mapping_required = 136,    // A table whose columns nobody has named yet.
    payout_arrived = 137,           // It stands in the bank already.
    payout_not_arrived = 138,
    payout_differs = 139,  // Another sum, currency or week than the entry's.
    // Payment services.
    no_payment_service = 140,    // None is connected that could ask a buyer for money.
    provider_unavailable = 141,  // It did not answer.
    no_open_chargeback = 142,
    amount_exceeds_captured = 143,  // A chargeback of more than the payment took in.
    no_failed_refund = 144,
    payout_failed = 145,  // Its money never came.
    no_document = 146,    // None was issued that could be sent.
    already_drafted = 147,
    document_not_found = 148,
    content_erased = 149,  // The people on it were erased; its digest stays.
    einvoice_incomplete = 150,
    // What a paid unit opens, and how it is closed.
    unit_cancelled = 160,
    unit_refunded = 161,
    access_blocked = 162,
    no_download = 163,       // The line has nothing to fetch.
    download_used_up = 164,  // As often as the shop allows.
    download_expired = 165,
    already_admitted = 166,
    not_admitted = 167,
    code_replaced = 168,    // Another person holds the place, with another code.
    address_blocked = 169,  // W-44: no registration with this address.
    sold_out = 170,
    file_too_large = 171,
    wrong_code = 172,
    // What buyers ask for.
    withdrawal_not_offered = 180,
    withdrawal_period_over = 181,
    return_not_offered = 182,
    return_period_over = 183,
    nothing_to_ask_for = 184,
    no_open_request = 185,
    request_answered = 186,
    nothing_is_expected = 187,  // No return was approved that could be received.
    // Labels that are bought at a carrier.
    no_label_service = 200,       // The shop has agreed with no carrier of this parcel.
    country_not_served = 201,     // From where it leaves, or to where it goes.
    address_incomplete = 202,     // The field errors say which part of which address.
    parcel_left = 203,            // The carrier has it, or the buyer.
    label_in_progress = 204,      // The carrier was asked a moment ago.
    label_outcome_unknown = 205,  // The carrier was asked, and nobody knows whether it made one.
    carrier_refused = 206,        // The detail has the carrier's words.
    carrier_unavailable = 207,    // It was not asked, or did nothing.
    carrier_credentials_refused = 208,
    no_label = 209,
    // Personal data.
    people_erased = 220,  // Nobody is left on the order who could be named, told or asked.
    money_still_open = 221,
    goods_still_to_ship = 222,
    refund_still_owed = 223,
    request_still_open = 224,
    people_have_open_orders = 225,  // The field errors name the orders.
};

struct RefusalRow {
    Refusal refusal;
    std::string_view code;
    int http_status;
    bool is_transient;  // May the same call succeed later without anybody doing anything?
};

// Every refusal, in number order.
std::span<const RefusalRow> refusal_rows();

std::string_view code_of(Refusal refusal);
int http_status_of(Refusal refusal);
bool is_transient(Refusal refusal);

// A refused field of a command: a JSON pointer into the command's body, a stable code, a sentence for developers.
struct FieldError {
    std::string field;
    std::string code;
    std::string detail;
    friend bool operator==(const FieldError&, const FieldError&) = default;
};

struct Error {
    Refusal refusal;
    std::string detail;  // For the operator and the log; never matched on.
    std::vector<FieldError> fields;
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> refuse(Refusal refusal, std::string detail = {}) {
    return std::unexpected(Error{refusal, std::move(detail), {}});
}
inline std::unexpected<Error> refuse_fields(std::vector<FieldError> fields) {
    return std::unexpected(Error{Refusal::bad_field, {}, std::move(fields)});
}

}  // namespace commis::domain
