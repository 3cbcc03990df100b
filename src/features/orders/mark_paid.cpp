// {"amount"?, "received_at"?, "reference"?, "note"?, "notify"?, "dry_run"?}
#include "domain/decisions/mark_paid.hpp"

#include "features/orders/mark_paid.hpp"
#include "json/read.hpp"
#include "json/time.hpp"

namespace commis::orders {
namespace {

struct MarkPaidBody {
    std::optional<std::int64_t> amount;
    std::optional<json::Instant> received_at;
    std::optional<std::string> reference;
    std::optional<std::string> note;
    std::optional<bool> notify;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(MarkPaidBody, (), (amount, received_at, reference, note, notify, dry_run))

}  // namespace

std::expected<ParsedAction, std::vector<json::FieldError>> parse_mark_paid(const json::Value& body) {
    auto read = json::read<MarkPaidBody>(body);
    if (!read) return std::unexpected(std::move(read.error()));
    domain::MarkPaid command;
    command.amount_minor = read->amount;
    if (read->received_at) command.received_at_ms = read->received_at->at_ms;
    command.reference = read->reference.value_or("");
    command.telling = {read->note.value_or(""), read->notify};
    ParsedAction parsed;
    parsed.dry_run = read->dry_run.value_or(false);
    parsed.decide = [command](const domain::Order& order, const domain::Context& context) {
        return domain::mark_paid(order, command, context);
    };
    return parsed;
}

}  // namespace commis::orders
