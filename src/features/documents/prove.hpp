// Proves that the numbers of a series are whole: nothing missing, nothing twice, nothing changed since it was issued
// (D-16, A-15). The proof is made anew from the rows each time it is asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/services.hpp"
#include "ports/storage.hpp"

namespace commis::documents {

enum class SeriesFaultKind : std::uint8_t {
    gap,              // Numbers are missing, and nobody moved the range.
    out_of_order,     // A number that is not above the one before.
    row_missing,      // A position is missing.
    row_changed,      // The row is not what its digest covers.
    content_changed,  // What the document says is not what was issued.
    chain_broken,     // It does not follow from the row before.
    order_differs,    // The order's own row says something else, or is gone.
    end_missing,      // The range has given more numbers than there are rows.
    unregistered,     // An order has a document that the register does not know.
};
std::string_view id_of(SeriesFaultKind kind);

struct SeriesFault {
    SeriesFaultKind kind = SeriesFaultKind::gap;
    std::int64_t position = 0;
    std::string number{};  // Of the row concerned.
    std::string detail{};  // What was expected.
    friend bool operator==(const SeriesFault&, const SeriesFault&) = default;
};

struct SeriesProof {
    domain::DocumentKind kind = domain::DocumentKind::invoice;
    std::int64_t checked = 0;
    std::optional<std::int64_t> next{};  // Where the next stretch goes on from; nothing at the end of the series.
    std::int64_t last_position = 0;
    std::int64_t erased = 0;  // Whose people were erased: their digests stand for them.
    std::string first_number{};
    std::string last_number{};
    std::int64_t last_issued_at_ms = 0;
    std::string last_digest{};                // Kept elsewhere, it proves that nothing before it changed since.
    std::vector<ports::RangeMove> moves{};    // Jumps that somebody made by hand.
    std::vector<SeriesFault> faults{};        // The first hundred.
    std::int64_t fault_count = 0;
};

// The numbered kinds, in the order in which people ask for them.
std::vector<domain::DocumentKind> numbered_kinds();

// A stretch is walked in a moment; a long series is proven in several, each behind the position where the last ended.
inline constexpr std::int64_t stretch_max = 20'000;

// Orders have no chain: their numbers follow one another, and those that were removed keep theirs (X-06, D-16).
struct OrderNumbersProof {
    std::int64_t orders = 0;
    std::int64_t removed = 0;
    std::string first_number{};
    std::string last_number{};
    std::vector<SeriesFault> faults{};  // The first hundred: numbers with a gap before them.
    std::int64_t fault_count = 0;
};
OrderNumbersProof prove_order_numbers(const Services& services, std::int64_t shop_id);

// Every series of a shop from its beginning, and its orders' documents that the register does not know.
struct ShopProof {
    std::string handle{};
    OrderNumbersProof orders{};
    std::vector<SeriesProof> series{};
};
std::vector<ShopProof> prove_shops(const Services& services);

SeriesProof prove_series(ports::Snapshot& snapshot, const Services& services, std::int64_t shop_id,
                         domain::DocumentKind kind, std::int64_t after_position = 0);

}  // namespace commis::documents
