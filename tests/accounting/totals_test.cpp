// A quarter of ten thousand orders: what the orders say, what the database counts, the journal and each of its files
// add up to the same cent.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "accounting/quarter.hpp"
#include "adapters/transfer/csv_reader.hpp"
#include "adapters/transfer/journal_files.hpp"
#include "domain/bank_days.hpp"
#include "features/accounting/books_json.hpp"
#include "features/accounting/totals.hpp"

namespace commis::test {
namespace {

using accounting::JournalExport;
using ports::JournalFormat;

// By account: debit less credit, in cents.
using Balances = std::map<std::string, std::int64_t>;

std::int64_t cents_of(std::string text) {
    std::ranges::replace(text, ',', '.');
    if (text.empty()) return 0;
    return domain::parse_decimal(text, *domain::Currency::find("EUR")).value();
}

std::vector<std::vector<std::string>> cells_of(const std::string& text, char separator) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.ends_with('\r')) line.pop_back();
        std::vector<std::string>& row = rows.emplace_back();
        std::istringstream cells(line + separator);
        for (std::string cell; std::getline(cells, cell, separator);) row.push_back(cell);
    }
    return rows;
}

class QuarterOfOrders : public testing::Test {
protected:
    static void SetUpTestSuite() {
        quarter_ = new Quarter(StorageKind::sqlite, 20'261'001);
        quarter_->live(10'000);
        quarter_->site().clock.at_ms = Quarter::first_ms + Quarter::length_ms + 1;
    }
    static void TearDownTestSuite() {
        delete quarter_;
        quarter_ = nullptr;
    }
    static domain::Shop shop() {
        domain::Shop made = quarter_->shop();
        domain::Books books = domain::find_preset("de_skr03").value();
        books.datev_consultant = "29098";
        books.datev_client = "55003";
        books.fec_siren = "123456789";
        made.books_json = accounting::to_json(books);
        return made;
    }
    static accounting::Period period() {
        return accounting::read_period(quarter_->services(), quarter_->shop(), "2026-10-01", "2026-12-31").value();
    }
    static accounting::CurrencyTotals totals() {
        std::vector<accounting::CurrencyTotals> counted;
        quarter_->services().storage.read([&](ports::Snapshot& snapshot) {
            counted = accounting::count_totals(snapshot, quarter_->services(), shop(), period());
        });
        return counted.at(0);
    }
    static std::string file(JournalFormat format) {
        std::string text;
        JournalExport journal(quarter_->services(), shop(), format, period(), transfer::make_journal_writer,
                              [&text](std::string_view part) { text += part; });
        while (journal.next()) {
        }
        return text;
    }
    // What the accounts have to say, from what the database counted.
    static void expect(const Balances& balances) {
        const accounting::CurrencyTotals counted = totals();
        std::int64_t sales = 0;
        std::int64_t tax = 0;
        std::int64_t money = 0;
        for (const auto& [account, balance] : balances) {
            if (account.starts_with("8")) sales += balance;
            if (account.starts_with("17")) tax += balance;
            if (account == "1200" || account == "1000" || account == "1360") money += balance;
        }
        const std::int64_t invoiced = counted.invoiced_minor - counted.credited_minor;
        const std::int64_t invoiced_tax = counted.invoiced_tax_minor - counted.credited_tax_minor;
        EXPECT_EQ(-sales, invoiced - invoiced_tax);
        EXPECT_EQ(-tax, invoiced_tax);
        EXPECT_EQ(money, counted.money.net_minor());
        std::int64_t sum = 0;
        for (const auto& [account, balance] : balances) sum += balance;
        EXPECT_EQ(sum, 0);
    }

    static inline Quarter* quarter_ = nullptr;
};

TEST_F(QuarterOfOrders, TheDatabaseCountsWhatTheOrdersSay) {
    const QuarterSums said = quarter_->sums();
    const accounting::CurrencyTotals counted = totals();
    EXPECT_EQ(said.orders, 10'000);
    EXPECT_EQ(counted.invoiced_minor, said.invoiced_minor);
    EXPECT_EQ(counted.invoiced_tax_minor, said.invoiced_tax_minor);
    EXPECT_EQ(counted.credited_minor, said.credited_minor);
    EXPECT_EQ(counted.credited_tax_minor, said.credited_tax_minor);
    EXPECT_EQ(counted.money.in_minor, said.in_minor);
    EXPECT_EQ(counted.money.back_minor, said.back_minor);
    // So that equal sums say something.
    EXPECT_GT(counted.invoices, 8'000);
    EXPECT_GT(counted.credit_notes, 500);
    EXPECT_GT(said.in_minor, 0);
    EXPECT_GT(said.back_minor, 0);
}

TEST_F(QuarterOfOrders, TheJournalAddsUpToWhatWasCounted) {
    const domain::Shop its_shop = shop();
    const accounting::Bookkeeper keeper(quarter_->services(), its_shop);
    const auto profile = quarter_->services().profiles.of(its_shop);
    Balances balances;
    std::optional<accounting::JournalCursor> after;
    std::pair<std::int64_t, std::int64_t> last{0, 0};
    do {
        accounting::JournalPage page;
        quarter_->services().storage.read([&](ports::Snapshot& snapshot) {
            page = accounting::read_journal(snapshot, its_shop, *profile, period(), after, 97);
        });
        for (const domain::JournalEntry& entry : page.entries) {
            EXPECT_GE(entry.booked_at_ms, last.first);
            last.first = entry.booked_at_ms;
            for (const auto& booked : keeper.book(entry).postings) {
                balances[booked.account.number] += booked.posting.amount_minor;
            }
        }
        after = page.next;
    } while (after);
    expect(balances);
}

TEST_F(QuarterOfOrders, TheCsvAddsUpAndIsTheSameTwice) {
    const std::string text = file(JournalFormat::csv);
    EXPECT_EQ(text, file(JournalFormat::csv));
    const auto rows = cells_of(text, ',');
    const auto column = [&](const char* name) {
        return static_cast<std::size_t>(std::ranges::find(rows[0], name) - rows[0].begin());
    };
    Balances balances;
    std::map<std::string, std::int64_t> entries;
    for (std::size_t at = 1; at < rows.size(); ++at) {
        const auto& row = rows[at];
        // Only the text of an entry has a comma: the columns behind it are counted from the end.
        const auto from_end = [&](const char* name) { return row[row.size() - (rows[0].size() - column(name))]; };
        const std::int64_t amount = cents_of(from_end("debit")) - cents_of(from_end("credit"));
        balances[from_end("account")] += amount;
        entries[row[0]] += amount;
    }
    for (const auto& [id, sum] : entries) EXPECT_EQ(sum, 0) << id;
    expect(balances);
}

TEST_F(QuarterOfOrders, TheFecAddsUpAndIsNumberedWithoutAGap) {
    const auto rows = cells_of(file(JournalFormat::fec), '\t');
    Balances balances;
    std::int64_t number = 0;
    std::string day;
    for (std::size_t at = 1; at < rows.size(); ++at) {
        const auto& row = rows[at];
        ASSERT_GE(row.size(), 16U);
        const std::int64_t its_number = std::stoll(row[2]);
        EXPECT_TRUE(its_number == number || its_number == number + 1) << row[2];
        EXPECT_GE(row[3], day);
        number = its_number;
        day = row[3];
        balances[row[4]] += cents_of(row[11]) - cents_of(row[12]);
    }
    expect(balances);
}

TEST_F(QuarterOfOrders, TheDatevFileAddsUp) {
    const auto rows = cells_of(file(JournalFormat::datev), ';');
    Balances balances;
    for (std::size_t at = 2; at < rows.size(); ++at) {
        const auto& row = rows[at];
        const std::int64_t amount = row[1] == "\"S\"" ? cents_of(row[0]) : -cents_of(row[0]);
        balances[row[6]] += amount;
        balances[row[7]] -= amount;
    }
    // None of its rates has an account of its own, so tax stands apart here, too.
    expect(balances);
}

TEST_F(QuarterOfOrders, ADayHasItsTillAndItsBank) {
    const auto day =
        accounting::period_of(quarter_->services(), quarter_->shop(), domain::parse_day("2026-11-11").value(),
                              domain::parse_day("2026-11-11").value());
    std::vector<accounting::CurrencyTotals> counted;
    quarter_->services().storage.read([&](ports::Snapshot& snapshot) {
        counted = accounting::count_totals(snapshot, quarter_->services(), shop(), day);
    });
    bool has_cash = false;
    accounting::MoneySums sums;
    for (const accounting::ChannelSums& channel : counted.at(0).channels) {
        has_cash |= channel.place == domain::MoneyPlace::cash && channel.method == "cash-on-pickup";
        sums.count += channel.sums.count;
        sums.in_minor += channel.sums.in_minor;
        sums.back_minor += channel.sums.back_minor;
        sums.fee_minor += channel.sums.fee_minor;
    }
    EXPECT_TRUE(has_cash);
    EXPECT_EQ(sums, counted.at(0).money);
    EXPECT_GT(sums.count, 0);
}

}  // namespace
}  // namespace commis::test
