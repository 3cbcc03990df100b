#include "adapters/fake/bank.hpp"

#include <algorithm>

#include "domain/bank_match.hpp"
#include "domain/payment_reference.hpp"

namespace commis::fake {

using ports::BankRecord;

template <class Wanted>
std::vector<BankRecord> BankStore::those(std::int64_t shop_id, const Wanted& wanted) const {
    std::vector<BankRecord> found;
    for (const auto& [key, record] : data_.bank_entries) {
        if (key.first == shop_id && wanted(record)) found.push_back(record);
    }
    return found;
}

std::optional<BankRecord> BankStore::find(std::int64_t shop_id, std::string_view entry_id) {
    const auto found = data_.bank_entries.find({shop_id, std::string(entry_id)});
    if (found == data_.bank_entries.end()) return std::nullopt;
    return found->second;
}

std::vector<BankRecord> BankStore::find_many(std::int64_t shop_id, const std::vector<std::string>& entry_ids) {
    return those(shop_id,
                 [&](const BankRecord& record) { return std::ranges::find(entry_ids, record.id) != entry_ids.end(); });
}

std::vector<BankRecord> BankStore::list(const ports::BankFilter& filter) {
    auto found = those(filter.shop_id, [&](const BankRecord& record) {
        const bool is_below = filter.after_id.empty() || record.id < filter.after_id;
        return is_below && (!filter.status || record.status == *filter.status);
    });
    std::ranges::reverse(found);
    if (found.size() > static_cast<std::size_t>(filter.limit)) found.resize(static_cast<std::size_t>(filter.limit));
    return found;
}

std::int64_t BankStore::count(std::int64_t shop_id, ports::BankStatus status, std::int64_t limit) {
    const auto found = those(shop_id, [&](const BankRecord& record) { return record.status == status; });
    return std::min(static_cast<std::int64_t>(found.size()), limit);
}

std::optional<BankRecord> BankStore::find_identity(std::int64_t shop_id, std::string_view identity) {
    const auto found = those(shop_id, [&](const BankRecord& record) { return record.entry.identity == identity; });
    if (found.empty()) return std::nullopt;
    return found.front();
}

std::vector<BankRecord> BankStore::of_booking(std::int64_t shop_id, std::string_view booking_key) {
    return those(shop_id, [&](const BankRecord& record) { return record.entry.booking_key == booking_key; });
}

std::vector<BankRecord> BankStore::booked_of(std::int64_t shop_id, std::int64_t amount_minor) {
    auto found = those(shop_id, [&](const BankRecord& record) {
        return record.status == ports::BankStatus::booked && record.entry.amount.amount_minor == amount_minor;
    });
    std::ranges::reverse(found);
    return found;
}

std::vector<BankRecord> BankStore::open_of(std::int64_t shop_id, std::int64_t amount_minor) {
    auto found = those(shop_id, [&](const BankRecord& record) {
        return record.status == ports::BankStatus::open && record.entry.amount.amount_minor == amount_minor;
    });
    std::ranges::reverse(found);
    return found;
}

std::optional<ports::BankStatementRow> BankStore::newest_statement(std::int64_t shop_id) {
    std::optional<ports::BankStatementRow> newest;
    for (const auto& [key, statement] : data_.bank_statements) {
        if (key.first == shop_id) newest = statement;
    }
    return newest;
}

std::vector<ports::SavedMapping> BankStore::mappings(std::int64_t shop_id) {
    std::vector<ports::SavedMapping> saved;
    for (const auto& [key, mapping] : data_.table_mappings) {
        if (key.first == shop_id) saved.push_back(mapping);
    }
    return saved;
}

std::vector<std::string> BankStore::orders_with_digits(std::int64_t shop_id, const std::vector<std::string>& digits) {
    std::vector<std::string> ids;
    const auto is_asked = [&](const std::string& each) {
        return !each.empty() && std::ranges::find(digits, each) != digits.end();
    };
    for (const auto& [key, stored] : data_.orders) {
        if (key.first != shop_id) continue;
        for (const domain::OrderName& name : domain::names_of(stored->order)) {
            const bool fits =
                is_asked(domain::number_digits(name.number)) || is_asked(domain::number_tail(name.number));
            if (fits && (ids.empty() || ids.back() != key.second)) ids.push_back(key.second);
        }
    }
    return ids;
}

std::vector<std::string> BankStore::orders_with_due(std::int64_t shop_id, std::int64_t amount_minor) {
    std::vector<std::string> ids;
    for (const auto& [key, stored] : data_.orders) {
        if (key.first == shop_id && stored->projection.due_minor == amount_minor && amount_minor > 0) {
            ids.insert(ids.begin(), key.second);
        }
    }
    return ids;
}

bool BankStore::insert(const BankRecord& record) {
    if (find_identity(record.shop_id, record.entry.identity)) return false;
    data_.bank_entries[{record.shop_id, record.id}] = record;
    return true;
}

std::optional<BankRecord> BankStore::lock(std::int64_t shop_id, std::string_view entry_id) {
    return find(shop_id, entry_id);
}

void BankStore::save(const BankRecord& record) { data_.bank_entries[{record.shop_id, record.id}] = record; }

void BankStore::insert_statement(const ports::BankStatementRow& statement) {
    data_.bank_statements[{statement.shop_id, statement.id}] = statement;
}

void BankStore::save_mapping(const ports::SavedMapping& saved) {
    data_.table_mappings[{saved.shop_id, saved.mapping.account}] = saved;
}

bool BankStore::remove_mapping(std::int64_t shop_id, std::string_view account) {
    return data_.table_mappings.erase({shop_id, std::string(account)}) == 1;
}

}  // namespace commis::fake
