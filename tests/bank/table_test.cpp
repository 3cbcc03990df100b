// Tables of banks: cells in every spelling, layouts of real banks guessed, and files read to entries that are told
// apart.
#include <gtest/gtest.h>

#include "adapters/bank/table_file.hpp"
#include "domain/bank_table.hpp"
#include "domain/table_cells.hpp"
#include "domain/table_guess.hpp"

namespace commis::bank {
namespace {

using domain::Currency;
using domain::DateOrder;
using domain::TableField;
using domain::TableMapping;

const std::string our_account = "CH5800791123000889012";
const Currency francs = *Currency::find("CHF");

struct Seen {
    TableMapping mapping;
    domain::Table table;
    domain::BankTable read;
};

Seen see(const std::string& bytes, const Currency& currency = francs,
         const std::vector<std::string>& accounts = {our_account}) {
    const auto format = guess_table_format(bytes);
    auto rows = read_table_rows(bytes, format);
    EXPECT_TRUE(rows) << rows.error().code << " " << rows.error().detail;
    Seen seen;
    if (!rows) return seen;
    seen.mapping = domain::guess_mapping(domain::TableKind::statement, format, *rows, accounts, currency);
    seen.table = domain::table_of(std::move(*rows), seen.mapping.format.skip_rows, seen.mapping.has_header);
    seen.read = domain::read_bank_table(seen.mapping, seen.table);
    return seen;
}

// "+4250 2026-11-20 Ann: Bestellung 10001" of each entry.
std::string told(const Seen& seen) {
    std::string text;
    for (const domain::BankStatement& statement : seen.read.statements) {
        for (const domain::BankEntry& entry : domain::entries_of(statement)) {
            text += (entry.is_credit ? "+" : "-") + std::to_string(entry.amount.amount_minor) + " " + entry.booked_on +
                    " " + entry.counterparty.name + ": " + entry.text + "\n";
        }
    }
    for (const domain::TableFault& fault : seen.read.faults) {
        text += "! " + std::to_string(fault.row) + " " + fault.column + " " + fault.code + " " + fault.cell + "\n";
    }
    return text;
}

std::string in_utf_16(std::string_view text) {
    std::string bytes = "\xFF\xFE";
    for (const char sign : text) {
        bytes += sign;
        bytes += '\0';
    }
    return bytes;
}

std::string columns(const TableMapping& mapping) {
    std::string text;
    for (const domain::TableColumn& each : mapping.columns) {
        text += std::string(domain::id_of(each.field)) + "=" + each.column + " ";
    }
    return text;
}

TEST(BankTable, days_are_read_in_every_spelling_and_no_other_day_is_made_up) {
    using domain::read_table_day;
    for (const char* cell : {"20.11.2026", "20/11/26", "20-11-2026 08:15", "20.11.2026, 10:00"}) {
        EXPECT_EQ(read_table_day(cell, DateOrder::dmy), "2026-11-20") << cell;
    }
    EXPECT_EQ(read_table_day("1.2.2026", DateOrder::dmy), "2026-02-01");
    EXPECT_EQ(read_table_day("2026-11-20T08:15:00", DateOrder::ymd), "2026-11-20");
    EXPECT_EQ(read_table_day("20261120", DateOrder::ymd), "2026-11-20");
    EXPECT_EQ(read_table_day("11/20/2026", DateOrder::mdy), "2026-11-20");
    for (const char* cell : {"31.02.2026", "20.11", "Total", "", "2026-11-20", "20.13.2026", "1.1.20260"}) {
        EXPECT_FALSE(read_table_day(cell, DateOrder::dmy)) << cell;
    }
}

TEST(BankTable, amounts_are_read_exactly_or_not_at_all) {
    const auto read = [](const char* cell, char decimal) { return domain::read_table_amount(cell, decimal, francs); };
    EXPECT_EQ(read("1'234.50", '.'), 123'450);
    EXPECT_EQ(read("1’234.50", '.'), 123'450);
    EXPECT_EQ(read("1.234,50-", ','), -123'450);
    EXPECT_EQ(read("+ 1 234,50", ','), 123'450);
    EXPECT_EQ(read("1\u202F234,50", ','), 123'450);
    EXPECT_EQ(read("\u221212,00", ','), -1'200);
    EXPECT_EQ(read("CHF 5", '.'), 500);
    EXPECT_EQ(read("-CHF 5.5", '.'), -550);
    EXPECT_EQ(read(".50", '.'), 50);
    EXPECT_EQ(read("0.00", '.'), 0);
    for (const char* cell : {"1,23,4", "12.345", "1.2.3", "12.50 x", "--5", "", "-", "abc", "1,2345.00", "9e9"}) {
        EXPECT_FALSE(read(cell, '.')) << cell;
    }
    EXPECT_FALSE(read("1234.50", ',')) << "a point is no decimal sign here, and these are no groups of three";
    EXPECT_EQ(domain::read_table_amount("1,250", ',', *Currency::find("KWD")), 1'250);
}

TEST(BankTable, C17_a_swiss_table_with_lines_above_and_below_is_seen_through) {
    const Seen seen =
        see("Kontonummer:;CH58 0079 1123 0008 8901 2\r\nVon:;01.11.2026\r\n\r\n"
            "Datum;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Valuta;Saldo in CHF\r\n"
            "20.11.2026;\"Bestellung 10001; Ann\";1'250.50;;20.11.2026;9'000.00\r\n"
            "19.11.2026;Miete;;-800.00;19.11.2026;7'749.50\r\n"
            "Total;;;;;\r\nDisclaimer: keine Gewähr;;;;;\r\n");
    EXPECT_EQ(seen.mapping.account, our_account) << "it stands above the lines";
    EXPECT_EQ(columns(seen.mapping),
              "booked_on=Datum text=Avisierungstext credit=Gutschrift in CHF "
              "debit=Lastschrift in CHF valued_on=Valuta ");
    EXPECT_EQ(told(seen), "+125050 2026-11-20 : Bestellung 10001; Ann\n-80000 2026-11-19 : Miete\n");
    EXPECT_EQ(seen.read.left_out, 2);
    EXPECT_TRUE(domain::check_mapping(seen.mapping).empty());
}

TEST(BankTable, C17_german_french_danish_and_english_tables_are_seen_through) {
    const Currency euros = *Currency::find("EUR");
    const Seen german =
        see("\"Bezeichnung Auftragskonto\";\"Buchungstag\";\"Valutadatum\";\"Name Zahlungsbeteiligter\";"
            "\"Verwendungszweck\";\"Betrag\";\"Waehrung\"\n"
            "\"Giro\";\"20.11.2026\";\"20.11.2026\";\"Zo\xEB Lef\xE8vre\";\"RE 7\";\"1.042,50\";\"EUR\"\n",
            euros);
    EXPECT_EQ(german.mapping.format.encoding, domain::TextEncoding::windows_1252);
    EXPECT_EQ(told(german), "+104250 2026-11-20 Zoë Lefèvre: RE 7\n");
    const Seen french =
        see("Date opération;Date valeur;Libellé;Débit;Crédit\n20/11/2026;20/11/2026;VIR 10001;;42,50\n", euros);
    EXPECT_EQ(told(french), "+4250 2026-11-20 : VIR 10001\n");
    const Seen danish =
        see("Dato;Tekst;Beløb;Saldo;Valuta\n20-11-2026;Ordre 10001;1.042,50;2.000,00;DKK\n", *Currency::find("DKK"));
    EXPECT_EQ(told(danish), "+104250 2026-11-20 : Ordre 10001\n");
    EXPECT_EQ(columns(danish.mapping), "booked_on=Dato text=Tekst amount=Beløb currency=Valuta ");
    const Seen english = see("Date,Description,Payer,Amount\n2026-11-20,Order 10001,Ann,\"1,042.50\"\n", euros);
    EXPECT_EQ(told(english), "+104250 2026-11-20 Ann: Order 10001\n");
    const Seen utf_16 = see(in_utf_16("Date\tAmount\n2026-11-20\t5.50\n"));
    EXPECT_EQ(told(utf_16), "+550 2026-11-20 : \n");
    EXPECT_EQ(utf_16.mapping.format.delimiter, '\t');
}

TEST(BankTable, a_word_beside_the_amount_turns_it) {
    const Seen seen =
        see("Datum;Betrag;Soll/Haben;Text\n20.11.2026;10,00;H;kam\n20.11.2026;10,00;S;ging\n"
            "20.11.2026;10,00;X;?\n");
    EXPECT_EQ(told(seen), "+1000 2026-11-20 : kam\n-1000 2026-11-20 : ging\n! 4 Soll/Haben bad_direction X\n");
}

TEST(BankTable, a_line_that_is_not_understood_is_named_with_its_column_and_cell) {
    const Seen seen =
        see("Datum;Text;Betrag\n20.11.2026;gut;1.00\n20.11.2026;schlecht;1.00\n99.11.2026;Tag;1.00\n"
            "20.11.2026;Geld;zwölf\n");
    EXPECT_EQ(told(seen),
              "+100 2026-11-20 : gut\n+100 2026-11-20 : schlecht\n! 4 Datum bad_date 99.11.2026\n"
              "! 5 Betrag bad_amount zwölf\n");
}

TEST(BankTable, columns_without_names_go_by_their_number) {
    const Seen seen = see("20.11.2026;Bestellung 10001;42.50\n21.11.2026;Bestellung 10002;17.00\n");
    EXPECT_FALSE(seen.mapping.has_header);
    EXPECT_EQ(columns(seen.mapping), "booked_on=#1 amount=#3 ");
    EXPECT_EQ(seen.mapping.header, domain::numbered_header(3));
    EXPECT_EQ(told(seen), "+4250 2026-11-20 : \n+1700 2026-11-21 : \n");
}

TEST(BankTable, what_is_no_table_is_refused_with_its_reason) {
    const auto code = [](const std::string& bytes) {
        const auto rows = read_table_rows(bytes, guess_table_format(bytes));
        return rows ? "read" : rows.error().code;
    };
    EXPECT_EQ(code(""), "empty_file");
    EXPECT_EQ(code(" \r\n"), "empty_file");
    EXPECT_EQ(code("%PDF-1.7\n..."), "not_a_table");
    EXPECT_EQ(code(std::string("PK\x03\x04 sheet")), "not_a_table");
    EXPECT_EQ(code(std::string("a;b\0;c\n", 7)), "not_a_table");
    EXPECT_EQ(code("one column\nalone\n"), "not_a_table");
    EXPECT_EQ(code("a;b\n1;\"never closed\n"), "malformed_csv");
    EXPECT_EQ(code(std::string(ports::bank_file_bytes_max + 1, ';')), "file_too_large");
    std::string many = "a;b\n";
    for (std::size_t row = 0; row <= ports::table_rows_max; ++row) many += "1;2\n";
    EXPECT_EQ(code(many), "too_many_entries");
    const auto latin = read_table_rows("a;\xE9\n", {';', domain::TextEncoding::utf_8, 0});
    ASSERT_FALSE(latin);
    EXPECT_EQ(latin.error().code, "invalid_utf8");
}

TEST(BankTable, a_beginning_that_is_cut_inside_a_cell_is_still_shown) {
    std::string bytes = "Datum;Text;Betrag\n20.11.2026;erste;1.00\n20.11.2026;\"";
    bytes += std::string(ports::table_sample_bytes, 'x') + "\n" + std::string(10, 'x');
    const auto rows = read_first_table_rows(bytes, guess_table_format(bytes));
    ASSERT_TRUE(rows) << rows.error().code;
    EXPECT_EQ(rows->size(), 2U);
}

TEST(BankTable, overlapping_files_tell_equal_lines_apart_by_their_place_of_the_day) {
    const std::string head = "Datum;Text;Betrag\n";
    const std::string line = "20.11.2026;Spende;10.00\n";
    const auto identities = [&](const std::string& bytes) {
        std::vector<std::string> found;
        for (const auto& entry : domain::entries_of(see(bytes).read.statements.front()))
            found.push_back(entry.identity);
        return found;
    };
    const auto noon = identities(head + line);
    const auto evening = identities(head + line + "19.11.2026;Spende;10.00\n" + line);
    EXPECT_EQ(evening.size(), 3U);
    EXPECT_EQ(evening[0], noon[0]) << "the line of noon is known";
    EXPECT_NE(evening[2], evening[0]) << "the second of the day is new";
    EXPECT_NE(evening[1], evening[0]);
}

TEST(BankTable, a_mapping_that_can_not_work_is_refused_by_name) {
    const auto codes = [](const TableMapping& mapping) {
        std::string text;
        for (const domain::FieldError& error : domain::check_mapping(mapping))
            text += error.field + " " + error.code + "\n";
        return text;
    };
    TableMapping mapping;
    mapping.account = our_account;
    mapping.currency = "CHF";
    mapping.header = {"Datum", "Text", "Betrag"};
    mapping.columns = {{TableField::booked_on, "Datum"}, {TableField::amount, "Betrag"}, {TableField::text, "#2"}};
    EXPECT_EQ(codes(mapping), "");
    TableMapping wrong = mapping;
    wrong.columns = {{TableField::booked_on, "Datum"}, {TableField::booked_on, "Text"}, {TableField::amount, "Summe"}};
    EXPECT_EQ(codes(wrong), "/columns/1/field named_twice\n/columns/2/column unknown_column\n");
    wrong.columns = {{TableField::text, "Text"}};
    EXPECT_EQ(codes(wrong), "/columns required\n/columns required\n");
    wrong = mapping;
    wrong.account.clear();
    wrong.currency = "XXZ";
    wrong.format.delimiter = '?';
    wrong.format.skip_rows = 101;
    EXPECT_EQ(codes(wrong),
              "/account required\n/delimiter invalid_value\n/skip_rows out_of_range\n"
              "/currency unknown_currency\n");
}

}  // namespace
}  // namespace commis::bank
