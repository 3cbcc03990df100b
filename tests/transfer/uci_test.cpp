// The UCI layout: orders, credits of known originals, rejects, repeats; and both shared files whole.
#include "import_fixture.hpp"

#include <chrono>
#include <map>

namespace commis::test {
namespace {

using UciTest = ImportTest;

constexpr std::string_view header =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

TEST_P(UciTest, MakesOrdersWithMoneyKindsAndCountries) {
    const auto shop = make_shop("uk", "neutral", "GBP");
    Rejects rejects;
    const auto result = import_text(shop, "uci",
                                    std::string(header) +
                                        "536365,85123A,WHITE LIGHT ,6,2010-12-01 08:26:00,2.55,17850.0,EIRE\n"
                                        "536365,POST,POSTAGE,1,2010-12-01 08:26:00,18.0,17850.0,EIRE\n"
                                        "536366,22633,,6,2010-07-01 08:28:00,0.0,,Channel Islands\r\n",
                                    rejects);
    EXPECT_EQ(result.counts.rows, 3);
    EXPECT_EQ(result.counts.rows_imported, 2);
    EXPECT_EQ(rejects.codes(), std::vector<std::string>{"4 Description stock_correction"});
    const auto order = order_of(shop, "536365");
    EXPECT_EQ(order.buyer.name, "Customer 17850");
    EXPECT_EQ(order.billing_address.country, "IE");
    EXPECT_EQ(order.lines[0].name, "WHITE LIGHT");
    EXPECT_EQ(order.lines[1].kind, domain::LineKind::fee);
    EXPECT_EQ(order.placed_at_ms, 1291191960000);
    EXPECT_EQ(order.state, "completed");
    const auto projection = projection_of(shop, order);
    EXPECT_EQ(projection.total_minor, 3330);
    EXPECT_EQ(projection.payment_status, domain::PaymentStatus::paid);
    EXPECT_EQ(projection.summary, domain::SummaryStatus::complete);
}

TEST_P(UciTest, CreditsGoToTheNewestOrderOfTheCustomerAtThatPrice) {
    const auto shop = make_shop("uk", "neutral", "GBP");
    const std::string text = std::string(header) +
                             "1,A,Apple,3,2010-12-01 08:00:00,1.0,7.0,France\n"
                             "2,A,Apple,2,2010-12-02 08:00:00,1.0,7.0,France\n"
                             "3,A,Apple,9,2010-12-03 08:00:00,2.0,7.0,France\n"
                             "C4,A,Apple,-4,2010-12-04 08:00:00,1.0,7.0,France\n"
                             "C5,A,Apple,-2,2010-12-05 08:00:00,1.0,7.0,France\n"
                             "C6,B,Pear,-1,2010-12-05 08:00:00,1.0,7.0,France\n"
                             "C7,A,Apple,-1,2010-12-05 08:00:00,1.0,,France\n"
                             "8,A,Apple,-1,2010-12-05 08:00:00,0.0,,France\n";
    Rejects rejects;
    const auto result = import_text(shop, "uci", text, rejects);
    EXPECT_EQ(result.counts, (imports::ImportCounts{8, 4, 0, 4, 3, 0, 1}));
    EXPECT_EQ(rejects.codes(),
              (std::vector<std::string>{"6 Quantity credit_exceeds_original", "7 Quantity credit_without_original",
                                        "8 Quantity credit_without_original", "9 Quantity credit_without_original"}));
    EXPECT_EQ(order_of(shop, "2").lines[0].refunded, 2);
    EXPECT_EQ(order_of(shop, "1").lines[0].refunded, 2);
    EXPECT_EQ(order_of(shop, "3").lines[0].refunded, 0);
    EXPECT_EQ(projection_of(shop, order_of(shop, "2")).payment_status, domain::PaymentStatus::refunded);
    EXPECT_EQ(projection_of(shop, order_of(shop, "1")).payment_status, domain::PaymentStatus::partially_refunded);

    Rejects again;
    const auto repeated = import_text(shop, "uci", text, again);
    EXPECT_EQ(repeated.counts, (imports::ImportCounts{8, 0, 4, 4, 0, 3, 0}));
    EXPECT_EQ(again.codes(), rejects.codes());
    EXPECT_EQ(order_of(shop, "1").lines[0].refunded, 2);
}

TEST_P(UciTest, NamesRowColumnAndReasonOfBadRows) {
    const auto shop = make_shop("uk", "neutral", "GBP");
    Rejects rejects;
    const auto result = import_text(shop, "uci",
                                    std::string(header) +
                                        "1,A,Apple,x,2010-12-01 08:00:00,1.0,7.0,France\n"
                                        "1,B,Pear,1,2010-12-01 08:00:00,1.0,7.0,France\n"
                                        "2,A,Apple,1,2010-12-41 08:00:00,1.0,7.0,France\n"
                                        "3,A,Apple,1,2010-12-01 08:00:00,1.005,7.0,France\n"
                                        "A4,A,Apple,1,2010-12-01 08:00:00,1.0,7.0,France\n"
                                        ",A,Apple,1,2010-12-01 08:00:00,1.0,7.0,France\n"
                                        "6,A,App\xFFle,1,2010-12-01 08:00:00,1.0,7.0,France\n"
                                        "7,A,Apple,1,2010-12-01 08:00:00,1.0,7.0,France,more\n"
                                        "8,A,Apple,0,2010-12-01 08:00:00,1.0,7.0,France\n",
                                    rejects);
    EXPECT_EQ(result.counts.rows, 9);
    EXPECT_EQ(result.counts.rows_rejected, 9);
    std::vector<std::string> codes = rejects.codes();
    std::ranges::sort(codes);
    EXPECT_EQ(codes, (std::vector<std::string>{
                         "10 Quantity invalid_quantity", "2 Quantity invalid_quantity", "3  order_rejected",
                         "4 InvoiceDate invalid_time", "5 UnitPrice invalid_amount", "6 InvoiceNo unknown_document",
                         "7 InvoiceNo required", "8 Description invalid_utf8", "9  too_many_cells"}));
}

TEST_P(UciTest, KeepsShuffledNeighboursTogetherAndRefusesDistantPieces) {
    const auto shop = make_shop("uk", "neutral", "GBP");
    std::string text = std::string(header) + "1,A,Apple,1,2010-12-01 08:00:00,1.0,7.0,France\n" +
                       "2,A,Apple,1,2010-12-01 08:00:00,1.0,7.0,France\n" +
                       "1,B,Pear,1,2010-12-01 08:00:00,1.0,7.0,France\n";
    for (int i = 100; i < 200; ++i) text += std::to_string(i) + ",A,Apple,1,2010-12-01 08:00:00,1.0,7.0,France\n";
    text += "2,C,Cherry,1,2010-12-01 08:00:00,1.0,7.0,France\n";
    Rejects rejects;
    const auto result = import_text(shop, "uci", text, rejects);
    EXPECT_EQ(order_of(shop, "1").lines.size(), 2u);
    EXPECT_EQ(rejects.codes(), std::vector<std::string>{"105 InvoiceNo order_in_pieces"});
    EXPECT_EQ(result.counts.rows_imported, 103);
}

TEST_P(UciTest, AStoppedImportGoesOnWhereItWas) {
    const auto shop = make_shop("uk", "neutral", "GBP");
    std::string text(header);
    for (int i = 1000; i < 2000; ++i) text += std::to_string(i) + ",A,Apple,1,2010-12-01 08:00:00,1.0,7.0,France\n";
    auto source = transfer::open_text("uci", text, settings(shop));
    const auto profile = profiles_.of(shop);
    const imports::ImportTarget target{shop, *profile, {domain::ActorKind::import, "", "test"}};
    Rejects rejects;
    int units = 0;
    imports::ImportOptions options;
    options.should_stop = [&] { return ++units > 2; };
    const auto stopped = imports::run_import(*storage_, clock_, ids_, target, **source, rejects, options);
    EXPECT_TRUE(stopped.was_stopped);
    EXPECT_GT(stopped.counts.rows_imported, 0);
    EXPECT_LT(stopped.counts.rows_imported, 1000);
    const auto rest = import_text(shop, "uci", text, rejects);
    EXPECT_EQ(rest.counts.rows_known, stopped.counts.rows_imported);
    EXPECT_EQ(rest.counts.rows_imported, 1000 - stopped.counts.rows_imported);
}

TEST_P(UciTest, SaysWhatIsWrongWithTheFile) {
    const auto shop = make_shop("uk", "neutral", "GBP");
    Rejects rejects;
    EXPECT_EQ(import_text(shop, "uci", "", rejects).failure->code, "empty_file");
    EXPECT_EQ(import_text(shop, "uci", "InvoiceNo,StockCode\n", rejects).failure->code, "missing_column");
    EXPECT_EQ(import_text(shop, "xyz", "", rejects).failure->code, "unknown_format");
    EXPECT_EQ(import_file(shop, "uci", "/nowhere/at/all.csv", rejects).failure->code, "file_not_found");
    const auto open_quote = import_text(shop, "uci", std::string(header) + "1,A,\"Apple,1,2010", rejects);
    EXPECT_EQ(open_quote.failure->code, "malformed_csv");
}

TEST_P(UciTest, WholeFilesImportWithEveryLineAccountedFor) {
    COMMIS_NEED_SHARED_DATA("orders/online-retail-2010-12.csv.gz");
    const auto shop = make_shop("uk", "neutral", "GBP");
    std::map<std::string, std::int64_t> files{{"2010-12", 42'481}, {"2011-02_03", 64'455}};
    // A statement there is a round trip: one file is proof enough for every run of the tests.
    if (GetParam() == sql::EngineKind::postgres) files.erase("2011-02_03");
    for (const auto& [name, rows] : files) {
        const auto path = tests::shared_data("orders/online-retail-" + name + ".csv.gz").string();
        Rejects rejects;
        const auto begin = std::chrono::steady_clock::now();
        const auto result = import_file(shop, "uci", path, rejects);
        const auto took =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        ASSERT_FALSE(result.failure);
        EXPECT_EQ(result.counts.rows, rows);
        EXPECT_EQ(result.counts.rows_imported + result.counts.rows_rejected, rows);
        EXPECT_EQ(static_cast<std::int64_t>(rejects.rows.size()), result.counts.rows_rejected);
        std::map<std::string, int> reasons;
        for (const auto& row : rejects.rows) ++reasons[row.code];
        std::string words;
        for (const auto& [code, count] : reasons) words += " " + code + "=" + std::to_string(count);
        std::cout << name << ": " << result.counts.rows << " rows in " << took.count() << " ms, "
                  << result.counts.rows_imported << " imported, " << result.counts.orders_created << " orders, "
                  << result.counts.credits << " credits, rejected" << words << "\n";
        Rejects again;
        const auto repeat_begin = std::chrono::steady_clock::now();
        const auto repeated = import_file(shop, "uci", path, again);
        const auto repeat_took =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - repeat_begin);
        std::cout << "  again in " << repeat_took.count() << " ms\n";
        EXPECT_EQ(repeated.counts.rows, rows);
        EXPECT_EQ(repeated.counts.rows_imported, 0);
        EXPECT_EQ(repeated.counts.orders_created, 0);
        EXPECT_EQ(repeated.counts.rows_known, result.counts.rows_imported);
        EXPECT_EQ(again.codes(), rejects.codes());
    }
}

INSTANTIATE_TEST_SUITE_P(Engines, UciTest, ::testing::Values(sql::EngineKind::sqlite, sql::EngineKind::postgres),
                         [](const auto& engine) { return TestEngine::name_of(engine.param); });

}  // namespace
}  // namespace commis::test
