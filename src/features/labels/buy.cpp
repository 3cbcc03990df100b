// Claim, ask, settle. A claim that nobody settled is a question whose outcome nobody knows.
#include "features/labels/buy.hpp"

#include <algorithm>
#include <chrono>

#include "domain/decisions/labels.hpp"
#include "features/labels/accounts.hpp"
#include "features/orders/run.hpp"

namespace commis::labels {
namespace {

using domain::FieldError;
using domain::Refusal;
using ports::LabelFault;
using ports::ParcelLabel;

// Longer than a carrier is waited for, its leave and a second attempt included.
constexpr std::int64_t claim_ms = 120'000;
constexpr auto patience = std::chrono::milliseconds{8'000};

// What the carrier is to be asked, once this parcel is ours to ask for.
struct Claim {
    ports::LabelService* service = nullptr;
    ports::LabelCredentials credentials{};
    ports::LabelWish wish{};
};

// Nothing of both: the label is there.
struct Claimed {
    std::optional<Claim> ours{};
    std::optional<std::int64_t> others_at_version{};  // Somebody else asks, and the order is at this version.
};

void add_missing(std::vector<FieldError>& errors, const ports::LabelService& service, const domain::Address& address,
                 const std::string& place) {
    for (FieldError error : service.missing(address)) {
        error.field = place + "/" + error.field;
        errors.push_back(std::move(error));
    }
}

domain::Result<Claim> prepare(const Services& services, const LabelQuestion& question, const domain::Order& order,
                              const domain::Shipment& parcel) {
    const auto answer = domain::ask(domain::ParcelAction::buy_label, subject_of(services, question.shop, order, parcel),
                                    question.caller.rights_in(question.shop.id));
    if (answer.reason) return domain::refuse(*answer.reason);
    const Maker maker = maker_of(services, question.shop, parcel);
    Claim claim{.service = maker.service};
    claim.wish.sender = sender_of(question.shop);
    claim.wish.recipient = recipient_of(order);
    std::vector<FieldError> errors;
    add_missing(errors, *maker.service, claim.wish.recipient,
                order.shipping_address ? "/shipping_address" : "/billing_address");
    add_missing(errors, *maker.service, claim.wish.sender, "/legal/address");
    if (!errors.empty()) {
        return std::unexpected(domain::Error{Refusal::address_incomplete, {}, std::move(errors)});
    }
    const auto secret = services.secrets.open(maker.account->sealed);
    if (!secret) return domain::refuse(Refusal::carrier_credentials_refused);
    claim.credentials = {maker.account->client_id, *secret, maker.account->licence};
    claim.wish.id = services.ids.next();
    claim.wish.reference = order.number;
    claim.wish.product = maker.account->product;
    claim.wish.size = maker.account->size;
    claim.wish.language = question.shop.language;
    claim.wish.weight_grams = question.weight_grams;
    return claim;
}

domain::Result<Claimed> claim_in(ports::UnitOfWork& work, const Services& services, const LabelQuestion& question) {
    const auto order = work.orders().lock(question.shop.id, question.order_id);
    if (!order) return domain::refuse(Refusal::not_found);
    const auto parcel = std::ranges::find(order->shipments, question.shipment_id, &domain::Shipment::id);
    if (parcel == order->shipments.end()) return domain::refuse(Refusal::not_found);
    const auto kept = work.labels().find(question.shop.id, order->id, parcel->id);
    ParcelLabel label = kept.value_or(ParcelLabel{question.shop.id, order->id, parcel->id, {}, 0, {}});
    if (parcel->label_bought_at_ms && !label.bytes.empty() && !question.again) return Claimed{};
    const auto first = question.once ? work.idempotency().find(question.once->key) : std::nullopt;
    if (first && first->status != 0) return Claimed{};
    const std::int64_t now_ms = services.clock.now_ms();
    if (label.asked_at_ms && now_ms - *label.asked_at_ms < claim_ms) {
        return Claimed{.others_at_version = order->version};
    }
    if (first || (label.asked_at_ms && !question.again)) return domain::refuse(Refusal::label_outcome_unknown);
    auto claim = prepare(services, question, *order, *parcel);
    if (!claim) return std::unexpected(std::move(claim.error()));
    label.asked_at_ms = now_ms;
    work.labels().save(label);
    if (question.once) work.idempotency().store(question.once->key, {question.once->fingerprint, 0, "", ""}, now_ms);
    return Claimed{.ours = std::move(*claim)};
}

domain::Result<Claimed> claim(const Services& services, const LabelQuestion& question) {
    domain::Result<Claimed> claimed = domain::refuse(Refusal::not_found);
    services.storage.write(ports::Priority::interactive,
                           [&](ports::UnitOfWork& work) { claimed = claim_in(work, services, question); });
    return claimed;
}

bool has_label(const Services& services, const LabelQuestion& question) {
    bool is_there = false;
    services.storage.read([&](ports::Snapshot& snapshot) {
        const auto label = snapshot.labels().find(question.shop.id, question.order_id, question.shipment_id);
        is_there = label && !label->bytes.empty() && !label->asked_at_ms;
    });
    return is_there;
}

domain::Error error_of(const ports::LabelRefusal& refusal) {
    switch (refusal.fault) {
        case LabelFault::refused:
            return {Refusal::carrier_refused, refusal.words, {}};
        case LabelFault::credentials_refused:
            return {Refusal::carrier_credentials_refused, refusal.words, {}};
        case LabelFault::unavailable:
            return {Refusal::carrier_unavailable, {}, {}};
        case LabelFault::unclear:
            break;
    }
    return {Refusal::label_outcome_unknown, {}, {}};
}

// Gives the claim back; what was bought before stays.
void let_go(const Services& services, const LabelQuestion& question, bool is_unclear) {
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        auto label = work.labels().find(question.shop.id, question.order_id, question.shipment_id);
        if (!label) return;
        label->asked_at_ms = is_unclear ? std::optional<std::int64_t>(0) : std::nullopt;
        work.labels().save(*label);
        if (question.once && !is_unclear) work.idempotency().forget(question.once->key);
    });
}

// The label is bought, so it is kept whatever has become of the parcel meanwhile; but not where the people on it were
// to be forgotten.
domain::Result<LabelAnswer> take_over(const Services& services, const LabelQuestion& question, std::string_view carrier,
                                      const ports::Label& label) {
    const LabelAnswer answer{true, label.warnings, label.is_shortened};
    const domain::Carrier* known = domain::find_carrier(services.carriers, carrier);
    const domain::TakeLabel command{question.shipment_id, known == nullptr ? std::string(carrier) : known->name,
                                    label.tracking_number};
    const orders::Target target{question.shop, question.order_id, {}};
    const orders::Decide decide = [&](const domain::Order& order,
                                      const domain::Context& context) -> domain::Result<domain::Decision> {
        if (order.removed) return domain::refuse(Refusal::removed);
        return domain::take_label(order, command, context);
    };
    domain::Result<domain::Decision> decided = domain::refuse(Refusal::not_found);
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        decided = orders::run(work, services, target, question.caller, decide);
        ParcelLabel kept{question.shop.id, question.order_id, question.shipment_id, {}, services.clock.now_ms(), {}};
        const bool is_forgotten = !decided && decided.error().refusal == Refusal::removed;
        if (!is_forgotten) kept.bytes = label.bytes;
        work.labels().save(kept);
        if (!question.once || !decided) return;
        work.idempotency().forget(question.once->key);
        work.idempotency().store(question.once->key, question.once->answer(answer), services.clock.now_ms());
    });
    if (!decided) return std::unexpected(decided.error());
    orders::announce(services, *decided);
    return answer;
}

}  // namespace

