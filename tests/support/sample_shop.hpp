// A small shop with a hand-made profile, and orders made by the domain's own decisions: what storage tests write.
#pragma once

#include <cstdint>
#include <string>

#include "domain/decisions/decision.hpp"
#include "domain/decisions/place.hpp"
#include "domain/projection.hpp"
#include "domain/shop.hpp"
#include "ports/storage.hpp"

namespace commis::test {

class SampleShop {
public:
    static constexpr std::int64_t start_ms = 1'760'000'000'000;

    explicit SampleShop(std::int64_t shop_id = 7'000'000'001, std::string handle = "maison");

    // 26 characters, rising, unique in the program, like the real ones.
    static std::string new_id();
    [[nodiscard]] domain::Context context() const;
    // A mug and two tickets to a good customer, paid by transfer later.
    [[nodiscard]] domain::PlaceOrder command() const;
    [[nodiscard]] domain::Decision place(const domain::PlaceOrder& command) const;
    [[nodiscard]] domain::Projection projection(const domain::Order& order) const;

    // Writes the shop with its range of order numbers.
    void store(ports::Storage& storage) const;
    // Places and writes an order with the next number of the range.
    domain::Order add(ports::Storage& storage, const domain::PlaceOrder& command) const;
    // Writes a decision over an order.
    void save(ports::Storage& storage, const domain::Order& before, const domain::Decision& decision) const;

    domain::Profile profile;
    domain::Shop shop;
    std::int64_t now_ms = start_ms;
};

}  // namespace commis::test
