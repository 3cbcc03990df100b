// What old orders no longer need to hold: people, timelines among the live ones, names on bills beyond the years of the
// law. Found by index, oldest first, a few at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::ports {

// An old order or document: its id, and the moment by which the next ones are found.
struct Aged {
    std::string id;
    std::int64_t at_ms = 0;
};

struct RetentionStore {
    virtual ~RetentionStore() = default;
    // Placed orders, not removed, that have people and did not change since the moment; behind `after`, by when they
    // were placed.
    virtual std::vector<Aged> with_people(std::int64_t shop_id, std::int64_t changed_before_ms,
                                          const std::optional<Aged>& after, std::int32_t limit) = 0;
    // The same of orders that have events among the live ones.
    virtual std::vector<Aged> with_live_events(std::int64_t shop_id, std::int64_t changed_before_ms,
                                               const std::optional<Aged>& after, std::int32_t limit) = 0;
    // Moves the events of an order to the archive, where the timeline finds them as before. Answers how many.
    virtual std::int64_t archive_events(std::int64_t shop_id, std::string_view order_id) = 0;
    // Invoices and credit notes issued before the moment that still say what they said, though the people of their
    // orders are erased; behind `after`.
    virtual std::vector<Aged> bills_of_erased(std::int64_t shop_id, std::int64_t issued_before_ms,
                                              const std::optional<Aged>& after, std::int32_t limit) = 0;
    // Its content and its files go; number, amounts and digests stay.
    virtual void erase_bill(std::int64_t shop_id, std::string_view document_id) = 0;
};

}  // namespace commis::ports
