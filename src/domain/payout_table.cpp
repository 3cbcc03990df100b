// Signs differ from report to report: fees are subtracted however they are written, refunds always lower the payout.
#include "domain/payout_table.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "domain/bank_days.hpp"
#include "domain/folded_words.hpp"

namespace commis::domain {
namespace {

constexpr std::array<std::string_view, payout_status_count> statuses{"on_its_way", "paid", "failed"};
constexpr std::array<std::string_view, payout_item_kind_count> kinds{"payment", "refund", "chargeback", "fee",
                                                                     "adjustment"};

struct KindWord {
    std::string_view word;
    PayoutItemKind kind;
};

// A beginning of a word is enough; the first row that fits speaks, so chargebacks and refunds stand before payments.
constexpr std::array<KindWord, 28> kind_words{{
    {"chargeback", PayoutItemKind::chargeback},
    {"dispute", PayoutItemKind::chargeback},
    {"rueckbelast", PayoutItemKind::chargeback},
    {"retrofactur", PayoutItemKind::chargeback},
    {"impaye", PayoutItemKind::chargeback},
    {"indsigelse", PayoutItemKind::chargeback},
    {"refund", PayoutItemKind::refund},
    {"rueckerstatt", PayoutItemKind::refund},
    {"erstattung", PayoutItemKind::refund},
    {"gutschrift", PayoutItemKind::refund},
    {"rembours", PayoutItemKind::refund},
    {"refunder", PayoutItemKind::refund},
    {"credit", PayoutItemKind::refund},
    {"fee", PayoutItemKind::fee},
    {"gebuehr", PayoutItemKind::fee},
    {"frais", PayoutItemKind::fee},
    {"commission", PayoutItemKind::fee},
    {"kommission", PayoutItemKind::fee},
    {"gebyr", PayoutItemKind::fee},
    {"charge", PayoutItemKind::payment},
    {"payment", PayoutItemKind::payment},
    {"capture", PayoutItemKind::payment},
    {"sale", PayoutItemKind::payment},
    {"purchase", PayoutItemKind::payment},
    {"zahlung", PayoutItemKind::payment},
    {"kauf", PayoutItemKind::payment},
    {"paiement", PayoutItemKind::payment},
    {"betaling", PayoutItemKind::payment},
}};

// The line in which a report tells of the payout that the other lines make up.
bool is_payout_itself(std::string_view word) {
    constexpr std::array<std::string_view, 5> words{"payout", "auszahlung", "versement", "udbetaling", "transfer"};
    const auto found = folded_words(word);
    return std::ranges::any_of(found,
                               [&](const std::string& each) { return std::ranges::find(words, each) != words.end(); });
}

std::int64_t size_of(std::int64_t amount_minor) { return amount_minor < 0 ? -amount_minor : amount_minor; }

struct Sums {
    std::int64_t gross_minor = 0;
    std::int64_t fee_minor = 0;
    std::int64_t net_minor = 0;
};

// Nothing where the three don't agree, whichever sign the fee has.
std::optional<Sums> sums_of(std::optional<std::int64_t> gross, std::optional<std::int64_t> fee,
                            std::optional<std::int64_t> net) {
    if (gross && net) {
        const std::int64_t kept = *gross - *net;
        if (fee && size_of(*fee) != size_of(kept)) return std::nullopt;
        return Sums{*gross, kept, *net};
    }
    const std::int64_t kept = size_of(fee.value_or(0));
    if (gross) return Sums{*gross, kept, *gross - kept};
    return Sums{*net + kept, kept, *net};
}

// Some reports write what went back without a sign.
std::optional<std::int64_t> taken_off(std::optional<std::int64_t> amount_minor) {
    if (!amount_minor) return std::nullopt;
    return -size_of(*amount_minor);
}

PayoutItem item_of(TableLine& line, const Currency& currency) {
    PayoutItem item;
    auto gross = line.amount(TableField::gross, currency);
    auto net = line.amount(TableField::net, currency);
    const auto fee = line.amount(TableField::fee, currency);
    const std::string word = line.text(TableField::type);
    item.kind = word.empty() ? PayoutItemKind::payment : read_item_kind(word);
    if (word.empty() && gross.value_or(net.value_or(0)) < 0) item.kind = PayoutItemKind::refund;
    if (item.kind == PayoutItemKind::refund || item.kind == PayoutItemKind::chargeback) {
        gross = taken_off(gross);
        net = taken_off(net);
    }
    const auto sums = gross || net ? sums_of(gross, fee, net) : Sums{};
    if (!sums) line.blame(TableField::net, "bad_amount");
    item.gross_minor = sums.value_or(Sums{}).gross_minor;
    item.fee_minor = sums.value_or(Sums{}).fee_minor;
    item.net_minor = sums.value_or(Sums{}).net_minor;
    item.reference = line.text(TableField::reference);
    item.text = line.text(TableField::order);
    return item;
}

std::int64_t at_ms_of(const std::string& day) {
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    return parse_day(day).value_or(0) * day_ms;
}

bool is_filled(const TableLine& line, TableField field) { return !line.text(field).empty(); }

}  // namespace

std::string_view id_of(PayoutStatus status) { return statuses[static_cast<std::size_t>(status)]; }
std::string_view id_of(PayoutItemKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

PayoutItemKind read_item_kind(std::string_view word) {
    const auto found = folded_words(word);
    for (const KindWord& each : kind_words) {
        const auto fits = [&](const std::string& written) { return written.starts_with(each.word); };
        if (std::ranges::any_of(found, fits)) return each.kind;
    }
    return PayoutItemKind::adjustment;
}

PayoutTable read_payout_table(const TableMapping& mapping, const Table& table) {
    PayoutTable read;
    std::map<std::string, std::size_t> places;
    for (const TableRow& row : table.lines) {
        TableLine line(mapping, row);
        const bool has_amount = is_filled(line, TableField::gross) || is_filled(line, TableField::net);
        if (!is_filled(line, TableField::booked_on) || !has_amount || is_payout_itself(line.text(TableField::type))) {
            ++read.left_out;
            continue;
        }
        const Currency currency = line.currency();
        const std::string day = line.day(TableField::booked_on);
        PayoutItem item = item_of(line, currency);
        if (line.fault()) {
            read.faults.push_back(*line.fault());
            continue;
        }
        const std::string named = line.text(TableField::payout);
        const std::string reference = (named.empty() ? day : named) + " " + std::string(currency.code());
        const auto [place, is_new] = places.try_emplace(reference, read.reports.size());
        if (is_new) {
            PayoutReport report;
            report.provider = mapping.account;
            report.reference = named.empty() ? reference : named;
            report.currency = currency;
            report.arrives_at_ms = at_ms_of(day);
            read.reports.push_back(std::move(report));
        }
        PayoutReport& report = read.reports[place->second];
        report.amount_minor = add_checked(report.amount_minor, item.net_minor).value_or(amount_limit_minor);
        report.items.push_back(std::move(item));
    }
    return read;
}

}  // namespace commis::domain
