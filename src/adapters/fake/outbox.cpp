// Mail, jobs and first answers in memory.
#include <algorithm>
#include <map>

#include "adapters/fake/desk.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::fake {
namespace {

using ports::MailRow;
using ports::MailStatus;

template <class T>
void cut(std::vector<T>& list, std::int32_t limit) {
    if (list.size() > static_cast<std::size_t>(limit)) list.resize(static_cast<std::size_t>(limit));
}

auto key_of(const ports::IdempotencyKey& key) { return std::tuple(key.shop_id, key.caller, key.route, key.key); }

// Its reader was erased.
bool is_erased(const StoredMail& mail) { return mail.row.recipient.empty() || mail.row.recipient == mail.row.id; }

}  // namespace

std::vector<std::int64_t> Outbox::due_shops(std::int64_t now_ms) {
    std::map<std::int64_t, std::int64_t> due_at;
    for (const auto& [key, mail] : data_.mails) {
        if (!mail.is_open || mail.next_at_ms > now_ms) continue;
        const auto known = due_at.emplace(mail.row.shop_id, mail.next_at_ms).first;
        known->second = std::min(known->second, mail.next_at_ms);
    }
    std::vector<std::int64_t> shop_ids;
    for (const auto& [shop_id, at_ms] : due_at) shop_ids.push_back(shop_id);
    std::ranges::stable_sort(shop_ids, {}, [&](std::int64_t shop_id) { return due_at.at(shop_id); });
    return shop_ids;
}

std::vector<MailRow> Outbox::claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                   std::int32_t limit) {
    std::vector<StoredMail*> due;
    for (auto& [key, mail] : data_.mails) {
        if (mail.row.shop_id == shop_id && mail.is_open && mail.next_at_ms <= now_ms) due.push_back(&mail);
    }
    // Those whose sender died come first: their fate has to be told.
    std::ranges::sort(due, {}, [](const StoredMail* mail) {
        return std::tuple(mail->row.status != MailStatus::sending, mail->next_at_ms, mail->row.id);
    });
    cut(due, limit);
    std::vector<MailRow> claimed;
    for (StoredMail* mail : due) {
        mail->next_at_ms = now_ms + lease_ms;
        claimed.push_back(mail->row);
    }
    std::ranges::sort(claimed, {}, [](const MailRow& row) { return std::tuple(row.due_at_ms, row.id); });
    return claimed;
}

bool Outbox::begin(std::int64_t shop_id, std::string_view mail_id, std::int64_t claimed_until_ms,
                   std::int64_t until_ms) {
    const auto found = data_.mails.find({shop_id, std::string(mail_id)});
    if (found == data_.mails.end()) return false;
    StoredMail& mail = found->second;
    if (!mail.is_open || mail.row.status != MailStatus::queued || mail.next_at_ms != claimed_until_ms) return false;
    mail.row.status = MailStatus::sending;
    mail.row.attempts += 1;
    mail.next_at_ms = until_ms;
    return true;
}

void Outbox::record(std::int64_t shop_id, std::string_view mail_id, const ports::MailOutcome& outcome,
                    std::int64_t now_ms) {
    const auto found = data_.mails.find({shop_id, std::string(mail_id)});
    if (found == data_.mails.end()) return;
    StoredMail& mail = found->second;
    if (!outcome.bytes.empty() && !is_erased(mail)) mail.bytes = outcome.bytes;
    if (!mail.is_open) return;
    if (!outcome.is_attempt && mail.row.status == MailStatus::sending) mail.row.attempts -= 1;
    mail.is_open = outcome.status == MailStatus::queued;
    mail.row.status = outcome.status;
    mail.row.last_reply = outcome.last_reply;
    mail.row.sent_at_ms.reset();
    if (outcome.status == MailStatus::sent) mail.row.sent_at_ms = now_ms;
    if (!outcome.subject.empty()) mail.row.subject = outcome.subject;
    if (mail.is_open) mail.row.due_at_ms = outcome.next_due_at_ms;
    mail.next_at_ms = mail.row.due_at_ms;
}

bool Outbox::retry(std::int64_t shop_id, std::string_view mail_id, std::string_view recipient, std::int64_t now_ms) {
    const auto found = data_.mails.find({shop_id, std::string(mail_id)});
    if (found == data_.mails.end()) return false;
    StoredMail& mail = found->second;
    const MailStatus status = mail.row.status;
    const bool is_retried = status == MailStatus::queued || status == MailStatus::failed ||
                            status == MailStatus::unknown || status == MailStatus::bounced;
    const auto is_twin = [&](const auto& each) {
        const MailRow& row = each.second.row;
        return row.shop_id == shop_id && row.order_id == mail.row.order_id && row.id != mail_id &&
               row.event_sequence == mail.row.event_sequence && row.kind == mail.row.kind && row.recipient == recipient;
    };
    if (!is_retried || is_erased(mail) || std::ranges::any_of(data_.mails, is_twin)) return false;
    if (!recipient.empty()) mail.row.recipient = recipient;
    mail.row.bounce_cause.clear();
    mail.row.bounce_code.clear();
    mail.row.bounced_at_ms.reset();
    mail.row.status = MailStatus::queued;
    mail.row.due_at_ms = now_ms;
    mail.next_at_ms = now_ms;
    mail.is_open = true;
    return true;
}

bool Outbox::add_bounce(const ports::Bounce& bounce) {
    const auto is_same = [&](const auto& each) {
        return each.second.shop_id == bounce.shop_id && each.second.report_key == bounce.report_key;
    };
    if (std::ranges::any_of(data_.bounces, is_same)) return false;
    data_.bounces.emplace(Key{bounce.shop_id, bounce.id}, bounce);
    return true;
}

