// The domain decides; this locks and saves.
#include "features/shops/number_ranges.hpp"

#include <algorithm>
#include <array>

#include "features/documents/make_paper.hpp"

namespace commis::shops {
namespace {

// As people think of them; the storage answers them by their ids.
std::size_t rank(const domain::NumberRange& range) {
    static constexpr std::array<std::string_view, 5> known{"order", "invoice", "credit_note", "delivery_note",
                                                           "receipt"};
    return static_cast<std::size_t>(std::ranges::find(known, range.series) - known.begin());
}

std::int64_t this_year(const Services& services, const domain::Shop& shop) {
    return documents::year_of(services, shop, services.clock.now_ms());
}

}  // namespace

std::vector<domain::NumberRange> number_ranges(ports::Snapshot& snapshot, const Services& services,
                                               const domain::Shop& shop) {
    auto ranges = snapshot.shops().number_ranges(shop.id);
    const std::int64_t year = this_year(services, shop);
    for (domain::NumberRange& range : ranges) domain::enter_year(range, year);
    std::ranges::stable_sort(ranges, {}, rank);
    return ranges;
}

domain::Result<domain::NumberRange> change_number_range(ports::UnitOfWork& work, const Services& services,
                                                        const Caller& caller, const domain::Shop& shop,
                                                        std::string_view series,
                                                        const domain::NumberRangeChange& wanted) {
    if (!caller.rights_in(shop.id).has(domain::Right::settings)) return domain::refuse(domain::Refusal::forbidden);
    auto range = work.shops().lock_number_range(shop.id, series);
    if (!range) return domain::refuse(domain::Refusal::not_found);
    domain::enter_year(*range, this_year(services, shop));
    auto changed = domain::change_range(*range, wanted);
    if (!changed || *changed == *range) return changed;
    work.shops().save_number_range(shop.id, *changed);
    // The proof of the series asks why its numbers jump.
    work.documents().add_range_move(shop.id, {.id = services.ids.next(),
                                              .series = std::string(series),
                                              .at_ms = services.clock.now_ms(),
                                              .by = caller.actor.name,
                                              .before = *range,
                                              .after = *changed});
    return changed;
}

}  // namespace commis::shops
