// Where an order stands: the flat view of its facts that every table asks (summary, next step, actions). Made in one
// place, so that no two rules read the same fact differently.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/order.hpp"
#include "domain/profile.hpp"
#include "domain/summary.hpp"

namespace commis::domain {

struct Standing {
    PaymentFacts payment;
    PaymentStatus payment_status = PaymentStatus::awaiting;
    SummaryStatus summary = SummaryStatus::unpaid;
    UnitCounts units;
    Stage stage = Stage::new_;
    MethodKind method_kind = MethodKind::offline;
    std::int64_t authorized_minor = 0;                        // Open authorisations together.
    std::optional<std::int64_t> authorization_expires_at_ms;  // The first of them to run out.
    bool draft = false;
    bool abandoned = false;
    bool invoiced = false;
    bool pickup = false;
    bool has_promised_refund = false;                     // Initiated, still to do.
    std::int64_t failed_refunds_minor = 0;                // Refused by the service, and nothing was given back since.
    std::int64_t charged_back_minor = 0;                  // By chargebacks that are not decided …
    std::optional<std::int64_t> chargeback_answer_by_ms;  // … the first of which is to be answered by then.
    bool has_issued_document = false;                     // Of any kind: it can be sent.
    bool was_invoiced = false;                            // Some invoice was ever issued.
    bool has_returnable = false;                          // Goods left that have not come back.
    bool has_creditable = false;                          // The invoice stands and something of it can be taken back.
    bool can_undo = false;                                // The last change of state has not left the house yet.
    bool removed = false;
    bool people_erased = false;
    bool invoice_waits = false;  // One is issued by itself once the hold period is over.
    Task task = Task::none;
    bool has_captured_by_gateway = false;
    bool has_attempt_at_provider = false;  // Something a provider can be asked about.
    bool is_being_settled = false;         // A capture or a release was asked for and is not answered yet.
    bool is_being_checked = false;         // The provider was asked how its payments stand.
    bool has_granted_access = false;
    bool has_blocked_access = false;
    bool has_open_request = false;     // A buyer waits for an answer …
    bool has_expected_return = false;  // … or sends something back …
    bool has_received_return = false;  // … which is here, and its money may be to give back.
    bool has_admitted_ticket = false;
    // What the profile says, copied so that the tables need nothing else.
    GuardNeed ship_needs = GuardNeed::nothing;
    GuardForce ship_guard = GuardForce::warn;
    bool uses_registration_matrix = false;
    bool cancel_is_final = false;
    bool warns_capture_before_dispatch = false;
    bool has_completed_state = false;

    const Figures& figures() const { return payment.figures; }
};

// `now_ms` decides what can still be undone; where nobody asks for that, it may be left out.
Standing standing_of(const Order& order, const Profile& profile, std::int64_t now_ms = 0);

// The status a profile's word is chosen by. Where cancelling changes no payment word (P-06), a wholly cancelled order
// from which nothing was refunded is worded as if its units were still owed.
PaymentStatus worded_payment_status(const Standing& standing, const Profile& profile);

// Is the payment good enough to let goods go? `secured` takes an authorisation or cash on delivery, too.
bool meets(GuardNeed need, PaymentStatus status);

std::string_view id_of(PaymentStatus status);
std::string_view id_of(SummaryStatus status);
std::optional<PaymentStatus> find_payment_status(std::string_view id);
std::optional<SummaryStatus> find_summary_status(std::string_view id);

}  // namespace commis::domain
