// The journal's files byte for byte: CSV, DATEV's Buchungsstapel, the French FEC.
#include "adapters/transfer/journal_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "domain/bank_days.hpp"

namespace commis::test {
namespace {

using domain::AccountRole;
using ports::BookedEntry;
using ports::JournalFormat;

ports::JournalHead head() {
    ports::JournalHead made;
    made.currency = *domain::Currency::find("EUR");
    made.books = domain::find_preset("de_skr03").value();
    made.books.datev_consultant = "29098";
    made.books.datev_client = "55003";
    made.from = domain::parse_day("2026-02-01").value();
    made.to = domain::parse_day("2026-02-28").value();
    made.year_from = domain::parse_day("2026-01-01").value();
    made.made_at = "20260301101500123";
    return made;
}

// An invoice over two rates, with an account name each.
BookedEntry invoice(const std::string& day) {
    domain::Paper paper;
    paper.number = "RE-2026/7";
    paper.order_number = "1001";
    paper.buyer.name = "Käse \"Müller\"";
    paper.currency = *domain::Currency::find("EUR");
    paper.taxes = {{domain::TaxCategory::standard, domain::TaxRate::of(190'000), 10'000, 1'900},
                   {domain::TaxCategory::standard, domain::TaxRate::of(70'000), 5'000, 350}};
    BookedEntry booked;
    booked.entry = domain::entries_of(paper, {"doc", "ord", 1}).front();
    booked.text = "Rechnung RE-2026/7, Käse \"Müller\"";
    booked.book_code = "VE";
    booked.book_name = "Verkauf";
    booked.booked_on = booked.value_on = domain::parse_day(day).value();
    for (const domain::Posting& posting : booked.entry.postings) {
        booked.postings.push_back({posting, domain::account_of(head().books, posting), "Konto"});
    }
    return booked;
}

BookedEntry payment(const std::string& day, const char* currency) {
    domain::MoneyMove move;
    move.id = "pay";
    move.order_number = "1001";
    move.method = "bank-transfer";
    move.amount_minor = 17'250;
    move.currency = *domain::Currency::find(currency);
    BookedEntry booked;
    booked.entry = domain::entries_of(move, domain::MethodKind::offline).front();
    booked.text = "=1+1\tZahlung";
    booked.book_code = "BQ";
    booked.book_name = "Bank";
    booked.booked_on = domain::parse_day(day).value();
    booked.value_on = booked.booked_on - 1;
    for (const domain::Posting& posting : booked.entry.postings) {
        booked.postings.push_back({posting, domain::account_of(head().books, posting), "Konto"});
    }
    return booked;
}

std::vector<std::string> lines_of(JournalFormat format, const std::vector<BookedEntry>& entries) {
    std::string text;
    const auto writer = transfer::make_journal_writer(format, head(), [&text](std::string_view part) { text += part; });
    for (const BookedEntry& entry : entries) writer->write(entry);
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        EXPECT_TRUE(line.ends_with('\r'));
        line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

TEST(JournalFiles, DatevHasTheHeadThatItsFormatDescribes) {
    const auto lines = lines_of(JournalFormat::datev, {});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0],
              "\"EXTF\";700;21;\"Buchungsstapel\";13;20260301101500123;;\"CO\";\"\";\"\";29098;55003;20260101;4;"
              "20260201;20260228;\"Commis 20260201-20260228\";\"\";1;0;0;\"EUR\";;\"\";;;\"03\";;;\"\";\"\"");
    EXPECT_EQ(std::ranges::count(lines[0], ';'), 30);
    EXPECT_EQ(std::ranges::count(lines[1], ';'), 124);
    EXPECT_TRUE(lines[1].starts_with("Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;"));
    EXPECT_TRUE(lines[1].ends_with(";EU-Steuersatz (Ursprung);Abw. Skontokonto"));
    EXPECT_NE(lines[1].find(";BU-Schl\xFCssel;Belegdatum;Belegfeld 1;"), std::string::npos) << "in Windows-1252";
}

TEST(JournalFiles, DatevHasARowForEachRateAgainstTheCustomers) {
    const auto lines = lines_of(JournalFormat::datev, {invoice("2026-02-07"), payment("2026-02-09", "EUR")});
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_TRUE(
        lines[2].starts_with("119,00;\"S\";\"EUR\";;;;10000;8400;\"\";0702;\"RE-2026/7\";\"1001\";;"
                             "\"Rechnung RE-2026/7, K\xE4se \"\"M\xFCller\"\"\";"))
        << lines[2];
    EXPECT_TRUE(lines[3].starts_with("53,50;\"S\";\"EUR\";;;;10000;8300;\"\";0702;")) << lines[3];
    EXPECT_TRUE(lines[4].starts_with("172,50;\"S\";\"EUR\";;;;1200;10000;\"\";0902;\"1001\";\"1001\";;")) << lines[4];
    for (std::size_t at = 2; at < lines.size(); ++at) EXPECT_EQ(std::ranges::count(lines[at], ';'), 124);
}

TEST(JournalFiles, DatevKeepsTaxApartWhereTheSalesAccountKnowsNoRate) {
    domain::Books books = domain::find_preset("de_skr03").value();
    const auto rows = [&] {
        BookedEntry entry = invoice("2026-02-07");
        for (ports::BookedPosting& booked : entry.postings) booked.account = domain::account_of(books, booked.posting);
        ports::JournalHead its_head = head();
        its_head.books = books;
        std::string text;
        transfer::make_journal_writer(JournalFormat::datev, its_head, [&](std::string_view part) {
            text += part;
        })->write(entry);
        std::vector<std::string> starts;
        std::istringstream in(text);
        for (std::string line; std::getline(in, line);) starts.push_back(line.substr(0, line.find(";0702;")));
        return std::vector(starts.begin() + 2, starts.end());
    };
    books.rates.clear();
    const std::vector<std::string> apart{R"(100,00;"S";"EUR";;;;10000;8200;"")", R"(19,00;"S";"EUR";;;;10000;1770;"")",
                                         R"(50,00;"S";"EUR";;;;10000;8200;"")", R"(3,50;"S";"EUR";;;;10000;1770;"")"};
    EXPECT_EQ(rows(), apart);
    books.rates = {{domain::TaxCategory::standard, domain::TaxRate::of(190'000), "", "", "3"}};
    EXPECT_EQ(rows().front(), R"(119,00;"S";"EUR";;;;10000;8200;"3")") << "the key says the rate";
    // Accounts of other countries carry no rate for DATEV.
    books = domain::find_preset("fr_pcg").value();
    books.rates = {{domain::TaxCategory::standard, domain::TaxRate::of(190'000), "707000", "445710", ""}};
    EXPECT_EQ(rows()[0], R"(100,00;"S";"EUR";;;;411000;707000;"")");
    EXPECT_EQ(rows()[1], R"(19,00;"S";"EUR";;;;411000;445710;"")");
}

TEST(JournalFiles, DatevTurnsTheMarkOfACreditNote) {
    BookedEntry credit = invoice("2026-02-07");
    for (ports::BookedPosting& booked : credit.postings) booked.posting.amount_minor *= -1;
    const auto lines = lines_of(JournalFormat::datev, {credit});
    EXPECT_TRUE(lines[2].starts_with("119,00;\"H\";\"EUR\";;;;10000;8400;")) << lines[2];
}

TEST(JournalFiles, FecHasTheColumnsOfTheLawAndNumbersTheYearThrough) {
    const auto lines = lines_of(JournalFormat::fec, {payment("2026-01-31", "EUR"), invoice("2026-02-07"),
                                                     payment("2026-02-08", "USD"), payment("2026-02-09", "EUR")});
    ASSERT_EQ(lines.size(), 8U);
    EXPECT_EQ(
        lines[0],
        "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\t"
        "PieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise");
    EXPECT_EQ(lines[1],
              "VE\tVerkauf\t2\t20260207\t10000\tKonto\t\t\tRE-2026/7\t20260207\tRechnung RE-2026/7, Käse \"Müller\"\t"
              "172,50\t0,00\t\t\t20260207\t\t");
    EXPECT_EQ(lines[2],
              "VE\tVerkauf\t2\t20260207\t8400\tKonto\t\t\tRE-2026/7\t20260207\tRechnung RE-2026/7, Käse \"Müller\"\t"
              "0,00\t100,00\t\t\t20260207\t\t");
    EXPECT_EQ(lines[6],
              "BQ\tBank\t3\t20260209\t1200\tKonto\t\t\t1001\t20260208\t=1+1 Zahlung\t172,50\t0,00\t\t\t20260209\t\t");
    for (const std::string& line : lines) EXPECT_EQ(std::ranges::count(line, '\t'), 17) << line;
}

TEST(JournalFiles, CsvIsSafeAgainstFormulasAndHasEveryCurrency) {
    const auto lines = lines_of(JournalFormat::csv, {payment("2026-02-09", "JPY")});
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_TRUE(lines[0].starts_with("entry,booked_on,value_on,journal,kind,document,order,buyer,text,"));
    EXPECT_EQ(lines[1],
              "pay,2026-02-09,2026-02-08,BQ,payment,,1001,,\"'=1+1\tZahlung\",,bank-transfer,money,1200,Konto,,,17250,,"
              "JPY,no");
    EXPECT_EQ(
        lines[2],
        "pay,2026-02-09,2026-02-08,BQ,payment,,1001,,\"'=1+1\tZahlung\",,bank-transfer,receivables,10000,Konto,,,,"
        "17250,JPY,no");
}

}  // namespace
}  // namespace commis::test
