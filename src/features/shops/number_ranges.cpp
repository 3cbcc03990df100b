// The domain decides; this locks and saves.
#include "features/shops/number_ranges.hpp"

#include <algorithm>
#include <array>

namespace commis::shops {
namespace {

// As people think of them; the storage answers them by their ids.
std::size_t rank(const domain::NumberRange& range) {
    static constexpr std::array<std::string_view, 5> known{"order", "invoice", "credit_note", "delivery_note",
                                                           "receipt"};
    return static_cast<std::size_t>(std::ranges::find(known, range.series) - known.begin());
}

}  // namespace

std::vector<domain::NumberRange> number_ranges(ports::Snapshot& snapshot, std::int64_t shop_id) {
    auto ranges = snapshot.shops().number_ranges(shop_id);
    std::ranges::stable_sort(ranges, {}, rank);
    return ranges;
}

domain::Result<domain::NumberRange> change_number_range(ports::UnitOfWork& work, const Services& services,
                                                        const Caller& caller, std::int64_t shop_id,
                                                        std::string_view series,
                                                        const domain::NumberRangeChange& wanted) {
    if (!caller.rights_in(shop_id).has(domain::Right::settings)) return domain::refuse(domain::Refusal::forbidden);
    const auto range = work.shops().lock_number_range(shop_id, series);
    if (!range) return domain::refuse(domain::Refusal::not_found);
    auto changed = domain::change_range(*range, wanted);
    if (!changed || *changed == *range) return changed;
    work.shops().save_number_range(shop_id, *changed);
    // The proof of the series asks why its numbers jump.
    work.documents().add_range_move(shop_id, {.id = services.ids.next(),
                                              .series = std::string(series),
                                              .at_ms = services.clock.now_ms(),
                                              .by = caller.actor.name,
                                              .before = *range,
                                              .after = *changed});
    return changed;
}

}  // namespace commis::shops
