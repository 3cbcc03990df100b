// libcurl, one easy handle a call.
#include "adapters/gateways/rest_client.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "adapters/curl/curl.hpp"

namespace commis::gateways {
namespace {

constexpr std::size_t answer_limit_bytes = 1'048'576;
constexpr std::size_t reference_length_max = 255;

bool is_unreserved(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9') ||
           sign == '-' || sign == '_' || sign == '.' || sign == '~';
}

class Transfer {
public:
    Transfer(const RestSettings& settings, const RestRequest& request) : handle_(curl_easy_init()) {
        if (handle_ == nullptr) throw std::runtime_error("libcurl has no memory for a call");
        set_where(settings, request);
        set_what(settings, request);
        curl_easy_setopt(handle_, CURLOPT_WRITEFUNCTION, &Transfer::hear);
        curl_easy_setopt(handle_, CURLOPT_WRITEDATA, this);
    }
    ~Transfer() {
        curl_easy_cleanup(handle_);
        curl_slist_free_all(headers_);
    }
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    RestAnswer perform() {
        const CURLcode code = curl_easy_perform(handle_);
        was_unreachable_ = code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_CONNECT;
        RestAnswer answer;
        long sent_bytes = 0;
        curl_easy_getinfo(handle_, CURLINFO_REQUEST_SIZE, &sent_bytes);
        answer.was_sent = sent_bytes > 0;
        if (code != CURLE_OK) {
            answer.fault = is_too_large_ ? "answer_too_large" : curl::fault_of_code(code);
            return answer;
        }
        curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &answer.status);
        const auto parsed = json::parse(body_);
        if (parsed) answer.body = *parsed;
        answer.outcome = outcome_of(answer.status, parsed.has_value());
        if (answer.outcome == RestOutcome::unclear) answer.fault = "unclear_answer";
        return answer;
    }
    bool was_unreachable() const { return was_unreachable_; }

private:
    // 408, 425 and 429 ask to come again, 409 says that the first of two equal calls is still at work.
    RestOutcome outcome_of(long status, bool is_json) const {
        if (status == 204 || (status >= 200 && status < 300 && is_json)) return RestOutcome::done;
        const bool may_come_again = status == 408 || status == 409 || status == 425 || status == 429;
        return status >= 400 && status < 500 && !may_come_again ? RestOutcome::refused : RestOutcome::unclear;
    }

    void set_where(const RestSettings& settings, const RestRequest& request) {
        const bool is_plain = settings.base_url.starts_with("http://");
        curl_easy_setopt(handle_, CURLOPT_URL, (settings.base_url + request.target).c_str());
        curl_easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, is_plain ? "http" : "https");
        curl_easy_setopt(handle_, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(handle_, CURLOPT_PROXY, "");
        curl_easy_setopt(handle_, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
        curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        curl_easy_setopt(handle_, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        curl_easy_setopt(handle_, CURLOPT_FORBID_REUSE, 1L);
        curl_easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect_timeout_ms));
        curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout_ms));
    }

    void set_what(const RestSettings& settings, const RestRequest& request) {
        if (request.method != "GET") {
            curl_easy_setopt(handle_, CURLOPT_POST, 1L);
            curl_easy_setopt(handle_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
            curl_easy_setopt(handle_, CURLOPT_COPYPOSTFIELDS, request.body.c_str());
            if (request.method != "POST") curl_easy_setopt(handle_, CURLOPT_CUSTOMREQUEST, request.method.c_str());
            // Without a type of its own libcurl would call the body a form.
            add_header(request.content_type.empty() ? "Content-Type:" : "Content-Type: " + request.content_type);
        }
        for (const std::string& header : request.headers) add_header(header);
        add_header("Accept: application/json");
        add_header("User-Agent: " + settings.user_agent);
        add_header("Expect:");
        curl_easy_setopt(handle_, CURLOPT_HTTPHEADER, headers_);
    }

    void add_header(const std::string& line) { headers_ = curl_slist_append(headers_, line.c_str()); }

    static std::size_t hear(char* bytes, std::size_t size, std::size_t count, void* data) {
        auto* transfer = static_cast<Transfer*>(data);
        if (transfer->body_.size() + size * count > answer_limit_bytes) {
            transfer->is_too_large_ = true;
            return 0;
        }
        transfer->body_.append(bytes, size * count);
        return size * count;
    }

    CURL* handle_;
    curl_slist* headers_ = nullptr;
    std::string body_;
    bool is_too_large_ = false;
    bool was_unreachable_ = false;
};

}  // namespace

RestAnswer RestClient::send(const RestRequest& request) const {
    curl::start_library();
    Transfer first(settings_, request);
    RestAnswer answer = first.perform();
    return first.was_unreachable() ? Transfer(settings_, request).perform() : answer;
}

Form& Form::add(std::string_view name, std::string_view value) {
    if (!text_.empty()) text_ += '&';
    text_ += percent_encoded(name) + '=' + percent_encoded(value);
    return *this;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char sign : text) {
        if (is_unreserved(sign)) {
            encoded += sign;
            continue;
        }
        const auto byte = static_cast<unsigned char>(sign);
        encoded += '%';
        encoded += digits[byte >> 4U];
        encoded += digits[byte & 0x0FU];
    }
    return encoded;
}

bool is_reference(std::string_view text) {
    return !text.empty() && text.size() <= reference_length_max &&
           std::ranges::all_of(text, [](char sign) { return is_unreserved(sign) && sign != '.' && sign != '~'; });
}

}  // namespace commis::gateways
