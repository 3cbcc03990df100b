// A running test server and the message every sending test sends.
#pragma once

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cstdint>
#include <filesystem>
#include <string>

#include "adapters/smtp/sender.hpp"
#include "support/smtp/child.hpp"

namespace commis::tests {

// The scripted server of tests/support/smtp/server.py in one of its modes.
class SmtpServer {
public:
    explicit SmtpServer(const std::string& mode, const std::filesystem::path& certificate = {})
        : child_{arguments(mode, certificate)} {
        const auto line = child_.line();
        if (!line || !line->starts_with("PORT ")) throw std::runtime_error{"the test mail server did not start"};
        port_ = std::stoi(line->substr(5));
    }

    std::string url(std::string_view scheme = "smtp", std::string_view credentials = {}) const {
        return std::string{scheme} + "://" + std::string{credentials} + "127.0.0.1:" + std::to_string(port_) + "/";
    }

    // What the server took, as it printed it.
    boost::json::object taken() {
        const auto line = child_.line(std::chrono::seconds{5});
        return line ? boost::json::parse(*line).as_object() : boost::json::object{};
    }

private:
    static std::vector<std::string> arguments(const std::string& mode, const std::filesystem::path& certificate) {
        std::vector<std::string> words{"/usr/bin/python3", COMMIS_SOURCE_DIR "/tests/support/smtp/server.py", mode};
        if (!certificate.empty()) {
            words.push_back(certificate / "cert.pem");
            words.push_back(certificate / "key.pem");
        }
        return words;
    }

    Child child_;
    int port_ = 0;
};

inline std::string decoded(std::string_view base64) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char sign : base64) {
        if (sign == '=') break;
        bits = (bits << 6U) | static_cast<std::uint32_t>(letters.find(sign));
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> count) & 0xFFU);
        }
    }
    return bytes;
}

inline smtp::SmtpMailer mailer_for(const std::string& url) {
    return smtp::SmtpMailer{smtp::parse_smtp_url(url).value()};
}

inline ports::MailMessage sample_message() {
    ports::MailMessage message;
    message.from = {"Nordlys & Co", "shop@nordlys.example"};
    message.to = {"Zoé Lefèvre", "zoe@example.org"};
    message.subject = "Votre commande N° 1042 : 113,70 €";
    message.text = "Bonjour Zoé,\n\n.a line with a dot\n.\nFin\n";
    message.html = "<p>Bonjour Zoé</p>\n";
    message.message_id = "01J9ZK@nordlys.example";
    message.date_ms = 1'764'716'400'000;
    message.language = "fr";
    return message;
}

// Composes for what the server takes and sends; the two steps of the worker.
inline ports::SendResult deliver(smtp::SmtpMailer& mailer, const ports::MailMessage& message) {
    const auto features = mailer.features();
    if (!features) return features.error();
    const auto bytes = mailer.compose(message, *features);
    if (!bytes) return bytes.error();
    return mailer.send({message.from.address, message.to.address}, *bytes);
}

}  // namespace commis::tests
