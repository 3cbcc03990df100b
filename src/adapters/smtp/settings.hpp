// Where mail goes, read from COMMIS_SMTP_URL: smtp://user:password@host:587 or smtps://host, with options behind '?'.
//   tls=auto      STARTTLS when the server offers it (the default; with a password and a distant host: required)
//   tls=required  nothing leaves without TLS and a certificate that verifies
//   tls=none      never TLS
//   ca=FILE       certificates to trust instead of the system's
//   name=HOST     how to greet the server (EHLO)
//   timeout_s=N   how long to wait for each answer, 1 to 600 (default 60; five times as long after the message)
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace commis::smtp {

enum class TlsRule : std::uint8_t { automatic, required, none };

struct SmtpSettings {
    std::string host;
    std::uint16_t port = 25;
    bool implicit_tls = false;  // smtps://
    TlsRule tls = TlsRule::automatic;
    std::string user;
    std::string password;
    std::string ca_file;
    std::string greeting_name;
    std::int64_t timeout_ms = 60'000;

    // For logs and the desk: without user and password.
    std::string shown() const;
};

// A refusal says which part of the address is wrong, and never repeats the password.
std::expected<SmtpSettings, std::string> parse_smtp_url(std::string_view url);

}  // namespace commis::smtp
