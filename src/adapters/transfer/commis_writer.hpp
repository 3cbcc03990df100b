// Orders as our own CSV (docs/import.md): one row a line, then tickets, payments, refunds and parcels. Cells that a
// spreadsheet would run are made safe; what is written imports back to the same orders.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ports/order_source.hpp"

namespace commis::transfer {

class CommisWriter : public ports::OrderSink {
public:
    // Writes the header at once; `out` gets one order's rows at a time.
    explicit CommisWriter(std::function<void(std::string_view)> out);

    void write(const domain::Order& order, const domain::Profile& profile) override;

private:
    std::function<void(std::string_view)> out_;
    std::string rows_;
};

}  // namespace commis::transfer
