// How a shop keeps its books, as the text that is stored with the shop and as the API shows it.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "domain/account_plan.hpp"
#include "domain/refusal.hpp"
#include "domain/shop.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

namespace commis::accounting {

// Members of a change; what is absent stays. A preset gives its numbers first, and the others go over them.
struct AccountsChange {
    json::Patch<std::string> receivables, bank, cash, clearing, sales, tax, fees, chargebacks;
};
BOOST_DESCRIBE_STRUCT(AccountsChange, (), (receivables, bank, cash, clearing, sales, tax, fees, chargebacks))

struct RateBody {
    std::string category = "standard";
    std::string rate = "0";
    std::string sales, tax, tax_key;
    static constexpr auto defaulted_members = json::names("category", "sales", "tax", "tax_key");
};
BOOST_DESCRIBE_STRUCT(RateBody, (), (category, rate, sales, tax, tax_key))

struct ChannelBody {
    std::string channel, account;
    std::optional<std::string> place;
    static constexpr auto defaulted_members = json::names("account");
};
BOOST_DESCRIBE_STRUCT(ChannelBody, (), (channel, account, place))

struct BooksChange {
    json::Patch<std::string> preset;
    json::Patch<AccountsChange> accounts;
    json::Patch<std::vector<RateBody>> rates;
    json::Patch<std::vector<ChannelBody>> channels;
    json::Patch<std::int32_t> year_begins, datev_digits;
    json::Patch<std::string> datev_consultant, datev_client, fec_siren;
    json::Patch<std::string> journal_sales, journal_bank, journal_cash, journal_other, transfer_at;
};
BOOST_DESCRIBE_STRUCT(BooksChange, (),
                      (preset, accounts, rates, channels, year_begins, datev_digits, datev_consultant, datev_client,
                       fec_siren, journal_sales, journal_bank, journal_cash, journal_other, transfer_at))

// What the shop set, or what its country begins with.
domain::Books books_of(const domain::Shop& shop);
void write_books(json::Writer& writer, const domain::Books& books);  // The members, inside an object.
std::string to_json(const domain::Books& books);
// Refuses bad_field with a pointer for each misfit.
domain::Result<domain::Books> changed(const domain::Books& books, const BooksChange& change);

}  // namespace commis::accounting
