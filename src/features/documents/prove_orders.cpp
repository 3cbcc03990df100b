// Numbers of one prefix follow one another; a jump has somebody who moved the range.
#include <algorithm>
#include <charconv>

#include "features/documents/prove.hpp"

namespace commis::documents {
namespace {

constexpr std::int32_t page_size = 1'000;
constexpr std::size_t faults_kept = 100;

struct Counted {
    std::string prefix{};
    std::int64_t value = 0;
};

// What stands behind the last sign that is no digit; prefixes never end in a digit.
Counted counted(const std::string& number) {
    const auto last = number.find_last_not_of("0123456789");
    const std::size_t begin = last == std::string::npos ? 0 : last + 1;
    Counted found{number.substr(0, begin), 0};
    std::from_chars(number.data() + begin, number.data() + number.size(), found.value);
    return found;
}

}  // namespace

OrderNumbersProof prove_order_numbers(const Services& services, std::int64_t shop_id) {
    OrderNumbersProof proof;
    std::vector<ports::RangeMove> moves;
    services.storage.read([&](ports::Snapshot& snapshot) { moves = snapshot.documents().range_moves(shop_id); });
    const auto is_moved_to = [&](std::int64_t value) {
        return std::ranges::any_of(moves, [&](const ports::RangeMove& move) {
            return move.series == "order" && move.after.next_number == value;
        });
    };
    std::string after_key;
    std::optional<Counted> before;
    for (bool is_more = true; is_more;) {
        std::vector<ports::OrderNumber> page;
        services.storage.read([&](ports::Snapshot& snapshot) {
            page = snapshot.documents().order_numbers(shop_id, after_key, page_size);
        });
        for (const ports::OrderNumber& each : page) {
            Counted now = counted(each.number);
            const bool follows = !before || before->prefix != now.prefix || now.value == before->value + 1;
            if (!follows && !is_moved_to(now.value)) {
                ++proof.fault_count;
                const SeriesFault fault{SeriesFaultKind::gap, 0, each.number, proof.last_number};
                if (proof.faults.size() < faults_kept) proof.faults.push_back(fault);
            }
            if (proof.orders == 0) proof.first_number = each.number;
            proof.last_number = each.number;
            proof.orders += 1;
            proof.removed += each.is_removed ? 1 : 0;
            before = std::move(now);
        }
        is_more = std::ssize(page) == page_size;
        if (!page.empty()) after_key = page.back().key;
    }
    return proof;
}

}  // namespace commis::documents
