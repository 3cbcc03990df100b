// The outbox on either engine: claimed by lease, shop by shop.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/outbox.hpp"

namespace commis::sql {

class Outbox final : public ports::Outbox {
public:
    explicit Outbox(Session& session) : session_(session) {}

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

private:
    Session& session_;
};

class OutboxReader final : public ports::OutboxReader {
public:
    explicit OutboxReader(Session& session) : session_(session) {}

    std::vector<ports::MailRow> list(const ports::MailFilter& filter) override;
    std::optional<ports::MailRow> find(std::int64_t shop_id, std::string_view mail_id) override;
    std::optional<std::string> find_bytes(std::int64_t shop_id, std::string_view mail_id) override;
    std::optional<ports::MailTest> find_test(std::int64_t shop_id, std::string_view mail_id) override;
    std::vector<std::int64_t> due_shops(std::int64_t now_ms) override;
    std::int64_t count_waiting(std::int64_t shop_id, std::int64_t limit) override;
    std::optional<ports::MailRow> find_sent_to(std::int64_t shop_id, std::string_view email) override;
    std::optional<ports::Bounce> newest_bounce(std::int64_t shop_id, std::string_view email) override;

private:
    Session& session_;
};

}  // namespace commis::sql
