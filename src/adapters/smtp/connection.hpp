// One kept SMTP connection. libcurl connects, greets, starts TLS and signs in; then it hands over the open channel and
// the dialogue of a message goes line by line from here. libcurl's own mail transfer can neither say BODY=8BITMIME nor
// tell whether the last byte had left when a connection broke, and both decide what is true about a mail.
#pragma once

#include <curl/curl.h>

#include <atomic>
#include <chrono>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "adapters/smtp/settings.hpp"
#include "ports/mailer.hpp"

namespace commis::smtp {

struct Reply {
    int code = 0;
    std::string words;  // All lines, joined by blanks, with the code in front.

    bool is_positive() const { return code >= 200 && code < 400; }
    bool is_permanent() const { return code >= 500; }
};

// The connection is gone or silent; in words.
struct Lost {
    std::string words;
};

// What the server offered besides the features that callers see.
struct Offers {
    ports::MailServerFeatures features;
    bool pipelining = false;
    bool size = false;
};

class Connection {
public:
    // `hurry` becomes true when the program stops: waiting then ends within seconds.
    static std::expected<std::unique_ptr<Connection>, ports::SendResult> open(const SmtpSettings& settings,
                                                                              const std::atomic<bool>& hurry);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    const Offers& offers() const { return offers_; }
    std::expected<void, Lost> write(std::string_view bytes, std::int64_t timeout_ms);
    std::expected<Reply, Lost> read(std::int64_t timeout_ms);

private:
    using Moment = std::chrono::steady_clock::time_point;

    explicit Connection(const std::atomic<bool>& hurry);
    CURLcode connect(const SmtpSettings& settings);
    ports::SendResult describe(CURLcode code) const;
    std::expected<void, Lost> wait(bool for_reading, Moment deadline);
    std::expected<std::string, Lost> read_line(Moment deadline);
    static std::size_t hear(char* line, std::size_t size, std::size_t count, void* connection);
    void hear_line(std::string_view line);

    CURL* handle_ = nullptr;
    const std::atomic<bool>& hurry_;
    char error_[CURL_ERROR_SIZE] = {};
    std::string last_line_;
    std::string unread_;
    Offers offers_;
};

}  // namespace commis::smtp
