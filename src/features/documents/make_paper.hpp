// Makes what a document says from the facts of the moment: of one that is being issued, of a draft, of an order form.
#pragma once

#include <string>

#include "domain/order.hpp"
#include "domain/paper.hpp"
#include "domain/profile.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::documents {

struct PaperFacts {
    const Services& services;
    const domain::Shop& shop;
    const domain::Profile& profile;
    const domain::Order& order;
};

domain::Paper make_paper(const PaperFacts& facts, const domain::Document& document);

domain::PaperLook look_of(const domain::Shop& shop);

// What was ordered, as it stands now (O-06); it is issued nowhere and has the order's number.
domain::Paper order_form(const PaperFacts& facts, std::int64_t now_ms);

// "2026-11-23", and its year, of the shop's calendar.
std::string day_text(const Services& services, const domain::Shop& shop, std::int64_t at_ms, std::int32_t days = 0);
std::int64_t year_of(const Services& services, const domain::Shop& shop, std::int64_t at_ms);
std::int64_t year_of_day(std::int32_t day);  // Counted from 1970-01-01.

}  // namespace commis::documents