domain::Result<LabelAnswer> buy(const Services& services, const LabelQuestion& question) {
    auto claimed = claim(services, question);
    if (!claimed) return std::unexpected(std::move(claimed.error()));
    if (claimed->others_at_version) {
        const auto is_there = [&] { return has_label(services, question); };
        const bool is_over = services.notices.await_change(question.shop.id, question.order_id,
                                                           *claimed->others_at_version, patience, is_there);
        if (is_over && is_there()) return LabelAnswer{};
        return domain::refuse(Refusal::label_in_progress);
    }
    if (!claimed->ours) return LabelAnswer{};
    const Claim& ours = *claimed->ours;
    const auto label = ours.service->buy(ours.credentials, ours.wish);
    if (!label) {
        let_go(services, question, label.error().fault == LabelFault::unclear);
        return std::unexpected(error_of(label.error()));
    }
    return take_over(services, question, ours.service->carrier(), *label);
}

domain::Result<std::string> label_of(const Services& services, std::int64_t shop_id, std::string_view order_id,
                                     std::string_view shipment_id) {
    std::optional<ParcelLabel> label;
    services.storage.read(
        [&](ports::Snapshot& snapshot) { label = snapshot.labels().find(shop_id, order_id, shipment_id); });
    if (!label || label->bytes.empty()) return domain::refuse(Refusal::no_label);
    return std::move(label->bytes);
}

}  // namespace commis::labels
