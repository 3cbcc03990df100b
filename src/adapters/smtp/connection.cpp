// Blocking reads and writes with deadlines over a non-blocking channel.
#include "adapters/smtp/connection.hpp"

#include <poll.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "adapters/curl/curl.hpp"

namespace commis::smtp {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t reply_limit_bytes = 16U * 1024U;
constexpr auto hurried_wait = std::chrono::seconds{3};

std::string_view without_line_end(std::string_view line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

int code_of_line(std::string_view line) {
    int code = 0;
    if (line.size() < 3 || std::from_chars(line.data(), line.data() + 3, code).ptr != line.data() + 3) return 0;
    return code >= 200 && code <= 599 ? code : 0;
}

// A server's words go to screens and the database: no controls, valid as UTF-8 by being ASCII, bounded.
std::string shown_words(std::string_view line) {
    std::string words{line.substr(0, 500)};
    std::ranges::replace_if(words, [](char sign) { return sign < 0x20 || sign == 0x7F; }, '?');
    return words;
}

void set_tls(CURL* handle, const SmtpSettings& settings) {
    long level = CURLUSESSL_TRY;
    if (settings.tls == TlsRule::required) level = CURLUSESSL_ALL;
    if (settings.tls == TlsRule::none) level = CURLUSESSL_NONE;
    curl_easy_setopt(handle, CURLOPT_USE_SSL, level);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    // Opportunistic TLS protects against listeners only: whoever can forge a certificate can also hide the offer, and
    // a mail server on the same machine usually signs its own.
    const bool is_verified = settings.implicit_tls || settings.tls == TlsRule::required || !settings.ca_file.empty();
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, is_verified ? 1L : 0L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, is_verified ? 2L : 0L);
    if (!settings.ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, settings.ca_file.c_str());
}

}  // namespace

Connection::Connection(const std::atomic<bool>& hurry) : hurry_{hurry} {
    curl::start_library();
    handle_ = curl_easy_init();
    if (handle_ == nullptr) throw std::runtime_error{"libcurl has no memory for a connection"};
}

Connection::~Connection() { curl_easy_cleanup(handle_); }

std::expected<std::unique_ptr<Connection>, ports::SendResult> Connection::open(const SmtpSettings& settings,
                                                                               const std::atomic<bool>& hurry) {
    std::unique_ptr<Connection> connection{new Connection{hurry}};
    const auto code = connection->connect(settings);
    if (code != CURLE_OK) return std::unexpected{connection->describe(code)};
    return connection;
}

CURLcode Connection::connect(const SmtpSettings& settings) {
    const auto url = settings.shown() + (settings.greeting_name.empty() ? "" : "/" + settings.greeting_name);
    curl_easy_setopt(handle_, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle_, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle_, CURLOPT_PROXY, "");
    curl_easy_setopt(handle_, CURLOPT_ERRORBUFFER, error_);
    curl_easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.timeout_ms));
    curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout_ms * 2));
    curl_easy_setopt(handle_, CURLOPT_HEADERFUNCTION, &Connection::hear);
    curl_easy_setopt(handle_, CURLOPT_HEADERDATA, this);
    if (!settings.user.empty()) {
        curl_easy_setopt(handle_, CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(handle_, CURLOPT_PASSWORD, settings.password.c_str());
    }
    set_tls(handle_, settings);
    return curl_easy_perform(handle_);
}

ports::SendResult Connection::describe(CURLcode code) const {
    std::string words = error_[0] != '\0' ? error_ : curl_easy_strerror(code);
    const int reply = code_of_line(last_line_);
    if (reply >= 400) words += ": " + last_line_;
    return {ports::SendStatus::temporary, reply >= 400 ? reply : 0, shown_words(words)};
}

std::size_t Connection::hear(char* line, std::size_t size, std::size_t count, void* connection) {
    static_cast<Connection*>(connection)->hear_line(without_line_end({line, size * count}));
    return size * count;
}

