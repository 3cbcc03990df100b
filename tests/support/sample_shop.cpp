#include "support/sample_shop.hpp"

#include "support/calendar.hpp"

#include <fmt/core.h>

#include <atomic>
#include <stdexcept>

namespace commis::test {
namespace {

domain::State state(std::string id, domain::Stage stage) {
    domain::State made;
    made.id = std::move(id);
    made.stage = stage;
    return made;
}

domain::PaymentMethod method(std::string id, domain::MethodKind kind) {
    domain::PaymentMethod made;
    made.id = std::move(id);
    made.kind = kind;
    return made;
}

domain::PlaceLine line(std::string sku, std::string name, domain::LineKind kind, std::int64_t quantity,
                       std::int64_t price_minor) {
    domain::PlaceLine made;
    made.sku = std::move(sku);
    made.name = std::move(name);
    made.kind = kind;
    made.quantity = quantity;
    made.unit_price_minor = price_minor;
    made.tax_rate = "20";
    return made;
}

}  // namespace

SampleShop::SampleShop(std::int64_t shop_id, std::string handle) {
    profile.id = "neutral";
    profile.states = {state("received", domain::Stage::new_), state("processing", domain::Stage::processing),
                      state("sent", domain::Stage::shipped), state("completed", domain::Stage::completed),
                      state("cancelled", domain::Stage::cancelled)};
    profile.methods = {method("bank-transfer", domain::MethodKind::offline),
                       method("card", domain::MethodKind::gateway), method("cheque", domain::MethodKind::offline),
                       method("free", domain::MethodKind::free)};
    shop.id = shop_id;
    shop.handle = std::move(handle);
    shop.name = "Maison Lefèvre";
    shop.profile_id = "neutral";
    shop.currency = *domain::Currency::find("EUR");
    shop.language = "fr";
    shop.timezone = "Europe/Paris";
    shop.legal_name = "Maison SARL";
    shop.legal_address.line1 = "12 rue des Lilas";
    shop.legal_address.country = "FR";
    shop.bank_accounts = {{"FR7630006000011234567890189", "AGRIFRPP", "Maison SARL"}};
    shop.operator_addresses = {"atelier@example.org"};
    shop.settings_json = R"({"abandoned_after_min":60})";
    shop.created_at_ms = start_ms;
    shop.updated_at_ms = start_ms;
}

std::string SampleShop::new_id() {
    static std::atomic<std::int64_t> count = 0;
    return fmt::format("01HZZZZZZZ{:016}", ++count);
}

domain::Context SampleShop::context() const {
    const domain::Actor actor{domain::ActorKind::operator_, "operator-1", "Åse Ø"};
    return {.profile = profile,
            .staff = domain::staff_of(shop),
            .now_ms = now_ms,
            .actor = actor,
            .new_id = new_id,
            .calendar = utc_calendar()};
}

domain::PlaceOrder SampleShop::command() const {
    domain::PlaceOrder command;
    command.currency = "EUR";
    command.language = "fr";
    command.placed_at_ms = now_ms;
    command.buyer.name = "Zoé Lefèvre";
    command.buyer.email = "zoe@example.org";
    command.buyer.phone = "+33 1 23 45 67 89";
    command.billing_address.line1 = "1 rue X";
    command.billing_address.postal_code = "75001";
    command.billing_address.city = "Paris";
    command.billing_address.country = "FR";
    command.lines = {line("MUG-1", "Mug", domain::LineKind::goods, 3, 1999),
                     line("VIP", "VIP ticket", domain::LineKind::ticket, 2, 5000)};
    command.lines[1].attendees = {{"A. One", "a@example.org"}, {"B. Two", ""}};
    command.shipping = {"parcel", "Colissimo", 690, "20", false};
    command.payment_method = "bank-transfer";
    return command;
}

domain::Decision SampleShop::place(const domain::PlaceOrder& command) const {
    domain::PlaceRules rules;
    rules.default_language = shop.language;
    rules.provider_known = [](std::string_view provider) { return provider == "stripe"; };
    auto decision = domain::place(command, shop.id, rules, context());
    if (!decision) {
        std::string reasons = decision.error().detail;
        for (const auto& field : decision.error().fields) reasons += " " + field.field + ":" + field.code;
        throw std::runtime_error("the sample order was refused:" + reasons);
    }
    return *decision;
}

domain::Projection SampleShop::projection(const domain::Order& order) const {
    return domain::projection_of(order, profile, utc_calendar());
}

void SampleShop::store(ports::Storage& storage) const {
    storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.shops().insert(shop);
        work.orders().create_range(shop.id, "order", "", 10'001, 5);
    });
}

domain::Order SampleShop::add(ports::Storage& storage, const domain::PlaceOrder& command) const {
    domain::Decision decision = place(command);
    storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        decision.order.number = work.orders().take_number(shop.id, "order", 2026).text;
        work.orders().insert(decision, projection(decision.order), new_id);
    });
    return decision.order;
}

void SampleShop::save(ports::Storage& storage, const domain::Order& before, const domain::Decision& decision) const {
    storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.orders().save(before, decision, projection(decision.order), new_id);
    });
}

}  // namespace commis::test
