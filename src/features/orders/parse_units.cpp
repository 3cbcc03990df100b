// The bodies of actions on units and goods.
#include "domain/decisions/cancel.hpp"
#include "domain/decisions/reopen.hpp"
#include "domain/decisions/revise.hpp"
#include "domain/decisions/ship.hpp"
#include "features/orders/action_body.hpp"
#include "features/orders/content_body.hpp"
#include "features/orders/parse.hpp"

namespace commis::orders {
namespace {

struct CancelBody {
    std::optional<std::vector<ChosenLineBody>> lines;
    std::optional<std::vector<std::string>> units;
    std::optional<bool> shipping, restock;
    Text reason, note;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(CancelBody, (), (lines, units, shipping, restock, reason, note, notify, dry_run))

struct ReopenBody {
    Text note;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(ReopenBody, (), (note, dry_run))

struct ShipBody {
    std::optional<std::vector<ChosenLineBody>> lines;
    std::optional<TrackingBody> tracking;
    std::optional<bool> label_only;
    Text note;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(ShipBody, (), (lines, tracking, label_only, note, notify, dry_run))

struct ReturnBody {
    std::vector<ChosenLineBody> lines;
    std::optional<bool> restock;
    Text note;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(ReturnBody, (), (lines, restock, note, dry_run))

struct RevisedLineBody {
    Text id, sku;
    std::string name;
    std::optional<KindWord> kind;
    std::int64_t quantity = 0;
    std::int64_t unit_price = 0;
    std::optional<std::int64_t> discount;
    Text tax_rate;
    std::optional<std::vector<AttendeeBody>> attendees;
};
BOOST_DESCRIBE_STRUCT(RevisedLineBody, (), (id, sku, name, kind, quantity, unit_price, discount, tax_rate, attendees))

struct ReviseBody {
    std::vector<RevisedLineBody> lines;
    std::optional<ShippingBody> shipping;
    std::optional<std::int64_t> discount;
    Text note;
    std::optional<bool> notify, draft, dry_run;
};
BOOST_DESCRIBE_STRUCT(ReviseBody, (), (lines, shipping, discount, note, notify, draft, dry_run))

}  // namespace

Parsed parse_cancel(const json::Value& body) {
    return parse_body<CancelBody>(body, [](const CancelBody& read) -> Decide {
        domain::Cancel command;
        command.choice = {lines_from(read.lines), read.units.value_or(std::vector<std::string>{}),
                          read.shipping.value_or(false)};
        command.restock = read.restock;
        command.reason = read.reason.value_or("");
        command.telling = telling_from(read.note, read.notify);
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::cancel(order, command, context);
        };
    });
}

Parsed parse_reopen(const json::Value& body) {
    return parse_body<ReopenBody>(body, [](const ReopenBody& read) -> Decide {
        return [note = read.note.value_or("")](const domain::Order& order, const domain::Context& context) {
            return domain::reopen(order, note, context);
        };
    });
}

Parsed parse_ship(const json::Value& body) {
    return parse_body<ShipBody>(body, [](const ShipBody& read) -> Decide {
        domain::Ship command;
        command.lines = lines_from(read.lines);
        command.label_only = read.label_only.value_or(false);
        command.telling = telling_from(read.note, read.notify);
        command.tracking = tracking_from(read.tracking);
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::ship(order, command, context);
        };
    });
}

Parsed parse_return(const json::Value& body) {
    return parse_body<ReturnBody>(body, [](const ReturnBody& read) -> Decide {
        domain::Return command{lines_from(read.lines), read.restock, read.note.value_or("")};
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::take_back(order, command, context);
        };
    });
}

Parsed parse_revise(const json::Value& body) {
    return parse_body<ReviseBody>(body, [](const ReviseBody& read) -> Decide {
        domain::Revise command;
        for (const RevisedLineBody& line : read.lines) {
            command.lines.push_back({line.id.value_or(""), line_from(line)});
        }
        if (read.shipping) command.shipping = shipping_from(*read.shipping);
        command.discount_minor = read.discount;
        command.telling = telling_from(read.note, read.notify);
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::revise(order, command, context);
        };
    });
}

}  // namespace commis::orders
