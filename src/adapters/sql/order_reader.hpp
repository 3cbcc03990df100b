// Reads orders on either engine: one with all its facts, pages of the list, timelines.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/order_reader.hpp"

namespace commis::sql {

class OrderReader final : public ports::OrderReader {
public:
    explicit OrderReader(Session& session) : session_(session) {}

    std::optional<ports::LinkedPayment> find_link(std::string_view token) override;
    std::optional<domain::Order> find(std::int64_t shop_id, std::string_view order_id) override;
    std::vector<domain::Order> find_many(std::int64_t shop_id, const std::vector<std::string>& order_ids) override;
    std::optional<domain::Order> find_at(std::int64_t shop_id, std::string_view order_id,
                                         std::int64_t sequence) override;
    std::optional<ports::RevisionDraft> find_draft(std::int64_t shop_id, std::string_view order_id) override;
    std::vector<ports::RemovedRow> removed(std::int64_t shop_id, const std::optional<ports::OrderCursor>& after,
                                           std::int32_t limit) override;
    std::optional<std::string> find_shipment_order(std::int64_t shop_id, std::string_view shipment_id) override;
    ports::OrderPage list(const ports::OrderPageRequest& request) override;
    ports::OrderCount count(const ports::OrderFilter& filter) override;
    ports::QueueCounts count_queues(std::int64_t shop_id, std::int64_t hold_to_ms, std::int64_t limit) override;
    std::vector<ports::TimelineEntry> timeline(std::int64_t shop_id, std::string_view order_id,
                                               std::optional<std::int64_t> before_sequence,
                                               std::int32_t limit) override;
    std::optional<domain::Event> find_event(std::int64_t shop_id, std::string_view order_id,
                                            std::int64_t sequence) override;
    std::vector<domain::Order> scan(const ports::OrderFilter& filter, const std::optional<ports::OrderCursor>& after,
                                    std::int32_t limit) override;
    std::vector<ports::DueOrder> find_due(std::int64_t shop_id, std::int64_t now_ms,
                                          const std::optional<ports::DueOrder>& after, std::int32_t limit) override;
    std::int64_t count_open_mails(std::int64_t shop_id, std::string_view order_id) override;

private:
    Session& session_;
};

}  // namespace commis::sql
