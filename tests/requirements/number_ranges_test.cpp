// Ranges of numbers through the years, and when somebody moves them (D-15, A-15).
#include <gtest/gtest.h>

#include "domain/decisions/documents.hpp"
#include "features/documents/prove.hpp"
#include "features/shops/number_ranges.hpp"
#include "json/time.hpp"
#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

PlaceOrder mugs(std::string method = "bank-transfer") {
    PlaceOrder command = sample::example();
    command.external_id.clear();
    command.payment_method = std::move(method);
    return command;
}

orders::Decide invoice_now() {
    return [](const Order& order, const Context& context) { return domain::invoice(order, {}, context); };
}

const Document& latest(const Order& order, DocumentKind kind) {
    const auto at = std::ranges::find(order.documents.rbegin(), order.documents.rend(), kind, &Document::kind);
    if (at == order.documents.rend()) throw std::runtime_error("no such document");
    return *at;
}

documents::SeriesProof prove(World& world, DocumentKind kind) {
    documents::SeriesProof proof;
    world.services.storage.read([&](ports::Snapshot& snapshot) {
        proof = documents::prove_series(snapshot, world.services, world.shop.id, kind);
    });
    return proof;
}

NumberRangeChange yearly() { return {"{year}-", {}, {}, true}; }

TEST(NumberRanges, D15_the_year_rolls_over_at_the_shop_s_midnight) {
    World world("neutral");
    world.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        ASSERT_TRUE(shops::change_number_range(work, world.services, world.caller, world.shop, "invoice", yearly()));
    });
    const auto number_at = [&](const char* moment) {
        world.clock.at_ms = json::parse_time_ms(moment).value();
        const Order order = world.place(mugs());
        world.act(order.id, invoice_now());
        return latest(world.order(order.id), DocumentKind::invoice).number;
    };
    EXPECT_EQ(number_at("2026-12-31T22:59:59.999Z"), "2026-00001") << "a second before midnight in Paris";
    EXPECT_EQ(number_at("2026-12-31T23:00:00Z"), "2027-00001") << "midnight there, an hour before it in UTC";
    EXPECT_EQ(number_at("2027-01-01T09:00:00Z"), "2027-00002");
    const documents::SeriesProof proof = prove(world, DocumentKind::invoice);
    EXPECT_EQ(proof.fault_count, 0);
    EXPECT_EQ(proof.checked, 3);
    EXPECT_EQ(proof.first_number, "2026-00001");
    EXPECT_EQ(proof.last_number, "2027-00002");
}

TEST(NumberRanges, D15_after_new_year_the_range_stands_at_one_and_may_be_moved_below_last_year_s) {
    World world("neutral");
    const auto change = [&](const domain::NumberRangeChange& wanted) {
        world.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            ASSERT_TRUE(shops::change_number_range(work, world.services, world.caller, world.shop, "invoice", wanted));
        });
    };
    change(yearly());
    world.clock.at_ms = json::parse_time_ms("2026-12-30T12:00:00Z").value();
    for (int i = 0; i < 7; ++i) world.act(world.place(mugs()).id, invoice_now());
    world.clock.at_ms = json::parse_time_ms("2027-01-02T12:00:00Z").value();
    world.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto ranges = shops::number_ranges(snapshot, world.services, world.shop);
        const auto range = std::ranges::find(ranges, "invoice", &domain::NumberRange::series);
        ASSERT_NE(range, ranges.end());
        EXPECT_EQ(range->next_number, 1) << "as the next invoice will be numbered, not as the last one left it";
    });
    EXPECT_EQ(prove(world, DocumentKind::invoice).fault_count, 0);
    change({{}, 5, {}, {}});
    EXPECT_EQ(prove(world, DocumentKind::invoice).fault_count, 0) << "moved, and no number taken yet";
    const Order order = world.place(mugs());
    world.act(order.id, invoice_now());
    EXPECT_EQ(latest(world.order(order.id), DocumentKind::invoice).number, "2027-00005");
    EXPECT_EQ(prove(world, DocumentKind::invoice).fault_count, 0);
}

TEST(NumberRanges, A15_the_proof_explains_a_range_that_somebody_moved) {
    World world("neutral");
    for (int i = 0; i < 2; ++i) world.act(world.place(mugs()).id, invoice_now());
    world.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        ASSERT_TRUE(
            shops::change_number_range(work, world.services, world.caller, world.shop, "invoice", {{}, 500, {}, {}}));
    });
    EXPECT_EQ(prove(world, DocumentKind::invoice).fault_count, 0) << "also before the next number is taken";
    world.act(world.place(mugs()).id, invoice_now());
    const documents::SeriesProof proof = prove(world, DocumentKind::invoice);
    EXPECT_EQ(proof.fault_count, 0);
    ASSERT_EQ(proof.moves.size(), 1U);
    EXPECT_EQ(proof.moves[0].after.next_number, 500);
    EXPECT_EQ(proof.last_number, "INV-00500");
}

}  // namespace
}  // namespace commis::domain::requirements
