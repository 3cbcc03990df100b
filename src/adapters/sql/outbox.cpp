#include "adapters/sql/outbox.hpp"

#include <algorithm>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/mail_rows.hpp"
#include "adapters/sql/mail_statements.hpp"

namespace commis::sql {
namespace {

using ports::MailRow;
using ports::MailStatus;

// Above every id: they are letters and digits.
constexpr std::string_view last_id = "~";

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
    return mail;
}

std::vector<MailRow> mails_of_events(Session& session, std::int64_t shop_id, std::string_view order_id,
                                     std::int64_t first, std::int64_t last) {
    return read_all(session.query(mail_sql::list_events, {shop_id, order_id, first, last}));
}

std::vector<std::int64_t> Outbox::due_shops(std::int64_t now_ms) {
    std::vector<std::int64_t> shop_ids;
    Rows rows = session_.query(mail_sql::due_shops, {now_ms});
    while (rows.next()) shop_ids.push_back(rows.integer(0));
    return shop_ids;
}

std::vector<MailRow> Outbox::claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                   std::int32_t limit) {
    const std::int64_t until_ms = now_ms + lease_ms;
    std::vector<MailRow> mails = read_all(session_.query(mail_sql::claim_lost, {shop_id, now_ms, until_ms, limit}));
    const auto left = limit - static_cast<std::int32_t>(mails.size());
    if (left > 0) {
        for (MailRow& mail : read_all(session_.query(mail_sql::claim_queued, {shop_id, now_ms, until_ms, left}))) {
            mail.status = MailStatus::queued;  // As it was found; its row says `sending` now.
            mails.push_back(std::move(mail));
        }
    }
    std::ranges::sort(mails, [](const MailRow& left_mail, const MailRow& right_mail) {
        return std::tie(left_mail.due_at_ms, left_mail.id) < std::tie(right_mail.due_at_ms, right_mail.id);
    });
    return mails;
}

void Outbox::record(std::int64_t shop_id, std::string_view mail_id, const ports::MailOutcome& outcome,
                    std::int64_t now_ms) {
    const bool waits = outcome.status == MailStatus::queued;
    std::int64_t due_at_ms = outcome.next_due_at_ms;
    if (!waits) {
        Rows rows = session_.query(mail_sql::due_at, {shop_id, mail_id});
        if (!rows.next()) return;
        due_at_ms = rows.integer(0);
    }
    const Param sent_at_ms = outcome.status == MailStatus::sent ? Param(now_ms) : Param();
    session_.execute(mail_sql::record,
                     {shop_id, mail_id, code_of(outcome.status), outcome.last_reply, outcome.subject, sent_at_ms, waits,
                      due_at_ms, due_at_ms, std::int64_t{outcome.is_attempt ? 0 : 1}});
    if (!outcome.bytes.empty()) session_.execute(mail_sql::save_bytes, {shop_id, mail_id, outcome.bytes});
}

bool Outbox::retry(std::int64_t shop_id, std::string_view mail_id, std::int64_t now_ms) {
    return session_.execute(mail_sql::retry, {shop_id, mail_id, now_ms}) == 1;
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

std::int64_t OutboxReader::count_waiting(std::int64_t shop_id, std::int64_t limit) {
    Rows rows = session_.query(mail_sql::count_waiting, {shop_id, limit});
    return rows.next() ? rows.integer(0) : 0;
}

}  // namespace commis::sql
