// All words of a row of these lists stand in the header's cell, in any order; the longest row that does wins.
#include "domain/table_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "domain/folded_words.hpp"

namespace commis::domain {
namespace {

struct Word {
    std::string_view folded;  // Words without accents, parted by blanks; all of them stand in the header's cell.
    TableField field;
};

// More words before fewer: "value date" is no "date".
constexpr std::array<Word, 85> statement_words{{
    {"date valeur", TableField::valued_on},
    {"date de valeur", TableField::valued_on},
    {"value date", TableField::valued_on},
    {"wertstellung", TableField::valued_on},
    {"valutadatum", TableField::valued_on},
    {"valuta datum", TableField::valued_on},
    {"vaerdidato", TableField::valued_on},
    {"valoerdato", TableField::valued_on},
    {"rentedato", TableField::valued_on},
    {"valeur", TableField::valued_on},
    {"buchungsdatum", TableField::booked_on},
    {"buchungstag", TableField::booked_on},
    {"bogfoeringsdato", TableField::booked_on},
    {"bogfoert", TableField::booked_on},
    {"posteringsdato", TableField::booked_on},
    {"booking date", TableField::booked_on},
    {"date comptable", TableField::booked_on},
    {"date operation", TableField::booked_on},
    {"transaction date", TableField::booked_on},
    {"datum", TableField::booked_on},
    {"date", TableField::booked_on},
    {"dato", TableField::booked_on},
    {"gutschrift", TableField::credit},
    {"credit", TableField::credit},
    {"haben", TableField::credit},
    {"indbetalt", TableField::credit},
    {"indsat", TableField::credit},
    {"paid in", TableField::credit},
    {"money in", TableField::credit},
    {"belastung", TableField::debit},
    {"lastschrift", TableField::debit},
    {"debit", TableField::debit},
    {"soll", TableField::debit},
    {"haevet", TableField::debit},
    {"paid out", TableField::debit},
    {"money out", TableField::debit},
    {"soll haben", TableField::direction},
    {"debit credit", TableField::direction},
    {"sens", TableField::direction},
    {"betrag", TableField::amount},
    {"umsatz", TableField::amount},
    {"amount", TableField::amount},
    {"montant", TableField::amount},
    {"beloeb", TableField::amount},
    {"waehrung", TableField::currency},
    {"currency", TableField::currency},
    {"devise", TableField::currency},
    {"monnaie", TableField::currency},
    {"valuta", TableField::currency},
    {"iban auftragskonto", TableField::account},
    {"auftragskonto", TableField::account},
    {"own account", TableField::account},
    {"kontonummer iban", TableField::other_account},
    {"counterparty iban", TableField::other_account},
    {"counterparty account", TableField::other_account},
    {"iban contrepartie", TableField::other_account},
    {"compte contrepartie", TableField::other_account},
    {"gegenkonto", TableField::other_account},
    {"iban", TableField::other_account},
    {"iban zahlungsbeteiligter", TableField::other_account},
    {"zahlungspflichtiger", TableField::name},
    {"zahlungsbeteiligter", TableField::name},
    {"auftraggeber", TableField::name},
    {"donneur ordre", TableField::name},
    {"contrepartie", TableField::name},
    {"counterparty", TableField::name},
    {"afsender", TableField::name},
    {"payer", TableField::name},
    {"name", TableField::name},
    {"nom", TableField::name},
    {"navn", TableField::name},
    {"transaktions nr", TableField::bank_reference},
    {"transaktionsnummer", TableField::bank_reference},
    {"transaction id", TableField::bank_reference},
    {"bank reference", TableField::bank_reference},
    {"numero de transaction", TableField::bank_reference},
    {"zahlungsreferenz", TableField::reference},
    {"verwendungszweck", TableField::text},
    {"buchungstext", TableField::text},
    {"beschreibung", TableField::text},
    {"description", TableField::text},
    {"libelle", TableField::text},
    {"communication", TableField::text},
    {"tekst", TableField::text},
    {"text", TableField::text},
}};

constexpr std::array<Word, 30> more_text_words{{
    {"avisierungstext", TableField::text},
    {"mitteilung", TableField::text},
    {"zahlungszweck", TableField::text},
    {"fussnoten", TableField::text},
    {"details", TableField::text},
    {"detail", TableField::text},
    {"motif", TableField::text},
    {"message", TableField::text},
    {"meddelelse", TableField::text},
    {"besked", TableField::text},
    {"narrative", TableField::text},
    {"memo", TableField::text},
    {"notification text", TableField::text},
    {"texte de notification", TableField::text},
    {"referenz", TableField::reference},
    {"reference", TableField::reference},
    {"buchung", TableField::booked_on},
    {"valutierung", TableField::valued_on},
    {"empfaenger", TableField::name},
    {"beguenstigter", TableField::name},
    {"beneficiaire", TableField::name},
    {"modtager", TableField::name},
    {"gutschrift chf", TableField::credit},
    {"lastschrift chf", TableField::debit},
    {"credit chf", TableField::credit},
    {"debit chf", TableField::debit},
    {"einzelbetrag", TableField::text},
    {"vorgang", TableField::text},
    {"operation", TableField::text},
    {"information", TableField::text},
}};

constexpr std::array<Word, 38> payout_words{{
    {"auszahlungsdatum", TableField::booked_on},
    {"payout date", TableField::booked_on},
    {"settlement date", TableField::booked_on},
    {"date de versement", TableField::booked_on},
    {"date versement", TableField::booked_on},
    {"udbetalingsdato", TableField::booked_on},
    {"afregningsdato", TableField::booked_on},
    {"automatic payout effective date utc", TableField::booked_on},
    {"datum", TableField::booked_on},
    {"date", TableField::booked_on},
    {"dato", TableField::booked_on},
    {"payout id", TableField::payout},
    {"automatic payout id", TableField::payout},
    {"settlement id", TableField::payout},
    {"auszahlung", TableField::payout},
    {"versement", TableField::payout},
    {"udbetaling", TableField::payout},
    {"payout", TableField::payout},
    {"brutto", TableField::gross},
    {"gross", TableField::gross},
    {"brut", TableField::gross},
    {"gebuehr", TableField::fee},
    {"kommission", TableField::fee},
    {"commission", TableField::fee},
    {"frais", TableField::fee},
    {"gebyr", TableField::fee},
    {"fee", TableField::fee},
    {"netto", TableField::net},
    {"net", TableField::net},
    {"waehrung", TableField::currency},
    {"currency", TableField::currency},
    {"devise", TableField::currency},
    {"merchant reference", TableField::order},
    {"order", TableField::order},
    {"bestellnummer", TableField::order},
    {"commande", TableField::order},
    {"ordrenummer", TableField::order},
    {"ordre", TableField::order},
}};

constexpr std::array<Word, 12> more_payout_words{{
    {"payment intent id", TableField::reference},
    {"charge id", TableField::reference},
    {"transaction id", TableField::reference},
    {"transaktions id", TableField::reference},
    {"transaktionsnummer", TableField::reference},
    {"psp reference", TableField::reference},
    {"reference", TableField::reference},
    {"referenz", TableField::reference},
    {"reporting category", TableField::type},
    {"type", TableField::type},
    {"typ", TableField::type},
    {"transaktionsart", TableField::type},
}};

std::vector<std::string> words_of(std::string_view text) {
    std::string parted(text);
    std::ranges::replace(parted, '/', ' ');
    return folded_words(parted);
}

// How many of the words stand in the header's cell when all of them do; a word may be the cell's beginning.
std::size_t weight_of(const std::vector<std::string>& cell, std::string_view wanted) {
    std::size_t weight = 0;
    for (const std::string& word : words_of(wanted)) {
        if (std::ranges::find(cell, word) == cell.end()) return 0;
        weight += 10 + word.size();
    }
    return weight;
}

}  // namespace

std::optional<TableField> field_of_header(std::string_view header, TableKind kind) {
    const std::vector<std::string> cell = words_of(header);
    std::optional<TableField> best;
    std::size_t most = 0;
    const auto look_in = [&](std::span<const Word> list) {
        for (const Word& word : list) {
            const std::size_t weight = weight_of(cell, word.folded);
            if (weight <= most) continue;
            most = weight;
            best = word.field;
        }
    };
    if (kind == TableKind::statement) {
        look_in(statement_words);
        look_in(more_text_words);
    } else {
        look_in(payout_words);
        look_in(more_payout_words);
    }
    return best;
}

}  // namespace commis::domain
