// Stored and shown in one form; a stored text is read as a change of the preset it began with.
#include "features/accounting/books_json.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "json/parse.hpp"

namespace commis::accounting {
namespace {

using domain::Books;
using domain::FieldError;
using domain::MoneyPlace;
using domain::TaxCategory;
using domain::TransferAt;

constexpr std::array<std::string_view, 3> transfer_ids{"never", "issue", "completion"};
constexpr std::size_t rows_max = 100;

template <class E>
std::optional<E> find_id(std::string_view id, int count) {
    for (int number = 0; number < count; ++number) {
        if (id_of(static_cast<E>(number)) == id) return static_cast<E>(number);
    }
    return std::nullopt;
}

bool is_account(std::string_view text) {
    return text.size() <= 20 && std::ranges::all_of(text, [](unsigned char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
                      c == '.';
           });
}

bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

struct Checked {
    Books books;
    std::vector<FieldError> errors{};

    void wrong(std::string field, std::string_view code, std::string_view detail) {
        errors.push_back({std::move(field), std::string(code), std::string(detail)});
    }
    void account(const json::Patch<std::string>& wanted, std::string& target, const std::string& field) {
        if (wanted.is_absent()) return;
        wanted.apply_to(target);
        number(target, field);
        if (target.empty()) wrong(field, "required", "an account's number");
    }
    void number(const std::string& text, const std::string& field) {
        if (!is_account(text)) wrong(field, "invalid_account", "at most 20 letters, digits, points and hyphens");
    }
};

void take_accounts(Checked& checked, const BooksChange& change) {
    if (!change.accounts.has_value()) return;
    const AccountsChange& wanted = change.accounts.value();
    domain::MainAccounts& accounts = checked.books.accounts;
    checked.account(wanted.receivables, accounts.receivables, "/accounts/receivables");
    checked.account(wanted.bank, accounts.bank, "/accounts/bank");
    checked.account(wanted.cash, accounts.cash, "/accounts/cash");
    checked.account(wanted.clearing, accounts.clearing, "/accounts/clearing");
    checked.account(wanted.sales, accounts.sales, "/accounts/sales");
    checked.account(wanted.tax, accounts.tax, "/accounts/tax");
    checked.account(wanted.fees, accounts.fees, "/accounts/fees");
    checked.account(wanted.chargebacks, accounts.chargebacks, "/accounts/chargebacks");
}

void take_rates(Checked& checked, const BooksChange& change) {
    if (change.rates.is_absent()) return;
    checked.books.rates.clear();
    const auto rows = change.rates.has_value() ? change.rates.value() : std::vector<RateBody>{};
    if (rows.size() > rows_max) return checked.wrong("/rates", "too_many", "at most 100");
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const RateBody& row = rows[at];
        const std::string field = fmt::format("/rates/{}", at);
        const auto category = find_id<TaxCategory>(row.category, 7);
        const auto rate = domain::TaxRate::parse(row.rate);
        if (!category) checked.wrong(field + "/category", "unknown_value", "a kind of tax such as standard");
        if (!rate) checked.wrong(field + "/rate", "invalid_rate", "a decimal rate such as 8.1");
        checked.number(row.sales, field + "/sales");
        checked.number(row.tax, field + "/tax");
        if (!is_digits(row.tax_key) || row.tax_key.size() > 4) {
            checked.wrong(field + "/tax_key", "invalid_key", "at most 4 digits");
        }
        if (!category || !rate) continue;
        const bool is_double = std::ranges::any_of(checked.books.rates, [&](const domain::RateAccounts& other) {
            return other.category == *category && other.rate == *rate;
        });
        if (is_double) checked.wrong(field, "already_used", "this rate is there already");
        checked.books.rates.push_back({*category, *rate, row.sales, row.tax, row.tax_key});
    }
}

void take_channels(Checked& checked, const BooksChange& change) {
    if (change.channels.is_absent()) return;
    checked.books.channels.clear();
    const auto rows = change.channels.has_value() ? change.channels.value() : std::vector<ChannelBody>{};
    if (rows.size() > rows_max) return checked.wrong("/channels", "too_many", "at most 100");
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const ChannelBody& row = rows[at];
        const std::string field = fmt::format("/channels/{}", at);
        if (row.channel.empty() || row.channel.size() > 100) {
            checked.wrong(field + "/channel", "required", "a payment service or method");
        }
        checked.number(row.account, field + "/account");
        std::optional<MoneyPlace> place;
        if (row.place) place = find_id<MoneyPlace>(*row.place, 3);
        if (row.place && !place) checked.wrong(field + "/place", "unknown_value", "One of bank, cash, clearing.");
        const auto& channels = checked.books.channels;
        if (std::ranges::find(channels, row.channel, &domain::ChannelAccount::channel) != channels.end()) {
            checked.wrong(field + "/channel", "already_used", "this one is there already");
        }
        checked.books.channels.push_back({row.channel, row.account, place});
    }
}

