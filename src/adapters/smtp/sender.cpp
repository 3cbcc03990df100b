// MAIL, RCPT and DATA go together where the server takes them together. From the moment the whole message with its
// final dot has left, silence means `unknown`; before that moment nothing can have been taken.
#include "adapters/smtp/sender.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <stdexcept>

#include "adapters/smtp/compose.hpp"
#include "adapters/smtp/dkim_sign.hpp"

namespace commis::smtp {
namespace {

using ports::SendResult;
using ports::SendStatus;

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char sign) { return static_cast<unsigned char>(sign) < 0x80; });
}

SendResult refused(const Reply& reply) {
    return {reply.is_permanent() ? SendStatus::permanent : SendStatus::temporary, reply.code, reply.words};
}

SendResult ours(SendStatus status, std::string words) { return {status, 0, std::move(words)}; }

// Dots at line starts are doubled, every line ends in CRLF and nothing else: a lone CR or LF could be read as an end
// of line by one host and not by the next, and smuggle a second message in.
std::string as_data(std::string_view bytes) {
    std::string data;
    data.reserve(bytes.size() + bytes.size() / 50 + 8);
    bool is_line_start = true;
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        const char sign = bytes[index];
        if (sign == '\r' || sign == '\n') {
            if (sign == '\r' && index + 1 < bytes.size() && bytes[index + 1] == '\n') ++index;
            data += "\r\n";
            is_line_start = true;
            continue;
        }
        if (is_line_start && sign == '.') data += '.';
        data += sign;
        is_line_start = false;
    }
    if (!is_line_start) data += "\r\n";
    data += ".\r\n";
    return data;
}

// One message over one connection. `is_untouched` stays true while the server has answered nothing, so that a kept
// connection that had silently died may be replaced without doubt.
class Transaction {
public:
    Transaction(Connection& connection, std::int64_t timeout_ms) : connection_{connection}, timeout_ms_{timeout_ms} {}

    SendResult run(const std::string& from, const std::string& to, std::string_view bytes) {
        const auto& offers = connection_.offers();
        if (!is_ascii(bytes) && !offers.features.eight_bit_mime) {
            return ours(SendStatus::temporary, "the server takes no 8bit text now");
        }
        std::string mail = "MAIL FROM:<" + from + ">";
        if (offers.features.eight_bit_mime && !is_ascii(bytes)) mail += " BODY=8BITMIME";
        if (!is_ascii(from) || !is_ascii(to)) mail += " SMTPUTF8";
        if (offers.size) mail += " SIZE=" + std::to_string(bytes.size());
        const std::array<std::string, 3> commands{mail + "\r\n", "RCPT TO:<" + to + ">\r\n", "DATA\r\n"};
        auto failed = offers.pipelining ? ask_together(commands) : ask_in_turn(commands);
        return failed ? std::move(*failed) : hand_over(bytes);
    }

    bool is_untouched() const { return is_untouched_; }
    bool is_broken() const { return is_broken_; }

private:
    SendResult lost(const Lost& lost, SendStatus status) {
        is_broken_ = true;
        return ours(status, lost.words);
    }

    std::optional<SendResult> ask_in_turn(const std::array<std::string, 3>& commands) {
        for (const auto& command : commands) {
            if (auto done = connection_.write(command, timeout_ms_); !done) {
                return lost(done.error(), SendStatus::temporary);
            }
            const auto reply = connection_.read(timeout_ms_);
            if (!reply) return lost(reply.error(), SendStatus::temporary);
            if (auto failed = check(*reply, &command == &commands.back())) {
                reset();
                return failed;
            }
        }
        return std::nullopt;
    }

    std::optional<SendResult> ask_together(const std::array<std::string, 3>& commands) {
        if (auto done = connection_.write(commands[0] + commands[1] + commands[2], timeout_ms_); !done) {
            return lost(done.error(), SendStatus::temporary);
        }
        std::optional<SendResult> failed;
        for (std::size_t index = 0; index < commands.size(); ++index) {
            const bool is_data = index + 1 == commands.size();
            const auto reply = connection_.read(timeout_ms_);
            if (!reply) {
                auto gone = lost(reply.error(), SendStatus::temporary);
                return failed ? failed : std::optional{gone};
            }
            // DATA opened for a mail whose recipient was refused: closed at once, with nothing in it.
            if (is_data && failed && reply->code == 354) {
                is_broken_ = true;
                return failed;
            }
            if (!failed) failed = check(*reply, is_data);
        }
        if (failed) reset();
        return failed;
    }

