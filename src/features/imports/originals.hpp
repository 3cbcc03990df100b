// The orders a credit may belong to, per customer: loaded when the customer's first credit comes, kept up to date
// while the run goes on. The rule is in docs/import.md.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "domain/order.hpp"
#include "ports/order_source.hpp"
#include "ports/storage.hpp"

namespace commis::imports {

struct OriginalLine {
    std::string line_id;
    std::string sku;
    std::int64_t unit_price_minor = 0;
    std::int32_t left = 0;  // Not yet credited or cancelled.
};

struct Original {
    std::string order_id;
    std::int64_t placed_at_ms = 0;
    std::vector<OriginalLine> lines;
};

// What part of which order a credited row takes.
struct Share {
    std::string order_id;
    std::string line_id;
    std::int32_t quantity = 0;
};

class Originals {
public:
    Originals(std::int64_t shop_id, std::string channel) : shop_id_(shop_id), channel_(std::move(channel)) {}

    // Loads the customer's orders unless they are here already.
    void load(ports::UnitOfWork& work, const std::string& customer);
    // An order that this run has made.
    void add(const domain::Order& order);
    // Was this row of the document applied before? Counts it as used up, so that two equal rows need two applications.
    bool take_applied(const std::string& document, const ports::CreditedRow& row);
    // How much of the row the customer's earlier orders can take.
    std::int64_t available(const std::string& customer, const ports::CreditedRow& row, std::int64_t before_ms) const;
    // Takes the row's units, from the newest order on. The caller has asked `available`.
    std::vector<Share> take(const std::string& customer, const ports::CreditedRow& row, std::int64_t before_ms);
    // Forgets everything: after a unit of work that was taken back.
    void clear();

private:
    using AppliedKey = std::tuple<std::string, std::string, std::int64_t>;  // Document, SKU, unit price.

    void read_applied(ports::UnitOfWork& work, const domain::Order& order);

    std::int64_t shop_id_;
    std::string channel_;
    std::map<std::string, std::vector<Original>> by_customer_;
    std::map<AppliedKey, std::int64_t> applied_;
};

}  // namespace commis::imports
