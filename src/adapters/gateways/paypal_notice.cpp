// The body goes back to PayPal as it came, byte for byte: written anew it would have another signature.
#include "adapters/gateways/paypal_notice.hpp"

#include <algorithm>
#include <array>

#include "adapters/gateways/answer_members.hpp"
#include "json/writer.hpp"

namespace commis::gateways {
namespace {

struct ProofPart {
    std::string_view header;
    std::string_view member;
};
constexpr std::array<ProofPart, 5> proof_parts{{{"paypal-auth-algo", "auth_algo"},
                                                {"paypal-cert-url", "cert_url"},
                                                {"paypal-transmission-id", "transmission_id"},
                                                {"paypal-transmission-sig", "transmission_sig"},
                                                {"paypal-transmission-time", "transmission_time"}}};
constexpr std::size_t header_bytes_max = 2'000;

void add(std::vector<std::string>& names, const std::string& name) {
    if (is_reference(name) && std::ranges::find(names, name) == names.end()) names.push_back(name);
}

// Orders first: by these the shop's orders mostly know their payments.
std::vector<std::string> names_in(const json::Value& event) {
    std::vector<std::string> names;
    const json::Value& resource = member_of(event, {"resource"});
    const json::Value& related = member_of(resource, {"supplementary_data", "related_ids"});
    for (const std::string_view each : {"order_id", "authorization_id", "capture_id"}) {
        add(names, text_of(related, {each}));
    }
    add(names, text_of(resource, {"id"}));
    for (const json::Value& link : list_of(resource, {"links"})) {
        const std::string address = text_of(link, {"href"});
        if (text_of(link, {"rel"}) == "up") add(names, address.substr(address.rfind('/') + 1));
    }
    for (const json::Value& disputed : list_of(resource, {"disputed_transactions"})) {
        add(names, text_of(disputed, {"seller_transaction_id"}));
    }
    return names;
}

}  // namespace

ports::NoticeReading read_paypal_notice(const ports::ProviderNotice& notice) {
    ports::NoticeReading reading;
    const bool is_complete = std::ranges::all_of(proof_parts, [&](const ProofPart& part) {
        const auto header = notice.headers.find(std::string(part.header));
        return header != notice.headers.end() && !header->second.empty() && header->second.size() <= header_bytes_max;
    });
    if (!is_complete) {
        reading.reason = "signature_missing";
        return reading;
    }
    const auto event = json::parse(notice.body);
    reading.event_id = event ? text_of(*event, {"id"}) : std::string{};
    if (reading.event_id.empty()) {
        reading.reason = "malformed";
        return reading;
    }
    reading.proof = ports::NoticeProof::unproven;
    reading.type = text_of(*event, {"event_type"});
    reading.references = names_in(*event);
    return reading;
}

ports::NoticeProof confirm_paypal_notice(const PayPalWire& wire, const std::string& webhook_id,
                                         const ports::ProviderNotice& notice) {
    using ports::NoticeProof;
    // What is no whole document of its own could say more than it should once it stands inside another.
    if (webhook_id.empty() || read_paypal_notice(notice).proof == NoticeProof::refused) return NoticeProof::refused;
    std::string body;
    json::Writer writer(body);
    writer.object();
    for (const ProofPart& part : proof_parts) writer.member(part.member, notice.headers.at(std::string(part.header)));
    writer.member("webhook_id", webhook_id).key("webhook_event").raw(notice.body).end();
    const RestAnswer told = wire.post("/v1/notifications/verify-webhook-signature", std::move(body), {});
    if (told.is_refused()) {
        const bool is_about_us = paypal_reason(told) == "credentials_refused";
        return is_about_us ? NoticeProof::unproven : NoticeProof::refused;
    }
    if (!told.is_done()) return NoticeProof::unproven;
    const bool is_theirs = text_of(told.body, {"verification_status"}) == "SUCCESS";
    return is_theirs ? NoticeProof::proven : NoticeProof::refused;
}

}  // namespace commis::gateways
