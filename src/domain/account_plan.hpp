// Which account a posting stands on: the shop's own numbers, as its bookkeeper has them, over a preset of its country.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/journal.hpp"

namespace commis::domain {

// One number for each purpose; sales and tax are for rates that have none of their own, clearing for services.
struct MainAccounts {
    std::string receivables{};
    std::string bank{};
    std::string cash{};
    std::string clearing{};
    std::string sales{};
    std::string tax{};
    std::string fees{};
    std::string chargebacks{};
    friend bool operator==(const MainAccounts&, const MainAccounts&) = default;
};

// Of one kind of tax and one rate. `tax_key`: what DATEV calls BU-Schlüssel, for sales accounts that do not carry
// their rate by themselves.
struct RateAccounts {
    TaxCategory category = TaxCategory::standard;
    TaxRate rate{};
    std::string sales{};
    std::string tax{};
    std::string tax_key{};
    friend bool operator==(const RateAccounts&, const RateAccounts&) = default;
};

// Of one payment service or method. Without a place it is where such money usually is.
struct ChannelAccount {
    std::string channel{};
    std::string account{};
    std::optional<MoneyPlace> place{};
    friend bool operator==(const ChannelAccount&, const ChannelAccount&) = default;
};

// When something is handed to the books by itself: never, each invoice and credit note when it is issued, or those of
// an order when it is completed.
enum class TransferAt : std::uint8_t { never, issue, completion };

struct Books {
    std::string preset{};  // Which one the numbers began with.
    MainAccounts accounts{};
    std::vector<RateAccounts> rates{};
    std::vector<ChannelAccount> channels{};
    std::int32_t year_begins = 1;  // Month of the business year's first day.
    std::string datev_consultant{};
    std::string datev_client{};
    std::int32_t datev_digits = 4;  // Of an account's number; of a customer's one more.
    std::string fec_siren{};
    std::string journal_sales = "VE";  // Codes of the journals, as the FEC names them.
    std::string journal_bank = "BQ";
    std::string journal_cash = "CA";
    std::string journal_other = "OD";
    TransferAt transfer_at = TransferAt::never;
    friend bool operator==(const Books&, const Books&) = default;
};

// "fr_pcg", "de_skr03", "de_skr04", "ch_kmu", "dk_standard", "neutral".
std::span<const std::string_view> book_presets();
std::optional<Books> find_preset(std::string_view id);
// What a shop in this country begins with.
std::string_view preset_of_country(std::string_view country);

struct Account {
    std::string number{};
    bool is_default = false;  // Nothing was said of this rate: it stands on the account for all others.
    std::string tax_key{};
    friend bool operator==(const Account&, const Account&) = default;
};
Account account_of(const Books& books, const Posting& posting);

// Where the money of a posting is, as the shop said it.
MoneyPlace place_in(const Books& books, const Posting& posting);

enum class JournalBook : std::uint8_t { sales, bank, cash, other };
// Which journal an entry belongs to.
JournalBook book_of(const Books& books, const JournalEntry& entry);
const std::string& code_of(const Books& books, JournalBook book);

}  // namespace commis::domain
