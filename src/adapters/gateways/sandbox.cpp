// Every movement is looked for by its key first, so that asking twice moves money once.
#include "adapters/gateways/sandbox.hpp"

#include <algorithm>
#include <vector>

namespace commis::gateways {
namespace {

using domain::AttemptStatus;
using domain::CallAnswer;
using domain::CallKind;
using domain::CallStatus;
using ports::SandboxMovement;

bool behaves(const ports::PaymentAtProvider& at, std::string_view name) {
    return at.payment.reference.starts_with(name);
}

bool is_known(const ports::PaymentAtProvider& at) {
    return behaves(at, "sandbox_ok") || behaves(at, "sandbox_decline_capture") ||
           behaves(at, "sandbox_decline_refund") || behaves(at, "sandbox_timeout") || behaves(at, "sandbox_expired");
}

// As card services take it: a share and a fixed part.
std::int64_t fee_of(std::int64_t amount_minor) { return amount_minor * 14 / 1'000 + 25; }

std::string name_of(const SandboxMovement& movement) { return "sandbox_" + movement.key; }

// A payment that was taken before it came here stands in the shop's books only: it was captured whole.
bool came_captured(const ports::PaymentAtProvider& at, const std::vector<SandboxMovement>& book) {
    const bool is_taken = at.payment.status == AttemptStatus::captured || at.payment.status == AttemptStatus::initiated;
    return is_taken && std::ranges::find(book, CallKind::capture, &SandboxMovement::kind) == book.end() &&
           !behaves(at, "sandbox_decline_capture") && !behaves(at, "sandbox_expired");
}

std::int64_t sum_of(const std::vector<SandboxMovement>& book, CallKind kind) {
    std::int64_t sum_minor = 0;
    for (const SandboxMovement& movement : book) {
        if (movement.kind == kind && !movement.failed) sum_minor += movement.amount_minor;
    }
    return sum_minor;
}

bool was_released(const std::vector<SandboxMovement>& book) {
    return std::ranges::any_of(
        book, [](const SandboxMovement& each) { return each.kind == CallKind::release && !each.failed; });
}

std::int64_t reserved(const ports::PaymentAtProvider& at, const std::vector<SandboxMovement>& book) {
    if (was_released(book) || came_captured(at, book)) return 0;
    return at.payment.amount_minor - sum_of(book, CallKind::capture);
}

// Why a wish is declined; empty when it is not.
std::string refusal_of(const ports::PaymentAtProvider& at, const std::vector<SandboxMovement>& book, CallKind kind,
                       std::int64_t amount_minor) {
    if (!is_known(at)) return "not_found";
    if (kind == CallKind::refund) {
        if (behaves(at, "sandbox_decline_refund")) return "declined";
        const std::int64_t taken_minor =
            came_captured(at, book) ? at.payment.amount_minor : sum_of(book, CallKind::capture);
        return amount_minor > taken_minor - sum_of(book, CallKind::refund) ? "amount_too_large" : "";
    }
    if (behaves(at, "sandbox_expired")) return "expired";
    if (kind == CallKind::capture && behaves(at, "sandbox_decline_capture")) return "declined";
    if (reserved(at, book) <= 0) return "not_reserved";
    return amount_minor > reserved(at, book) ? "amount_too_large" : "";
}

CallAnswer answer_of(const ports::PaymentAtProvider& at, const std::vector<SandboxMovement>& book,
                     const SandboxMovement& movement) {
    CallAnswer answer;
    answer.status = movement.failed ? CallStatus::declined : CallStatus::done;
    answer.account = "sandbox";
    if (movement.failed) {
        answer.reason = refusal_of(at, {}, movement.kind, movement.amount_minor);
        if (answer.reason.empty()) answer.reason = "declined";
        return answer;
    }
    answer.reference = name_of(movement);
    answer.amount_minor = movement.amount_minor;
    answer.fee_minor = movement.fee_minor;
    answer.open_minor = reserved(at, book);
    return answer;
}

}  // namespace

struct Sandbox::Wish {
    CallKind kind = CallKind::capture;
    std::string_view key{};
    std::int64_t amount_minor = 0;
};

CallAnswer Sandbox::move(const ports::PaymentAtProvider& at, const Wish& wish) {
    CallAnswer answer;
    bool is_repeated = false;
    storage_.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        auto book = work.sandbox().movements(at.shop_id, at.payment.id);
        const auto before = std::ranges::find(book, wish.key, &SandboxMovement::key);
        is_repeated = before != book.end();
        if (is_repeated) {
            answer = answer_of(at, book, *before);
            return;
        }
        const std::string refusal = refusal_of(at, book, wish.kind, wish.amount_minor);
        SandboxMovement movement{at.shop_id, at.payment.id,    std::string(wish.key), wish.kind, wish.amount_minor,
                                 0,          !refusal.empty(), clock_.now_ms()};
        if (wish.kind == CallKind::capture && !movement.failed) movement.fee_minor = fee_of(wish.amount_minor);
        work.sandbox().add(movement);
        book.push_back(movement);
        answer = answer_of(at, book, movement);
        if (!refusal.empty()) answer.reason = refusal;
    });
    // The money moved, and nobody hears of it until somebody asks.
    if (!is_repeated && behaves(at, "sandbox_timeout")) return {};
    return answer;
}

CallAnswer Sandbox::capture(const ports::PaymentAtProvider& at, std::string_view key, std::int64_t amount_minor) {
    return move(at, {CallKind::capture, key, amount_minor});
}

CallAnswer Sandbox::release(const ports::PaymentAtProvider& at, std::string_view key) {
    return move(at, {CallKind::release, key, 0});
}

CallAnswer Sandbox::refund(const ports::PaymentAtProvider& at, std::string_view key, std::int64_t amount_minor) {
    return move(at, {CallKind::refund, key, amount_minor});
}

std::expected<ports::PaymentPage, std::string> Sandbox::open_page(const ports::PaymentPageWish& wish) {
    constexpr std::int64_t day_ms = 86'400'000;
    return ports::PaymentPage{"sandbox_ok_" + wish.key, wish.return_url, clock_.now_ms() + day_ms};
}

std::expected<std::vector<domain::PayoutReport>, std::string> Sandbox::payouts(std::int64_t) {
    return std::unexpected("unsupported");
}

std::expected<domain::PaymentTruth, std::string> Sandbox::look_up(const ports::PaymentAtProvider& at) {
    if (!is_known(at)) return std::unexpected("not_found");
    std::vector<SandboxMovement> book;
    storage_.write(ports::Priority::interactive,
                   [&](ports::UnitOfWork& work) { book = work.sandbox().movements(at.shop_id, at.payment.id); });
    domain::PaymentTruth truth;
    truth.account = "sandbox";
    truth.guarantee = "sandbox";
    if (came_captured(at, book))
        truth.captures.push_back({"", at.payment.reference, at.payment.amount_minor, 0, false});
    for (const SandboxMovement& movement : book) {
        domain::Movement moved{movement.key, name_of(movement), movement.amount_minor, movement.fee_minor,
                               movement.failed};
        if (movement.kind == CallKind::refund)
            truth.refunds.push_back(std::move(moved));
        else if (movement.kind == CallKind::capture && !movement.failed)
            truth.captures.push_back(std::move(moved));
    }
    truth.status = AttemptStatus::authorized;
    if (behaves(at, "sandbox_expired"))
        truth.status = AttemptStatus::expired;
    else if (was_released(book))
        truth.status = AttemptStatus::voided;
    else if (reserved(at, book) <= 0)
        truth.status = AttemptStatus::captured;
    return truth;
}

}  // namespace commis::gateways