void take_numbers(Checked& checked, const BooksChange& change) {
    Books& books = checked.books;
    if (change.year_begins.is_present()) {
        books.year_begins = change.year_begins.has_value() ? change.year_begins.value() : 1;
    }
    if (books.year_begins < 1 || books.year_begins > 12) checked.wrong("/year_begins", "out_of_range", "From 1 to 12.");
    if (change.datev_digits.is_present()) {
        books.datev_digits = change.datev_digits.has_value() ? change.datev_digits.value() : 4;
    }
    if (books.datev_digits < 4 || books.datev_digits > 8)
        checked.wrong("/datev_digits", "out_of_range", "From 4 to 8.");
    const auto digits = [&](const json::Patch<std::string>& wanted, std::string& target, const std::string& field,
                            std::size_t low, std::size_t high) {
        wanted.apply_to(target);
        const bool fits = target.empty() || (is_digits(target) && target.size() >= low && target.size() <= high);
        if (!fits) checked.wrong(field, "invalid_number", "as many digits as it has, and nothing else");
    };
    digits(change.datev_consultant, books.datev_consultant, "/datev_consultant", 4, 7);
    digits(change.datev_client, books.datev_client, "/datev_client", 1, 5);
    digits(change.fec_siren, books.fec_siren, "/fec_siren", 9, 9);
    const auto code = [&](const json::Patch<std::string>& wanted, std::string& target, const std::string& field) {
        wanted.apply_to(target);
        if (target.empty() || target.size() > 6 || !is_account(target)) {
            checked.wrong(field, "invalid_code", "1 to 6 letters and digits");
        }
    };
    code(change.journal_sales, books.journal_sales, "/journal_sales");
    code(change.journal_bank, books.journal_bank, "/journal_bank");
    code(change.journal_cash, books.journal_cash, "/journal_cash");
    code(change.journal_other, books.journal_other, "/journal_other");
}

void take_transfer(Checked& checked, const BooksChange& change) {
    if (change.transfer_at.is_absent()) return;
    const std::string wanted = change.transfer_at.has_value() ? change.transfer_at.value() : "never";
    const auto found = std::ranges::find(transfer_ids, wanted);
    if (found == transfer_ids.end()) {
        return checked.wrong("/transfer_at", "unknown_value", "One of never, issue, completion.");
    }
    checked.books.transfer_at = static_cast<TransferAt>(found - transfer_ids.begin());
}

void write_accounts(json::Writer& writer, const domain::MainAccounts& accounts) {
    writer.key("accounts").object().member("receivables", accounts.receivables).member("bank", accounts.bank);
    writer.member("cash", accounts.cash).member("clearing", accounts.clearing).member("sales", accounts.sales);
    writer.member("tax", accounts.tax).member("fees", accounts.fees).member("chargebacks", accounts.chargebacks).end();
}

}  // namespace

void write_books(json::Writer& writer, const Books& books) {
    writer.member("preset", books.preset);
    write_accounts(writer, books.accounts);
    writer.key("rates").array();
    for (const domain::RateAccounts& row : books.rates) {
        writer.object().member("category", id_of(row.category)).member("rate", row.rate.to_string());
        writer.member("sales", row.sales).member("tax", row.tax).member("tax_key", row.tax_key).end();
    }
    writer.end().key("channels").array();
    for (const domain::ChannelAccount& row : books.channels) {
        writer.object().member("channel", row.channel).member("account", row.account).key("place");
        row.place ? writer.value(id_of(*row.place)) : writer.null();
        writer.end();
    }
    writer.end().member("year_begins", books.year_begins).member("datev_digits", books.datev_digits);
    writer.member("datev_consultant", books.datev_consultant).member("datev_client", books.datev_client);
    writer.member("fec_siren", books.fec_siren).member("journal_sales", books.journal_sales);
    writer.member("journal_bank", books.journal_bank).member("journal_cash", books.journal_cash);
    writer.member("journal_other", books.journal_other);
    writer.member("transfer_at", transfer_ids[static_cast<std::size_t>(books.transfer_at)]);
}

std::string to_json(const Books& books) {
    std::string text;
    json::Writer writer(text);
    writer.object();
    write_books(writer, books);
    writer.end();
    return text;
}

domain::Result<Books> changed(const Books& books, const BooksChange& change) {
    Checked checked{books};
    if (change.preset.has_value()) {
        const auto preset = domain::find_preset(change.preset.value());
        if (!preset) {
            checked.wrong("/preset", "unknown_value", "a chart of accounts such as fr_pcg");
        } else {
            checked.books.preset = preset->preset;
            checked.books.accounts = preset->accounts;
            checked.books.rates = preset->rates;
        }
    }
    take_accounts(checked, change);
    take_rates(checked, change);
    take_channels(checked, change);
    take_numbers(checked, change);
    take_transfer(checked, change);
    if (!checked.errors.empty()) return domain::refuse_fields(std::move(checked.errors));
    return std::move(checked.books);
}

Books books_of(const domain::Shop& shop) {
    const Books first = domain::find_preset(domain::preset_of_country(shop.legal_address.country)).value();
    if (shop.books_json.empty()) return first;
    const auto value = json::parse(shop.books_json);
    if (!value) throw std::runtime_error("stored books are no JSON");
    const auto change = json::read<BooksChange>(*value);
    if (!change) throw std::runtime_error("stored books do not fit: " + change.error().front().field);
    auto books = changed(first, *change);
    if (!books) throw std::runtime_error("stored books do not hold");
    return std::move(*books);
}

}  // namespace commis::accounting
