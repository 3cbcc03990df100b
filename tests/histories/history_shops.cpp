#include "histories/history_shops.hpp"

#include <ranges>

namespace commis::test {

constexpr std::int64_t stock_at_start = 1'000'000;

// Taken modulo by the numbers of the first step.
domain::PlaceOrder command_from(const Step& step, const ShopKind& shop) {
    static constexpr const char* rates[] = {"0", "20", "5.5", "8.1"};
    domain::PlaceOrder command;
    command.currency = shop.currency;
    command.prices_include_tax = (step.a & 1U) != 0;
    command.buyer = {"Zoé", "zoe@example.org", "", "", ""};
    command.payment_method = shop.method;
    const bool is_event = std::string_view(shop.profile) == "event-registration";
    for (int at = 0; at <= step.b % 3; ++at) {
        domain::PlaceLine line;
        line.sku = "SKU-" + std::to_string((step.a + at) % 3);
        line.name = "Thing " + std::to_string(at);
        line.kind = is_event ? domain::LineKind::ticket : static_cast<domain::LineKind>((step.c + at * 2) % 5);
        line.quantity = 1 + (step.b / 3 + at) % 4;
        line.unit_price_minor = (step.c * 37 + at * 1'001 + step.a) % 3'000;
        line.discount_minor = line.unit_price_minor * line.quantity * (step.a % 4) / 7;
        line.tax_rate = rates[(step.a + at) % 4];
        command.lines.push_back(std::move(line));
    }
    command.shipping = {"parcel", "Parcel", step.c % 3 == 0 ? 0 : 690, "20", false};
    std::int64_t sum = 0;
    for (const auto& line : command.lines) sum += line.unit_price_minor * line.quantity - line.discount_minor;
    command.discount_minor = sum * (step.b % 5) / 11;
    return command;
}

Histories::Histories(StorageKind kind) : site_(kind) {
    for (const ShopKind& shop : shop_kinds) {
        shops_.push_back(site_.make_shop(shop.handle, shop.profile, shop.currency));
        site_.services().storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            for (int number = 0; number < 3; ++number) {
                domain::Article article;
                article.shop_id = shops_.back().id;
                article.id = site_.services().ids.next();
                article.sku = "SKU-" + std::to_string(number);
                article.name = article.sku;
                article.stock = stock_at_start;
                work.articles().insert(article);
            }
        });
    }
}

std::string Histories::check_numbers() const {
    for (const auto& [series, numbers] : numbers_) {
        std::int64_t expected = 1;
        for (const std::string& number : std::views::keys(numbers)) {
            const std::string digits = number.substr(number.find('-') + 1);
            if (std::stoll(digits) != expected++) return series + " has a gap before " + number;
        }
    }
    return {};
}

std::ostream& operator<<(std::ostream& out, const Step& step) {
    return out << '{' << int(step.kind) << ',' << int(step.a) << ',' << int(step.b) << ',' << int(step.c) << '}';
}

}  // namespace commis::test
