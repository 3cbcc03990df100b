// Our own CSV: what leaves comes back as the same orders, safe cells included; files written by hand need little.
#include "import_fixture.hpp"

namespace commis::test {
namespace {

class CommisCsvTest : public ImportTest {
protected:
    // Exports the shop, imports it into a fresh one and compares all facts.
    void expect_round_trip(const domain::Shop& shop) {
        const std::string text = export_text(shop);
        const auto fresh = make_shop(shop.handle + "-2", shop.profile_id, std::string(shop.currency.code()));
        Rejects rejects;
        const auto result = import_text(fresh, "commis", text, rejects);
        ASSERT_FALSE(result.failure) << result.failure->reason;
        ASSERT_TRUE(rejects.rows.empty()) << rejects.rows.front().column << " " << rejects.rows.front().code << " "
                                          << rejects.rows.front().reason << "\n"
                                          << rejects.rows.front().text;
        const auto before = orders_of(shop);
        const auto after = orders_of(fresh);
        ASSERT_EQ(before.size(), after.size());
        std::map<std::string, domain::Order> by_number;
        for (const auto& order : after) by_number.emplace(order.external_id, order);
        for (const auto& order : before) {
            const auto& twin = by_number.at(order.external_id.empty() ? order.number : order.external_id);
            EXPECT_EQ(facts_only(order), facts_only(twin)) << order.number;
        }
        Rejects again;
        const auto repeated = import_text(fresh, "commis", text, again);
        EXPECT_EQ(repeated.counts.rows_known, result.counts.rows);
        // The shop that the file came from knows its own orders by their numbers.
        const auto at_home = import_text(shop, "commis", text, again);
        EXPECT_EQ(at_home.counts.rows_known, result.counts.rows);
        EXPECT_EQ(at_home.counts.orders_created, 0);
    }
};

TEST_P(CommisCsvTest, SmallFilesNeedLittle) {
    const auto shop = make_shop("hand", "neutral", "EUR");
    Rejects rejects;
    const auto result = import_text(shop, "commis",
                                    "number;placed_at;buyer_name;name;quantity;unit_price;paid_amount;state\n"
                                    "A-1;2026-01-05 10:00;Éloïse;Tea;2;9.50;19.00;completed\n"
                                    "A-1;;;Cup;1;0.00;;\n"
                                    "A-2;2026-01-06;'=1+1;Tea;1;9.50;;\n",
                                    rejects);
    ASSERT_TRUE(rejects.rows.empty()) << rejects.rows.front().reason;
    EXPECT_EQ(result.counts, (imports::ImportCounts{3, 3, 0, 0, 2, 0, 0}));
    const auto first = order_of(shop, "A-1");
    EXPECT_EQ(first.lines[0].shipped, 2);
    EXPECT_EQ(projection_of(shop, first).payment_status, domain::PaymentStatus::paid);
    EXPECT_EQ(order_of(shop, "A-2").buyer.name, "=1+1");
    EXPECT_EQ(order_of(shop, "A-2").state, "received");
}

TEST_P(CommisCsvTest, BadCellsAreNamed) {
    const auto shop = make_shop("hand", "neutral", "EUR");
    Rejects rejects;
    import_text(shop, "commis",
                "number,placed_at,buyer_name,buyer_email,kind,name,quantity,unit_price,tax_rate,state,total\n"
                "1,2026-01-05,Ann,,goods,Tea,2,\"9,50\",,,\n"
                "2,2026-01-05,Ann,,thing,Tea,2,9.50,,,\n"
                "3,,Ann,,goods,Tea,2,9.50,,,\n"
                "4,2026-01-05,Ann,nobody,goods,Tea,2,9.50,,,\n"
                "5,2026-01-05,Ann,,goods,Tea,0,9.50,,,\n"
                "6,2026-01-05,Ann,,goods,,1,9.50,,,\n"
                "7,2026-01-05,Ann,,goods,Tea,1,9.50,120,,\n"
                "8,2026-01-05,Ann,,goods,Tea,1,9.50,,flying,\n"
                "9,2026-01-05,Ann,,goods,Tea,1,9.50,,,9.49\n"
                "10,2026-01-05,Ann,,goods,Tea,1,9.50,,,\n"
                "10,2026-01-05,Bob,,goods,Tea,1,9.50,,,\n"
                ",2026-01-05,Bob,,goods,Tea,1,9.50,,,\n",
                rejects);
    std::vector<std::string> codes = rejects.codes();
    std::ranges::sort(codes);
    EXPECT_EQ(codes, (std::vector<std::string>{
                         "10 total total_differs", "11  order_rejected", "12 buyer_name conflicting_value",
                         "13 number required", "2 unit_price invalid_amount", "3 kind unknown_value",
                         "4 placed_at required", "5 buyer_email invalid_email", "6 quantity out_of_range",
                         "7 name required", "8 tax_rate invalid_rate", "9 state unknown_state"}));
    EXPECT_EQ(import_text(shop, "commis", "number,placed_at,name,quantity,unit_price,colour\n", rejects).failure->code,
              "unknown_column");
}

TEST_P(CommisCsvTest, ForeignOrdersComeBackTheSame) {
    COMMIS_NEED_SHARED_DATA("orders/woocommerce-rest-v3");
    const auto shop = make_shop("woo", "web-shop", "USD");
    Rejects rejects;
    import_file(shop, "woocommerce", tests::shared_data("orders/woocommerce-rest-v3/orders_03.json").string(), rejects);
    import_file(shop, "shopify", tests::shared_data("orders/shopify-webhooks-2025-10/orders_create.json").string(),
                rejects);
    import_text(shop, "uci",
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                "1,A,Apple,3,2010-12-01 08:00:00,1.0,7.0,France\n"
                "C4,A,Apple,-2,2010-12-04 08:00:00,1.0,7.0,France\n",
                rejects);
    ASSERT_TRUE(rejects.rows.empty());
    expect_round_trip(shop);
}

TEST_P(CommisCsvTest, EveryFactOfAnOrderComesBack) {
    const auto shop = make_shop("full", "event-registration", "EUR");
    Rejects rejects;
    const auto result = import_text(
        shop, "commis",
        "record,number,placed_at,currency,buyer_name,buyer_phone,order_discount,tags,note,assignee,state,name,kind,"
        "quantity,"
        "unit_price,tax_rate,cancelled,refunded,shipped,attendee_name,attendee_email,ticket_status,ticket_access,"
        "ticket_code,payment,method,amount,status,source,execution,takes_units,at,carrier,parts,abandoned_at\n"
        "line,7,2026-01-05,EUR,\"'=cmd|' /C x'!A0\",'+49 30 "
        "1,3.33,a;b\\;c,\"two\nlines\",ann,registered,Talk,ticket,2,100.00,19,1,0,,,,,,,,,,,,,,,,,\n"
        "ticket,7,,,,,,,,,,,,,,,,,,Ann,ann@example.org,cancelled,revoked,CODE1,,,,,,,,,,,\n"
        "ticket,7,,,,,,,,,,,,,,,,,,Bob,,active,granted,CODE2,,,,,,,,,,,\n"
        "line,7,,,,,,,,,,Shirt,goods,3,25.00,7,0,1,2,,,,,,,,,,,,,,,,\n"
        "payment,7,,,,,,,,,,,,,,,,,,,,,,,,card,271.67,captured,gateway,,,2026-01-05T10:00:00.123Z,,,\n"
        "capture,7,,,,,,,,,,,,,,,,,,,,,,,1,,271.67,,gateway,,,2026-01-05T10:00:01Z,,,\n"
        "refund,7,,,,,,,,,,,,,,,,,,,,,,,1,,20.00,succeeded,,recorded,yes,2026-01-06T10:00:00Z,,,\n"
        "refund,7,,,,,,,,,,,,,,,,,,,,,,,1,,5.00,pending,,initiated,no,2026-01-07T10:00:00Z,,,\n"
        "parcel,7,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,2026-01-08T10:00:00Z,Post,2x2,\n",
        rejects);
    ASSERT_TRUE(rejects.rows.empty()) << rejects.rows.front().row << rejects.rows.front().column << " "
                                      << rejects.rows.front().code << rejects.rows.front().reason;
    EXPECT_EQ(result.counts.orders_created, 1);
    const auto order = order_of(shop, "7");
    EXPECT_EQ(order.buyer.name, "=cmd|' /C x'!A0");
    EXPECT_EQ(order.note, "two\nlines");
    EXPECT_EQ(order.tags, (std::vector<std::string>{"a", "b;c"}));
    EXPECT_EQ(order.lines[0].units[0].code, "CODE1");
    EXPECT_EQ(order.lines[0].cancelled, 1);
    EXPECT_EQ(order.ledger.refunds.size(), 2u);
    EXPECT_EQ(order.shipments[0].parts[0].quantity, 2);
    EXPECT_EQ(domain::content_totals(order).total_minor, 27167);
    expect_round_trip(shop);
}

TEST_P(CommisCsvTest, FormulasLeaveHarmless) {
    const auto shop = make_shop("safe", "neutral", "EUR");
    Rejects rejects;
    import_text(shop, "commis",
                "number,placed_at,buyer_name,buyer_phone,name,quantity,unit_price\n"
                "1,2026-01-05,\"=HYPERLINK(\"\"http://example.org\"\")\",+41 44 555,@tea,1,9.50\n",
                rejects);
    const std::string text = export_text(shop);
    EXPECT_NE(text.find("\"'=HYPERLINK(\"\"http://example.org\"\")\""), std::string::npos);
    EXPECT_NE(text.find(",'+41 44 555,"), std::string::npos);
    EXPECT_NE(text.find(",'@tea,"), std::string::npos);
    EXPECT_NE(text.find(",9.50,"), std::string::npos);
    expect_round_trip(shop);
}

INSTANTIATE_TEST_SUITE_P(Engines, CommisCsvTest, ::testing::Values(sql::EngineKind::sqlite, sql::EngineKind::postgres),
                         [](const auto& engine) { return TestEngine::name_of(engine.param); });

}  // namespace
}  // namespace commis::test
