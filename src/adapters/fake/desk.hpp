// What stands around the orders, in memory: shops, articles, operators, mail, jobs, first answers.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class ShopStore final : public ports::ShopStore {
public:
    explicit ShopStore(Data& data) : data_(data) {}
    std::vector<domain::Shop> list() override;
    std::optional<domain::Shop> find(std::int64_t shop_id) override;
    std::optional<domain::Shop> find_handle(std::string_view handle) override;
    std::optional<domain::Shop> lock(std::int64_t shop_id) override;
    std::vector<domain::NumberRange> number_ranges(std::int64_t shop_id) override;
    std::optional<domain::NumberRange> lock_number_range(std::int64_t shop_id, std::string_view series) override;
    void save_number_range(std::int64_t shop_id, const domain::NumberRange& range) override;
    void insert(const domain::Shop& shop) override;
    void save(const domain::Shop& shop) override;

private:
    Data& data_;
};

class ArticleStore final : public ports::ArticleStore, public ports::ArticleReader {
public:
    explicit ArticleStore(Data& data) : data_(data) {}
    std::vector<ports::StockLevel> stock_levels(std::int64_t shop_id, const std::vector<std::string>& skus) override;
    std::vector<domain::Article> list(const ports::ArticlePageRequest& request) override;
    std::optional<domain::Article> find(std::int64_t shop_id, std::string_view article_id) override;
    std::optional<domain::Article> find_sku(std::int64_t shop_id, std::string_view sku) override;
    std::optional<domain::Article> lock(std::int64_t shop_id, std::string_view article_id) override;
    std::optional<std::int64_t> lock_stock(std::int64_t shop_id, std::string_view sku) override;
    void insert(const domain::Article& article) override;
    void save(const domain::Article& article) override;

private:
    Data& data_;
};

class AccessStore final : public ports::AccessStore, public ports::AccessReader {
public:
    explicit AccessStore(Data& data) : data_(data) {}
    std::optional<ports::Operator> find_operator(std::string_view operator_id) override;
    std::optional<ports::Operator> find_operator_by_email(std::string_view email) override;
    std::optional<ports::Session> find_session(std::string_view token_hash) override;
    std::optional<ports::Token> find_token(std::string_view token_hash) override;
    std::vector<ports::Token> list_tokens(std::int64_t shop_id) override;
    bool has_operators() override;
    std::vector<ports::Member> list_members(std::int64_t shop_id) override;
    std::vector<ports::Invitation> list_invitations(std::int64_t shop_id) override;
    std::optional<ports::Invitation> find_invitation(std::string_view token_hash) override;
    std::int64_t count_sessions(std::string_view operator_id, std::int64_t now_ms) override;
    void insert_operator(const ports::Operator& operator_) override;
    std::optional<ports::Operator> lock_operator(std::string_view operator_id) override;
    void save_operator(const ports::Operator& operator_) override;
    void save_membership(std::string_view operator_id, const ports::Membership& membership) override;
    bool delete_membership(std::int64_t shop_id, std::string_view operator_id) override;
    void insert_session(const ports::Session& session) override;
    void touch_session(std::string_view token_hash, std::int64_t expires_at_ms) override;
    void delete_session(std::string_view token_hash) override;
    void delete_sessions_before(std::int64_t now_ms) override;
    void insert_token(const ports::Token& token) override;
    void touch_token(std::string_view token_hash, std::int64_t now_ms) override;
    bool delete_token(std::int64_t shop_id, std::string_view token_id) override;
    void touch_operator(std::string_view operator_id, std::int64_t now_ms) override;
    std::int64_t delete_other_sessions(std::string_view operator_id, std::string_view kept_hash) override;
    std::vector<ports::Member> lock_members(std::int64_t shop_id) override;
    void replace_invitation(const ports::Invitation& invitation) override;
    bool delete_invitation(std::int64_t shop_id, std::string_view invitation_id) override;

private:
    Data& data_;
};

class TemplateStore final : public ports::TemplateStore, public ports::TemplateReader {
public:
    explicit TemplateStore(Data& data) : data_(data) {}
    std::vector<ports::MailTemplate> list(std::int64_t shop_id) override;
    std::optional<ports::MailTemplate> find(const ports::TemplateKey& key) override;
    void insert(const ports::MailTemplate& changed) override;
    bool update(const ports::MailTemplate& changed) override;
    bool remove(const ports::TemplateKey& key) override;

private:
    Data& data_;
};

