// Numbers of orders and invoices in what people write into a transfer: "Bestellung 10 001", "INV-2026-0007",
// "N°10001/10002", "10001." (C-12). Every reading is offered; which of them names an order is for matching to say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commis::domain {

// What the word before a number says that it is.
enum class Announced : std::uint8_t { no, number, order, document };

struct FoundNumber {
    std::string digits;  // Without leading zeros.
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t written = 0;  // How many digits stand there, zeros included.
    Announced announced = Announced::no;
    bool is_alone = false;  // The text is nothing but this number.

    // Long or announced enough to name an order by itself: "7" in "7 Tassen" is no order number.
    bool is_sure() const { return written >= 5 || announced != Announced::no || is_alone; }
    friend bool operator==(const FoundNumber&, const FoundNumber&) = default;
};

// All readings, also of digits that blanks or signs cut into groups; at most 60.
std::vector<FoundNumber> find_numbers(std::string_view text);

// The digits after the last letter or sign of a number, without leading zeros: "7" of "INV-2026-0007". What is left
// when the prefix is cut off. Empty when the number has no such prefix.
std::string number_tail(std::string_view number);

// Whether the text has the number written out with its letters: "inv 2026/0007" for "INV-2026-0007". Never for a number
// without letters.
bool is_written_out(std::string_view text, std::string_view number);

}  // namespace commis::domain
