#include "features/tickets/gate_list.hpp"

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "domain/first_told.hpp"
#include "domain/openings.hpp"
#include "features/tickets/code.hpp"
#include "json/time.hpp"
#include "json/writer.hpp"

namespace commis::tickets {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t valid_for_ms = 12 * hour_ms;
constexpr std::int64_t kept_after_begin_ms = 48 * hour_ms;
constexpr std::int32_t orders_a_page = 200;

// One letter a ticket: the list is carried around.
std::optional<std::string_view> letter_of(const domain::UnitStanding& unit) {
    using enum domain::Refusal;
    const auto closed = domain::closed_by(domain::Door::check_in, unit);
    if (!closed || *closed == already_admitted) return "o";
    switch (*closed) {
        case unit_cancelled:
            return "c";
        case unit_refunded:
            return "r";
        case access_blocked:
            return "b";
        case not_paid:
            return "u";
        default:
            return std::nullopt;
    }
}

class ListMaker {
public:
    ListMaker(const Services& services, const domain::Shop& shop)
        : services_{services}, shop_{shop}, profile_{services.profiles.of(shop)} {
        rows_.array();
    }

    void add(const domain::Order& order) {
        const domain::Standing standing = domain::standing_of(order, *profile_);
        for (const domain::Line& line : order.lines) {
            for (const domain::TicketUnit& unit : line.units) add(order, standing, line, unit);
        }
    }

    std::string finish(std::int64_t now_ms) {
        std::string json;
        json::Writer writer(json);
        writer.object().member("shop", shop_.handle).member("issued_at", json::format_time_ms(now_ms));
        writer.member("valid_until", json::format_time_ms(now_ms + valid_for_ms));
        writer.member("public_key", services_.secrets.public_key(key_purpose(shop_.id))).key("lines").array();
        for (const std::string& line : lines_) writer.value(line);
        rows_.end();
        writer.end().key("tickets").raw(tickets_).end();
        return json;
    }

private:
    void add(const domain::Order& order, const domain::Standing& standing, const domain::Line& line,
             const domain::TicketUnit& unit) {
        const auto letter = letter_of(domain::unit_standing(standing, unit, *profile_));
        if (!letter || unit.code.empty()) return;
        const auto [at, is_new] = places_.try_emplace(line.name, lines_.size());
        if (is_new) lines_.push_back(line.name);
        rows_.array().value(services_.secrets.fingerprint(unit.code)).value(*letter);
        rows_.value(domain::first_told({unit.attendee.name, order.buyer.name}));
        rows_.value(at->second).value(unit.admitted_at_ms.value_or(0)).end();
    }

    const Services& services_;
    const domain::Shop& shop_;
    std::shared_ptr<const domain::Profile> profile_;
    std::vector<std::string> lines_;
    std::map<std::string, std::size_t> places_;
    std::string tickets_;
    json::Writer rows_{tickets_};
};

}  // namespace

GateList gate_list(const Services& services, const domain::Shop& shop) {
    GateList list;
    services.storage.read([&](ports::Snapshot& snapshot) {
        const std::int64_t now_ms = services.clock.now_ms();
        ListMaker maker(services, shop);
        std::vector<std::string> order_ids;
        do {
            const std::string after = order_ids.empty() ? "" : order_ids.back();
            order_ids =
                snapshot.openings().orders_with_tickets(shop.id, after, now_ms - kept_after_begin_ms, orders_a_page);
            for (const domain::Order& order : snapshot.orders().find_many(shop.id, order_ids)) maker.add(order);
        } while (std::ssize(order_ids) == orders_a_page);
        list.json = maker.finish(now_ms);
    });
    list.signature = services.secrets.sign(key_purpose(shop.id), list.json);
    return list;
}

}  // namespace commis::tickets
