// Everything the in-memory storage remembers. A copy is cheap enough for tests, and putting an old copy back is how a
// failing unit of work leaves no trace.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "domain/projection.hpp"
#include "ports/storage.hpp"

namespace commis::fake {

using Key = std::pair<std::int64_t, std::string>;  // Shop and id.

struct StoredOrder {
    domain::Order order;
    domain::Projection projection;
};

struct StoredMail {
    ports::MailRow row;
    ports::MailTest test;
    bool is_open = false;
    std::int64_t next_at_ms = 0;
    std::string bytes;
};

// Whose turn a question to a payment service is.
struct CallTurn {
    std::int64_t next_at_ms = 0;
    std::int64_t attempts = 0;
};

struct StoredDelivery {
    ports::Delivery row;
    std::int64_t next_at_ms = 0;
    std::vector<ports::DeliveryAttempt> attempts;
};

struct StoredJob {
    ports::Job job;
    std::int64_t next_at_ms = 0;
};

struct StoredFirstAnswer {
    ports::StoredAnswer answer;
    std::int64_t created_at_ms = 0;
};

struct Data {
    std::map<Key, std::shared_ptr<const StoredOrder>> orders;
    std::map<Key, std::vector<domain::Event>> events;  // By order, oldest first.
    std::map<Key, std::int64_t> archived;              // By order: how many of its events.
    // By order: the facts after the decision whose newest event has that sequence.
    std::map<Key, std::map<std::int64_t, std::shared_ptr<const StoredOrder>>> past;
    std::map<Key, ports::RevisionDraft> drafts;
    std::map<Key, StoredMail> mails;
    std::map<Key, ports::Bounce> bounces;
    std::map<Key, CallTurn> call_turns;
    std::vector<ports::SandboxMovement> movements;
    std::map<std::tuple<std::int64_t, std::string, std::string>, CallTurn> checks;  // By order and payment.
    std::map<std::tuple<std::int64_t, std::string, std::string>, ports::StoredNotice> notices;
    std::map<Key, domain::NumberRange> ranges;
    std::map<std::int64_t, domain::Shop> shops;
    std::map<Key, domain::Article> articles;
    std::map<Key, ports::Customer> customers;
    std::map<Key, ports::SavedView> views;
    std::map<std::string, ports::Operator> operators;
    std::map<std::string, ports::Session> sessions;
    std::map<std::string, ports::Token> tokens;
    std::map<std::string, ports::SecondFactor> second_factors;             // By operator.
    std::map<std::string, std::map<std::string, bool>> recovery_codes;     // By operator and digest: used.
    std::map<std::string, ports::SignInStep> sign_in_steps;                // By digest.
    std::map<std::string, ports::SignInFailures> sign_in_failures;         // By key.
    std::map<std::int64_t, domain::SecondFactorRule> second_factor_rules;  // By shop.
    std::map<std::int64_t, std::vector<ports::AuditEntry>> audit;          // By shop, in their order.
    std::map<std::string, ports::Invitation> invitations;                  // By the digest of their link.
    // By shop, event, language and ticket type.
    std::map<std::tuple<std::int64_t, std::string, std::string, std::string>, ports::MailTemplate> templates;
    std::map<Key, ports::Webhook> webhooks;
    std::map<Key, StoredDelivery> deliveries;
    std::map<Key, ports::ArticleFile> article_files;
    std::map<Key, ports::Download> downloads;
    std::map<Key, ports::BlockedAddress> blocked;  // By the address without case.
    std::map<Key, ports::CodePlace> former_codes;
    std::map<Key, ports::BankRecord> bank_entries;
    std::map<Key, ports::BankStatementRow> bank_statements;
    std::map<Key, ports::SavedMapping> table_mappings;
    std::map<Key, ports::PayoutRecord> payouts;
    std::map<Key, std::vector<ports::PayoutLine>> payout_lines;
    std::map<Key, std::string> paid_out;               // By "order/entry": the payout.
    std::map<Key, ports::PayoutFetch> payout_fetches;  // By "provider/account".
    // By shop, kind and position; shared, because nothing of them changes.
    std::map<std::tuple<std::int64_t, domain::DocumentKind, std::int64_t>, std::shared_ptr<const ports::IssuedDocument>>
        issued;
    std::map<std::tuple<std::int64_t, std::string, std::string>, ports::DocumentFile> files;  // By document and form.
    // By order and parcel.
    std::map<std::tuple<std::int64_t, std::string, std::string>, ports::ParcelLabel> labels;
    std::map<Key, std::string> pictures;  // By digest.
    std::map<Key, ports::RangeMove> range_moves;
    std::map<Key, domain::MoneyMove> moves;
    std::map<Key, ports::AccountingTransfer> transfers;  // By document.
    std::map<Key, StoredJob> jobs;
    std::map<Key, std::map<std::int64_t, ports::JobItem>> job_items;  // By job and position.
    std::map<std::tuple<std::int64_t, std::string, std::string, std::string>, StoredFirstAnswer> answers;
};

}  // namespace commis::fake
