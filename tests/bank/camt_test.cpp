// Every sample file is read to the values that stand beside it; what is no statement is refused without harm.
#include "adapters/bank/camt.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>

#include "adapters/bank/dates.hpp"
#include "json/parse.hpp"
#include "support/shared_data.hpp"

namespace commis::bank {
namespace {

using domain::BankBooking;
using domain::BankDetail;
using Value = json::Value;

const Value* member(const Value& object, std::string_view name) {
    if (!object.is_object()) return nullptr;
    const Value* found = object.as_object().if_contains(name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

std::string text(const Value& object, std::string_view name) {
    const Value* found = member(object, name);
    return found == nullptr || !found->is_string() ? std::string() : std::string(found->as_string());
}

std::string day(const Value& object, std::string_view name) {
    const Value* found = member(object, name);
    return found == nullptr ? std::string() : text(*found, "0").substr(0, 10);
}

// "-20000000 SEK" as the samples write it, the sign being the direction.
std::string money(const Value& object, std::string_view name) {
    const Value* found = member(object, name);
    return found == nullptr ? std::string()
                            : text(*found, "getAmount") + " " + text(found->at("getCurrency"), "getCode");
}

std::string money(const domain::Money& amount, bool is_credit) {
    const bool has_sign = !is_credit && amount.amount_minor != 0;
    return (has_sign ? "-" : "") + std::to_string(amount.amount_minor) + " " + std::string(amount.currency.code());
}

// The samples name an object that they have shown before by a word; in lists that is always the first.
std::vector<const Value*> list(const Value& object, std::string_view name, const Value* first) {
    std::vector<const Value*> found;
    const Value* values = member(object, name);
    if (values == nullptr || !values->is_array()) return found;
    for (const Value& each : values->as_array()) found.push_back(each.is_string() ? first : &each);
    return found;
}

class Samples : public testing::Test {
protected:
    void expect(const std::string& what, const std::string& read, const std::string& wanted) {
        ++compared;
        EXPECT_EQ(read, wanted) << file << ": " << what;
    }

    void compare_parties(const BankDetail& detail, const Value& wanted) {
        for (const Value* party : list(wanted, "getRelatedParties", nullptr)) {
            if (party == nullptr) continue;
            const Value& type = party->at("getRelatedPartyType");
            const std::string role = text(type, "__CLASS__");
            const Value* account = member(*party, "getAccount");
            const std::string number = account == nullptr ? "" : text(*account, "getIdentification");
            if (role.ends_with("\\UltimateDebtor")) {
                expect("ultimate debtor", detail.ultimate_debtor, text(type, "getName"));
            } else if (role.ends_with("\\UltimateCreditor")) {
                expect("ultimate creditor", detail.ultimate_creditor, text(type, "getName"));
            } else {
                const domain::BankParty& read = role.ends_with("\\Debtor") ? detail.debtor : detail.creditor;
                expect("party", read.name, text(type, "getName"));
                expect("party's account", read.account, number);
            }
        }
    }

    void compare_words(const BankDetail& detail, const Value& wanted) {
        const Value* remittance = member(wanted, "getRemittanceInformation");
        if (remittance == nullptr) return;
        const auto free = list(*remittance, "getUnstructuredBlocks", member(*remittance, "getUnstructuredBlock"));
        expect("lines of words", std::to_string(detail.texts.size()), std::to_string(free.size()));
        for (std::size_t at = 0; at < std::min(free.size(), detail.texts.size()); ++at) {
            expect("words", detail.texts[at], text(*free[at], "getMessage"));
        }
        const auto lines = list(*remittance, "getStructuredBlocks", member(*remittance, "getStructuredBlock"));
        expect("structured lines", std::to_string(detail.structured.size()), std::to_string(lines.size()));
        for (std::size_t at = 0; at < std::min(lines.size(), detail.structured.size()); ++at) {
            expect("words beside a reference", detail.structured[at].words,
                   text(*lines[at], "getAdditionalRemittanceInformation"));
            const Value* reference = member(*lines[at], "getCreditorReferenceInformation");
            if (reference == nullptr || reference->is_string()) continue;
            expect("reference", detail.structured[at].reference, text(*reference, "getRef"));
        }
    }

    void compare_detail(const BankDetail& detail, bool is_credit, const Value& wanted) {
        const std::string amount = money(wanted, "getAmount");
        expect("detail's amount", detail.amount ? money(*detail.amount, is_credit) : "", amount);
        if (const Value* references = member(wanted, "getReference")) {
            expect("end to end", detail.end_to_end_id, text(*references, "getEndToEndId"));
            expect("bank's reference", detail.bank_reference, text(*references, "getAccountServicerReference"));
            expect("batch", detail.batch_id, text(*references, "getPaymentInformationId"));
            const std::string unique = text(*references, "getUuidEndToEndReference");
            if (!unique.empty()) expect("transaction", detail.transaction_id, unique);
        }
        compare_parties(detail, wanted);
        compare_words(detail, wanted);
    }

    void compare_booking(const domain::BankStatement& statement, const BankBooking& booking, const Value& wanted) {
        const Value& record = wanted.at("getRecord");
        if (record.is_object()) {
            expect("statement", statement.id, text(record, "getId"));
            expect("account", statement.account, text(record.at("getAccount"), "getIdentification"));
        }
        expect("amount", money(booking.amount, booking.is_credit), money(wanted, "getAmount"));
        expect("direction", booking.is_credit ? "CRDT" : "DBIT", text(wanted, "getCreditDebitIndicator"));
        expect("status", booking.status, text(wanted, "getStatus"));
        expect("bank's reference", booking.bank_reference, text(wanted, "getAccountServicerReference"));
        expect("entry's reference", booking.entry_reference, text(wanted, "getReference"));
        expect("booked", booking.booked_on, day(wanted, "getBookingDate"));
        expect("value", booking.valued_on, day(wanted, "getValueDate"));
        expect("reversal", booking.is_reversal ? "yes" : "no",
               wanted.at("getReversalIndicator").as_bool() ? "yes" : "no");
        expect("more words", booking.more_words, text(wanted, "getAdditionalInfo"));
        expect("batch", booking.batch_id, text(wanted, "getBatchPaymentId"));
        const auto details = list(wanted, "getTransactionDetails", member(wanted, "getTransactionDetail"));
        expect("details", std::to_string(booking.details.size()), std::to_string(details.size()));
        for (std::size_t at = 0; at < std::min(details.size(), booking.details.size()); ++at) {
            compare_detail(booking.details[at], booking.is_credit, *details[at]);
        }
    }

    std::string file;
    int compared = 0;
};

TEST_F(Samples, C17_every_sample_is_read_to_the_values_beside_it) {
    COMMIS_NEED_SHARED_DATA("bank/camt-samples");
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(tests::shared_data("bank/camt-samples"))) {
        if (entry.path().extension() != ".xml") continue;
        file = entry.path().filename().string();
        const ports::BankFile read = read_camt(tests::read_text(entry.path()));
        ASSERT_TRUE(read) << file << " " << read.error().code << " " << read.error().detail;
        auto values = entry.path();
        const Value wanted = json::parse(tests::read_text(values.replace_extension(".json"))).value();
        const auto& entries = wanted.at("getEntries").as_array();
        std::vector<std::pair<const domain::BankStatement*, const BankBooking*>> bookings;
        for (const domain::BankStatement& statement : *read) {
            for (const BankBooking& booking : statement.bookings) bookings.emplace_back(&statement, &booking);
        }
        // The samples list the entries of the last record of several.
        ASSERT_GE(bookings.size(), entries.size()) << file;
        const std::size_t skipped = bookings.size() - entries.size();
        for (std::size_t at = 0; at < entries.size(); ++at) {
            compare_booking(*bookings[at + skipped].first, *bookings[at + skipped].second, entries[at]);
        }
        ++files;
    }
    EXPECT_EQ(files, 9);
    EXPECT_GT(compared, 200);
    std::cout << compared << " values of " << files << " files compared\n";
}

std::string statement(const std::string& inside, const std::string& version = "camt.053.001.08",
                      const std::string& before = "") {
    return R"(<?xml version="1.0" encoding="UTF-8"?>)" + before +
           R"(<Document xmlns="urn:iso:std:iso:20022:tech:xsd:)" + version +
           R"("><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>CH5800791123000889012</IBAN></Id></Acct>)" + inside +
           "</Stmt></BkToCstmrStmt></Document>";
}

std::string line(const std::string& amount, const std::string& inside = "") {
    return "<Ntry><Amt Ccy=\"CHF\">" + amount + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>" + inside +
           "</Ntry>";
}

std::string refused(const std::string& bytes) {
    const ports::BankFile read = read_camt(bytes);
    return read ? "read" : read.error().code;
}

TEST(Camt, money_is_exact_or_refused) {
    for (const auto& [written, minor] :
         std::vector<std::pair<std::string, std::int64_t>>{{"1.5", 150},
                                                           {"+5.00", 500},
                                                           {"5.", 500},
                                                           {".5", 50},
                                                           {"8.850", 885},
                                                           {"90071992547409.91", 9007199254740991}}) {
        const ports::BankFile read = read_camt(statement(line(written)));
        ASSERT_TRUE(read) << written;
        EXPECT_EQ(read->front().bookings.front().amount.amount_minor, minor) << written;
    }
    for (const char* written : {"1.005", "-1", "1,50", "1e3", "", "90071992547409.92", "0x5", "1 000"}) {
        EXPECT_EQ(refused(statement(line(written))), "bad_amount") << written;
    }
}

TEST(Camt, a_file_that_is_no_statement_is_refused_with_its_reason) {
    EXPECT_EQ(refused(""), "empty_file");
    EXPECT_EQ(refused(" \n"), "empty_file");
    EXPECT_EQ(refused("<Document"), "malformed_xml");
    EXPECT_EQ(refused("Date;Amount\n1;2\n"), "malformed_xml");
    EXPECT_EQ(refused("<a><b></a>"), "malformed_xml");
    EXPECT_EQ(refused("<a/>"), "not_a_statement");
    EXPECT_EQ(refused(statement("", "camt.052.001.08")), "not_a_statement");
    EXPECT_EQ(refused(statement("", "pain.001.001.03")), "not_a_statement");
    EXPECT_EQ(refused(statement("", "camt.053.001.99")), "unknown_version");
    EXPECT_EQ(refused(statement(line("1", "<BookgDt><Dt>2026-02-30</Dt></BookgDt>"))), "bad_date");
    EXPECT_EQ(refused(statement("<Ntry><Amt Ccy=\"CHF\">1</Amt><CdtDbtInd>X</CdtDbtInd></Ntry>")), "bad_direction");
    EXPECT_EQ(refused(statement("<Ntry><Amt Ccy=\"ZZZ\">1</Amt></Ntry>")), "unknown_currency");
    EXPECT_EQ(refused(statement(line("1", "<AddtlNtryInf>\xFF\xFE</AddtlNtryInf>"))), "invalid_utf8");
}

TEST(Camt, entities_and_doctypes_are_refused_unread) {
    const std::string outside = R"(<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>)";
    EXPECT_EQ(refused(statement(line("1", "<AddtlNtryInf>&x;</AddtlNtryInf>"), "camt.053.001.08", outside)),
              "doctype_refused");
    std::string laughs = "<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">";
    for (int at = 1; at < 10; ++at) {
        laughs += "<!ENTITY lol" + std::to_string(at) + " \"";
        for (int copy = 0; copy < 10; ++copy) laughs += "&lol" + std::to_string(at - 1) + ";";
        laughs += "\">";
    }
    EXPECT_EQ(refused(statement(line("1", "<AddtlNtryInf>&lol9;</AddtlNtryInf>"), "camt.053.001.08", laughs + "]>")),
              "doctype_refused");
    EXPECT_EQ(refused("<!DOCTYPE a SYSTEM \"http://127.0.0.1/x.dtd\"><a/>"), "doctype_refused");
    EXPECT_EQ(refused("<!DOCTYPE a [<!ENTITY"), "doctype_refused");
}

TEST(Camt, size_and_depth_are_limited) {
    std::string deep;
    for (int at = 0; at < 200'000; ++at) deep += "<a>";
    for (int at = 0; at < 200'000; ++at) deep += "</a>";
    EXPECT_EQ(refused(statement(deep)), "nested_too_deep");
    EXPECT_EQ(refused(std::string(std::size_t{200} * 1024 * 1024, ' ')), "file_too_large");
    EXPECT_EQ(refused(statement("<x>" + std::string(ports::bank_file_bytes_max, 'a') + "</x>")), "file_too_large");
}

TEST(Camt, prefixes_of_names_do_not_matter) {
    std::string text = statement(line("5.00"));
    for (std::size_t at = text.find('<', 5); at != std::string::npos; at = text.find('<', at + 5)) {
        text.insert(text[at + 1] == '/' ? at + 2 : at + 1, "n:");
    }
    text.replace(text.find("xmlns="), 6, "xmlns:n=");
    const ports::BankFile read = read_camt(text);
    ASSERT_TRUE(read) << read.error().detail << text;
    EXPECT_EQ(read->front().bookings.front().amount.amount_minor, 500);
}

TEST(BankEntries, a_batch_falls_into_its_transfers_when_they_add_up) {
    const std::string details =
        "<NtryDtls><TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><Amt Ccy=\"CHF\">2.00</Amt></TxDtls>"
        "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy=\"CHF\">3.00</Amt>"
        "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>";
    const auto parts = domain::entries_of(read_camt(statement(line("5.00", details)))->front());
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].end_to_end_id, "A");
    EXPECT_EQ(parts[0].amount.amount_minor, 200);
    EXPECT_EQ(parts[1].end_to_end_id, "");
    EXPECT_TRUE(parts[1].is_return);
    EXPECT_EQ(parts[1].return_reason, "AC04");
    EXPECT_EQ(domain::entries_of(read_camt(statement(line("6.00", details)))->front()).size(), 1U);
}

TEST(BankEntries, what_is_not_booked_yet_is_left_out) {
    const std::string pending = "<Ntry><Amt Ccy=\"CHF\">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts></Ntry>";
    const auto read = read_camt(statement(line("1.00") + pending));
    EXPECT_EQ(domain::entries_of(read->front()).size(), 1U);
    EXPECT_EQ(domain::count_pending(read->front()), 1);
}

TEST(BankEntries, equal_transfers_of_one_day_are_two_and_the_same_file_again_is_the_same) {
    const auto once = domain::entries_of(read_camt(statement(line("1.00") + line("1.00")))->front());
    ASSERT_EQ(once.size(), 2U);
    EXPECT_NE(once[0].identity, once[1].identity);
    EXPECT_EQ(once, domain::entries_of(read_camt(statement(line("1.00") + line("1.00")))->front()));
}

TEST(Dates, are_days_that_there_are) {
    EXPECT_TRUE(is_date("2028-02-29"));
    for (const char* text : {"2026-02-29", "2026-13-01", "2026-1-01", "22.11.2026", "", "2026-11-2x"}) {
        EXPECT_FALSE(is_date(text)) << text;
    }
}

}  // namespace
}  // namespace commis::bank
