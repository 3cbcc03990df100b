#include "adapters/sql/outbox.hpp"

#include <algorithm>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/mail_rows.hpp"
#include "adapters/sql/mail_statements.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::sql {
namespace {

using ports::MailRow;
using ports::MailStatus;

// Above every id: they are letters and digits.
constexpr std::string_view last_id = "~";

// As both engines' lower() writes what can be compared on both: ASCII alone.
std::string lower_ascii(std::string_view text) {
    std::string small(text);
    for (char& sign : small) {
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
    }
    return small;
}

std::vector<MailRow> read_all(Rows rows) {
    std::vector<MailRow> mails;
    while (rows.next()) mails.push_back(read_mail(rows));
    return mails;
}

}  // namespace

MailRow read_mail(const Rows& rows) {
    Columns columns(rows);
    MailRow mail;
    mail.shop_id = columns.integer();
    mail.id = columns.text();
    mail.order_id = columns.text();
    mail.order_number = columns.text();
    mail.event_sequence = columns.integer();
    mail.kind = columns.code<domain::MailKind>();
    mail.recipient = columns.text();
    mail.language = columns.text();
    mail.subject = columns.text();
    mail.status = columns.code<MailStatus>();
    mail.reason = columns.code<domain::Suppression>();
    mail.due_at_ms = columns.integer();
    mail.attempts = columns.integer();
    mail.last_reply = columns.text();
    mail.created_at_ms = columns.integer();
    mail.sent_at_ms = columns.optional_integer();
    mail.bounce_cause = columns.text();
    mail.bounce_code = columns.text();
    mail.bounced_at_ms = columns.optional_integer();
    mail.is_copy = columns.flag();
    mail.is_test = columns.flag();
    mail.repeats = columns.text();
    return mail;
}

std::vector<MailRow> mails_of_events(Session& session, std::int64_t shop_id, std::string_view order_id,
                                     std::int64_t first, std::int64_t last) {
    return read_all(session.query(mail_sql::list_events, {shop_id, order_id, first, last}));
}

std::vector<MailRow> Outbox::claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                   std::int32_t limit) {
    const std::int64_t until_ms = now_ms + lease_ms;
    std::vector<MailRow> mails = read_all(session_.query(mail_sql::claim_lost, {shop_id, now_ms, until_ms, limit}));
    const auto left = limit - static_cast<std::int32_t>(mails.size());
    if (left > 0) {
        auto queued = read_all(session_.query(mail_sql::claim_queued, {shop_id, now_ms, until_ms, left}));
        std::ranges::move(queued, std::back_inserter(mails));
    }
    std::ranges::sort(mails, [](const MailRow& left_mail, const MailRow& right_mail) {
        return std::tie(left_mail.due_at_ms, left_mail.id) < std::tie(right_mail.due_at_ms, right_mail.id);
    });
    return mails;
}

bool Outbox::begin(std::int64_t shop_id, std::string_view mail_id, std::int64_t claimed_until_ms,
                   std::int64_t until_ms) {
    return session_.execute(mail_sql::begin, {shop_id, mail_id, claimed_until_ms, until_ms}) == 1;
}

void Outbox::record(std::int64_t shop_id, std::string_view mail_id, const ports::MailOutcome& outcome,
                    std::int64_t now_ms) {
    const bool waits = outcome.status == MailStatus::queued;
    const Param sent_at_ms = outcome.status == MailStatus::sent ? Param(now_ms) : Param();
    session_.execute(mail_sql::record,
                     {shop_id, mail_id, code_of(outcome.status), outcome.last_reply, outcome.subject, sent_at_ms,
                      std::int64_t{waits ? 1 : 0}, outcome.next_due_at_ms, std::int64_t{outcome.is_attempt ? 0 : 1}});
    if (!outcome.bytes.empty()) session_.execute(mail_sql::save_bytes, {shop_id, mail_id, outcome.bytes});
}

bool Outbox::retry(std::int64_t shop_id, std::string_view mail_id, std::string_view recipient, std::int64_t now_ms) {
    return session_.execute(mail_sql::retry, {shop_id, mail_id, now_ms, recipient}) == 1;
}

bool Outbox::add_bounce(const ports::Bounce& bounce) {
    return session_.execute(
               mail_sql::add_bounce,
               {bounce.shop_id, bounce.id, bounce.mail_id, bounce.order_id, bounce.email, code_of(bounce.verdict),
                code_of(bounce.cause), bounce.code, bounce.words, code_of(bounce.matched_by), bounce.report_key,
                bounce.reported_at_ms, bounce.lifted_at_ms, case_key(bounce.email)}) == 1;
}

bool Outbox::mark_bounced(const ports::Bounce& bounce) {
    return session_.execute(mail_sql::mark_bounced, {bounce.shop_id, bounce.mail_id, bounce.words,
                                                     code_of(bounce.cause), bounce.code, bounce.reported_at_ms}) == 1;
}

