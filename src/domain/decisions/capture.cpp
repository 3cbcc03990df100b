// Which payments are asked for how much.
#include "domain/decisions/capture.hpp"

#include <algorithm>
#include <limits>

namespace commis::domain {

std::vector<const Payment*> open_reservations(const Ledger& ledger) {
    std::vector<const Payment*> open;
    for (const Payment& payment : ledger.payments) {
        if (reserved_of(ledger, payment) > 0) open.push_back(&payment);
    }
    std::ranges::stable_sort(open, {}, [](const Payment* payment) {
        return payment->expires_at_ms.value_or(std::numeric_limits<std::int64_t>::max());
    });
    return open;
}

namespace {

void record_question(Decision& decision, CallKind kind, std::int64_t amount_minor, const Context& context) {
    record(decision, context, EventType::provider_asked,
           {{"kind", std::string(id_of(kind))},
            {"amount", std::to_string(amount_minor)},
            {"currency", std::string(decision.order.currency.code())}});
}

}  // namespace

bool is_connected(const Payment& payment, const Context& context) {
    return context.provider_connected && context.provider_connected(payment);
}

GatewayCall& ask_provider(Decision& decision, const Payment& payment, CallKind kind, std::int64_t amount_minor,
                          const Context& context) {
    GatewayCall call;
    call.id = context.new_id();
    call.payment_id = payment.id;
    call.kind = kind;
    call.amount_minor = amount_minor;
    call.event_sequence = decision.order.event_count;
    call.created_at_ms = context.now_ms;
    return decision.order.ledger.calls.emplace_back(std::move(call));
}

Result<Decision> capture(const Order& order, const Capture& command, const Context& context) {
    if (const auto error = refused(Action::capture, order, context)) return std::unexpected(*error);
    if (command.amount_minor && *command.amount_minor <= 0) {
        return refuse_fields({{"/amount", "out_of_range", "must be above zero"}});
    }
    const Standing standing = standing_of(order, context.profile);
    const std::int64_t due_minor = standing.figures().due();
    const std::int64_t amount_minor = command.amount_minor.value_or(std::min(due_minor, standing.authorized_minor));
    if (amount_minor > due_minor) return refuse(Refusal::amount_exceeds_due, std::to_string(due_minor));
    if (amount_minor > standing.authorized_minor) {
        return refuse(Refusal::amount_exceeds_authorized, std::to_string(standing.authorized_minor));
    }
    Decision decision = begin(order, context);
    decision.warning = ask(Action::capture, standing).warning;
    record_question(decision, CallKind::capture, amount_minor, context);
    std::int64_t left_minor = amount_minor;
    for (const Payment* payment : open_reservations(order.ledger)) {
        const std::int64_t part_minor = std::min(left_minor, reserved_of(order.ledger, *payment));
        if (part_minor == 0) break;
        if (!is_connected(*payment, context)) return refuse(Refusal::provider_not_connected, payment->provider);
        ask_provider(decision, *payment, CallKind::capture, part_minor, context);
        left_minor -= part_minor;
    }
    return decision;
}

Result<Decision> release(const Order& order, const Context& context) {
    if (const auto error = refused(Action::void_, order, context)) return std::unexpected(*error);
    Decision decision = begin(order, context);
    record_question(decision, CallKind::release, standing_of(order, context.profile).authorized_minor, context);
    for (const Payment* payment : open_reservations(order.ledger)) {
        if (!is_connected(*payment, context)) return refuse(Refusal::provider_not_connected, payment->provider);
        ask_provider(decision, *payment, CallKind::release, reserved_of(order.ledger, *payment), context);
    }
    return decision;
}

Result<Decision> check_payment(const Order& order, const Context& context) {
    if (const auto error = refused(Action::check_payment, order, context)) return std::unexpected(*error);
    Decision decision = begin(order, context);
    record_question(decision, CallKind::check, 0, context);
    std::string unknown;
    for (const Payment& payment : order.ledger.payments) {
        if (payment.provider.empty()) continue;
        if (is_connected(payment, context)) {
            ask_provider(decision, payment, CallKind::check, 0, context);
        } else {
            unknown = payment.provider;
        }
    }
    if (decision.order.ledger.calls.size() == order.ledger.calls.size()) {
        return refuse(Refusal::provider_not_connected, unknown);
    }
    return decision;
}

}  // namespace commis::domain
