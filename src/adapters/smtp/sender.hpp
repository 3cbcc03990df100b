// Sends composed mail through one kept SMTP connection and says exactly what became of it.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/smtp/connection.hpp"
#include "adapters/smtp/dkim_keys.hpp"
#include "adapters/smtp/settings.hpp"
#include "ports/mailer.hpp"

namespace commis::smtp {

// Send from one thread at a time. `hurry` may be called from another, and so may `compose`, which touches the keys
// alone, from one.
class SmtpMailer final : public ports::Mailer {
public:
    // With keys, mail of a domain that has one is signed.
    explicit SmtpMailer(SmtpSettings settings, std::optional<DkimKeys> keys = std::nullopt)
        : settings_{std::move(settings)}, keys_{std::move(keys)} {}

    std::expected<ports::MailServerFeatures, ports::SendResult> features() override;
    std::expected<std::string, ports::SendResult> compose(const ports::MailMessage& message,
                                                          const ports::MailServerFeatures& features) override;
    ports::SendResult send(const ports::Envelope& envelope, std::string_view bytes) override;
    void hurry() override { hurry_ = true; }

private:
    std::expected<void, ports::SendResult> connect();

    // The key for a sender's domain, read again every minute, so that a new one counts without a restart.
    const std::optional<DkimKey>& key_for(const std::string& address);

    SmtpSettings settings_;
    std::optional<DkimKeys> keys_;
    std::map<std::string, std::optional<DkimKey>> known_keys_;
    std::chrono::steady_clock::time_point keys_known_at_;
    std::atomic<bool> hurry_{false};
    std::unique_ptr<Connection> connection_;
};

}  // namespace commis::smtp
