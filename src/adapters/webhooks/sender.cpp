// One transfer is one easy handle; the multi handle runs them side by side.
#include "adapters/webhooks/sender.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "adapters/curl/curl.hpp"
#include "adapters/webhooks/signature.hpp"

namespace commis::webhooks {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t answer_limit_bytes = 2'048;
constexpr std::size_t url_length_max = 2'000;

class Url {
public:
    explicit Url(std::string_view text) : handle_(curl_url()) {
        is_valid_ = curl_url_set(handle_, CURLUPART_URL, std::string(text).c_str(), 0) == CURLUE_OK;
    }
    ~Url() { curl_url_cleanup(handle_); }
    Url(const Url&) = delete;
    Url& operator=(const Url&) = delete;

    bool is_valid() const { return is_valid_; }
    std::string part(CURLUPart which) const {
        char* text = nullptr;
        if (curl_url_get(handle_, which, &text, 0) != CURLUE_OK) return {};
        std::string copy = text;
        curl_free(text);
        return copy;
    }

private:
    CURLU* handle_;
    bool is_valid_ = false;
};

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char sign) { return sign > ' ' && sign < 0x7F; });
}

// What was said goes to screens and the database: no controls, and valid as UTF-8 by being ASCII where it is odd.
std::string shown(std::string_view bytes) {
    std::string text(bytes);
    std::ranges::replace_if(
        text, [](char sign) { return (sign >= 0 && sign < 0x20 && sign != '\n' && sign != '\t') || sign == 0x7F; },
        ' ');
    return text;
}

std::string fault_of_status(long status) {
    if (status >= 200 && status < 300) return {};
    if (status == 410) return "gone";
    if (status >= 300 && status < 400) return "redirected";
    return "refused";
}

std::string fault_of_code(CURLcode code, bool was_forbidden) {
    return was_forbidden && code == CURLE_COULDNT_CONNECT ? "address_forbidden" : curl::fault_of_code(code);
}

}  // namespace

class CurlWebhookSender::Transfer {
public:
    Transfer(std::uint64_t tag, const ports::WebhookCall& call, const SenderOptions& options, const AddressGuard& guard)
        : tag_(tag), guard_(guard), handle_(curl_easy_init()) {
        if (handle_ == nullptr) throw std::runtime_error("libcurl has no memory for a transfer");
        add_headers(call, options);
        set_where(call, options);
        set_callbacks();
    }
    ~Transfer() {
        curl_easy_cleanup(handle_);
        curl_slist_free_all(headers_);
    }
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    CURL* handle() const { return handle_; }
    std::uint64_t tag() const { return tag_; }

    ports::WebhookAnswer answer(CURLcode code) const {
        ports::WebhookAnswer answer;
        const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun_);
        answer.duration_ms = passed.count();
        long status = 0;
        curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
        // Once a final status was read, the receiver has spoken, however its body ends.
        if (status >= 200 && (code == CURLE_OK || is_full_ || code == CURLE_PARTIAL_FILE)) {
            answer.http_status = status;
            answer.fault = fault_of_status(status);
            answer.answer = shown(body_);
            return answer;
        }
        answer.fault = fault_of_code(code, was_forbidden_);
        answer.answer = was_forbidden_ ? "the address is not a public one" : shown(words_of(code));
        return answer;
    }

private:
    void add_header(const std::string& line) { headers_ = curl_slist_append(headers_, line.c_str()); }

    void add_headers(const ports::WebhookCall& call, const SenderOptions& options) {
        add_header("Content-Type: application/json");
        add_header("User-Agent: " + options.user_agent);
        add_header("webhook-id: " + call.id);
        add_header("webhook-timestamp: " + std::to_string(call.timestamp_s));
        add_header("webhook-signature: " + signature_of(call.id, call.timestamp_s, call.body, call.secrets));
        add_header("Expect:");
        curl_easy_setopt(handle_, CURLOPT_HTTPHEADER, headers_);
    }

    void set_where(const ports::WebhookCall& call, const SenderOptions& options) {
        curl_easy_setopt(handle_, CURLOPT_URL, call.url.c_str());
        curl_easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, options.allows_http ? "https,http" : "https");
        curl_easy_setopt(handle_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
        curl_easy_setopt(handle_, CURLOPT_COPYPOSTFIELDS, call.body.c_str());
        curl_easy_setopt(handle_, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(handle_, CURLOPT_PROXY, "");
        curl_easy_setopt(handle_, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
        curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        curl_easy_setopt(handle_, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        curl_easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout_ms));
        curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, static_cast<long>(options.timeout_ms));
    }

    void set_callbacks() {
        curl_easy_setopt(handle_, CURLOPT_ERRORBUFFER, error_);
        curl_easy_setopt(handle_, CURLOPT_OPENSOCKETFUNCTION, &Transfer::open_socket);
        curl_easy_setopt(handle_, CURLOPT_OPENSOCKETDATA, this);
        curl_easy_setopt(handle_, CURLOPT_WRITEFUNCTION, &Transfer::hear);
        curl_easy_setopt(handle_, CURLOPT_WRITEDATA, this);
    }

    // Asked once for each address that a name resolved to, with the very address that will be connected to.
    static curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
        auto* transfer = static_cast<Transfer*>(data);
        if (!transfer->guard_.allows(address->addr)) {
            transfer->was_forbidden_ = true;
            return CURL_SOCKET_BAD;
        }
        return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    }

    static std::size_t hear(char* bytes, std::size_t size, std::size_t count, void* data) {
        auto* transfer = static_cast<Transfer*>(data);
        const std::size_t room = answer_limit_bytes - transfer->body_.size();
        transfer->body_.append(bytes, std::min(room, size * count));
        transfer->is_full_ = size * count > room;
        return transfer->is_full_ ? 0 : size * count;
    }

    std::string words_of(CURLcode code) const { return error_[0] != '\0' ? error_ : curl_easy_strerror(code); }

    const std::uint64_t tag_;
    const AddressGuard& guard_;
    CURL* handle_;
    curl_slist* headers_ = nullptr;
    char error_[CURL_ERROR_SIZE] = {};
    std::string body_;
    bool is_full_ = false;
    bool was_forbidden_ = false;
    const Clock::time_point begun_ = Clock::now();
};

