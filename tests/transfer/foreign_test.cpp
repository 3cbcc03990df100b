// Northwind, WooCommerce and Shopify: whole shared files, and the parts of an order that each tells in its own way.
#include "import_fixture.hpp"

namespace commis::test {
namespace {

using ForeignTest = ImportTest;

TEST_P(ForeignTest, NorthwindImportsWholeAndOnce) {
    COMMIS_NEED_SHARED_DATA("orders/northwind");
    const auto shop = make_shop("northwind", "neutral", "USD");
    Rejects rejects;
    const auto path = tests::shared_data("orders/northwind").string();
    const auto result = import_file(shop, "northwind", path, rejects);
    ASSERT_FALSE(result.failure);
    EXPECT_EQ(result.counts, (imports::ImportCounts{830 + 2155, 830 + 2155, 0, 0, 830, 0, 0}));
    EXPECT_TRUE(rejects.rows.empty()) << rejects.codes().front();
    const auto order = order_of(shop, "10248");
    EXPECT_EQ(order.buyer.name, "Paul Henriot");
    EXPECT_EQ(order.buyer.company, "Vins et alcools Chevalier");
    EXPECT_EQ(order.shipping.total_minor, 3238);
    EXPECT_EQ(domain::content_totals(order).total_minor, 14 * 1200 + 10 * 980 + 5 * 3480 + 3238);
    EXPECT_EQ(order.assignee, "Steven Buchanan");
    EXPECT_EQ(order_of(shop, "10250").lines[1].discount_minor, 22260);  // 15 % of 35 × 42.40.
    EXPECT_EQ(projection_of(shop, order).payment_status, domain::PaymentStatus::paid);
    EXPECT_EQ(projection_of(shop, order_of(shop, "11077")).payment_status, domain::PaymentStatus::pending);
    EXPECT_EQ(order_of(shop, "10249").shipping_address->city, "Münster");
    Rejects again;
    const auto repeated = import_file(shop, "northwind", path + "/orders.csv", again);
    EXPECT_EQ(repeated.counts, (imports::ImportCounts{830 + 2155, 0, 830 + 2155, 0, 0, 830, 0}));
}

TEST_P(ForeignTest, NorthwindLinesWithoutTheirOrderAreRejected) {
    const TemporaryFolder folder;
    const auto put = [&](const std::string& name, const std::string& text) {
        std::ofstream(folder.path() / (name + ".csv")) << text;
    };
    put("orders", "order_id,customer_id,order_date,shipped_date,freight\n1,A,1996-07-04,,1.5\n2,A,1996-07-04,,x\n");
    put("order_details",
        "order_id,product_id,unit_price,quantity,discount\n1,7,9.80000019,2,0\n2,7,1,1,0\n3,7,1,1,0\n");
    put("products", "product_id,product_name\n7,Tea\n");
    put("customers", "customer_id,contact_name\nA,Ann\n");
    put("shippers", "shipper_id,company_name\n");
    put("employees", "employee_id,first_name\n");
    const auto shop = make_shop("northwind", "neutral", "USD");
    Rejects rejects;
    const auto result = import_file(shop, "northwind", folder.path().string(), rejects);
    EXPECT_EQ(result.counts, (imports::ImportCounts{5, 2, 0, 3, 1, 0, 0}));
    EXPECT_EQ(rejects.codes(), (std::vector<std::string>{"3 freight invalid_amount", "3  order_rejected",
                                                         "4 order_details.order_id unknown_order"}));
    EXPECT_EQ(domain::content_totals(order_of(shop, "1")).total_minor, 2110);
}

TEST_P(ForeignTest, WooCommerceOrdersComeAloneInListsAndInBatches) {
    COMMIS_NEED_SHARED_DATA("orders/woocommerce-rest-v3");
    const auto shop = make_shop("woo", "web-shop", "USD");
    Rejects rejects;
    imports::ImportCounts counts;
    for (const int file : {1, 2, 3, 4, 5, 6}) {
        const auto name = "orders/woocommerce-rest-v3/orders_0" + std::to_string(file) + ".json";
        const auto result = import_file(shop, "woocommerce", tests::shared_data(name).string(), rejects);
        ASSERT_FALSE(result.failure) << name;
        counts += result.counts;
    }
    EXPECT_TRUE(rejects.rows.empty()) << rejects.rows.front().column << " " << rejects.rows.front().reason;
    EXPECT_EQ(counts.orders_created, 4);  // 723, 727, 728, 729.
    const auto order = order_of(shop, "727");
    EXPECT_EQ(order.lines[1].name, "Ship Your Idea – Color: Black, Size: M Test");
    EXPECT_EQ(order.lines[0].tax_rate.to_string(), "7.5");
    EXPECT_EQ(domain::content_totals(order).total_minor, 2935);
    EXPECT_EQ(order.payment_method, "bank-transfer");
    EXPECT_EQ(order.buyer.email, "john.doe@example.com");
    EXPECT_EQ(projection_of(shop, order).payment_status, domain::PaymentStatus::paid);
    const auto refunded = projection_of(shop, order_of(shop, "723"));
    EXPECT_EQ(refunded.payment_status, domain::PaymentStatus::partially_refunded);
    EXPECT_EQ(refunded.owed_minor, 2000);
}

TEST_P(ForeignTest, ShopifyOrdersKeepDiscountsAndCancellation) {
    COMMIS_NEED_SHARED_DATA("orders/shopify-webhooks-2025-10");
    const auto shop = make_shop("shopify", "neutral", "USD");
    Rejects rejects;
    imports::ImportCounts counts;
    for (const auto* name : {"orders_create", "orders_updated", "orders_fulfilled"}) {
        const auto path = tests::shared_data("orders/shopify-webhooks-2025-10/" + std::string(name) + ".json").string();
        const auto result = import_file(shop, "shopify", path, rejects);
        ASSERT_FALSE(result.failure);
        counts += result.counts;
    }
    EXPECT_TRUE(rejects.rows.empty()) << rejects.rows.front().column << " " << rejects.rows.front().reason;
    EXPECT_EQ(counts, (imports::ImportCounts{3, 1, 2, 0, 1, 2, 0}));
    const auto order = order_of(shop, "#9999");
    EXPECT_EQ(domain::content_totals(order).total_minor, 35997);
    EXPECT_EQ(order.discount_minor, 2000);
    EXPECT_EQ(order.tags, (std::vector<std::string>{"tag1", "tag2"}));
    EXPECT_EQ(projection_of(shop, order).stage, domain::Stage::cancelled);
    EXPECT_EQ(order.buyer.name, "John Smith");
    const auto refunds = tests::shared_data("orders/shopify-webhooks-2025-10/refunds_create.json").string();
    import_file(shop, "shopify", refunds, rejects);
    EXPECT_EQ(rejects.codes(), std::vector<std::string>{"1 /line_items not_an_order"});
}

TEST_P(ForeignTest, ShopifyRefundsTakeUnitsAndMoney) {
    const auto shop = make_shop("shopify", "neutral", "EUR");
    Rejects rejects;
    const auto result = import_text(shop, "shopify", R"({"id": 1, "name": "#1", "currency": "EUR",
        "created_at": "2026-01-05T10:00:00+01:00", "processed_at": "2026-01-05T10:00:00+01:00",
        "taxes_included": true, "total_price": "24.00", "total_discounts": "0.00",
        "financial_status": "partially_refunded", "fulfillment_status": "fulfilled",
        "line_items": [{"id": 11, "name": "Tea", "sku": "T", "quantity": 2, "price": "12.00",
            "fulfillment_status": "fulfilled", "tax_lines": [{"price": "4.00", "rate": 0.2}]}],
        "refunds": [{"created_at": "2026-01-09T10:00:00Z",
            "refund_line_items": [{"line_item_id": 11, "quantity": 1}],
            "transactions": [{"kind": "refund", "status": "success", "amount": "12.00"}]}]})",
                                    rejects);
    ASSERT_TRUE(rejects.rows.empty()) << rejects.rows.front().column << " " << rejects.rows.front().reason;
    EXPECT_EQ(result.counts.orders_created, 1);
    const auto order = order_of(shop, "#1");
    EXPECT_EQ(order.lines[0].refunded, 1);
    EXPECT_EQ(order.lines[0].tax_rate.to_string(), "20");
    EXPECT_EQ(projection_of(shop, order).payment_status, domain::PaymentStatus::partially_refunded);
    EXPECT_EQ(projection_of(shop, order).stage, domain::Stage::shipped);
}

