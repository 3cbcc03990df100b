// What is missing is said by field; whether it is right, the carrier says.
#include "features/labels/accounts.hpp"

#include <algorithm>

namespace commis::labels {
namespace {

using domain::FieldError;
using domain::LabelAccount;

constexpr std::size_t credential_length_max = 500;

void check_credential(std::vector<FieldError>& errors, const std::string& field, const std::string& text) {
    if (text.empty()) errors.push_back({field, "required", "the carrier needs it"});
    if (text.size() > credential_length_max) errors.push_back({field, "too_long", "at most 500 characters"});
}

bool is_one_of(const std::vector<std::string>& known, const std::string& id) {
    return std::ranges::find(known, id) != known.end();
}

std::vector<FieldError> check(const ports::LabelService& service, const LabelAccount& account,
                              const std::string& secret) {
    std::vector<FieldError> errors;
    check_credential(errors, "/client_id", account.client_id);
    check_credential(errors, "/secret", secret);
    if (account.licence.empty()) {
        errors.push_back({"/licence", "required", "the carrier needs it"});
    } else if (!service.is_licence(account.licence)) {
        errors.push_back({"/licence", "invalid_value", "no number of such a licence"});
    }
    if (!is_one_of(service.products(), account.product)) {
        errors.push_back({"/product", "not_offered", "one of the carrier's products"});
    }
    if (!is_one_of(service.sizes(), account.size)) {
        errors.push_back({"/size", "not_offered", "one of the carrier's sizes"});
    }
    return errors;
}

const LabelAccount* find_account(const domain::Shop& shop, std::string_view carrier) {
    const auto at = std::ranges::find(shop.label_accounts, carrier, &LabelAccount::carrier);
    return at == shop.label_accounts.end() ? nullptr : &*at;
}

void keep(domain::Shop& shop, const LabelAccount& account) {
    const auto at = std::ranges::find(shop.label_accounts, account.carrier, &LabelAccount::carrier);
    if (at == shop.label_accounts.end()) {
        shop.label_accounts.push_back(account);
    } else {
        *at = account;
    }
}

}  // namespace

ports::LabelService* find_service(const Services& services, std::string_view carrier) {
    const auto known =
        std::ranges::find(services.labels, carrier, [](const ports::LabelService* each) { return each->carrier(); });
    return known == services.labels.end() ? nullptr : *known;
}

domain::Result<LabelAccount> connect(const Services& services, std::int64_t shop_id, const std::string& carrier,
                                     const AccountChange& wanted) {
    ports::LabelService* service = find_service(services, carrier);
    if (service == nullptr) return domain::refuse(domain::Refusal::not_found);
    LabelAccount account{carrier, "", "", service->products().front(), service->sizes().front(), "", 0};
    std::string secret;
    services.storage.read([&](ports::Snapshot& snapshot) {
        const auto shop = snapshot.shops().find(shop_id);
        const LabelAccount* before = shop ? find_account(*shop, carrier) : nullptr;
        if (before == nullptr) return;
        account = *before;
        secret = services.secrets.open(before->sealed).value_or("");
    });
    account.client_id = wanted.client_id.value_or(account.client_id);
    account.licence = wanted.licence.value_or(account.licence);
    account.product = wanted.product.value_or(account.product);
    account.size = wanted.size.value_or(account.size);
    secret = wanted.secret.value_or(secret);
    auto errors = check(*service, account, secret);
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));

    const auto known = service->check({account.client_id, secret, account.licence});
    if (!known && known.error().fault == ports::LabelFault::credentials_refused) {
        return domain::refuse_fields({{"/secret", "client_refused", "the carrier does not accept it"}});
    }
    if (!known) return domain::refuse(domain::Refusal::carrier_unavailable);
    account.sealed = services.secrets.seal(secret);
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        auto shop = work.shops().lock(shop_id);
        if (!shop) return;
        const std::int64_t now_ms = services.clock.now_ms();
        if (account.connected_at_ms == 0) account.connected_at_ms = now_ms;
        keep(*shop, account);
        shop->version += 1;
        shop->updated_at_ms = now_ms;
        work.shops().save(*shop);
    });
    return account;
}

domain::Result<void> disconnect(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id,
                                std::string_view carrier) {
    auto shop = work.shops().lock(shop_id);
    const bool is_gone =
        shop && std::erase_if(shop->label_accounts, [&](const auto& each) { return each.carrier == carrier; }) > 0;
    if (!is_gone) return domain::refuse(domain::Refusal::not_found);
    shop->version += 1;
    shop->updated_at_ms = services.clock.now_ms();
    work.shops().save(*shop);
    return {};
}

Maker maker_of(const Services& services, const domain::Shop& shop, const domain::Shipment& parcel) {
    const domain::Carrier* carrier = domain::find_carrier(services.carriers, parcel.tracking.carrier);
    const LabelAccount* account = domain::label_account_for(shop, carrier == nullptr ? "" : carrier->id);
    ports::LabelService* service = account == nullptr ? nullptr : find_service(services, account->carrier);
    return service == nullptr ? Maker{} : Maker{account, service};
}

domain::Address sender_of(const domain::Shop& shop) {
    domain::Address sender = shop.legal_address;
    const bool is_named = !sender.name.empty() || !sender.company.empty();
    if (!is_named) sender.company = shop.legal_name.empty() ? shop.name : shop.legal_name;
    return sender;
}

domain::Address recipient_of(const domain::Order& order) {
    domain::Address recipient = order.shipping_address.value_or(order.billing_address);
    if (recipient.name.empty() && recipient.company.empty()) {
        recipient.name = order.buyer.name;
        recipient.company = order.buyer.company;
    }
    return recipient;
}

domain::ParcelSubject subject_of(const Services& services, const domain::Shop& shop, const domain::Order& order,
                                 const domain::Shipment& parcel) {
    const Maker maker = maker_of(services, shop, parcel);
    domain::ParcelSubject subject{.parcel = parcel, .is_removed = order.removed.has_value()};
    subject.has_service = maker.service != nullptr;
    // A country that nobody knows is asked for with the rest of the address.
    const auto may_be_served = [&](const std::string& country) {
        return maker.service != nullptr && (country.empty() || maker.service->serves(country));
    };
    subject.is_served = may_be_served(shop.legal_address.country) && may_be_served(recipient_of(order).country);
    return subject;
}

}  // namespace commis::labels
