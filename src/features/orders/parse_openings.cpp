// The bodies of actions on tickets, downloads and the buyer's page.
#include "domain/decisions/access.hpp"
#include "domain/decisions/ship.hpp"
#include "domain/decisions/tickets.hpp"
#include "features/orders/action_body.hpp"
#include "features/orders/parse.hpp"

namespace commis::orders {
namespace {

using Names = std::optional<std::vector<std::string>>;

struct AccessBody {
    Names units;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(AccessBody, (), (units, dry_run))

struct SendTicketsBody {
    Names units;
    Text to;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(SendTicketsBody, (), (units, to, dry_run))

struct ReplaceBody {
    std::string unit, name;
    Text email;
    std::optional<bool> keep_code, dry_run;
};
BOOST_DESCRIBE_STRUCT(ReplaceBody, (), (unit, name, email, keep_code, dry_run))

struct UnitBody {
    std::string unit;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(UnitBody, (), (unit, dry_run))

struct LinesBody {
    Names lines;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(LinesBody, (), (lines, dry_run))

struct NothingBody {
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(NothingBody, (), (dry_run))

struct HandOutBody {
    Text code, name, note;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(HandOutBody, (), (code, name, note, notify, dry_run))

using domain::Context;
using domain::Order;

Parsed parse_access(const json::Value& body, bool block) {
    return parse_body<AccessBody>(body, [block](const AccessBody& read) -> Decide {
        const domain::ChangeAccess command{read.units.value_or(std::vector<std::string>{}), block};
        return [command](const Order& order, const Context& context) {
            return domain::change_access(order, command, context);
        };
    });
}

}  // namespace

Parsed parse_block_access(const json::Value& body) { return parse_access(body, true); }
Parsed parse_unblock_access(const json::Value& body) { return parse_access(body, false); }

Parsed parse_send_tickets(const json::Value& body) {
    return parse_body<SendTicketsBody>(body, [](const SendTicketsBody& read) -> Decide {
        const domain::SendTickets command{read.units.value_or(std::vector<std::string>{}), read.to.value_or("")};
        return [command](const Order& order, const Context& context) {
            return domain::send_tickets(order, command, context);
        };
    });
}

Parsed parse_replace_attendee(const json::Value& body) {
    return parse_body<ReplaceBody>(body, [](const ReplaceBody& read) -> Decide {
        const domain::ReplaceAttendee command{
            read.unit, {read.name, read.email.value_or("")}, read.keep_code.value_or(false)};
        return [command](const Order& order, const Context& context) {
            return domain::replace_attendee(order, command, context);
        };
    });
}

Parsed parse_undo_admission(const json::Value& body) {
    return parse_body<UnitBody>(body, [](const UnitBody& read) -> Decide {
        return [unit = read.unit](const Order& order, const Context& context) {
            return domain::undo_admission(order, unit, context);
        };
    });
}

Parsed parse_renew_downloads(const json::Value& body) {
    return parse_body<LinesBody>(body, [](const LinesBody& read) -> Decide {
        return [lines = read.lines.value_or(std::vector<std::string>{})](const Order& order, const Context& context) {
            return domain::renew_downloads(order, lines, context);
        };
    });
}

Parsed parse_renew_link(const json::Value& body) {
    return parse_body<NothingBody>(body, [](const NothingBody&) -> Decide {
        return [](const Order& order, const Context& context) { return domain::renew_link(order, context); };
    });
}

Parsed parse_hand_out(const json::Value& body) {
    return parse_body<HandOutBody>(body, [](const HandOutBody& read) -> Decide {
        const domain::HandOut command{read.code.value_or(""), read.name.value_or(""),
                                      telling_from(read.note, read.notify)};
        return
            [command](const Order& order, const Context& context) { return domain::hand_out(order, command, context); };
    });
}

}  // namespace commis::orders