TEST_P(ForeignTest, JsonLinesWithOneBadDocumentKeepTheOthers) {
    const auto shop = make_shop("woo", "neutral", "EUR");
    const auto line = [](const std::string& number, const std::string& total) {
        return R"({"id": 5, "number": ")" + number + R"(", "status": "pending", "currency": "EUR", "total": ")" +
               total +
               R"(", "date_created_gmt": "2026-01-05T10:00:00", "payment_method": "cheque",
               "line_items": [{"name": "Tea", "quantity": 3, "subtotal": "10.00", "total": "10.00",
                "total_tax": "0.00"}]})";
    };
    Rejects rejects;
    const auto result = import_text(shop, "woocommerce",
                                    line("1", "10.00") + "\n{\"number\": \"2\", }\n[1]\n" + line("3", "9.99") + "\n" +
                                        line("4", "10,00") + "\n{\"number\": \"5\"}\n" + line("6", "10.00"),
                                    rejects);
    EXPECT_EQ(result.counts, (imports::ImportCounts{7, 2, 0, 5, 2, 0, 0}));
    EXPECT_EQ(rejects.codes(), (std::vector<std::string>{"2  malformed_json", "3  wrong_type", "4 /total total_differs",
                                                         "5 /total invalid_amount", "6 /line_items not_an_order"}));
    // Three for 10.00 is no price in cents: the next higher one, and the rest as a discount.
    const auto order = order_of(shop, "1");
    EXPECT_EQ(order.lines[0].unit_price_minor, 334);
    EXPECT_EQ(order.lines[0].discount_minor, 2);
}

TEST_P(ForeignTest, BrokenJsonNeverImportsAnything) {
    COMMIS_NEED_SHARED_DATA("bad-input/json-parsing");
    const auto shop = make_shop("woo", "neutral", "EUR");
    for (const auto& entry : std::filesystem::directory_iterator(tests::shared_data("bad-input/json-parsing"))) {
        Rejects rejects;
        for (const auto* format : {"woocommerce", "shopify"}) {
            const auto result = import_file(shop, format, entry.path().string(), rejects);
            EXPECT_EQ(result.counts.rows_imported, 0) << entry.path();
            EXPECT_EQ(result.counts.rows, result.counts.rows_rejected) << entry.path();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Engines, ForeignTest, ::testing::Values(sql::EngineKind::sqlite, sql::EngineKind::postgres),
                         [](const auto& engine) { return TestEngine::name_of(engine.param); });

}  // namespace
}  // namespace commis::test
