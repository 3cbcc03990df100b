// Which tax the positions of an issued paper fall under.
#include "domain/decisions/documents.hpp"
#include "features/documents/files.hpp"
#include "gtest/gtest.h"
#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

TEST(PaperTax, FeesAreTaxedAsTheGoodsThatTheyTravelWith) {
    World world("neutral");
    world.shop.legal_address.country = "FR";
    PlaceOrder command = sample::plain(LineKind::goods, 1, "bank-transfer");
    command.buyer.vat_id = "DE123456789";
    command.billing_address.country = "DE";
    command.lines.push_back({.sku = "WRAP",
                             .name = "Wrapping",
                             .kind = LineKind::fee,
                             .quantity = 1,
                             .unit_price_minor = 200,
                             .attendees = {}});
    for (const TaxCategory expected : {TaxCategory::intra_community, TaxCategory::reverse_charge}) {
        const Order order = world.place(command);
        ASSERT_EQ(world.act(order.id, [](const Order& o, const Context& c) { return invoice(o, {}, c); }), "taken");
        const std::string document_id = world.order(order.id).documents.back().id;
        Result<Paper> paper;
        world.services.storage.read(
            [&](ports::Snapshot& snapshot) { paper = documents::issued_paper(snapshot, world.shop.id, document_id); });
        ASSERT_TRUE(paper.has_value());
        ASSERT_EQ(paper->lines.size(), 2U);
        EXPECT_EQ(paper->lines[1].kind, LineKind::fee);
        for (const PaperLine& line : paper->lines) EXPECT_EQ(line.category, expected);
        // A service goes nowhere, and its fee with it.
        command.lines.front().kind = LineKind::service;
    }
}

}  // namespace
}  // namespace commis::domain::requirements
