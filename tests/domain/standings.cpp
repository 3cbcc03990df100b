#include "domain/standings.hpp"

#include <random>

namespace commis::domain::sample {
namespace {

// What a ledger can say in figures: owed is never negative, no more goes back than came.
std::vector<Figures> all_figures() {
    std::vector<Figures> list;
    for (const std::int64_t total : {0, 10}) {
        for (const std::int64_t cancelled : {0, 4, 10}) {
            for (const std::int64_t allowances : {0, 3}) {
                for (const std::int64_t captured : {0, 4, 7, 10, 14}) {
                    for (const std::int64_t reversed : {0, 5}) {
                        for (const std::int64_t refunded : {0, 2, 3, 4, 7, 10, 14}) {
                            if (cancelled + allowances > total || refunded > captured) continue;
                            for (const std::int64_t open : {0, 1}) {
                                list.push_back(
                                    {total, cancelled, allowances, captured, captured + reversed, refunded, open});
                            }
                        }
                    }
                }
            }
        }
    }
    return list;
}

bool bit(unsigned bits, unsigned at) { return ((bits >> at) & 1U) != 0; }

// Always the same sequence: a failure can be looked at again.
class Dice {
public:
    std::int64_t below(std::int64_t count) {
        return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(count));
    }
    bool one_in(std::int64_t count) { return below(count) == 0; }

private:
    std::mt19937_64 engine_{20'261'122};
};

void throw_units(Dice& dice, UnitCounts& units) {
    units.total = dice.below(4);
    const std::int64_t gone = dice.below(units.total + 1);
    units.refunded = dice.below(gone + 1);
    units.cancelled = gone - units.refunded;
    units.active = units.total - gone;
    units.to_ship = dice.below(units.active + 1);
    units.shipped = dice.below(units.total - units.to_ship + 1);
    units.tickets = dice.one_in(3) ? units.total : 0;
    units.downloads = units.tickets == 0 && dice.one_in(3) ? units.total : 0;
}

void throw_profile(Dice& dice, Standing& standing) {
    standing.ship_needs = static_cast<GuardNeed>(dice.below(5));
    standing.ship_guard = dice.one_in(3) ? GuardForce::block : GuardForce::warn;
    standing.uses_registration_matrix = dice.one_in(4);
    standing.cancel_is_final = standing.uses_registration_matrix || dice.one_in(5);
    standing.warns_capture_before_dispatch = dice.one_in(3);
    standing.has_completed_state = !dice.one_in(4);
}

PaymentFacts throw_payment(Dice& dice, const std::vector<Figures>& figures) {
    PaymentFacts facts;
    facts.figures = figures[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(figures.size())))];
    facts.outcome_unknown = dice.one_in(20);
    facts.chargeback_undecided = dice.one_in(20);
    facts.flagged_for_review = dice.one_in(20);
    facts.mark = dice.one_in(6) ? static_cast<HandMark>(dice.below(3)) : HandMark::none;
    facts.latest_expired = dice.one_in(6);
    facts.latest_failed = !facts.latest_expired && dice.one_in(6);
    facts.latest_voided = !facts.latest_expired && !facts.latest_failed && dice.one_in(6);
    return facts;
}

Standing throw_standing(Dice& dice, const std::vector<Figures>& figures) {
    Standing standing;
    standing.payment = throw_payment(dice, figures);
    standing.method_kind = static_cast<MethodKind>(dice.below(4));
    standing.payment.is_on_delivery = standing.method_kind == MethodKind::on_delivery;
    standing.payment.is_offline_or_delayed = standing.method_kind == MethodKind::offline;
    standing.authorized_minor = dice.one_in(3) ? 1 + dice.below(12) : 0;
    standing.payment.has_open_authorization = standing.authorized_minor > 0;
    if (standing.authorized_minor > 0 && !dice.one_in(3)) standing.authorization_expires_at_ms = 1'000;
    standing.payment_status = payment_status(standing.payment);
    throw_units(dice, standing.units);
    standing.stage = static_cast<Stage>(dice.below(6));
    standing.draft = dice.one_in(8);
    standing.abandoned = standing.payment_status == PaymentStatus::awaiting && dice.one_in(2);
    standing.invoiced = dice.one_in(3);
    standing.pickup = dice.one_in(4);
    standing.has_promised_refund = standing.figures().refunds_open_minor > 0 && dice.one_in(2);
    if (standing.payment.chargeback_undecided) {
        standing.charged_back_minor = 1 + dice.below(10);
        if (dice.one_in(2)) standing.chargeback_answer_by_ms = 2'000;
    }
    standing.failed_refunds_minor = dice.one_in(12) ? 1 + dice.below(10) : 0;
    standing.has_captured_by_gateway = standing.figures().captured_minor > 0 && dice.one_in(2);
    standing.has_attempt_at_provider = standing.authorized_minor > 0 || dice.one_in(3);
    standing.is_being_settled = standing.authorized_minor > 0 && dice.one_in(3);
    standing.is_being_checked = standing.has_attempt_at_provider && dice.one_in(4);
    standing.has_granted_access = dice.one_in(3);
    standing.has_blocked_access = dice.one_in(3);
    standing.was_invoiced = standing.invoiced || dice.one_in(6);
    standing.has_issued_document = standing.was_invoiced || dice.one_in(6);
    standing.has_creditable = standing.invoiced && !dice.one_in(4);
    standing.has_returnable = standing.units.shipped > 0 && !dice.one_in(3);
    standing.can_undo = dice.one_in(3);
    standing.has_open_request = dice.one_in(12);
    standing.has_expected_return = dice.one_in(12);
    standing.has_received_return = dice.one_in(12);
    standing.has_admitted_ticket = standing.units.tickets > 0 && dice.one_in(3);
    standing.removed = dice.one_in(12);
    standing.people_erased = dice.one_in(8);
    standing.invoice_waits = dice.one_in(8);
    standing.task = dice.one_in(4) ? static_cast<Task>(dice.below(task_count)) : Task::none;
    throw_profile(dice, standing);
    standing.summary = summary_status(standing);
    return standing;
}

}  // namespace

void for_each_payment_facts(const std::function<void(const PaymentFacts&)>& visit) {
    for (const Figures& figures : all_figures()) {
        for (unsigned bits = 0; bits < 512; ++bits) {
            for (const HandMark mark : {HandMark::none, HandMark::pending, HandMark::failed}) {
                visit({figures, bit(bits, 0), bit(bits, 1), bit(bits, 2), mark, bit(bits, 3), bit(bits, 4),
                       bit(bits, 5), bit(bits, 6), bit(bits, 7), bit(bits, 8)});
            }
        }
    }
}

void for_each_standing(const std::function<void(const Standing&)>& visit) {
    Dice dice;
    const auto figures = all_figures();
    for (int i = 0; i < 200'000; ++i) visit(throw_standing(dice, figures));
}

}  // namespace commis::domain::sample
