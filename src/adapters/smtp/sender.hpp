// Sends composed mail through one kept SMTP connection and says exactly what became of it.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "adapters/smtp/connection.hpp"
#include "adapters/smtp/settings.hpp"
#include "ports/mailer.hpp"

namespace commis::smtp {

// Use from one thread at a time; only `hurry` may be called from another.
class SmtpMailer final : public ports::Mailer {
public:
    explicit SmtpMailer(SmtpSettings settings) : settings_{std::move(settings)} {}

    std::expected<ports::MailServerFeatures, ports::SendResult> features() override;
    std::expected<std::string, ports::SendResult> compose(const ports::MailMessage& message,
                                                          const ports::MailServerFeatures& features) override;
    ports::SendResult send(const ports::Envelope& envelope, std::string_view bytes) override;
    void hurry() override { hurry_ = true; }

private:
    std::expected<void, ports::SendResult> connect();

    SmtpSettings settings_;
    std::atomic<bool> hurry_{false};
    std::unique_ptr<Connection> connection_;
};

}  // namespace commis::smtp
