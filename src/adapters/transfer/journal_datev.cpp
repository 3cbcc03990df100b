// Two lines of head (what the file is, and its 125 columns), then a row for each pair of accounts.
#include <fmt/core.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "adapters/transfer/journal_cells.hpp"
#include "adapters/transfer/journal_files.hpp"
#include "domain/bank_days.hpp"

namespace commis::transfer {
namespace {

constexpr std::array<std::string_view, 20> first_columns{"Umsatz (ohne Soll/Haben-Kz)",
                                                         "Soll/Haben-Kennzeichen",
                                                         "WKZ Umsatz",
                                                         "Kurs",
                                                         "Basis-Umsatz",
                                                         "WKZ Basis-Umsatz",
                                                         "Konto",
                                                         "Gegenkonto (ohne BU-Schlüssel)",
                                                         "BU-Schlüssel",
                                                         "Belegdatum",
                                                         "Belegfeld 1",
                                                         "Belegfeld 2",
                                                         "Skonto",
                                                         "Buchungstext",
                                                         "Postensperre",
                                                         "Diverse Adressnummer",
                                                         "Geschäftspartnerbank",
                                                         "Sachverhalt",
                                                         "Zinssperre",
                                                         "Beleglink"};
constexpr std::array<std::string_view, 11> cost_columns{"KOST1 - Kostenstelle",
                                                        "KOST2 - Kostenstelle",
                                                        "Kost-Menge",
                                                        "EU-Land u. UStID (Bestimmung)",
                                                        "EU-Steuersatz (Bestimmung)",
                                                        "Abw. Versteuerungsart",
                                                        "Sachverhalt L+L",
                                                        "Funktionsergänzung L+L",
                                                        "BU 49 Hauptfunktionstyp",
                                                        "BU 49 Hauptfunktionsnummer",
                                                        "BU 49 Funktionsergänzung"};
constexpr std::array<std::string_view, 38> last_columns{"Stück",
                                                        "Gewicht",
                                                        "Zahlweise",
                                                        "Forderungsart",
                                                        "Veranlagungsjahr",
                                                        "Zugeordnete Fälligkeit",
                                                        "Skontotyp",
                                                        "Auftragsnummer",
                                                        "Buchungstyp",
                                                        "USt-Schlüssel (Anzahlungen)",
                                                        "EU-Land (Anzahlungen)",
                                                        "Sachverhalt L+L (Anzahlungen)",
                                                        "EU-Steuersatz (Anzahlungen)",
                                                        "Erlöskonto (Anzahlungen)",
                                                        "Herkunft-Kz",
                                                        "Buchungs GUID",
                                                        "KOST-Datum",
                                                        "SEPA-Mandatsreferenz",
                                                        "Skontosperre",
                                                        "Gesellschaftername",
                                                        "Beteiligtennummer",
                                                        "Identifikationsnummer",
                                                        "Zeichnernummer",
                                                        "Postensperre bis",
                                                        "Bezeichnung SoBil-Sachverhalt",
                                                        "Kennzeichen SoBil-Buchung",
                                                        "Festschreibung",
                                                        "Leistungsdatum",
                                                        "Datum Zuord. Steuerperiode",
                                                        "Fälligkeit",
                                                        "Generalumkehr (GU)",
                                                        "Steuersatz",
                                                        "Land",
                                                        "Abrechnungsreferenz",
                                                        "BVV-Position",
                                                        "EU-Land u. UStID (Ursprung)",
                                                        "EU-Steuersatz (Ursprung)",
                                                        "Abw. Skontokonto"};
constexpr std::size_t column_count = 125;

std::vector<std::string> column_names() {
    std::vector<std::string> names(first_columns.begin(), first_columns.end());
    for (int at = 1; at <= 8; ++at) {
        names.push_back(fmt::format("Beleginfo - Art {}", at));
        names.push_back(fmt::format("Beleginfo - Inhalt {}", at));
    }
    names.insert(names.end(), cost_columns.begin(), cost_columns.end());
    for (int at = 1; at <= 20; ++at) {
        names.push_back(fmt::format("Zusatzinformation - Art {}", at));
        names.push_back(fmt::format("Zusatzinformation- Inhalt {}", at));
    }
    names.insert(names.end(), last_columns.begin(), last_columns.end());
    return names;
}

// What the character set has not, it replaces by itself.
std::string to_windows_1252(std::string_view text) {
    const auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    const std::int32_t length = wide.extract(0, wide.length(), nullptr, "windows-1252");
    std::string bytes(static_cast<std::size_t>(length) + 1, '\0');
    wide.extract(0, wide.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), "windows-1252");
    bytes.resize(static_cast<std::size_t>(length));
    return bytes;
}

// At most so many characters, in one line, in quotes.
std::string quoted(std::string_view text, std::int32_t length_max) {
    auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    if (wide.length() > length_max) wide.truncate(length_max);
    std::string cut;
    wide.toUTF8String(cut);
    std::string cell = "\"";
    for (const char character : cut) {
        if (character == '"') cell += '"';
        cell += static_cast<unsigned char>(character) < 0x20 ? ' ' : character;
    }
    return cell + '"';
}

// Letters, digits and $ & % * + - / alone stand in the number of a document.
std::string voucher(std::string_view text, std::int32_t length_max) {
    std::string kept;
    for (const char c : text) {
        const bool is_kept = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                             std::string_view("$&%*+-/").find(c) != std::string_view::npos;
        if (is_kept) kept += c;
    }
    return quoted(kept, length_max);
}

// A side of an entry as one row: an account against that of the first posting.
struct Side {
    const ports::BookedPosting* booked = nullptr;
    std::int64_t amount_minor = 0;
};

// An account of a German chart that is for one rate (Automatikkonto), and any with a tax key. Others know no rate.
bool takes_tax(const ports::BookedPosting& booked, bool is_german) {
    return !booked.account.tax_key.empty() || (is_german && !booked.account.is_default);
}

// Sales take their tax with them where their account reckons it out again.
std::vector<Side> sides_of(const ports::BookedEntry& entry, bool is_german) {
    std::vector<Side> sides;
    for (std::size_t at = 1; at < entry.postings.size(); ++at) {
        const ports::BookedPosting& booked = entry.postings[at];
        const domain::Posting& posting = booked.posting;
        const bool is_of_before = posting.role == domain::AccountRole::tax && !sides.empty() &&
                                  sides.back().booked->posting.role == domain::AccountRole::sales &&
                                  sides.back().booked->posting.category == posting.category &&
                                  sides.back().booked->posting.rate == posting.rate;
        if (is_of_before && takes_tax(*sides.back().booked, is_german)) {
            sides.back().amount_minor += posting.amount_minor;
        } else {
            sides.push_back({&booked, posting.amount_minor});
        }
    }
    std::erase_if(sides, [](const Side& side) { return side.amount_minor == 0; });
    return sides;
}

class DatevWriter final : public ports::JournalWriter {
public:
    DatevWriter(const ports::JournalHead& head, ports::WriteText out) : head_(head), out_(std::move(out)) {
        const domain::Books& books = head_.books;
        const std::string chart = is_german() ? books.preset.substr(6) : std::string();
        out_(to_windows_1252(fmt::format(
            "\"EXTF\";700;21;\"Buchungsstapel\";13;{};;\"CO\";\"\";\"\";{};{};{};{};{};{};\"{}\";\"\";1;0;0;\"{}\";;"
            "\"\";;;\"{}\";;;\"\";\"\"\r\n",
            head_.made_at, books.datev_consultant, books.datev_client, eight_digits(head_.year_from),
            books.datev_digits, eight_digits(head_.from), eight_digits(head_.to),
            "Commis " + eight_digits(head_.from) + "-" + eight_digits(head_.to), head_.currency.code(), chart)));
        std::string names;
        for (const std::string& name : column_names()) names += (names.empty() ? "" : ";") + name;
        out_(to_windows_1252(names + "\r\n"));
    }

