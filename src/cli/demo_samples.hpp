// The demo's sample data as the files in samples/ tell it: six shops with what they sell, and the people who buy.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "json/read.hpp"

namespace commis::cli::samples {

struct Place {
    std::string line1, line2, postal_code, city, region, country;
    static constexpr auto defaulted_members = json::names("line2", "region");
};
BOOST_DESCRIBE_STRUCT(Place, (), (line1, line2, postal_code, city, region, country))

struct Person {
    std::string name, email, phone, company, language;
    Place address;
    static constexpr auto defaulted_members = json::names("company");
};
BOOST_DESCRIBE_STRUCT(Person, (), (name, email, phone, company, language, address))

struct Account {
    std::string iban, bic, name;
};
BOOST_DESCRIBE_STRUCT(Account, (), (iban, bic, name))

struct Delivery {
    std::string method, name, amount, tax_rate;
    bool pickup = false;
    static constexpr auto defaulted_members = json::names("pickup");
};
BOOST_DESCRIBE_STRUCT(Delivery, (), (method, name, amount, tax_rate, pickup))

struct Article {
    std::string sku, name, kind, price, tax_rate, supplier;
    std::optional<std::int64_t> stock;
    std::int64_t most = 1;  // How many one order takes at most.
    static constexpr auto defaulted_members = json::names("supplier");
};
BOOST_DESCRIBE_STRUCT(Article, (), (sku, name, kind, price, tax_rate, supplier, stock, most))

struct Shop {
    std::string handle, name, profile, currency, language, timezone, legal_name;
    Place address;
    std::string vat_id, registration;
    Account bank;
    std::string sender, number_prefix;
    std::int64_t number_next = 1;
    bool prices_include_tax = true;
    std::vector<std::string> people;  // Groups of people.json.
    std::vector<std::string> staff;
    std::int64_t orders = 0;
    std::vector<Delivery> delivery;
    std::vector<std::string> methods;  // One named twice is chosen twice as often.
    std::vector<Article> articles;
    std::vector<std::string> buyer_notes, return_notes, staff_notes, hold_reasons;
};
BOOST_DESCRIBE_STRUCT(Shop, (),
                      (handle, name, profile, currency, language, timezone, legal_name, address, vat_id, registration,
                       bank, sender, number_prefix, number_next, prices_include_tax, people, staff, orders, delivery,
                       methods, articles, buyer_notes, return_notes, staff_notes, hold_reasons))

struct Samples {
    std::vector<Shop> shops;  // In the order of their files.
    std::map<std::string, std::vector<Person>> people;
};

// Reads the embedded files; one that does not fit is a fault of the build and throws.
Samples load();

}  // namespace commis::cli::samples
