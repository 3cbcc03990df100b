// Tables of countries and schemes, and the check digits of the schemes whose numbers the receivers recompute.
#include "adapters/einvoice/identifiers.hpp"

#include <algorithm>
#include <array>

namespace commis::einvoice {
namespace {

// Without SS, which the code list of the CII rules leaves out.
constexpr std::string_view countries =
    " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA "
    "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA "
    "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS "
    "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS "
    "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ "
    "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW ";

struct Scheme {
    std::string_view letters;
    std::string_view code;
};

// Schemes whose identifier is the VAT number as it is.
constexpr std::array<Scheme, 40> vat_schemes{{
    {"AD", "9922"}, {"AL", "9923"}, {"AT", "9914"}, {"BA", "9924"}, {"BG", "9926"}, {"CH", "9927"}, {"CY", "9928"},
    {"CZ", "9929"}, {"DE", "9930"}, {"DK", "0184"}, {"EE", "9931"}, {"EL", "9933"}, {"ES", "9920"}, {"FI", "0213"},
    {"FR", "9957"}, {"GB", "9932"}, {"GR", "9933"}, {"HR", "9934"}, {"HU", "9910"}, {"IE", "9935"}, {"IT", "0211"},
    {"LI", "9936"}, {"LT", "9937"}, {"LU", "9938"}, {"LV", "9939"}, {"MC", "9940"}, {"ME", "9941"}, {"MK", "9942"},
    {"MT", "9943"}, {"NL", "9944"}, {"PL", "9945"}, {"PT", "9946"}, {"RO", "9947"}, {"RS", "9948"}, {"SI", "9949"},
    {"SK", "9950"}, {"SM", "9951"}, {"TR", "9952"}, {"VA", "9953"}, {"XI", "9932"},
}};

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
int value_of(char digit) { return digit - '0'; }

bool are_digits(std::string_view text, std::size_t count) {
    return text.size() == count && std::ranges::all_of(text, is_digit);
}

// Weights 2 to 7 from the right (PEPPOL-COMMON-R041).
bool is_norwegian_number(std::string_view number) {
    if (!are_digits(number, 9)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i) sum += value_of(number[7 - i]) * (static_cast<int>(i % 6) + 2);
    return (11 - sum % 11) % 11 == value_of(number[8]);
}

// Luhn's check digit (PEPPOL-COMMON-R049).
bool is_swedish_number(std::string_view number) {
    if (!are_digits(number, 10)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) {
        const int weighted = value_of(number[8 - i]) * (i % 2 == 0 ? 2 : 1);
        sum += weighted % 10 + weighted / 10;
    }
    return (10 - sum % 10) % 10 == value_of(number[9]);
}

// The last two digits are what lacks to a multiple of 97 (PEPPOL-COMMON-R043).
bool is_belgian_number(std::string_view number) {
    if (!are_digits(number, 10)) return false;
    const int stem = std::stoi(std::string{number.substr(0, 8)});
    return 97 - stem % 97 == std::stoi(std::string{number.substr(8)});
}

bool is_danish_number(std::string_view vat_id) { return vat_id.starts_with("DK") && are_digits(vat_id.substr(2), 8); }

}  // namespace

bool is_country(std::string_view code) {
    if (code.size() != 2 || code.find(' ') != std::string_view::npos) return false;
    return countries.find(" " + std::string{code} + " ") != std::string_view::npos;
}

std::string compact(std::string_view text) {
    std::string compacted;
    for (const char sign : text) {
        if (is_digit(sign) || (sign >= 'A' && sign <= 'Z')) compacted += sign;
        if (sign >= 'a' && sign <= 'z') compacted += static_cast<char>(sign - 'a' + 'A');
    }
    return compacted;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
    return digits;
}

bool is_vat_id(std::string_view compacted) {
    if (compacted.size() < 4 || std::ranges::none_of(compacted, is_digit)) return false;
    const std::string_view letters = compacted.substr(0, 2);
    return is_country(letters) || letters == "EL" || letters == "XI";
}

bool is_norwegian_vat_id(std::string_view vat_id) {
    return vat_id.size() == 14 && vat_id.starts_with("NO") && vat_id.ends_with("MVA") &&
           is_norwegian_number(vat_id.substr(2, 9));
}

Identifier peppol_endpoint(const std::string& vat_id) {
    if (!is_vat_id(vat_id)) return {};
    const std::string letters = vat_id.substr(0, 2);
    const std::string digits = digits_of(vat_id);
    if (letters == "BE") return is_belgian_number(digits) ? Identifier{digits, "0208"} : Identifier{};
    if (letters == "NO") return is_norwegian_number(digits) ? Identifier{digits, "0192"} : Identifier{};
    if (letters == "SE") {
        const std::string number = digits.substr(0, 10);
        return is_swedish_number(number) ? Identifier{number, "0007"} : Identifier{};
    }
    if (letters == "DK" && !is_danish_number(vat_id)) return {};
    const auto* const scheme = std::ranges::find(vat_schemes, letters, &Scheme::letters);
    return scheme == vat_schemes.end() ? Identifier{} : Identifier{vat_id, std::string{scheme->code}};
}

Identifier registration_of(const domain::PaperParty& seller, ports::EInvoiceForm form) {
    const std::string& country = seller.address.country;
    const std::string digits = digits_of(seller.registration);
    if (form != ports::EInvoiceForm::peppol) return {seller.registration, ""};
    if (country == "DK") {
        const std::string vat_id = compact(seller.vat_id);
        if (is_danish_number(vat_id)) return {vat_id, "0184"};
        return digits.size() == 8 ? Identifier{"DK" + digits, "0184"} : Identifier{};
    }
    if (country == "NL") return digits.size() == 8 ? Identifier{digits, "0106"} : Identifier{};
    if (country == "IS") return digits.size() == 10 ? Identifier{digits, "0196"} : Identifier{};
    if (country == "SE" && is_swedish_number(digits)) return {digits, "0007"};
    return {seller.registration, ""};
}

}  // namespace commis::einvoice
