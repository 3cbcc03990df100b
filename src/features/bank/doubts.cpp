#include "features/bank/doubts.hpp"

#include "features/bank/proposals.hpp"

namespace commis::bank {

std::set<std::string, std::less<>> orders_in_doubt(ports::Snapshot& snapshot, const Services& services,
                                                   const domain::Shop& shop) {
    std::set<std::string, std::less<>> orders;
    ports::BankFilter filter{shop.id, ports::BankStatus::open, "", doubted_entries_max};
    const auto records = snapshot.bank().list(filter);
    std::vector<const domain::BankEntry*> entries;
    for (const ports::BankRecord& record : records) entries.push_back(&record.entry);
    for (const domain::BankMatch& found : match_all(snapshot, services, shop, entries)) {
        for (const domain::MatchedOrder& order : found.orders) orders.insert(order.order_id);
    }
    return orders;
}

}  // namespace commis::bank
