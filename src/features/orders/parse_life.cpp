// The bodies of actions on the order itself, and of mails that a person asks for.
#include "domain/decisions/change_state.hpp"
#include "domain/decisions/erase.hpp"
#include "domain/decisions/messages.hpp"
#include "domain/decisions/place.hpp"
#include "domain/decisions/remove.hpp"
#include "domain/decisions/reopen.hpp"
#include "features/orders/action_body.hpp"
#include "features/orders/parse.hpp"

namespace commis::orders {
namespace {

struct PlainBody {
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(PlainBody, (), (dry_run))

enum class Entry : std::uint8_t { button, list, bulk };
BOOST_DESCRIBE_ENUM(Entry, button, list, bulk)

struct ChangeStateBody {
    std::string state;
    Text note, reason;
    std::optional<bool> notify;
    std::optional<TrackingBody> tracking;
    std::optional<Entry> entry;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(ChangeStateBody, (), (state, note, reason, notify, tracking, entry, dry_run))

struct DeleteBody {
    Text reason;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(DeleteBody, (), (reason, notify, dry_run))

struct ResendBody {
    Text to;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(ResendBody, (), (to, dry_run))

struct MailBody {
    Text to, subject, body, repeat;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(MailBody, (), (to, subject, body, repeat, dry_run))

Parsed parse_plain(const json::Value& body, const Decide& decide) {
    return parse_body<PlainBody>(body, [&decide](const PlainBody&) { return decide; });
}

}  // namespace

Parsed parse_place_draft(const json::Value& body) { return parse_plain(body, domain::place_draft); }

Parsed parse_change_state(const json::Value& body) {
    auto entry = domain::EntryPoint::button;
    auto parsed = parse_body<ChangeStateBody>(body, [&entry](const ChangeStateBody& read) -> Decide {
        entry = static_cast<domain::EntryPoint>(read.entry.value_or(Entry::button));
        domain::ChangeState command{read.state, read.reason.value_or(""), tracking_from(read.tracking),
                                    telling_from(read.note, read.notify)};
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::change_state(order, command, context);
        };
    });
    if (parsed) parsed->entry = entry;
    return parsed;
}

Parsed parse_undo(const json::Value& body) { return parse_plain(body, domain::undo); }
Parsed parse_restore(const json::Value& body) { return parse_plain(body, domain::restore_order); }
Parsed parse_erase_people(const json::Value& body) { return parse_plain(body, domain::erase_people); }
Parsed parse_remind(const json::Value& body) { return parse_plain(body, domain::remind); }

Parsed parse_delete(const json::Value& body) {
    return parse_body<DeleteBody>(body, [](const DeleteBody& read) -> Decide {
        domain::Remove command{read.reason.value_or(""), read.notify};
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::remove_order(order, command, context);
        };
    });
}

Parsed parse_resend_confirmation(const json::Value& body) {
    return parse_body<ResendBody>(body, [](const ResendBody& read) -> Decide {
        return [to = read.to.value_or("")](const domain::Order& order, const domain::Context& context) {
            return domain::resend_confirmation(order, to, context);
        };
    });
}

Parsed parse_send_mail(const json::Value& body) {
    return parse_body<MailBody>(body, [](const MailBody& read) -> Decide {
        if (read.repeat) {
            return [mail_id = *read.repeat](const domain::Order& order, const domain::Context& context) {
                return domain::repeat_mail(order, mail_id, context);
            };
        }
        domain::Message message{read.to.value_or(""), read.subject.value_or(""), read.body.value_or("")};
        return [message](const domain::Order& order, const domain::Context& context) {
            return domain::send_message(order, message, context);
        };
    });
}

}  // namespace commis::orders
