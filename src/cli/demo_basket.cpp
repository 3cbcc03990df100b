// Filling sample baskets.
#include "cli/demo_basket.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include "domain/rounding.hpp"

namespace commis::cli {
namespace {

domain::LineKind kind_of(const std::string& word) {
    static constexpr std::array<std::string_view, 5> words{"goods", "digital", "ticket", "service", "fee"};
    const auto at = std::ranges::find(words, word);
    if (at == words.end()) throw std::runtime_error{"samples: no kind '" + word + "'"};
    return static_cast<domain::LineKind>(at - words.begin());
}

std::int64_t minor(const std::string& amount, const domain::Currency& currency) {
    const auto value = domain::parse_decimal(amount, currency);
    if (!value) throw std::runtime_error{"samples: not an amount: " + amount};
    return *value;
}

domain::Address address_of(const samples::Place& place) {
    return {"", "", place.line1, place.line2, place.postal_code, place.city, place.region, place.country};
}

domain::PlaceLine make_line(const samples::Article& article, const Stage& stage, Random& random,
                            const samples::Person& buyer) {
    domain::PlaceLine line;
    line.sku = article.sku;
    line.name = article.name;
    line.kind = kind_of(article.kind);
    line.quantity = random.between(1, random.one_in(3) ? article.most : std::min<std::int64_t>(2, article.most));
    line.unit_price_minor = minor(article.price, stage.shop.currency);
    line.tax_rate = article.tax_rate;
    if (line.kind != domain::LineKind::ticket) return line;
    for (std::int64_t i = 0; i < line.quantity; ++i) {
        const samples::Person& attendee = i == 0 ? buyer : random.pick(stage.people);
        line.attendees.push_back({attendee.name, attendee.email});
    }
    return line;
}

void put_lines(domain::PlaceOrder& order, const Stage& stage, Random& random, const samples::Person& buyer) {
    const std::size_t wanted = 1 + random.below(random.one_in(4) ? 5 : 3);
    std::set<std::string> chosen;
    for (std::size_t i = 0; i < wanted; ++i) {
        const samples::Article& article = random.pick(stage.sample.articles);
        if (!chosen.insert(article.sku).second) continue;
        order.lines.push_back(make_line(article, stage, random, buyer));
    }
}

std::int64_t sum_of(const domain::PlaceOrder& order) {
    std::int64_t sum_minor = 0;
    for (const domain::PlaceLine& line : order.lines) {
        sum_minor += domain::multiply_checked(line.unit_price_minor, line.quantity).value_or(0);
    }
    return sum_minor;
}

void put_delivery(domain::PlaceOrder& order, const Stage& stage, Random& random, bool is_free, bool wants_pickup) {
    const auto is_parcel = [](const domain::PlaceLine& line) { return line.kind == domain::LineKind::goods; };
    if (stage.sample.delivery.empty() || std::ranges::none_of(order.lines, is_parcel)) return;
    std::vector<samples::Delivery> fitting;
    for (const samples::Delivery& way : stage.sample.delivery) {
        const bool costs = minor(way.amount, stage.shop.currency) > 0;
        if (wants_pickup ? way.pickup : !(is_free && costs)) fitting.push_back(way);
    }
    if (fitting.empty()) return;
    const samples::Delivery& way = random.pick(fitting);
    order.shipping = {way.method, way.name, minor(way.amount, stage.shop.currency), way.tax_rate, way.pickup};
}

}  // namespace

domain::PlaceOrder make_basket(const Stage& stage, Random& random, bool is_free, bool wants_pickup) {
    domain::PlaceOrder order;
    const samples::Person& buyer = random.pick(stage.people);
    order.currency = stage.shop.currency.code();
    order.language = buyer.language;
    order.prices_include_tax = stage.sample.prices_include_tax;
    order.buyer = {buyer.name, buyer.email, buyer.phone, buyer.company, ""};
    order.billing_address = address_of(buyer.address);
    if (random.one_in(6)) {
        const samples::Person& other = random.pick(stage.people);
        order.shipping_address = address_of(other.address);
        order.shipping_address->name = other.name;
    }
    put_lines(order, stage, random, buyer);
    put_delivery(order, stage, random, is_free, wants_pickup);
    if (is_free) {
        order.discount_minor = sum_of(order);
        order.promo_code = "FRIENDS";
    } else if (random.one_in(9)) {
        order.discount_minor = domain::share_of_units(sum_of(order), 0, 1, 10);
        order.promo_code = "WELCOME10";
    }
    if (random.one_in(5)) order.note = random.pick(stage.sample.buyer_notes);
    return order;
}

}  // namespace commis::cli
