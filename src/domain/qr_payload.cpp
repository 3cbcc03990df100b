// Line by line, as both standards have it. Signs beyond those allowed become their plain likeness or a full stop.
#include "domain/qr_payload.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "domain/money.hpp"

namespace commis::domain {
namespace {

constexpr std::int64_t amount_max_minor = 99'999'999'999;
constexpr std::size_t epc_bytes_max = 331;

// One character and how many bytes it has; a broken one is a byte of its own.
std::pair<char32_t, std::size_t> first_character(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || length > text.size()) return {U'.', 1};
    if (length == 1) return {lead, 1};
    char32_t character = lead & (0xFFU >> (length + 1));
    for (std::size_t at = 1; at < length; ++at) {
        if ((byte(at) & 0xC0U) != 0x80) return {U'.', 1};
        character = (character << 6U) | (byte(at) & 0x3FU);
    }
    return {character, length};
}

// Latin letters with their accents, and the euro: what the Swiss rules allow since 2025; European banks take no more.
bool is_allowed(char32_t character) {
    return (character >= 0x20 && character <= 0x7E) || (character >= 0xA1 && character <= 0x17F) ||
           (character >= 0x218 && character <= 0x21B) || character == 0x20AC;
}

std::string_view plain_likeness(char32_t character) {
    switch (character) {
        case U'\t':
        case U'\n':
        case U'\r':
        case 0xA0:
        case 0x202F:
        case 0x2009:
            return " ";
        case 0x2018:
        case 0x2019:
            return "'";
        case 0x201C:
        case 0x201D:
        case 0x201E:
            return "\"";
        case 0x2010:
        case 0x2011:
        case 0x2013:
        case 0x2014:
            return "-";
        case 0x2026:
            return "...";
        case 0x200B:
        case 0xFEFF:
            return "";
        default:
            return ".";
    }
}

// At most so many characters, without spaces at the ends or two in a row.
std::string fitted(std::string_view text, std::size_t characters_max) {
    std::vector<std::string> characters;
    while (!text.empty()) {
        const auto [character, length] = first_character(text);
        const std::string_view shown = is_allowed(character) ? text.substr(0, length) : plain_likeness(character);
        text.remove_prefix(length);
        if (shown.empty()) continue;
        const bool is_space = shown == " ";
        if (is_space && (characters.empty() || characters.back() == " ")) continue;
        if (is_allowed(character)) {
            characters.emplace_back(shown);
        } else {
            for (const char sign : shown) characters.emplace_back(1, sign);
        }
    }
    if (characters.size() > characters_max) characters.resize(characters_max);
    while (!characters.empty() && characters.back() == " ") characters.pop_back();
    std::string fitting;
    for (const std::string& character : characters) fitting += character;
    return fitting;
}

std::string without_spaces(std::string_view text) {
    std::string bare;
    for (const char sign : text) {
        if (sign != ' ') bare += sign;
    }
    return bare;
}

bool is_payable(std::int64_t amount_minor) { return amount_minor > 0 && amount_minor <= amount_max_minor; }

// Both currencies have two places.
std::string amount_text(std::int64_t amount_minor) {
    static const Currency euro = Currency::find("EUR").value();
    return to_decimal({amount_minor, euro});
}

using Lines = std::vector<std::string>;

// Postal code and town stand in the second line of a combined address.
bool is_complete(const QrParty& party) {
    const bool is_placed = party.combined ? !party.building.empty() : !party.postal_code.empty() && !party.town.empty();
    return !party.name.empty() && is_placed && party.country.size() == 2;
}

void add_party(Lines& lines, const QrParty& party) {
    lines.emplace_back(party.combined ? "K" : "S");
    lines.push_back(fitted(party.name, 70));
    lines.push_back(fitted(party.street, 70));
    lines.push_back(fitted(party.building, party.combined ? 70 : 16));
    lines.push_back(fitted(party.postal_code, 16));
    lines.push_back(fitted(party.town, 35));
    lines.push_back(party.country);
}

void add_nobody(Lines& lines) { lines.insert(lines.end(), 7, ""); }

std::string joined(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

}  // namespace

std::optional<std::string> swiss_qr_payload(const SwissBill& bill) {
    const bool is_currency = bill.currency == "CHF" || bill.currency == "EUR";
    const bool is_amount = !bill.amount_minor || is_payable(*bill.amount_minor);
    if (!is_currency || !is_amount || !is_complete(bill.creditor)) return std::nullopt;
    Lines lines{"SPC", "0200", "1", without_spaces(bill.iban)};
    add_party(lines, bill.creditor);
    add_nobody(lines);  // The ultimate creditor, which the standard keeps for later.
    lines.push_back(bill.amount_minor ? amount_text(*bill.amount_minor) : "");
    lines.push_back(bill.currency);
    if (bill.debtor && is_complete(*bill.debtor)) {
        add_party(lines, *bill.debtor);
    } else {
        add_nobody(lines);
    }
    const bool is_qrr = bill.reference && bill.reference->kind == ReferenceKind::qrr;
    lines.emplace_back(!bill.reference ? "NON" : is_qrr ? "QRR" : "SCOR");
    lines.push_back(bill.reference ? bill.reference->text : "");
    lines.push_back(fitted(bill.message, 140));
    lines.emplace_back("EPD");
    return joined(lines);
}

std::optional<std::string> epc_qr_payload(const CreditTransfer& transfer) {
    const std::string name = fitted(transfer.name, 70);
    if (name.empty() || transfer.iban.empty() || !is_payable(transfer.amount_minor)) return std::nullopt;
    const std::string reference = transfer.reference ? transfer.reference->text : "";
    const auto text_with = [&](std::size_t message_characters) {
        Lines lines{"BCD", "002", "1", "SCT", without_spaces(transfer.bic), name, without_spaces(transfer.iban)};
        lines.push_back("EUR" + amount_text(transfer.amount_minor));
        lines.emplace_back();  // The purpose, a code that shops have no use for.
        lines.push_back(reference);
        lines.push_back(reference.empty() ? fitted(transfer.message, message_characters) : "");
        while (lines.back().empty()) lines.pop_back();
        return joined(lines);
    };
    std::size_t characters = 140;
    std::string text = text_with(characters);
    while (text.size() > epc_bytes_max && characters > 0) text = text_with(--characters);
    return text;
}

}  // namespace commis::domain
