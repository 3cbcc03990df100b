// The way out for mail: compose a message's bytes for what the server can take, and hand them over once.
// Nothing here retries or remembers: that is the outbox worker's task.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commis::ports {

// A mailbox with the name a person reads; the name may be empty.
struct Mailbox {
    std::string name;
    std::string address;
};

// A file that goes along.
struct MailAttachment {
    std::string name;        // "INV-00042.pdf".
    std::string media_type;  // "application/pdf".
    std::string bytes;
};

// Everything one message says. The same value composes to the same bytes, so a retry repeats the mail exactly.
struct MailMessage {
    Mailbox from;
    std::optional<Mailbox> reply_to;
    Mailbox to;
    std::string subject;
    std::string text;
    std::string html;
    std::map<std::string, std::string> pictures{};  // PNGs inside the mail, by the name after `cid:` in its HTML.
    std::vector<MailAttachment> attachments{};
    std::string message_id;                         // Without angle brackets; stable across retries.
    std::int64_t date_ms = 0;
    std::string language;         // BCP 47, e.g. "fr".
    bool is_automatic = true;     // Auto-Submitted, so that holiday replies stay away (RFC 3834).
    std::string unsubscribe_url;  // List-Unsubscribe, of what staff asked to hear; empty for a buyer's mail.
};

// What the server said it can take, by its answer to EHLO.
struct MailServerFeatures {
    bool eight_bit_mime = false;
    bool internationalized = false;     // SMTPUTF8.
    std::int64_t size_limit_bytes = 0;  // 0: none told.
};

// The SMTP envelope: one recipient each, because one outbox row has one recipient.
struct Envelope {
    std::string from;
    std::string to;
};

enum class SendStatus : std::uint8_t {
    sent,       // The server took responsibility.
    temporary,  // Nothing was taken; trying again later may work.
    permanent,  // The server, or our own address rule, will refuse this again.
    unknown,    // The connection was lost after the last byte: it may or may not have been taken.
};
std::string_view id_of(SendStatus status);

struct SendResult {
    SendStatus status = SendStatus::temporary;
    int code = 0;       // SMTP reply code; 0 when no reply came.
    std::string words;  // The server's last words, or ours when it said none.
};

struct Mailer {
    virtual ~Mailer() = default;

    // Connects when it has to. The failure says why nobody answers; it is never `sent` and never `permanent`.
    virtual std::expected<MailServerFeatures, SendResult> features() = 0;

    // The message as bytes with CRLF line ends: 8bit where the server takes it, else quoted-printable; never base64.
    // May be called from one thread while another sends.
    virtual std::expected<std::string, SendResult> compose(const MailMessage& message,
                                                           const MailServerFeatures& features) = 0;

    // Hands the bytes over. Safe to call from one thread at a time.
    virtual SendResult send(const Envelope& envelope, std::string_view bytes) = 0;

    // The program stops: whatever is waited for ends within seconds. May be called from another thread.
    virtual void hurry() {}
};

inline std::string_view id_of(SendStatus status) {
    switch (status) {
        case SendStatus::sent:
            return "sent";
        case SendStatus::temporary:
            return "temporary";
        case SendStatus::permanent:
            return "permanent";
        case SendStatus::unknown:
            return "unknown";
    }
    std::unreachable();
}

}  // namespace commis::ports
