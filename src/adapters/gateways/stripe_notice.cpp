// Believed only with a signature; read only for names, since the truth is looked up.
#include "adapters/gateways/stripe_notice.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "adapters/gateways/answer_members.hpp"
#include "adapters/gateways/rest_client.hpp"
#include "adapters/gateways/stripe_signature.hpp"

namespace commis::gateways {
namespace {

constexpr std::size_t references_max = 32;
// Payments by the names under which orders know them first: readers may take a few only.
constexpr std::array<std::string_view, 4> kinds{"pi_", "cs_", "ch_", "py_"};

bool is_payment_name(std::string_view text) {
    // The secret with which a browser pays begins like its payment.
    return is_reference(text) && text.find("_secret") == std::string_view::npos &&
           std::ranges::any_of(kinds, [&](std::string_view kind) { return text.starts_with(kind); });
}

void collect(const json::Value& value, std::vector<std::string>& names) {
    if (names.size() >= references_max) return;
    if (const auto* text = value.if_string(); text != nullptr) {
        const std::string_view name(text->data(), text->size());
        if (is_payment_name(name) && std::ranges::find(names, name) == names.end()) names.emplace_back(name);
    } else if (const auto* object = value.if_object(); object != nullptr) {
        for (const auto& member : *object) collect(member.value(), names);
    } else if (const auto* list = value.if_array(); list != nullptr) {
        for (const auto& element : *list) collect(element, names);
    }
}

std::vector<std::string> in_order_of_kinds(const std::vector<std::string>& names) {
    std::vector<std::string> ordered;
    for (const std::string_view kind : kinds) {
        std::ranges::copy_if(names, std::back_inserter(ordered),
                             [&](const auto& name) { return name.starts_with(kind); });
    }
    return ordered;
}

}  // namespace

ports::NoticeReading read_stripe_notice(const std::string& secret, const ports::ProviderNotice& notice) {
    ports::NoticeReading reading;
    const auto header = notice.headers.find("stripe-signature");
    const std::string_view signature = header == notice.headers.end() ? std::string_view{} : header->second;
    reading.reason = stripe_signature_fault(signature, notice.body, secret, notice.received_at_ms / 1'000);
    if (!reading.reason.empty()) return reading;
    const auto event = json::parse(notice.body);
    reading.event_id = event ? text_of(*event, {"id"}) : std::string{};
    if (reading.event_id.empty()) {
        reading.reason = "malformed";
        return reading;
    }
    reading.proof = ports::NoticeProof::proven;
    reading.type = text_of(*event, {"type"});
    std::vector<std::string> names;
    collect(member_of(*event, {"data"}), names);
    reading.references = in_order_of_kinds(names);
    return reading;
}

}  // namespace commis::gateways