CurlWebhookSender::CurlWebhookSender(SenderOptions options)
    : options_(std::move(options)), guard_(options_.allowed_ranges) {
    curl::start_library();
    multi_ = curl_multi_init();
    if (multi_ == nullptr) throw std::runtime_error("libcurl has no memory");
}

CurlWebhookSender::~CurlWebhookSender() {
    for (const auto& [handle, transfer] : running_) curl_multi_remove_handle(multi_, handle);
    running_.clear();
    curl_multi_cleanup(multi_);
}

std::optional<std::string> CurlWebhookSender::refuse_url(std::string_view text) const {
    if (text.empty() || text.size() > url_length_max || !is_plain(text)) return "invalid_url";
    const Url url(text);
    const std::string scheme = url.part(CURLUPART_SCHEME);
    const bool is_web = scheme == "https" || scheme == "http";
    std::string host = url.part(CURLUPART_HOST);
    if (!url.is_valid() || !is_web || host.empty()) return "invalid_url";
    if (!url.part(CURLUPART_USER).empty() || !url.part(CURLUPART_PASSWORD).empty()) return "url_with_password";
    if (scheme != "https" && !options_.allows_http) return "url_not_https";
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (!guard_.allows_host(host)) return "address_forbidden";
    return std::nullopt;
}

ports::WebhookAnswer CurlWebhookSender::send(const ports::WebhookCall& call) {
    if (const auto code = refuse_url(call.url)) return {0, "address_forbidden", *code, 0};
    const Transfer transfer(0, call, options_, guard_);
    return transfer.answer(curl_easy_perform(transfer.handle()));
}

void CurlWebhookSender::start(std::uint64_t tag, const ports::WebhookCall& call) {
    // The rules may have changed since the address was saved.
    if (const auto code = refuse_url(call.url)) {
        refused_.push_back({tag, {0, "address_forbidden", *code, 0}});
        return;
    }
    auto transfer = std::make_unique<Transfer>(tag, call, options_, guard_);
    curl_multi_add_handle(multi_, transfer->handle());
    running_.emplace(transfer->handle(), std::move(transfer));
}

std::vector<ports::FinishedCall> CurlWebhookSender::wait(std::int64_t timeout_ms) {
    if (!refused_.empty()) return std::exchange(refused_, {});
    const auto deadline = Clock::now() + std::chrono::milliseconds(timeout_ms);
    while (true) {
        if (hurries_.load()) return give_up();
        int running = 0;
        curl_multi_perform(multi_, &running);
        auto finished = collect();
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (!finished.empty() || left <= 0 || running_.empty()) return finished;
        curl_multi_poll(multi_, nullptr, 0, static_cast<int>(left), nullptr);
    }
}

void CurlWebhookSender::hurry() {
    hurries_.store(true);
    curl_multi_wakeup(multi_);
}

std::vector<ports::FinishedCall> CurlWebhookSender::collect() {
    std::vector<ports::FinishedCall> finished;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
        if (message->msg != CURLMSG_DONE) continue;
        CURL* handle = message->easy_handle;
        const CURLcode code = message->data.result;
        const auto found = running_.find(handle);
        curl_multi_remove_handle(multi_, handle);
        finished.push_back({found->second->tag(), found->second->answer(code)});
        running_.erase(found);
    }
    return finished;
}

std::vector<ports::FinishedCall> CurlWebhookSender::give_up() {
    std::vector<ports::FinishedCall> finished = collect();
    for (const auto& [handle, transfer] : running_) {
        curl_multi_remove_handle(multi_, handle);
        finished.push_back({transfer->tag(), {0, "stopped", "the program stopped", 0}});
    }
    running_.clear();
    return finished;
}

}  // namespace commis::webhooks