class Outbox final : public ports::Outbox, public ports::OutboxReader {
public:
    explicit Outbox(Data& data) : data_(data) {}
    std::vector<std::int64_t> due_shops(std::int64_t now_ms) override;
    std::vector<ports::MailRow> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                      std::int32_t limit) override;
    bool begin(std::int64_t shop_id, std::string_view mail_id, std::int64_t claimed_until_ms,
               std::int64_t until_ms) override;
    void record(std::int64_t shop_id, std::string_view mail_id, const ports::MailOutcome& outcome,
                std::int64_t now_ms) override;
    bool retry(std::int64_t shop_id, std::string_view mail_id, std::string_view recipient,
               std::int64_t now_ms) override;
    bool add_bounce(const ports::Bounce& bounce) override;
    bool mark_bounced(const ports::Bounce& bounce) override;
    bool lift_bounces(std::int64_t shop_id, std::string_view email, std::string_view lifted_by,
                      std::int64_t now_ms) override;
    void add_test(const ports::MailRow& mail, const ports::MailTest& test) override;
    std::optional<std::string> find_bytes(std::int64_t shop_id, std::string_view mail_id) override;
    std::optional<ports::MailTest> find_test(std::int64_t shop_id, std::string_view mail_id) override;
    std::vector<ports::MailRow> list(const ports::MailFilter& filter) override;
    std::optional<ports::MailRow> find(std::int64_t shop_id, std::string_view mail_id) override;
    std::int64_t count_waiting(std::int64_t shop_id, std::int64_t limit) override;
    std::optional<ports::MailRow> find_sent_to(std::int64_t shop_id, std::string_view email) override;
    std::optional<ports::Bounce> newest_bounce(std::int64_t shop_id, std::string_view email) override;

private:
    Data& data_;
};

class JobStore final : public ports::JobStore, public ports::JobReader {
public:
    explicit JobStore(Data& data) : data_(data) {}
    void insert(const ports::Job& job) override;
    void save(const ports::Job& job) override;
    std::optional<ports::Job> claim(std::int64_t now_ms, std::int64_t lease_ms) override;
    void extend(std::int64_t shop_id, std::string_view job_id, std::int64_t lease_until_ms) override;
    bool cancel(std::int64_t shop_id, std::string_view job_id, std::int64_t now_ms) override;
    bool resume(std::int64_t shop_id, std::string_view job_id, std::int64_t now_ms) override;
    void insert_items(std::int64_t shop_id, std::string_view job_id, std::int64_t after_position,
                      const std::vector<std::string>& order_ids) override;
    void delete_items(std::int64_t shop_id, std::string_view job_id) override;
    bool claim_item(std::int64_t shop_id, std::string_view job_id, std::int64_t position) override;
    void refuse_item(std::int64_t shop_id, std::string_view job_id, const ports::JobItem& item) override;
    std::vector<ports::JobItem> items(std::int64_t shop_id, std::string_view job_id,
                                      std::optional<ports::JobItemStatus> status, std::int64_t after_position,
                                      std::int32_t limit) override;
    std::map<ports::JobItemStatus, std::int64_t> count_items(std::int64_t shop_id, std::string_view job_id) override;
    std::vector<ports::Job> list(std::int64_t shop_id, std::string_view after_id, std::int32_t limit) override;
    std::optional<ports::Job> find(std::int64_t shop_id, std::string_view job_id) override;

private:
    Data& data_;
};

class IdempotencyStore final : public ports::IdempotencyStore {
public:
    explicit IdempotencyStore(Data& data) : data_(data) {}
    std::optional<ports::StoredAnswer> find(const ports::IdempotencyKey& key) override;
    void store(const ports::IdempotencyKey& key, const ports::StoredAnswer& answer, std::int64_t now_ms) override;
    void forget(const ports::IdempotencyKey& key) override;
    void delete_before(std::int64_t created_before_ms) override;

private:
    Data& data_;
};

}  // namespace commis::fake
