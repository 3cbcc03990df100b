// Orders in memory: the port's promises written the plain way, as a second opinion on the SQL.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class OrderStore final : public ports::OrderStore {
public:
    explicit OrderStore(Data& data) : data_(data) {}

    std::optional<domain::Order> lock(std::int64_t shop_id, std::string_view order_id) override;
    std::optional<std::string> find_external(std::int64_t shop_id, std::string_view channel,
                                             std::string_view external_id) override;
    void insert(const domain::Decision& decision, const domain::Projection& projection,
                const domain::NewId& new_id) override;
    void save(const domain::Order& before, const domain::Decision& decision, const domain::Projection& projection,
              const domain::NewId& new_id) override;
    void save_projection(std::int64_t shop_id, std::string_view order_id,
                         const domain::Projection& projection) override;
    domain::TakenNumber take_number(std::int64_t shop_id, std::string_view series, std::int64_t year) override;
    void create_range(std::int64_t shop_id, std::string_view series, std::string_view prefix, std::int64_t next,
                      std::int64_t width) override;
    void save_draft(std::int64_t shop_id, std::string_view order_id, const ports::RevisionDraft& draft) override;
    void delete_draft(std::int64_t shop_id, std::string_view order_id) override;
    void mark_seen(std::int64_t shop_id, std::string_view order_id) override;

private:
    void add_happenings(const domain::Decision& decision, const domain::NewId& new_id);
    void move_stock(const domain::Decision& decision);
    void withdraw_mails(const domain::Decision& decision);
    void erase_words(const domain::Order& order);

    Data& data_;
};

class OrderReader final : public ports::OrderReader {
public:
    explicit OrderReader(Data& data) : data_(data) {}

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
    Data& data_;
};

}  // namespace commis::fake
