// Payouts, in memory.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class PayoutStore final : public ports::PayoutStore, public ports::PayoutReader {
public:
    explicit PayoutStore(Data& data) : data_(data) {}
    std::optional<ports::PayoutRecord> find(std::int64_t shop_id, std::string_view payout_id) override;
    std::optional<ports::PayoutRecord> find_report(std::int64_t shop_id, const domain::PayoutReport& report) override;
    std::vector<ports::PayoutRecord> list(const ports::PayoutFilter& filter) override;
    std::vector<ports::PayoutLine> lines(std::int64_t shop_id, std::string_view payout_id) override;
    std::vector<ports::PayoutRecord> awaited_of(std::int64_t shop_id, std::int64_t amount_minor) override;
    std::vector<ports::OpenCapture> open_captures(const ports::OpenCaptureFilter& filter) override;
    std::int64_t count_open_captures(std::int64_t shop_id, std::int64_t before_ms, std::int64_t limit) override;
    std::int64_t count_awaited(std::int64_t shop_id, std::int64_t limit) override;
    std::optional<ports::PayoutFetch> fetch(std::int64_t shop_id, std::string_view provider,
                                            std::string_view account) override;
    bool insert(const ports::PayoutRecord& record) override;
    std::optional<ports::PayoutRecord> lock(std::int64_t shop_id, std::string_view payout_id) override;
    void save(const ports::PayoutRecord& record) override;
    void replace_lines(std::int64_t shop_id, std::string_view payout_id,
                       const std::vector<ports::PayoutLine>& lines) override;
    void mark_paid_out(std::int64_t shop_id, std::string_view payout_id,
                       const std::vector<ports::PayoutLine>& lines) override;
    void save_fetch(const ports::PayoutFetch& fetch) override;

private:
    Data& data_;
};

}  // namespace commis::fake
