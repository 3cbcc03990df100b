// The outbox: one row per event and recipient, sent or suppressed with the reason. Nothing is silent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bounce.hpp"
#include "domain/notify.hpp"

namespace commis::ports {

// `held` is shown for a queued row whose time has not come; it is not stored.
// `bounced`: a server took it, and later said that it did not reach its reader.
enum class MailStatus : std::uint8_t { queued, sending, sent, suppressed, failed, unknown, bounced };
inline constexpr int mail_status_count = 7;
std::string_view id_of(MailStatus status);
std::optional<MailStatus> find_mail_status(std::string_view id);

struct MailRow {
    std::int64_t shop_id = 0;
    std::string id;
    std::string order_id;
    std::string order_number;
    std::int64_t event_sequence = 0;
    domain::MailKind kind = domain::MailKind::order_placed;
    std::string recipient;
    std::string language;
    std::string subject;  // Once rendered.
    MailStatus status = MailStatus::queued;
    domain::Suppression reason = domain::Suppression::none;
    std::int64_t due_at_ms = 0;
    std::int64_t attempts = 0;
    std::string last_reply;
    std::int64_t created_at_ms = 0;
    std::optional<std::int64_t> sent_at_ms;
    std::string bounce_cause;  // The newest report that it did not arrive: a BounceCause's id …
    std::string bounce_code;   // … and the server's code, such as "5.1.1"; both may be empty.
    std::optional<std::int64_t> bounced_at_ms;
    bool is_copy = false;  // Of a buyer's mail, to somebody of the staff.
    bool is_test = false;  // Of a mail's words, to whoever works on them; no happening of its order.
    std::string repeats;   // The mail whose very bytes this one leaves with; empty: rendered from the facts.
};

// Whether a server took it, or may have: it can be sent once more as it was. Tests are no mail of an order.
constexpr bool has_left(const MailRow& mail) {
    using enum MailStatus;
    return !mail.is_test && (mail.status == sent || mail.status == unknown || mail.status == bounced);
}

// What a test leaves with beside its row: the words as they were typed, and what it tells of.
struct MailTest {
    std::int64_t event_sequence = 0;  // Of the order; 0 for none.
    std::string subject;
    std::string body;
};

// One report about one mail, kept as it came.
struct Bounce {
    std::int64_t shop_id = 0;
    std::string id;
    std::string mail_id;
    std::string order_id;
    std::string email;  // The address it is about.
    domain::BounceVerdict verdict = domain::BounceVerdict::permanent;
    domain::BounceCause cause = domain::BounceCause::other;
    std::string code;
    std::string words;
    domain::BounceMatch matched_by = domain::BounceMatch::message_id;
    std::string report_key;  // The same report has the same key.
    std::int64_t reported_at_ms = 0;
    std::optional<std::int64_t> lifted_at_ms = {};  // Somebody said since that the address is right.
};

// Whether mail to its address is lost, as far as this report says.
constexpr bool says_dead(const Bounce& bounce) {
    return bounce.verdict == domain::BounceVerdict::permanent && domain::is_about_address(bounce.cause) &&
           !bounce.lifted_at_ms;
}

struct MailOutcome {
    MailStatus status = MailStatus::sent;
    std::string last_reply;
    std::string subject;
    std::int64_t next_due_at_ms = 0;  // For `queued`: when to try again.
    std::string bytes;                // As sent, kept for proof; empty keeps what is stored.
    bool is_attempt = true;           // False: nothing was tried, the count of a begun one is taken back.
};

// Inside a unit of work.
struct Outbox {
    virtual ~Outbox() = default;
    // Takes due rows of one shop until `now_ms + lease_ms`. They stay `queued`: nothing has left, so they may be
    // withdrawn, and a worker that dies leaves them to be taken again. A row whose lease ran out while `sending` comes
    // back with that status, so that its fate can be told as unknown.
    virtual std::vector<MailRow> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                       std::int32_t limit) = 0;
    // The bytes of a claimed row are about to leave: it is `sending` until `until_ms`, and that counts as an attempt.
    // False when it was withdrawn, or taken by somebody else, since it was claimed until `claimed_until_ms`.
    virtual bool begin(std::int64_t shop_id, std::string_view mail_id, std::int64_t claimed_until_ms,
                       std::int64_t until_ms) = 0;
    // What became of a row that was claimed or begun; one that is neither any more stays as it is.
    virtual void record(std::int64_t shop_id, std::string_view mail_id, const MailOutcome& outcome,
                        std::int64_t now_ms) = 0;
    // Queues a failed, bounced, unknown or waiting row again, now. False when there is none or its status does not
    // allow it, or when this very mail went to the new `recipient` as well. That one takes the place of the old one;
    // empty keeps it.
    virtual bool retry(std::int64_t shop_id, std::string_view mail_id, std::string_view recipient,
                       std::int64_t now_ms) = 0;
    // Keeps a report. False when it is there already.
    virtual bool add_bounce(const Bounce& bounce) = 0;
    // The mail did not arrive: its row says so. A row that waits to be sent once more stays as it is: false.
    virtual bool mark_bounced(const Bounce& bounce) = 0;
    // Forgets what reports said about an address, compared without case. False when none said anything.
    virtual bool lift_bounces(std::int64_t shop_id, std::string_view email, std::string_view lifted_by,
                              std::int64_t now_ms) = 0;
    // Queues a test, due now: the row's shop, id, order, kind, recipient, language and times are taken.
    virtual void add_test(const MailRow& mail, const MailTest& test) = 0;
};

struct MailFilter {
    std::int64_t shop_id = 0;
    std::string order_id;  // Empty: all of the shop.
    std::vector<MailStatus> statuses;
    std::string after_id;  // Newest first, below this id.
    std::int32_t limit = 50;
};

struct OutboxReader {
    virtual ~OutboxReader() = default;
    virtual std::vector<MailRow> list(const MailFilter& filter) = 0;
    virtual std::optional<MailRow> find(std::int64_t shop_id, std::string_view mail_id) = 0;
    // A mail as it left; nothing when it never did, or was erased with its order's people.
    virtual std::optional<std::string> find_bytes(std::int64_t shop_id, std::string_view mail_id) = 0;
    virtual std::optional<MailTest> find_test(std::int64_t shop_id, std::string_view mail_id) = 0;
    // Shops with mail that is due, at most 100, the longest due first.
    virtual std::vector<std::int64_t> due_shops(std::int64_t now_ms) = 0;
    // How many wait to be sent, up to `limit`.
    virtual std::int64_t count_waiting(std::int64_t shop_id, std::int64_t limit) = 0;
    // The newest mail that was handed over for this address, compared without case.
    virtual std::optional<MailRow> find_sent_to(std::int64_t shop_id, std::string_view email) = 0;
    // The newest report about this address, compared without case; delays are no news.
    virtual std::optional<Bounce> newest_bounce(std::int64_t shop_id, std::string_view email) = 0;
};

}  // namespace commis::ports
