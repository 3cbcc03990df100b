// The first account that can prove a notice is the one it came from.
#include "features/payments/notices.hpp"

#include <algorithm>
#include <sstream>

#include "json/parse.hpp"
#include "json/writer.hpp"

namespace commis::payments {
namespace {

using ports::NoticeProof;
using ports::NoticeStatus;

// Of a notice that names more, the first ones lead to the payment.
constexpr std::size_t references_max = 8;
constexpr std::size_t name_length_max = 200;

struct Proven {
    ports::NoticeReading reading;
    std::string account;
};

std::unexpected<domain::Error> not_believed(const std::string& reason) {
    return domain::refuse_fields({{"", reason, "the notice is not believed"}});
}

domain::Result<Proven> prove(const Services& services, const domain::Shop& shop, std::string_view provider,
                             const ports::ProviderNotice& notice) {
    ports::PaymentService* service = services.gateways == nullptr ? nullptr : services.gateways->service(provider);
    std::string reason = "not_connected";
    for (const domain::GatewayConnection& connection : shop.connections) {
        if (service == nullptr || connection.provider != provider || !connection.is_connected()) continue;
        const auto credentials = services.gateways->open(connection);
        if (!credentials) continue;
        ports::NoticeReading reading = service->read_notice(*credentials, notice);
        if (reading.proof != NoticeProof::refused) return Proven{std::move(reading), connection.account};
        reason = reading.reason;
    }
    return not_believed(reason);
}

std::string joined(std::vector<std::string> references) {
    if (references.size() > references_max) references.resize(references_max);
    std::string text;
    for (const std::string& reference : references) text += (text.empty() ? "" : " ") + reference;
    return text;
}

std::string to_json(const std::map<std::string, std::string>& headers) {
    std::string text;
    json::Writer writer(text);
    writer.object();
    for (const auto& [name, value] : headers) writer.member(name, value);
    writer.end();
    return text;
}

std::map<std::string, std::string> headers_from(const std::string& text) {
    std::map<std::string, std::string> headers;
    const auto parsed = json::parse(text);
    if (!parsed) return headers;
    for (const auto& member : parsed->as_object()) {
        headers.emplace(std::string(member.key()), std::string(member.value().as_string()));
    }
    return headers;
}

}  // namespace

domain::Result<void> take_notice(const Services& services, const domain::Shop& shop, std::string_view provider,
                                 const ports::ProviderNotice& notice) {
    auto proven = prove(services, shop, provider, notice);
    if (!proven) return std::unexpected(std::move(proven.error()));
    const ports::NoticeReading& reading = proven->reading;
    if (reading.event_id.empty() || reading.event_id.size() > name_length_max) return not_believed("malformed");
    const bool is_unproven = reading.proof == NoticeProof::unproven;
    ports::StoredNotice stored;
    stored.shop_id = shop.id;
    stored.provider = provider;
    stored.event_id = reading.event_id;
    stored.type = reading.type.substr(0, name_length_max);
    stored.account = proven->account;
    stored.references = joined(reading.references);
    stored.headers = is_unproven ? to_json(notice.headers) : std::string();
    stored.body = notice.body;
    stored.status = is_unproven ? NoticeStatus::unproven : NoticeStatus::waiting;
    stored.received_at_ms = notice.received_at_ms;
    stored.due_at_ms = notice.received_at_ms;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) { work.notices().add(stored); });
    services.notices.provider_asked();
    return {};
}

NoticeProof confirm(const Services& services, const domain::Shop& shop, const ports::StoredNotice& notice) {
    ports::PaymentService* service = services.gateways->service(notice.provider);
    const auto connection = std::ranges::find_if(shop.connections, [&](const domain::GatewayConnection& each) {
        return each.is_connected() && each.provider == notice.provider && each.account == notice.account;
    });
    if (service == nullptr || connection == shop.connections.end()) return NoticeProof::refused;
    const auto credentials = services.gateways->open(*connection);
    if (!credentials) return NoticeProof::refused;
    return service->confirm_notice(*credentials, {headers_from(notice.headers), notice.body, notice.received_at_ms});
}

NoticeStatus point_at_payments(ports::UnitOfWork& work, const ports::StoredNotice& notice, std::int64_t now_ms) {
    std::vector<std::string> references;
    std::istringstream names(notice.references);
    for (std::string name; names >> name;) references.push_back(std::move(name));
    // It says nothing about a payment.
    if (references.empty()) return NoticeStatus::kept;
    const auto found = work.notices().find_payments(notice.shop_id, notice.provider, references);
    for (const ports::PaymentAt& at : found) {
        work.payment_checks().hurry(notice.shop_id, at.order_id, at.payment_id, now_ms);
    }
    return found.empty() ? NoticeStatus::waiting : NoticeStatus::done;
}

}  // namespace commis::payments
