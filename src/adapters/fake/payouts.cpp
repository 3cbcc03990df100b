#include "adapters/fake/payouts.hpp"

#include <algorithm>
#include <limits>

namespace commis::fake {

using ports::OpenCapture;
using ports::PayoutRecord;

std::optional<PayoutRecord> PayoutStore::find(std::int64_t shop_id, std::string_view payout_id) {
    const auto found = data_.payouts.find({shop_id, std::string(payout_id)});
    if (found == data_.payouts.end()) return std::nullopt;
    return found->second;
}

std::optional<PayoutRecord> PayoutStore::find_report(std::int64_t shop_id, const domain::PayoutReport& report) {
    for (const auto& [key, record] : data_.payouts) {
        const domain::PayoutReport& known = record.report;
        const bool is_same =
            known.provider == report.provider && known.account == report.account && known.reference == report.reference;
        if (key.first == shop_id && is_same) return record;
    }
    return std::nullopt;
}

std::vector<PayoutRecord> PayoutStore::list(const ports::PayoutFilter& filter) {
    constexpr std::int64_t end_of_time_ms = std::numeric_limits<std::int64_t>::max();
    const auto place_of = [](const PayoutRecord& record) { return std::pair(record.report.arrives_at_ms, record.id); };
    const std::pair below(filter.below_at_ms.value_or(end_of_time_ms), filter.below_id);
    std::vector<PayoutRecord> found;
    for (const auto& [key, record] : data_.payouts) {
        const bool is_asked = key.first == filter.shop_id && (!filter.is_awaited || !record.settled_at_ms);
        if (is_asked && place_of(record) < below) found.push_back(record);
    }
    std::ranges::sort(found, std::greater{}, place_of);
    if (found.size() > static_cast<std::size_t>(filter.limit)) found.resize(static_cast<std::size_t>(filter.limit));
    return found;
}

std::vector<ports::PayoutLine> PayoutStore::lines(std::int64_t shop_id, std::string_view payout_id) {
    return data_.payout_lines[{shop_id, std::string(payout_id)}];
}

std::vector<PayoutRecord> PayoutStore::awaited_of(std::int64_t shop_id, std::int64_t amount_minor) {
    std::vector<PayoutRecord> found;
    for (const auto& [key, record] : data_.payouts) {
        const bool fits = record.report.amount_minor == amount_minor && !record.settled_at_ms;
        if (key.first == shop_id && fits) found.insert(found.begin(), record);
    }
    return found;
}

std::vector<OpenCapture> PayoutStore::open_captures(const ports::OpenCaptureFilter& filter) {
    constexpr std::int64_t begin_of_time_ms = std::numeric_limits<std::int64_t>::min();
    const auto place_of = [](const OpenCapture& each) { return std::tuple(each.at_ms, each.order_id, each.entry_id); };
    const std::tuple above(filter.above_at_ms.value_or(begin_of_time_ms), filter.above_order_id, filter.above_entry_id);
    std::vector<OpenCapture> found;
    for (const auto& [key, stored] : data_.orders) {
        if (key.first != filter.shop_id) continue;
        for (const domain::LedgerEntry& entry : stored->order.ledger.entries) {
            const bool is_open = entry.kind == domain::EntryKind::capture && entry.source == domain::Source::gateway &&
                                 !data_.paid_out.contains({key.first, key.second + "/" + entry.id});
            const OpenCapture capture{key.second, entry.payment_id, entry.id, entry.amount_minor, entry.received_at_ms};
            if (is_open && capture.at_ms < filter.before_ms && place_of(capture) > above) found.push_back(capture);
        }
    }
    std::ranges::sort(found, {}, place_of);
    if (found.size() > static_cast<std::size_t>(filter.limit)) found.resize(static_cast<std::size_t>(filter.limit));
    return found;
}

std::int64_t PayoutStore::count_open_captures(std::int64_t shop_id, std::int64_t before_ms, std::int64_t limit) {
    ports::OpenCaptureFilter filter;
    filter.shop_id = shop_id;
    filter.before_ms = before_ms;
    filter.limit = static_cast<std::int32_t>(limit);
    return static_cast<std::int64_t>(open_captures(filter).size());
}

std::int64_t PayoutStore::count_awaited(std::int64_t shop_id, std::int64_t limit) {
    const auto count = std::ranges::count_if(
        data_.payouts, [&](const auto& each) { return each.first.first == shop_id && !each.second.settled_at_ms; });
    return std::min<std::int64_t>(count, limit);
}

std::optional<ports::PayoutFetch> PayoutStore::fetch(std::int64_t shop_id, std::string_view provider,
                                                     std::string_view account) {
    const auto found = data_.payout_fetches.find({shop_id, std::string(provider) + "/" + std::string(account)});
    if (found == data_.payout_fetches.end()) return std::nullopt;
    return found->second;
}

bool PayoutStore::insert(const PayoutRecord& record) {
    if (find_report(record.shop_id, record.report)) return false;
    data_.payouts[{record.shop_id, record.id}] = record;
    return true;
}

std::optional<PayoutRecord> PayoutStore::lock(std::int64_t shop_id, std::string_view payout_id) {
    return find(shop_id, payout_id);
}

void PayoutStore::save(const PayoutRecord& record) { data_.payouts[{record.shop_id, record.id}] = record; }

void PayoutStore::replace_lines(std::int64_t shop_id, std::string_view payout_id,
                                const std::vector<ports::PayoutLine>& lines) {
    data_.payout_lines[{shop_id, std::string(payout_id)}] = lines;
}

void PayoutStore::mark_paid_out(std::int64_t shop_id, std::string_view payout_id,
                                const std::vector<ports::PayoutLine>& lines) {
    for (const ports::PayoutLine& line : lines) {
        const bool is_capture = line.item.kind == domain::PayoutItemKind::payment && !line.entry_id.empty();
        if (!is_capture) continue;
        const Key key{shop_id, line.order_id + "/" + line.entry_id};
        payout_id.empty() ? void(data_.paid_out.erase(key)) : void(data_.paid_out[key] = std::string(payout_id));
    }
}

void PayoutStore::save_fetch(const ports::PayoutFetch& fetch) {
    data_.payout_fetches[{fetch.shop_id, fetch.provider + "/" + fetch.account}] = fetch;
}

}  // namespace commis::fake