bool Outbox::mark_bounced(const ports::Bounce& bounce) {
    const auto found = data_.mails.find({bounce.shop_id, bounce.mail_id});
    if (found == data_.mails.end()) return false;
    StoredMail& mail = found->second;
    const MailStatus status = mail.row.status;
    if (status == MailStatus::queued || status == MailStatus::suppressed || status == MailStatus::failed) return false;
    mail.is_open = false;
    mail.row.status = MailStatus::bounced;
    mail.row.last_reply = bounce.words;
    mail.row.bounce_cause = domain::id_of(bounce.cause);
    mail.row.bounce_code = bounce.code;
    mail.row.bounced_at_ms = bounce.reported_at_ms;
    if (!mail.row.sent_at_ms) mail.row.sent_at_ms = bounce.reported_at_ms;
    return true;
}

bool Outbox::lift_bounces(std::int64_t shop_id, std::string_view email, std::string_view, std::int64_t now_ms) {
    bool is_any = false;
    for (auto& [key, bounce] : data_.bounces) {
        const bool is_meant = key.first == shop_id && sql::case_key(bounce.email) == sql::case_key(email);
        if (!is_meant || bounce.lifted_at_ms) continue;
        bounce.lifted_at_ms = now_ms;
        is_any = true;
    }
    return is_any;
}

void Outbox::add_test(const MailRow& mail, const ports::MailTest& test) {
    StoredMail stored{mail, test, true, mail.due_at_ms, {}};
    stored.row.status = MailStatus::queued;
    stored.row.is_test = true;
    data_.mails.emplace(Key{mail.shop_id, mail.id}, std::move(stored));
}

std::optional<MailRow> Outbox::find_sent_to(std::int64_t shop_id, std::string_view email) {
    for (auto each = data_.mails.rbegin(); each != data_.mails.rend(); ++each) {
        const MailRow& row = each->second.row;
        const bool was_sent =
            row.status == MailStatus::sent || row.status == MailStatus::unknown || row.status == MailStatus::bounced;
        if (row.shop_id == shop_id && was_sent && sql::case_key(row.recipient) == sql::case_key(email)) return row;
    }
    return std::nullopt;
}

std::optional<ports::Bounce> Outbox::newest_bounce(std::int64_t shop_id, std::string_view email) {
    for (auto each = data_.bounces.rbegin(); each != data_.bounces.rend(); ++each) {
        const ports::Bounce& bounce = each->second;
        const bool is_news = bounce.verdict != domain::BounceVerdict::delayed;
        if (bounce.shop_id == shop_id && is_news && sql::case_key(bounce.email) == sql::case_key(email)) return bounce;
    }
    return std::nullopt;
}

std::vector<MailRow> Outbox::list(const ports::MailFilter& filter) {
    std::vector<MailRow> rows;
    for (auto each = data_.mails.rbegin(); each != data_.mails.rend(); ++each) {
        const MailRow& row = each->second.row;
        const bool is_status =
            filter.statuses.empty() || std::ranges::find(filter.statuses, row.status) != filter.statuses.end();
        const bool is_wanted = row.shop_id == filter.shop_id && is_status &&
                               (filter.order_id.empty() || (row.order_id == filter.order_id && !row.is_test)) &&
                               (filter.after_id.empty() || row.id < filter.after_id);
        if (is_wanted) rows.push_back(row);
    }
    cut(rows, filter.limit);
    return rows;
}

std::optional<MailRow> Outbox::find(std::int64_t shop_id, std::string_view mail_id) {
    const auto found = data_.mails.find({shop_id, std::string(mail_id)});
    if (found == data_.mails.end()) return std::nullopt;
    return found->second.row;
}

std::optional<std::string> Outbox::find_bytes(std::int64_t shop_id, std::string_view mail_id) {
    const auto found = data_.mails.find({shop_id, std::string(mail_id)});
    if (found == data_.mails.end() || found->second.bytes.empty()) return std::nullopt;
    return found->second.bytes;
}

std::optional<ports::MailTest> Outbox::find_test(std::int64_t shop_id, std::string_view mail_id) {
    const auto found = data_.mails.find({shop_id, std::string(mail_id)});
    if (found == data_.mails.end() || !found->second.row.is_test) return std::nullopt;
    return found->second.test;
}

std::int64_t Outbox::count_waiting(std::int64_t shop_id, std::int64_t limit) {
    const auto waits = [&](const auto& each) { return each.second.row.shop_id == shop_id && each.second.is_open; };
    return std::min<std::int64_t>(limit, std::ranges::count_if(data_.mails, waits));
}

std::optional<ports::StoredAnswer> IdempotencyStore::find(const ports::IdempotencyKey& key) {
    const auto found = data_.answers.find(key_of(key));
    if (found == data_.answers.end()) return std::nullopt;
    return found->second.answer;
}

void IdempotencyStore::store(const ports::IdempotencyKey& key, const ports::StoredAnswer& answer, std::int64_t now_ms) {
    const bool is_new = data_.answers.emplace(key_of(key), StoredFirstAnswer{answer, now_ms}).second;
    if (!is_new) throw ports::AlreadyExists("idempotency_keys");
}

void IdempotencyStore::forget(const ports::IdempotencyKey& key) { data_.answers.erase(key_of(key)); }

void IdempotencyStore::delete_before(std::int64_t created_before_ms) {
    std::erase_if(data_.answers, [&](const auto& each) { return each.second.created_at_ms < created_before_ms; });
}

}  // namespace commis::fake
