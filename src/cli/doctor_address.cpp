// How the world reaches the server: the public address, and the certificate that stands before it.
#include <curl/curl.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>
#include <ctime>
#include <memory>
#include <optional>

#include "adapters/curl/curl.hpp"
#include "cli/doctor.hpp"
#include "cli/proxies.hpp"

namespace commis::cli {
namespace {

constexpr std::int64_t day_ms = 24 * 3'600'000;
constexpr std::int64_t days_wanted = 14;
constexpr long answer_seconds = 10;

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
struct FreeCertificate {
    void operator()(X509* certificate) const noexcept { X509_free(certificate); }
};
struct FreeKey {
    void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
};
struct FreeTransfer {
    void operator()(CURL* transfer) const noexcept { curl_easy_cleanup(transfer); }
};

Diagnosis days_left(std::int64_t ends_at_ms, std::int64_t now_ms) {
    if (ends_at_ms <= now_ms) return {Level::problem, "certificate", "has ended", "renew it: no browser comes in"};
    const std::string words = "good for " + shown_duration(ends_at_ms - now_ms);
    if (ends_at_ms - now_ms < days_wanted * day_ms) {
        return {Level::warning, "certificate", words, "renew it; is that done by itself?"};
    }
    return {Level::ok, "certificate", words, ""};
}

Diagnosis look_at_files(const system::ProgramSettings& settings, std::int64_t now_ms) {
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(settings.tls_certificate.c_str(), "re"));
    const std::unique_ptr<X509, FreeCertificate> certificate(file ? PEM_read_X509(file.get(), nullptr, nullptr, nullptr)
                                                                  : nullptr);
    const std::unique_ptr<std::FILE, CloseFile> key_file(std::fopen(settings.tls_key.c_str(), "re"));
    const std::unique_ptr<EVP_PKEY, FreeKey> key(
        key_file ? PEM_read_PrivateKey(key_file.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate || !key) {
        return {Level::problem, "certificate",
                (certificate ? settings.tls_key : settings.tls_certificate) + " can't be read",
                "the service's user has to read both files, PEM"};
    }
    if (X509_check_private_key(certificate.get(), key.get()) != 1) {
        return {Level::problem, "certificate", "the key is of another certificate",
                "name the two that belong together"};
    }
    std::tm ends{};
    ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &ends);
    return days_left(static_cast<std::int64_t>(::timegm(&ends)) * 1'000, now_ms);
}

size_t drop_bytes(char*, size_t size, size_t count, void*) { return size * count; }

// When the certificate ends that the transfer met.
std::optional<std::int64_t> end_of_certificate(CURL* transfer) {
    curl_certinfo* chain = nullptr;
    if (curl_easy_getinfo(transfer, CURLINFO_CERTINFO, &chain) != CURLE_OK || chain == nullptr ||
        chain->num_of_certs < 1) {
        return std::nullopt;
    }
    constexpr std::string_view wanted = "Expire date:";
    for (const curl_slist* line = chain->certinfo[0]; line != nullptr; line = line->next) {
        const std::string_view text = line->data;
        if (!text.starts_with(wanted)) continue;
        const std::time_t at = curl_getdate(std::string(text.substr(wanted.size())).c_str(), nullptr);
        if (at > 0) return static_cast<std::int64_t>(at) * 1'000;
    }
    return std::nullopt;
}

// The proxy has the certificate, so it is asked as a browser would.
Diagnoses ask_public_address(const std::string& public_url, std::int64_t now_ms) {
    curl::start_library();
    const std::unique_ptr<CURL, FreeTransfer> transfer(curl_easy_init());
    curl_easy_setopt(transfer.get(), CURLOPT_URL, (public_url + "/healthz").c_str());
    curl_easy_setopt(transfer.get(), CURLOPT_WRITEFUNCTION, drop_bytes);
    curl_easy_setopt(transfer.get(), CURLOPT_CERTINFO, 1L);
    curl_easy_setopt(transfer.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(transfer.get(), CURLOPT_TIMEOUT, answer_seconds);
    const CURLcode code = curl_easy_perform(transfer.get());
    if (code != CURLE_OK) {
        return {{Level::warning, "public-address", public_url + " does not answer here: " + curl_easy_strerror(code),
                 "is the proxy running, its certificate good, and the name pointing to it?"}};
    }
    long status = 0;
    curl_easy_getinfo(transfer.get(), CURLINFO_RESPONSE_CODE, &status);
    Diagnoses all;
    if (status == 200) {
        all.push_back({Level::ok, "public-address", public_url + " answers", ""});
    } else {
        all.push_back({Level::problem, "public-address", public_url + " answers " + std::to_string(status),
                       "is commis serve running, and does the proxy lead to it?"});
    }
    if (const auto ends_at_ms = end_of_certificate(transfer.get())) all.push_back(days_left(*ends_at_ms, now_ms));
    return all;
}

// Whose word about clients counts: who guesses is slowed down by the address that it is taken for.
Diagnosis look_at_proxies(const system::ProgramSettings& settings) {
    const auto proxies = *trusted_proxies(settings);  // A bad entry does not come this far.
    if (proxies.entries().empty()) {
        return {Level::ok, "proxies", "X-Forwarded-For is believed of nobody: clients come to this server themselves",
                ""};
    }
    std::string words = "X-Forwarded-For is believed of";
    for (const std::string& entry : proxies.entries()) words += " " + entry;
    if (settings.trusted_proxies.empty()) words += ", a proxy on this machine";
    return {Level::ok, "proxies", words, ""};
}

bool is_example(const std::string& url) {
    return url.ends_with(".example.org") || url.ends_with("//example.org") || url.ends_with(".example.com");
}

}  // namespace

Diagnoses look_at_address(const system::ProgramSettings& settings) {
    Diagnosis url{Level::ok, "public-url", settings.public_url, ""};
    if (is_example(settings.public_url)) {
        url = {Level::warning, "public-url", settings.public_url + " is the example's", "set public_url to your own"};
    } else if (!settings.public_url.starts_with("https://")) {
        url = {Level::warning, "public-url", settings.public_url + " is not encrypted",
               "put a proxy with TLS before it (see the examples), or set tls_certificate"};
    }
    return {url, look_at_proxies(settings)};
}

Diagnoses look_at_certificate(const system::ProgramSettings& settings, std::int64_t now_ms) {
    if (!settings.tls_certificate.empty()) return {look_at_files(settings, now_ms)};
    if (!settings.public_url.starts_with("https://") || is_example(settings.public_url)) return {};
    return ask_public_address(settings.public_url, now_ms);
}

}  // namespace commis::cli
