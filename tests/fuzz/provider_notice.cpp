// Fuzz target: whatever is sent as a notice of a payment service is read or refused without harm. The first line is the
// signature, the rest the body. Nobody without the secret is believed; what is believed has an identity, and its
// references are names that may stand in a path.
#include <sodium.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "adapters/gateways/paypal_notice.hpp"
#include "adapters/gateways/rest_client.hpp"
#include "adapters/gateways/stripe_notice.hpp"
#include "adapters/system/sodium.hpp"

#include "demand.hpp"

namespace {

using namespace commis;

constexpr std::int64_t at_s = 1'600'000'000;
const std::string secret = "whsec_test_secret";

std::string signed_header(const std::string& body) {
    crypto_auth_hmacsha256_state state;
    unsigned char digest[crypto_auth_hmacsha256_BYTES];
    const std::string text = std::to_string(at_s) + "." + body;
    const auto bytes = [](const std::string& of) { return reinterpret_cast<const unsigned char*>(of.data()); };
    crypto_auth_hmacsha256_init(&state, bytes(secret), secret.size());
    crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
    crypto_auth_hmacsha256_final(&state, digest);
    std::string hex(2 * sizeof digest + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest, sizeof digest);
    hex.pop_back();
    return "t=" + std::to_string(at_s) + ",v1=" + hex;
}

void check(const ports::NoticeReading& reading) {
    const bool is_refused = reading.proof == ports::NoticeProof::refused;
    demand(is_refused == !reading.reason.empty());
    demand(is_refused || !reading.event_id.empty());
    for (const std::string& name : reading.references) demand(gateways::is_reference(name));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    system::require_sodium();
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(all.find('\n'), all.size());
    const std::string header(all.substr(0, end));
    const std::string body(all.substr(std::min(end + 1, all.size())));
    const auto as_sent = gateways::read_stripe_notice(secret, {{{"stripe-signature", header}}, body, at_s * 1'000});
    check(as_sent);
    // The true signature is in no corpus of another secret. Its digits are hex, so that A stands for a.
    const std::string wanted = signed_header(body);
    std::string digits = header;
    for (char& digit : digits) {
        if (digit >= 'A' && digit <= 'F') digit = static_cast<char>(digit - 'A' + 'a');
    }
    demand(as_sent.proof == ports::NoticeProof::refused ||
           digits.find(wanted.substr(wanted.find("v1="))) != std::string::npos);
    const auto as_theirs = gateways::read_stripe_notice(secret, {{{"stripe-signature", wanted}}, body, at_s * 1'000});
    check(as_theirs);
    demand(as_theirs.reason.empty() || as_theirs.reason == "malformed");
    ports::ProviderNotice told{{{"paypal-auth-algo", "SHA256withRSA"},
                                {"paypal-cert-url", header + "x"},
                                {"paypal-transmission-id", "t"},
                                {"paypal-transmission-sig", "s"},
                                {"paypal-transmission-time", "2026-11-23T02:00:00Z"}},
                               body,
                               at_s * 1'000};
    const auto paypal = gateways::read_paypal_notice(told);
    check(paypal);
    demand(paypal.proof != ports::NoticeProof::proven);
    return 0;
}
