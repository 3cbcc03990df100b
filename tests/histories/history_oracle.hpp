// A second, simpler book of one order, kept unit by unit and in plain sums: what the engine says is compared with it
// after every step. It shares no line with the engine but the facts of the order as placed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/order.hpp"
#include "domain/profile.hpp"
#include "domain/standing.hpp"

namespace commis::test {

struct OracleUnit {
    char status = 'a';  // a live, c cancelled, r refunded.
    bool shipped = false;
    bool returned = false;
    bool reserved = false;
    std::int64_t value = 0;  // Of a ticket: frozen when the order was placed or revised.
};

struct OracleLine {
    std::string id;
    std::string sku;
    domain::LineKind kind = domain::LineKind::goods;
    std::int64_t total = 0;
    std::int64_t left = 0;  // Value of the units that are gone.
    std::int64_t pool = 0;  // … of those that are cancelled and not refunded.
    std::vector<OracleUnit> units;

    std::int64_t count(char status) const;
};

struct OracleRefund {
    std::vector<std::pair<std::size_t, std::int64_t>> lines;  // Position of the line, units.
    bool shipping = false;
    std::optional<std::int64_t> amount;
    bool restock = true;
    bool reopens_due = false;
};

inline std::string differs(const std::string& what, std::int64_t engine, std::int64_t oracle) {
    return what + ": the engine says " + std::to_string(engine) + ", the oracle " + std::to_string(oracle);
}

class Oracle {
public:
    Oracle(const domain::Order& order, const domain::Profile& profile);

    // Each returns false when the step is beyond the facts and has to be refused.
    bool pay(std::optional<std::int64_t> amount);
    bool cancel(const std::vector<std::pair<std::size_t, std::int64_t>>& lines, bool shipping, bool restock);
    bool refund(const OracleRefund& asked);
    bool mark_refunded(std::optional<std::int64_t> amount);
    bool ship(const std::vector<std::pair<std::size_t, std::int64_t>>& lines);
    bool take_back(std::size_t line, std::int64_t quantity, bool restock);
    void reopen();
    // New content: the lines are read anew, what was held to hold still must (the answer names what does not).
    std::string revise(const domain::Order& after);

    // The first difference to the engine's order, or nothing.
    std::string compare(const domain::Order& order, const domain::Profile& profile) const;

    // Are the actions on money and units offered exactly when the facts and the W matrix allow them?
    std::string compare_actions(const domain::Order& order, const domain::Profile& profile) const;

    std::int64_t owed() const { return total() - cancelled() - allowances; }
    std::int64_t held() const { return captured - refunded; }
    std::int64_t due() const { return owed() > held() ? owed() - held() : 0; }
    std::int64_t owed_back() const { return held() > owed() ? held() - owed() : 0; }
    std::int64_t refundable() const { return held() - promised; }
    std::int64_t live() const;
    std::int64_t to_ship() const;

    std::vector<OracleLine> lines;
    std::int64_t captured = 0;
    std::int64_t refunded = 0;
    std::int64_t promised = 0;
    std::int64_t allowances = 0;
    std::int64_t shipping_total = 0;
    bool shipping_gone = false;
    std::map<std::string, std::int64_t> stock_moved;  // By SKU: goods that came in, less those that left.

private:
    std::int64_t total() const;
    std::int64_t cancelled() const;
    std::int64_t take_live(OracleLine& line, std::int64_t quantity, char as, bool restock);
    std::int64_t refund_cancelled(OracleLine& line, std::int64_t quantity);
    // Each ticket that is wanted takes a seat.
    void move_seats(std::int64_t sign) {
        for (const OracleLine& line : lines) {
            if (line.kind == domain::LineKind::ticket) stock_moved[line.sku] += sign * line.count('a');
        }
    }
    void close_when_empty(bool with_fees);
    std::string summary() const;
    std::string compare_lines(const domain::Order& order) const;

    bool tracks_stock_ = true;
    bool promises_ = false;
};

}  // namespace commis::test