bool Outbox::lift_bounces(std::int64_t shop_id, std::string_view email, std::string_view lifted_by,
                          std::int64_t now_ms) {
    return session_.execute(mail_sql::lift_bounces, {shop_id, case_key(email), lifted_by, now_ms}) > 0;
}

void Outbox::add_test(const MailRow& mail, const ports::MailTest& test) {
    session_.execute(mail_sql::add_test, {mail.shop_id, mail.id, mail.order_id, mail.order_number, mail.event_sequence,
                                          code_of(mail.kind), mail.recipient, mail.language, mail.due_at_ms});
    session_.execute(mail_sql::add_test_words, {mail.shop_id, mail.id, test.event_sequence, test.subject, test.body});
}

std::vector<MailRow> OutboxReader::list(const ports::MailFilter& filter) {
    const std::string_view below = filter.after_id.empty() ? last_id : std::string_view(filter.after_id);
    if (!filter.order_id.empty()) {
        // The mails of one order are few: the status is looked at here.
        auto mails = read_all(session_.query(mail_sql::list_order, {filter.shop_id, filter.order_id, below, 1000}));
        std::erase_if(mails, [&](const MailRow& mail) {
            return !filter.statuses.empty() && std::ranges::find(filter.statuses, mail.status) == filter.statuses.end();
        });
        if (mails.size() > static_cast<std::size_t>(filter.limit)) mails.resize(static_cast<std::size_t>(filter.limit));
        return mails;
    }
    if (filter.statuses.empty()) {
        return read_all(session_.query(mail_sql::list, {filter.shop_id, below, filter.limit}));
    }
    std::vector<MailRow> mails;
    for (const MailStatus status : filter.statuses) {
        Rows rows = session_.query(mail_sql::list_status, {filter.shop_id, code_of(status), below, filter.limit});
        while (rows.next()) mails.push_back(read_mail(rows));
    }
    std::ranges::sort(mails, std::greater(), &MailRow::id);
    if (mails.size() > static_cast<std::size_t>(filter.limit)) mails.resize(static_cast<std::size_t>(filter.limit));
    return mails;
}

std::optional<MailRow> OutboxReader::find(std::int64_t shop_id, std::string_view mail_id) {
    Rows rows = session_.query(mail_sql::find, {shop_id, mail_id});
    if (!rows.next()) return std::nullopt;
    return read_mail(rows);
}

std::optional<std::string> OutboxReader::find_bytes(std::int64_t shop_id, std::string_view mail_id) {
    Rows rows = session_.query(mail_sql::find_bytes, {shop_id, mail_id});
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

std::optional<ports::MailTest> OutboxReader::find_test(std::int64_t shop_id, std::string_view mail_id) {
    Rows rows = session_.query(mail_sql::find_test, {shop_id, mail_id});
    if (!rows.next()) return std::nullopt;
    return ports::MailTest{rows.integer(0), rows.text(1), rows.text(2)};
}

std::vector<std::int64_t> OutboxReader::due_shops(std::int64_t now_ms) {
    std::vector<std::int64_t> shop_ids;
    Rows rows = session_.query(mail_sql::due_shops, {now_ms});
    while (rows.next()) shop_ids.push_back(rows.integer(0));
    return shop_ids;
}

std::int64_t OutboxReader::count_waiting(std::int64_t shop_id, std::int64_t limit) {
    Rows rows = session_.query(mail_sql::count_waiting, {shop_id, limit});
    return rows.next() ? rows.integer(0) : 0;
}

std::optional<MailRow> OutboxReader::find_sent_to(std::int64_t shop_id, std::string_view email) {
    Rows rows = session_.query(mail_sql::find_sent_to, {shop_id, lower_ascii(email)});
    if (!rows.next()) return std::nullopt;
    return read_mail(rows);
}

std::optional<ports::Bounce> OutboxReader::newest_bounce(std::int64_t shop_id, std::string_view email) {
    Rows rows = session_.query(mail_sql::newest_bounce, {shop_id, case_key(email)});
    if (!rows.next()) return std::nullopt;
    Columns columns(rows);
    ports::Bounce bounce;
    bounce.shop_id = columns.integer();
    bounce.id = columns.text();
    bounce.mail_id = columns.text();
    bounce.order_id = columns.text();
    bounce.email = columns.text();
    bounce.verdict = columns.code<domain::BounceVerdict>();
    bounce.cause = columns.code<domain::BounceCause>();
    bounce.code = columns.text();
    bounce.words = columns.text();
    bounce.matched_by = columns.code<domain::BounceMatch>();
    bounce.report_key = columns.text();
    bounce.reported_at_ms = columns.integer();
    bounce.lifted_at_ms = columns.optional_integer();
    return bounce;
}

}  // namespace commis::sql