    void write(const ports::BookedEntry& entry) override {
        if (entry.entry.currency != head_.currency || entry.postings.empty()) return;
        std::string rows;
        for (const Side& side : sides_of(entry, is_german())) append_row(rows, entry, side);
        out_(to_windows_1252(rows));
    }

private:
    bool is_german() const { return head_.books.preset.starts_with("de_skr"); }

    void append_row(std::string& rows, const ports::BookedEntry& entry, const Side& side) const {
        const domain::JournalEntry& facts = entry.entry;
        const std::string day = domain::day_text(entry.booked_on);
        const std::string& number = facts.document_number.empty() ? facts.order_number : facts.document_number;
        // The mark is that of the first account: it has the other side of the posting.
        const bool is_debit = side.amount_minor < 0;
        std::array<std::string, column_count> cells;
        cells[0] = with_comma(is_debit ? -side.amount_minor : side.amount_minor, facts.currency);
        cells[1] = is_debit ? "\"S\"" : "\"H\"";
        cells[2] = fmt::format("\"{}\"", facts.currency.code());
        cells[6] = entry.postings.front().account.number;
        cells[7] = side.booked->account.number;
        cells[8] = fmt::format("\"{}\"", side.booked->account.tax_key);
        cells[9] = day.substr(8, 2) + day.substr(5, 2);
        cells[10] = voucher(number.empty() ? facts.reference : number, 36);
        cells[11] = voucher(facts.order_number, 12);
        cells[13] = quoted(entry.text, 60);
        cells[113] = "0";
        for (std::size_t at = 0; at < cells.size(); ++at) {
            if (at > 0) rows += ';';
            rows += cells[at];
        }
        rows += "\r\n";
    }

    ports::JournalHead head_;
    ports::WriteText out_;
};

}  // namespace

std::unique_ptr<ports::JournalWriter> make_journal_datev(const ports::JournalHead& head, ports::WriteText out) {
    return std::make_unique<DatevWriter>(head, std::move(out));
}

}  // namespace commis::transfer
