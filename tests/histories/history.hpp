// A random history of one order, run through the program's own door on a chosen storage, beside the oracle.
#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "features/orders/run.hpp"
#include "histories/history_oracle.hpp"
#include "histories/history_site.hpp"

namespace commis::test {

// One step; what it does depends on the order it meets, so that any numbers make a sensible one.
struct Step {
    std::uint8_t kind = 0;
    std::uint8_t a = 0;
    std::uint8_t b = 0;
    std::uint8_t c = 0;
};
std::ostream& operator<<(std::ostream& out, const Step& step);

class Histories {
public:
    explicit Histories(StorageKind kind);

    // Places an order in one of three shops and does the steps; answers the first thing that is wrong, or nothing.
    std::string run(const std::vector<Step>& steps);
    // Every invoice and credit note that was issued is numbered without gap; or what is missing.
    std::string check_numbers() const;
    std::int64_t taken() const { return taken_; }

private:
    friend class History;

    HistorySite site_;
    std::vector<domain::Shop> shops_;
    std::map<std::string, std::map<std::string, std::string>> numbers_;  // By shop and kind: number to document.
    std::int64_t taken_ = 0;
};

}  // namespace commis::test
