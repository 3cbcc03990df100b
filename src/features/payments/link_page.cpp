// A page at the service is made when somebody follows the link, not when the link is made: it would run out in the
// mail.
#include "features/payments/link_page.hpp"

#include <algorithm>

#include "domain/decisions/payment_link.hpp"
#include "features/orders/run.hpp"

namespace commis::payments {
namespace {

using domain::AttemptStatus;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;

LinkState state_of(const domain::Order& order, const domain::Payment& payment, const domain::Profile& profile) {
    if (payment.status == AttemptStatus::captured || payment.status == AttemptStatus::authorized) {
        return LinkState::paid;
    }
    const bool asks = domain::is_open_link(payment) && payment.amount_minor == domain::link_amount(order, profile);
    return asks ? LinkState::open : LinkState::ended;
}

// What leaves later is reserved now and taken then, as the shop does it with every card (D-01).
bool reserves_only(const domain::Order& order, const domain::Profile& profile) {
    const bool takes_later =
        profile.capture_at == domain::CaptureAt::dispatch || profile.capture_at == domain::CaptureAt::handover;
    return takes_later && domain::standing_of(order, profile).units.to_ship > 0;
}

ports::PaymentPageWish wish_for(const Services& services, const LinkView& link, const std::string& page_url) {
    const auto profile = services.profiles.of(link.shop);
    const std::string& language = link.order.language;
    ports::PaymentPageWish wish;
    // Asked twice within the hour, the service answers the same page.
    wish.key = link.payment.id + "-" + std::to_string(services.clock.now_ms() / hour_ms);
    wish.amount_minor = link.payment.amount_minor;
    wish.currency = link.order.currency;
    wish.title = services.words.text(language, "pay.heading", {{"number", link.order.number}});
    wish.order_number = link.order.number;
    wish.buyer_email = link.order.buyer.email;
    wish.language = language;
    wish.return_url = page_url + "?back=1";
    wish.cancel_url = page_url;
    wish.reserves_only = reserves_only(link.order, *profile);
    return wish;
}

}  // namespace

std::optional<LinkView> find_link(const Services& services, std::string_view token) {
    std::optional<LinkView> view;
    services.storage.read([&](ports::Snapshot& snapshot) {
        const auto linked = snapshot.orders().find_link(token);
        if (!linked) return;
        const auto shop = snapshot.shops().find(linked->shop_id);
        const auto order = snapshot.orders().find(linked->shop_id, linked->order_id);
        if (!shop || !order) return;
        const auto payment = std::ranges::find(order->ledger.payments, linked->payment_id, &domain::Payment::id);
        view = LinkView{*shop, *order, *payment, LinkState::ended};
    });
    if (view) view->state = state_of(view->order, view->payment, *services.profiles.of(view->shop));
    return view;
}

std::expected<std::string, std::string> open_page(const Services& services, const LinkView& link,
                                                  const std::string& page_url) {
    if (link.state != LinkState::open) return std::unexpected("ended");
    const std::int64_t now_ms = services.clock.now_ms();
    const bool is_open = !link.payment.page_url.empty() && link.payment.expires_at_ms.value_or(0) > now_ms + minute_ms;
    if (is_open) return link.payment.page_url;
    ports::PaymentGateway* gateway =
        services.gateways == nullptr ? nullptr : services.gateways->find(link.shop, link.payment);
    const auto page = gateway == nullptr ? std::unexpected(std::string("unavailable"))
                                         : gateway->open_page(wish_for(services, link, page_url));
    if (!page) return std::unexpected("unavailable");
    domain::Result<domain::Decision> opened = domain::refuse(domain::Refusal::nothing_changed);
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        opened =
            orders::run(work, services, {link.shop, link.order.id, std::nullopt}, Caller::buyer(),
                        [&](const domain::Order& order, const domain::Context& context) {
                            return domain::open_payment_page(
                                order, {link.payment.id, page->reference, page->url, page->expires_at_ms}, context);
                        });
    });
    if (opened) orders::announce(services, *opened);
    // Another amount became due while the page was made: nobody pays the old one.
    const auto now = find_link(services, link.payment.link_token);
    if (!now || now->state != LinkState::open) return std::unexpected("ended");
    return page->url;
}

void look_at_once(const Services& services, const LinkView& link) {
    if (!domain::is_open_link(link.payment) || link.payment.reference.empty()) return;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.payment_checks().hurry(link.shop.id, link.order.id, link.payment.id, services.clock.now_ms());
    });
    services.notices.provider_asked();
}

}  // namespace commis::payments
