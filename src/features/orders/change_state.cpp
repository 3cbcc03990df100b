// {"state", "note"?, "reason"?, "notify"?, "tracking"?, "entry"?, "dry_run"?}
#include "domain/decisions/change_state.hpp"

#include "features/orders/change_state.hpp"
#include "json/read.hpp"

namespace commis::orders {
namespace {

enum class Entry : std::uint8_t { button, list, bulk };
BOOST_DESCRIBE_ENUM(Entry, button, list, bulk)

struct TrackingBody {
    std::optional<std::string> carrier;
    std::optional<std::string> number;
    std::optional<std::string> url;
};
BOOST_DESCRIBE_STRUCT(TrackingBody, (), (carrier, number, url))

struct ChangeStateBody {
    std::string state;
    std::optional<std::string> note;
    std::optional<std::string> reason;
    std::optional<bool> notify;
    std::optional<TrackingBody> tracking;
    std::optional<Entry> entry;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(ChangeStateBody, (), (state, note, reason, notify, tracking, entry, dry_run))

}  // namespace

std::expected<ParsedAction, std::vector<json::FieldError>> parse_change_state(const json::Value& body) {
    auto read = json::read<ChangeStateBody>(body);
    if (!read) return std::unexpected(std::move(read.error()));
    domain::ChangeState command;
    command.state = read->state;
    command.reason = read->reason.value_or("");
    command.telling = {read->note.value_or(""), read->notify};
    if (read->tracking) {
        command.tracking = domain::Tracking{read->tracking->carrier.value_or(""), read->tracking->number.value_or(""),
                                            read->tracking->url.value_or("")};
    }
    ParsedAction parsed;
    parsed.dry_run = read->dry_run.value_or(false);
    parsed.entry = static_cast<domain::EntryPoint>(read->entry.value_or(Entry::button));
    parsed.decide = [command](const domain::Order& order, const domain::Context& context) {
        return domain::change_state(order, command, context);
    };
    return parsed;
}

}  // namespace commis::orders
