// The CSV reader and the cells: what others write is read as they meant it, what we write is safe and comes back.
#include <gtest/gtest.h>

#include "adapters/transfer/csv_cells.hpp"
#include "adapters/transfer/csv_reader.hpp"
#include "adapters/transfer/values.hpp"
#include "json/parse.hpp"
#include "support/shared_data.hpp"

namespace commis::transfer {
namespace {

std::vector<CsvRow> rows_of(std::string text) {
    CsvReader reader(text_bytes(std::move(text)));
    std::vector<CsvRow> rows;
    while (true) {
        auto row = reader.next();
        if (!row) throw std::runtime_error{row.error().code};
        if (!*row) return rows;
        rows.push_back(std::move(**row));
    }
}

TEST(Csv, ReadsWhatTheSpectrumMeans) {
    COMMIS_NEED_SHARED_DATA("bad-input/csv-spectrum");
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(tests::shared_data("bad-input/csv-spectrum"))) {
        if (entry.path().extension() != ".csv") continue;
        auto meant_path = entry.path();
        meant_path.replace_extension(".json");
        const auto meant = json::parse(tests::read_text(meant_path)).value();
        const auto rows = rows_of(tests::read_text(entry.path()));
        ASSERT_EQ(rows.size(), meant.as_array().size() + 1) << entry.path();
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto& object = meant.as_array()[i - 1].as_object();
            for (std::size_t j = 0; j < rows[0].fields.size(); ++j) {
                EXPECT_EQ(std::string(object.at(rows[0].fields[j]).as_string()), rows[i].fields[j]) << entry.path();
            }
        }
        ++files;
    }
    EXPECT_GT(files, 5);
}

TEST(Csv, FindsTheSeparatorAndSkipsTheByteOrderMark) {
    EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                      "a;b;c\r\n1;2,5;3\r\n")[1]
                  .fields,
              (std::vector<std::string>{"1", "2,5", "3"}));
    EXPECT_EQ(rows_of("a\tb\n 1 \t2\n")[1].fields, (std::vector<std::string>{" 1 ", "2"}));
    EXPECT_EQ(rows_of("a,b\n\n\n1,2")[1].number, 2);
}

TEST(Csv, AnOpenQuoteIsAFailureAndNotOneGiantCell) {
    EXPECT_THROW(rows_of("a,b\n1,\"2\n3,4\n"), std::runtime_error);
    EXPECT_THROW(rows_of("a,b\n1,\"" + std::string(3 * 1024 * 1024, 'x')), std::runtime_error);
    EXPECT_EQ(rows_of("a,b\n5\" nail,2\n")[1].fields[0], "5\" nail");
}

TEST(Cells, FormulasAreDisarmedAndComeBack) {
    COMMIS_NEED_SHARED_DATA("bad-input/csv-formula-cells.json");
    const auto document = json::parse(tests::read_text(tests::shared_data("bad-input/csv-formula-cells.json"))).value();
    for (const auto& value : document.at("cells").as_array()) {
        const std::string cell(value.as_string());
        const std::string safe = guarded(cell);
        EXPECT_EQ(unguarded(safe), cell);
        const bool starts_harmless =
            !safe.empty() && std::string_view("=+-@|\t\r\n").find(safe[0]) == std::string::npos;
        EXPECT_TRUE(starts_harmless) << safe;
        std::string row;
        append_cell(row, safe);
        EXPECT_EQ(rows_of("x\n" + row + "\n")[1].fields[0], safe);
    }
}

TEST(Cells, NaughtyStringsSurviveTheWayOutAndBack) {
    COMMIS_NEED_SHARED_DATA("bad-input/blns.json");
    const auto document = json::parse(tests::read_text(tests::shared_data("bad-input/blns.json"))).value();
    for (const auto& value : document.as_array()) {
        const std::string text(value.as_string());
        std::string row = "1,";
        append_cell(row, guarded(text));
        EXPECT_EQ(unguarded(rows_of("a,b\n" + row + "\n")[1].fields[1]), text);
    }
}

TEST(Values, WholeNumbersDatesAndCountries) {
    EXPECT_EQ(parse_whole("17850.0"), 17850);
    EXPECT_EQ(parse_whole("-12"), -12);
    for (const auto* text : {"", "1.5", "1e3", "x", "1.", "99999999999999999999"})
        EXPECT_FALSE(parse_whole(text)) << text;
    EXPECT_EQ(parse_local_time_ms("2011-07-01 08:00:00", "Europe/London"), 1309503600000);
    EXPECT_EQ(parse_local_time_ms("2011-07-01T08:00:00+02:00", "Europe/London"), 1309500000000);
    EXPECT_EQ(parse_local_time_ms("1996-07-04", ""), 836438400000);
    EXPECT_TRUE(parse_local_time_ms("2011-03-27 01:30:00", "Europe/London"));  // Left out by summer time.
    EXPECT_FALSE(parse_local_time_ms("2011-02-30", ""));
    EXPECT_EQ(country_code("EIRE"), "IE");
    EXPECT_EQ(country_code("Switzerland"), "CH");
    EXPECT_EQ(country_code("DK"), "DK");
    EXPECT_EQ(country_code("Channel Islands"), "");
}

TEST(Values, SinglePrecisionColumnsGiveBackWhatWasEntered) {
    EXPECT_EQ(decimal_of_single_precision("9.80000019"), "9.8");
    EXPECT_EQ(decimal_of_single_precision("32.3800011"), "32.38");
    EXPECT_EQ(decimal_of_single_precision("1007.64001"), "1007.64");
    EXPECT_EQ(decimal_of_single_precision("0.150000006"), "0.15");
    EXPECT_EQ(decimal_of_single_precision("8.1999998"), "8.2");
    EXPECT_EQ(decimal_of_single_precision("14"), "14");
    EXPECT_EQ(decimal_of_single_precision("0"), "0");
    EXPECT_EQ(decimal_of_single_precision("12.345"), "12.345");
    for (const auto* text : {"", "x", "1e3", "-1", ".5"}) EXPECT_FALSE(decimal_of_single_precision(text)) << text;
    EXPECT_EQ(fraction_of(1000, "0.15"), 150);
    EXPECT_EQ(fraction_of(999, "0.05"), 50);
    EXPECT_FALSE(fraction_of(1000, "1.5"));
}

}  // namespace
}  // namespace commis::transfer
