// Payment details and their QR codes: the texts equal those of others for the same input, keep to both standards'
// limits, and a decoder that is none of ours reads back from the picture what was put in (C-11, C-12).
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "adapters/codes/qr_code.hpp"
#include "domain/payment_details.hpp"
#include "support/shared_data.hpp"

namespace commis::tests {
namespace {

namespace fs = std::filesystem;
using domain::CreditTransfer;
using domain::NoDetails;
using domain::PaymentReference;
using domain::QrStandard;
using domain::ReferenceKind;
using domain::SwissBill;

const domain::QrParty robert{"Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH"};

SwissBill sample_bill() {
    return {.iban = "CH58 0079 1123 0008 8901 2", .creditor = robert, .amount_minor = 394'975, .currency = "CHF"};
}

std::string sample(const std::string& name) { return read_text(shared_data("bank/swiss-qr-payload/" + name)); }

TEST(SwissQrPayload, equals_the_samples_for_the_same_input) {
    COMMIS_NEED_SHARED_DATA("bank/swiss-qr-payload");
    SwissBill bill = sample_bill();
    bill.debtor = {"Pia Rutschmann", "Marktgasse", "28", "9400", "Rorschach", "CH"};
    bill.message = "Bill no. 3139 for gardening work and disposal of waste material";
    EXPECT_EQ(swiss_qr_payload(bill), sample("qr_1.txt"));

    const SwissBill donation{.iban = "CH3709000000304442225",
                             .creditor = {"Salvation Army Foundation Switzerland", "", "", "3000", "Bern", "CH"},
                             .currency = "CHF",
                             .message = "Donnation to the Winterfest campaign"};
    EXPECT_EQ(swiss_qr_payload(donation), sample("qr_3.txt"));

    bill = sample_bill();
    bill.amount_minor = 50;
    bill.debtor = {"Pia-Maria Rutschmann-Schnyder", "Grosse Marktgasse 28", "9400 Rorschach", "", "", "CH", true};
    bill.reference = domain::read_payment_reference("RF18 5390 0754 7034");
    EXPECT_EQ(swiss_qr_payload(bill), sample("qr_5.txt"));
}

// The line of a payload, counted from 1 as the standards do.
std::string line(const std::optional<std::string>& payload, int number) {
    std::istringstream lines(payload.value_or(""));
    std::string found;
    for (int at = 0; at < number; ++at) std::getline(lines, found);
    return found;
}

TEST(SwissQrPayload, cuts_what_is_too_long_and_replaces_what_is_forbidden) {
    SwissBill bill = sample_bill();
    bill.creditor.name = std::string(69, 'x') + "éé";
    bill.message = "Żółw  “1001”\n– 山 😀…\x01 ß";
    const auto payload = swiss_qr_payload(bill);
    EXPECT_EQ(line(payload, 6), std::string(69, 'x') + "é");
    EXPECT_EQ(line(payload, 30), "Żółw \"1001\" - . ..... ß");
    bill.message = std::string(200, 'm');
    EXPECT_EQ(line(swiss_qr_payload(bill), 30).size(), 140U);
}

TEST(SwissQrPayload, is_not_made_of_what_no_bank_takes) {
    SwissBill bill = sample_bill();
    bill.currency = "DKK";
    EXPECT_FALSE(swiss_qr_payload(bill));
    bill = sample_bill();
    for (const std::int64_t amount_minor : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{100'000'000'000}}) {
        bill.amount_minor = amount_minor;
        EXPECT_FALSE(swiss_qr_payload(bill)) << amount_minor;
    }
    bill = sample_bill();
    bill.creditor.town = "";
    EXPECT_FALSE(swiss_qr_payload(bill));
    // Who pays may be left out: half an address is none.
    bill = sample_bill();
    bill.debtor = {"Pia", "", "", "", "Rorschach", "CH"};
    EXPECT_EQ(line(swiss_qr_payload(bill), 21), "");
}

TEST(EpcQrPayload, has_the_lines_of_version_002) {
    CreditTransfer transfer{.name = "Maison Nordlys",
                            .iban = "FR76 3000 6000 0112 3456 7890 189",
                            .bic = "AGRIFRPP",
                            .amount_minor = 16'187,
                            .message = "10001"};
    EXPECT_EQ(epc_qr_payload(transfer),
              "BCD\n002\n1\nSCT\nAGRIFRPP\nMaison Nordlys\nFR7630006000011234567890189\nEUR161.87\n\n\n10001");
    transfer.reference = domain::make_scor("10001");
    EXPECT_EQ(epc_qr_payload(transfer),
              "BCD\n002\n1\nSCT\nAGRIFRPP\nMaison Nordlys\nFR7630006000011234567890189\nEUR161.87\n\n" +
                  transfer.reference->text);
    transfer.amount_minor = 0;
    EXPECT_FALSE(epc_qr_payload(transfer));
}

TEST(EpcQrPayload, never_grows_beyond_its_331_bytes) {
    std::string message;
    for (int sign = 0; sign < 140; ++sign) message += "é";
    std::string name;
    for (int sign = 0; sign < 80; ++sign) name += "ø";
    const auto payload =
        domain::epc_qr_payload({.name = name, .iban = "DE89370400440532013000", .amount_minor = 1, .message = message});
    ASSERT_TRUE(payload);
    EXPECT_LE(payload->size(), 331U);
    EXPECT_GT(payload->size(), 325U);
}

domain::Shop sample_shop() {
    domain::Shop shop;
    shop.name = "Alpenhaus";
    shop.legal_name = "Alpenhaus AG";
    shop.legal_address = {"", "", "Rue du Lac 1268", "", "2501", "Biel", "", "CH"};
    shop.bank_accounts = {{"CH93 0076 2011 6238 5295 7", "", ""}};
    return shop;
}

domain::Order sample_order(const char* currency) {
    domain::Order order;
    order.number = "2026-1001";
    order.payment_method = "prepayment";
    order.currency = *domain::Currency::find(currency);
    order.buyer.name = "Pia Rutschmann";
    order.billing_address = {"", "", "Marktgasse 28", "", "9400", "Rorschach", "", "CH"};
    return order;
}

TEST(PaymentDetails, of_a_swiss_account_bear_a_creditor_reference_and_a_qr_bill) {
    const auto details = domain::payment_details(sample_shop(), sample_order("CHF"), 4'250);
    ASSERT_TRUE(details);
    EXPECT_EQ(details->holder, "Alpenhaus AG");
    ASSERT_TRUE(details->structured);
    EXPECT_EQ(details->structured->kind, ReferenceKind::scor);
    EXPECT_TRUE(domain::holds_number(*details->structured, "2026-1001"));
    EXPECT_EQ(details->standard, QrStandard::swiss);
    EXPECT_EQ(line(details->payload, 7), "Rue du Lac");
    EXPECT_EQ(line(details->payload, 8), "1268");
    EXPECT_EQ(line(details->payload, 19), "42.50");
    EXPECT_EQ(line(details->payload, 22), "Pia Rutschmann");
    EXPECT_EQ(line(details->payload, 28), "SCOR");
}

TEST(PaymentDetails, of_a_qr_iban_bear_its_27_digits) {
    domain::Shop shop = sample_shop();
    shop.bank_accounts.push_back({"CH44 3199 9123 0008 8901 2", "", "Alpenhaus Zahlungen"});
    const auto details = domain::payment_details(shop, sample_order("CHF"), 4'250);
    ASSERT_TRUE(details && details->structured);
    EXPECT_EQ(details->holder, "Alpenhaus Zahlungen");
    EXPECT_EQ(details->iban, "CH4431999123000889012");
    EXPECT_EQ(details->structured->kind, ReferenceKind::qrr);
    EXPECT_EQ(details->reference.size(), 32U) << details->reference;
    EXPECT_EQ(line(details->payload, 28), "QRR");
}

TEST(PaymentDetails, in_euros_prefer_an_account_outside_switzerland) {
    domain::Shop shop = sample_shop();
    shop.bank_accounts.push_back({"DE89 3704 0044 0532 0130 00", "COBADEFFXXX", ""});
    const auto details = domain::payment_details(shop, sample_order("EUR"), 4'250);
    ASSERT_TRUE(details);
    EXPECT_EQ(details->iban, "DE89370400440532013000");
    EXPECT_EQ(details->standard, QrStandard::epc);
    EXPECT_EQ(domain::grouped(details->iban), "DE89 3704 0044 0532 0130 00");
    shop.bank_accounts.pop_back();
    EXPECT_EQ(domain::payment_details(shop, sample_order("EUR"), 4'250)->standard, QrStandard::swiss);
}

TEST(PaymentDetails, elsewhere_name_the_order_and_have_no_code) {
    domain::Shop shop = sample_shop();
    shop.bank_accounts = {{"DK50 0040 0440 1162 43", "", ""}};
    const auto details = domain::payment_details(shop, sample_order("DKK"), 4'250);
    ASSERT_TRUE(details);
    EXPECT_FALSE(details->structured);
    EXPECT_EQ(details->reference, "2026-1001");
    EXPECT_EQ(details->standard, QrStandard::none);
}

TEST(PaymentDetails, are_missing_for_a_reason) {
    domain::Shop shop = sample_shop();
    domain::Order order = sample_order("CHF");
    EXPECT_EQ(domain::payment_details(shop, order, 0).error(), NoDetails::nothing_due);
    order.payment_method = "cheque";
    EXPECT_EQ(domain::payment_details(shop, order, 1).error(), NoDetails::not_by_transfer);
    order.payment_method = "invoice";
    shop.bank_accounts.clear();
    EXPECT_EQ(domain::payment_details(shop, order, 1).error(), NoDetails::no_account);
}

bool has_decoder() { return std::system("command -v ZXingReader > /dev/null 2>&1") == 0; }

std::string output_of(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    for (int sign = std::fgetc(pipe); sign != EOF; sign = std::fgetc(pipe)) output += static_cast<char>(sign);
    pclose(pipe);
    if (output.ends_with('\n')) output.pop_back();
    return output;
}

std::string decoded(const std::string& png) {
    const fs::path file = fs::temp_directory_path() / ("commis_qr_" + std::to_string(std::rand()) + ".png");
    std::ofstream(file, std::ios::binary) << png;
    const std::string text = output_of("ZXingReader -format QRCode -bytes " + file.string());
    fs::remove(file);
    return text;
}

TEST(QrCode, is_read_back_by_an_independent_decoder) {
    if (!has_decoder()) GTEST_SKIP() << "ZXingReader is not installed (script/bootstrap --tests)";
    const codes::QrCodeDrawer drawer;
    domain::Shop shop = sample_shop();
    const auto bill = domain::payment_details(shop, sample_order("CHF"), 4'250);
    EXPECT_EQ(decoded(drawer.png(bill->payload, ports::CodeMark::swiss_cross)), bill->payload);
    shop.bank_accounts = {{"DE89 3704 0044 0532 0130 00", "COBADEFFXXX", "Böhm & Søn"}};
    const auto transfer = domain::payment_details(shop, sample_order("EUR"), 1);
    EXPECT_EQ(decoded(drawer.png(transfer->payload, ports::CodeMark::none)), transfer->payload);
}

TEST(QrCode, of_the_samples_is_read_back_as_the_samples) {
    COMMIS_NEED_SHARED_DATA("bank/swiss-qr-payload");
    if (!has_decoder()) GTEST_SKIP() << "ZXingReader is not installed (script/bootstrap --tests)";
    const codes::QrCodeDrawer drawer;
    for (const char* name : {"qr_1.txt", "qr_3.txt", "qr_5.txt"}) {
        EXPECT_EQ(decoded(drawer.png(sample(name), ports::CodeMark::swiss_cross)), sample(name)) << name;
    }
}

TEST(QrCode, is_the_same_picture_for_the_same_text) {
    const codes::QrCodeDrawer drawer;
    EXPECT_EQ(drawer.png("10001", ports::CodeMark::none), drawer.png("10001", ports::CodeMark::none));
    const std::string svg = drawer.svg("10001", ports::CodeMark::none);
    EXPECT_TRUE(svg.starts_with("<svg xmlns=")) << svg;
    EXPECT_EQ(svg.find("style"), std::string::npos);
    EXPECT_NE(drawer.svg("10001", ports::CodeMark::swiss_cross), svg);
    EXPECT_EQ(drawer.svg(std::string(5000, 'x'), ports::CodeMark::none), "");
    EXPECT_EQ(drawer.svg("", ports::CodeMark::none), "");
}

}  // namespace
}  // namespace commis::tests
