// Presets hold the numbers that bookkeepers of a country expect; each can be changed, and each shop's own wins.
#include "domain/account_plan.hpp"

#include <algorithm>
#include <array>

namespace commis::domain {
namespace {

using Category = TaxCategory;

constexpr std::array<std::string_view, 6> presets{"ch_kmu", "de_skr03", "de_skr04", "dk_standard", "fr_pcg", "neutral"};

RateAccounts at(std::int64_t percent_e4, std::string sales, std::string tax) {
    return {Category::standard, TaxRate::of(percent_e4), std::move(sales), std::move(tax), {}};
}

RateAccounts without_tax(Category category, std::string sales) { return {category, {}, std::move(sales), {}, {}}; }

Books french() {
    Books books;
    books.accounts = {"411000", "512000", "530000", "511500", "707000", "445710", "627800", "416000"};
    books.rates = {at(200'000, "707000", "445710"), at(100'000, "707000", "445710"), at(55'000, "707000", "445710"),
                   at(21'000, "707000", "445710")};
    return books;
}

// Sales accounts of the German plans carry their rate by themselves.
Books german_03() {
    Books books;
    books.accounts = {"10000", "1200", "1000", "1360", "8200", "1770", "4970", "1460"};
    books.rates = {at(190'000, "8400", "1776"),
                   at(70'000, "8300", "1771"),
                   without_tax(Category::intra_community, "8125"),
                   without_tax(Category::exported, "8120"),
                   without_tax(Category::reverse_charge, "8336"),
                   without_tax(Category::outside, "8338"),
                   without_tax(Category::exempt, "8195")};
    return books;
}

Books german_04() {
    Books books;
    books.accounts = {"10000", "1800", "1600", "1460", "4200", "3800", "6855", "1240"};
    books.rates = {at(190'000, "4400", "3806"),
                   at(70'000, "4300", "3801"),
                   without_tax(Category::intra_community, "4125"),
                   without_tax(Category::exported, "4120"),
                   without_tax(Category::reverse_charge, "4336"),
                   without_tax(Category::outside, "4338"),
                   without_tax(Category::exempt, "4185")};
    return books;
}

Books swiss() {
    Books books;
    books.accounts = {"1100", "1020", "1000", "1090", "3200", "2200", "6940", "1100"};
    books.rates = {at(81'000, "3200", "2200"), at(26'000, "3200", "2200"), at(38'000, "3200", "2200")};
    return books;
}

Books danish() {
    Books books;
    books.accounts = {"6183", "6480", "6470", "6480", "1010", "7840", "3571", "6183"};
    books.rates = {at(250'000, "1010", "7840"), without_tax(Category::intra_community, "1050"),
                   without_tax(Category::exported, "1100")};
    return books;
}

Books neutral() {
    Books books;
    books.accounts = {"1100", "1010", "1000", "1050", "4000", "2200", "6000", "1150"};
    return books;
}

const RateAccounts* rate_of(const Books& books, const Posting& posting) {
    const auto found = std::ranges::find_if(books.rates, [&](const RateAccounts& rate) {
        return rate.category == posting.category && rate.rate == posting.rate;
    });
    return found == books.rates.end() ? nullptr : &*found;
}

const ChannelAccount* channel_in(const Books& books, const Posting& posting) {
    const auto found = std::ranges::find(books.channels, posting.channel, &ChannelAccount::channel);
    return posting.channel.empty() || found == books.channels.end() ? nullptr : &*found;
}

Account money_account(const Books& books, const Posting& posting) {
    const ChannelAccount* own = channel_in(books, posting);
    if (own != nullptr && !own->account.empty()) return {own->account};
    const MoneyPlace place = place_in(books, posting);
    if (place == MoneyPlace::cash) return {books.accounts.cash};
    return {place == MoneyPlace::bank ? books.accounts.bank : books.accounts.clearing};
}

Account rated_account(const Books& books, const Posting& posting) {
    const bool is_tax = posting.role == AccountRole::tax;
    const RateAccounts* own = rate_of(books, posting);
    const std::string& rest = is_tax ? books.accounts.tax : books.accounts.sales;
    if (own == nullptr) return {rest, true};
    const std::string& number = is_tax ? own->tax : own->sales;
    return number.empty() ? Account{rest, true, own->tax_key} : Account{number, false, own->tax_key};
}

}  // namespace

std::span<const std::string_view> book_presets() { return presets; }

std::optional<Books> find_preset(std::string_view id) {
    using Make = Books (*)();
    constexpr std::array<Make, 6> makers{swiss, german_03, german_04, danish, french, neutral};
    const auto found = std::ranges::find(presets, id);
    if (found == presets.end()) return std::nullopt;
    Books books = makers[static_cast<std::size_t>(found - presets.begin())]();
    books.preset = id;
    return books;
}

std::string_view preset_of_country(std::string_view country) {
    if (country == "FR") return "fr_pcg";
    if (country == "DE" || country == "AT") return "de_skr03";
    if (country == "CH" || country == "LI") return "ch_kmu";
    return country == "DK" ? "dk_standard" : "neutral";
}

MoneyPlace place_in(const Books& books, const Posting& posting) {
    const ChannelAccount* own = channel_in(books, posting);
    return own != nullptr && own->place ? *own->place : posting.place;
}

Account account_of(const Books& books, const Posting& posting) {
    switch (posting.role) {
        case AccountRole::receivables:
            return {books.accounts.receivables};
        case AccountRole::fees:
            return {books.accounts.fees};
        case AccountRole::chargebacks:
            return {books.accounts.chargebacks};
        case AccountRole::money:
            return money_account(books, posting);
        case AccountRole::sales:
        case AccountRole::tax:
            break;
    }
    return rated_account(books, posting);
}

JournalBook book_of(const Books& books, const JournalEntry& entry) {
    if (entry.kind == JournalKind::invoice || entry.kind == JournalKind::credit_note) return JournalBook::sales;
    JournalBook book = JournalBook::other;
    for (const Posting& posting : entry.postings) {
        if (posting.role != AccountRole::money) continue;
        const MoneyPlace place = place_in(books, posting);
        if (place == MoneyPlace::cash) return JournalBook::cash;
        if (place == MoneyPlace::bank) book = JournalBook::bank;
    }
    return book;
}

const std::string& code_of(const Books& books, JournalBook book) {
    switch (book) {
        case JournalBook::sales:
            return books.journal_sales;
        case JournalBook::bank:
            return books.journal_bank;
        case JournalBook::cash:
            return books.journal_cash;
        case JournalBook::other:
            break;
    }
    return books.journal_other;
}

}  // namespace commis::domain
