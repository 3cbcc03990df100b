// Claim, ask, bring in what was answered.
#include "worker/payments.hpp"

#include <algorithm>
#include <array>

#include "worker/provider_answers.hpp"

namespace commis::worker {
namespace {

using domain::CallAnswer;
using domain::CallKind;
using domain::CallStatus;

// Longer than a call may take, so that nobody else takes a question that is being asked.
constexpr std::int64_t lease_ms = 40'000;
constexpr std::int32_t batch = 20;
// A check that nobody answers this often is given up and says so; whoever wants asks again.
constexpr std::int64_t check_attempts = 6;
constexpr std::array<std::int64_t, 7> delays_ms{2'000, 10'000, 60'000, 300'000, 1'800'000, 7'200'000, 21'600'000};

}  // namespace

std::int64_t ask_again_delay_ms(std::int64_t attempt) {
    const auto index = std::clamp<std::int64_t>(attempt - 1, 0, std::ssize(delays_ms) - 1);
    return delays_ms.at(static_cast<std::size_t>(index));
}

struct PaymentWorker::Question {
    domain::Shop shop;
    domain::GatewayCall call;
    domain::Payment payment;
    domain::Currency currency;
    ports::PaymentGateway* gateway = nullptr;  // Null: not connected now.

    ports::PaymentAtProvider at() const { return {shop.id, payment, currency}; }
};

PaymentCounts PaymentWorker::run_due(const std::stop_token& stopping) {
    PaymentCounts counts;
    std::vector<std::int64_t> shop_ids;
    const auto now_ms = services_.clock.now_ms();
    services_.storage.write(ports::Priority::bulk,
                            [&](ports::UnitOfWork& work) { shop_ids = work.gateway_calls().due_shops(now_ms); });
    for (const auto shop_id : shop_ids) {
        std::vector<ports::DueCall> due;
        do {
            services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
                due = work.gateway_calls().claim(shop_id, services_.clock.now_ms(), lease_ms, batch);
            });
            for (const ports::DueCall& call : due) {
                if (stopping.stop_requested()) return counts;  // The lease ends, and it is looked up.
                ++(carry_out(call) ? counts.answered : counts.waiting);
            }
        } while (!due.empty());
    }
    return counts;
}

std::optional<PaymentWorker::Question> PaymentWorker::read(const ports::DueCall& due) {
    std::optional<Question> question;
    services_.storage.read([&](ports::Snapshot& snapshot) {
        const auto order = snapshot.orders().find(due.shop_id, due.order_id);
        const auto shop = snapshot.shops().find(due.shop_id);
        if (!order || !shop) return;
        const auto call = std::ranges::find(order->ledger.calls, due.call_id, &domain::GatewayCall::id);
        if (call == order->ledger.calls.end() || !call->is_open()) return;
        const auto payment = std::ranges::find(order->ledger.payments, call->payment_id, &domain::Payment::id);
        question = Question{*shop, *call, *payment, order->currency, nullptr};
    });
    if (question && services_.gateways != nullptr) {
        question->gateway = services_.gateways->find(question->shop, question->payment);
    }
    return question;
}

bool PaymentWorker::carry_out(const ports::DueCall& due) {
    const auto question = read(due);
    if (!question) return true;
    if (question->gateway == nullptr) {
        postpone(due);
        return false;
    }
    if (question->call.kind == CallKind::check) return check(*question, due);
    return settle(*question, due, ask(*question, due));
}

CallAnswer PaymentWorker::ask(const Question& question, const ports::DueCall& due) {
    if (due.attempts > 1) {
        CallAnswer known = look_up(question);
        if (known.status != CallStatus::waiting) return known;
    }
    ports::PaymentGateway& gateway = *question.gateway;
    const domain::GatewayCall& call = question.call;
    switch (call.kind) {
        case CallKind::capture:
            return gateway.capture(question.at(), call.id, call.amount_minor);
        case CallKind::release:
            return gateway.release(question.at(), call.id);
        case CallKind::refund:
            return gateway.refund(question.at(), call.id, call.amount_minor);
        case CallKind::check:
            break;
    }
    return {};
}

// `waiting`: the service knows nothing of it, so that it may be asked.
CallAnswer PaymentWorker::look_up(const Question& question) {
    const auto truth = question.gateway->look_up(question.at());
    if (!truth) return {};
    const domain::GatewayCall& call = question.call;
    CallAnswer answer;
    answer.account = truth->account;
    const auto& movements = call.kind == CallKind::refund ? truth->refunds : truth->captures;
    const auto moved = std::ranges::find(movements, call.id, &domain::Movement::key);
    if (call.kind == CallKind::release) {
        const bool is_released = truth->status == domain::AttemptStatus::voided;
        answer.status = is_released ? CallStatus::done : CallStatus::waiting;
        return answer;
    }
    if (moved == movements.end()) {
        answer.status = CallStatus::waiting;
        return answer;
    }
    answer.status = moved->failed ? CallStatus::declined : CallStatus::done;
    if (moved->failed) answer.reason = "declined";
    answer.reference = moved->reference;
    answer.amount_minor = moved->amount_minor;
    answer.fee_minor = moved->fee_minor;
    std::int64_t taken_minor = 0;
    for (const domain::Movement& each : truth->captures) taken_minor += each.failed ? 0 : each.amount_minor;
    const bool is_open = truth->status == domain::AttemptStatus::authorized;
    answer.open_minor = is_open ? std::max<std::int64_t>(0, question.payment.amount_minor - taken_minor) : 0;
    return answer;
}

bool PaymentWorker::settle(const Question& question, const ports::DueCall& due, const CallAnswer& answer) {
    const auto decide = [&](const domain::Order& order, const domain::Context& context) {
        return domain::settle_call(order, due.call_id, answer, context);
    };
    bring_in(services_, question.shop, due.order_id, decide, [&](ports::UnitOfWork& work, const auto&) {
        if (answer.status != CallStatus::unknown) return;
        work.gateway_calls().postpone(due, services_.clock.now_ms() + ask_again_delay_ms(due.attempts));
    });
    return answer.status != CallStatus::unknown;
}

bool PaymentWorker::check(const Question& question, const ports::DueCall& due) {
    const auto truth = question.gateway->look_up(question.at());
    if (!truth) {
        const bool is_given_up = truth.error() != "unavailable" || due.attempts >= check_attempts;
        if (is_given_up) return settle(question, due, {.status = CallStatus::declined, .reason = truth.error()});
        postpone(due);
        return false;
    }
    bring_in(services_, question.shop, due.order_id, [&](const domain::Order& order, const domain::Context& context) {
        return domain::reconcile(order, due.call_id, *truth, context);
    });
    return true;
}

void PaymentWorker::postpone(const ports::DueCall& due) {
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        work.gateway_calls().postpone(due, services_.clock.now_ms() + ask_again_delay_ms(due.attempts));
    });
}

}  // namespace commis::worker