    std::optional<SendResult> check(const Reply& reply, bool is_data) {
        const bool is_untouched_before = is_untouched_;
        is_untouched_ = is_untouched_before && reply.code == 421;  // "I am closing": nothing was begun.
        if (reply.code == 421) is_broken_ = true;
        const bool is_accepted = is_data ? reply.code == 354 : reply.code >= 200 && reply.code < 300;
        if (is_accepted) return std::nullopt;
        if (reply.is_positive()) is_broken_ = true;
        return refused(reply);
    }

    SendResult hand_over(std::string_view bytes) {
        const auto data = as_data(bytes);
        if (auto done = connection_.write(data, timeout_ms_ * 5); !done) {
            return lost(done.error(), SendStatus::temporary);
        }
        const auto reply = connection_.read(timeout_ms_ * 5);
        if (!reply) return lost(reply.error(), SendStatus::unknown);
        if (reply->code == 421) is_broken_ = true;
        if (reply->code < 200 || reply->code >= 400) return refused(*reply);
        return {SendStatus::sent, reply->code, reply->words};
    }

    void reset() {
        if (is_broken_) return;
        const auto done = connection_.write("RSET\r\n", timeout_ms_);
        if (!done || !connection_.read(timeout_ms_)) is_broken_ = true;
    }

    Connection& connection_;
    std::int64_t timeout_ms_;
    bool is_untouched_ = true;
    bool is_broken_ = false;
};

SendResult from_fault(const ComposeFault& fault) {
    return ours(SendStatus::permanent, fault.code + (fault.detail.empty() ? "" : ": " + fault.detail));
}

}  // namespace

std::expected<void, SendResult> SmtpMailer::connect() {
    if (connection_) return {};
    auto opened = Connection::open(settings_, hurry_);
    if (!opened) return std::unexpected{opened.error()};
    connection_ = std::move(*opened);
    return {};
}

std::expected<ports::MailServerFeatures, SendResult> SmtpMailer::features() {
    if (auto connected = connect(); !connected) return std::unexpected{connected.error()};
    return connection_->offers().features;
}

std::expected<std::string, SendResult> SmtpMailer::compose(const ports::MailMessage& message,
                                                           const ports::MailServerFeatures& features) {
    const auto& key = key_for(message.from.address);
    // A server on the way that takes no 8 bits would encode the body anew and break the signature.
    auto signable = features;
    if (key) signable.eight_bit_mime = false;
    auto bytes = compose_message(message, signable);
    if (!bytes) return std::unexpected{from_fault(bytes.error())};
    if (!key) return *bytes;
    try {
        return dkim_signed(*bytes, *key, message.message_id);
    } catch (const std::runtime_error& fault) {
        // Never unsigned by mistake: it waits until somebody has seen to the key.
        return std::unexpected{ours(SendStatus::temporary, fault.what())};
    }
}

const std::optional<DkimKey>& SmtpMailer::key_for(const std::string& address) {
    static const std::optional<DkimKey> none;
    const auto written = wire_address("a" + address.substr(std::min(address.find('@'), address.size())), false);
    if (!keys_ || !written) return none;
    const auto now = std::chrono::steady_clock::now();
    if (now - keys_known_at_ > std::chrono::minutes{1}) {
        known_keys_.clear();
        keys_known_at_ = now;
    }
    const auto domain = domain_of(*written);
    const auto [at, is_new] = known_keys_.try_emplace(domain);
    if (is_new) at->second = keys_->find(domain);
    return at->second;
}

SendResult SmtpMailer::send(const ports::Envelope& envelope, std::string_view bytes) {
    for (const bool may_reconnect : {true, false}) {
        const bool was_kept = connection_ != nullptr;
        if (auto connected = connect(); !connected) return connected.error();
        const auto& features = connection_->offers().features;
        const auto from = wire_address(envelope.from, features.internationalized);
        if (!from) return from_fault(from.error());
        const auto to = wire_address(envelope.to, features.internationalized);
        if (!to) return from_fault(to.error());
        if (features.size_limit_bytes > 0 && static_cast<std::int64_t>(bytes.size()) > features.size_limit_bytes) {
            return ours(SendStatus::permanent,
                        "the server takes at most " + std::to_string(features.size_limit_bytes) + " bytes");
        }
        Transaction transaction{*connection_, settings_.timeout_ms};
        auto result = transaction.run(*from, *to, bytes);
        if (transaction.is_broken()) connection_.reset();
        // Servers drop idle connections and end long ones; the next message begins a new one.
        const bool was_stale = was_kept && transaction.is_broken() && transaction.is_untouched();
        if (!was_stale || !may_reconnect) return result;
    }
    return ours(SendStatus::temporary, "the connection was closed twice");
}

}  // namespace commis::smtp