// The greeting and the answer to STARTTLS are 220: what was offered before does not count any more.
void Connection::hear_line(std::string_view line) {
    last_line_ = shown_words(line);
    const int code = code_of_line(line);
    if (code == 220) offers_ = {};
    if (code != 250 || line.size() < 5) return;
    std::string offer{line.substr(4)};
    std::ranges::transform(offer, offer.begin(), [](char sign) {
        return sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign;
    });
    if (offer == "8BITMIME") offers_.features.eight_bit_mime = true;
    if (offer == "SMTPUTF8") offers_.features.internationalized = true;
    if (offer == "PIPELINING") offers_.pipelining = true;
    if (offer == "SIZE" || offer.starts_with("SIZE ")) {
        offers_.size = true;
        if (offer.size() > 5) {
            std::from_chars(offer.data() + 5, offer.data() + offer.size(), offers_.features.size_limit_bytes);
        }
    }
}

std::expected<void, Lost> Connection::wait(bool for_reading, Moment deadline) {
    curl_socket_t channel = CURL_SOCKET_BAD;
    curl_easy_getinfo(handle_, CURLINFO_ACTIVESOCKET, &channel);
    if (channel == CURL_SOCKET_BAD) return std::unexpected{Lost{"the connection was closed"}};
    while (true) {
        if (hurry_.load()) deadline = std::min(deadline, Clock::now() + hurried_wait);
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return std::unexpected{Lost{"the server did not answer in time"}};
        pollfd watched{channel, static_cast<short>(for_reading ? POLLIN : POLLOUT), 0};
        if (::poll(&watched, 1, static_cast<int>(std::min<long>(left, 250))) > 0) return {};
    }
}

std::expected<void, Lost> Connection::write(std::string_view bytes, std::int64_t timeout_ms) {
    const auto deadline = Clock::now() + std::chrono::milliseconds{timeout_ms};
    while (!bytes.empty()) {
        std::size_t sent = 0;
        const auto code = curl_easy_send(handle_, bytes.data(), bytes.size(), &sent);
        if (code == CURLE_AGAIN) {
            if (auto ready = wait(false, deadline); !ready) return ready;
        } else if (code != CURLE_OK) {
            return std::unexpected{
                Lost{std::string{"the connection broke while writing: "} + curl_easy_strerror(code)}};
        }
        bytes.remove_prefix(sent);
    }
    return {};
}

std::expected<std::string, Lost> Connection::read_line(Moment deadline) {
    while (true) {
        if (const auto end = unread_.find('\n'); end != std::string::npos) {
            std::string line{without_line_end(std::string_view{unread_}.substr(0, end))};
            unread_.erase(0, end + 1);
            return line;
        }
        if (unread_.size() > reply_limit_bytes) return std::unexpected{Lost{"the server's answer has no end"}};
        char buffer[4096];
        std::size_t received = 0;
        const auto code = curl_easy_recv(handle_, buffer, sizeof buffer, &received);
        if (code == CURLE_AGAIN) {
            if (auto ready = wait(true, deadline); !ready) return std::unexpected{ready.error()};
        } else if (code != CURLE_OK || received == 0) {
            return std::unexpected{Lost{"the server closed the connection"}};
        }
        unread_.append(buffer, received);
    }
}

std::expected<Reply, Lost> Connection::read(std::int64_t timeout_ms) {
    const auto deadline = Clock::now() + std::chrono::milliseconds{timeout_ms};
    Reply reply;
    std::size_t size = 0;
    while (true) {
        auto line = read_line(deadline);
        if (!line) return std::unexpected{line.error()};
        reply.code = code_of_line(*line);
        if (reply.code == 0) return std::unexpected{Lost{"not an SMTP answer: " + shown_words(*line)}};
        reply.words += reply.words.empty() ? shown_words(*line) : " " + shown_words(std::string_view{*line}.substr(3));
        size += line->size();
        if (size > reply_limit_bytes) return std::unexpected{Lost{"the server's answer has no end"}};
        if (line->size() == 3 || (*line)[3] != '-') break;
    }
    if (reply.words.size() > 500) reply.words.resize(500);
    return reply;
}

}  // namespace commis::smtp
