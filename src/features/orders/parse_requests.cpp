// The bodies of actions on what buyers ask for.
#include <algorithm>

#include "domain/decisions/requests.hpp"
#include "features/orders/action_body.hpp"
#include "features/orders/parse.hpp"

namespace commis::orders {
namespace {

enum class RequestWord : std::uint8_t { withdrawal, cancellation, return_ };
BOOST_DESCRIBE_ENUM(RequestWord, withdrawal, cancellation, return_)

enum class ReasonWord : std::uint8_t {
    none,
    changed_mind,
    too_small,
    too_large,
    not_as_described,
    damaged,
    wrong_item,
    late,
    other
};
BOOST_DESCRIBE_ENUM(ReasonWord, none, changed_mind, too_small, too_large, not_as_described, damaged, wrong_item, late,
                    other)

struct AskedPartBody {
    std::string line;
    Text unit;
    std::optional<std::int64_t> quantity;
    std::optional<ReasonWord> reason;
    std::optional<bool> exchange;
};
BOOST_DESCRIBE_STRUCT(AskedPartBody, (), (line, unit, quantity, reason, exchange))

struct RegisterBody {
    RequestWord kind = RequestWord::return_;
    std::optional<std::vector<AskedPartBody>> lines;
    Text note;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(RegisterBody, (), (kind, lines, note, dry_run))

struct AnswerBody {
    Text request, note;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (request, note, notify, dry_run))

struct VerdictBody {
    std::string line;
    std::optional<std::int64_t> as_new, damaged, wrong, exchange;
    std::optional<bool> restock;
};
BOOST_DESCRIBE_STRUCT(VerdictBody, (), (line, as_new, damaged, wrong, exchange, restock))

struct ReceiveBody {
    Text request;
    std::vector<VerdictBody> lines;
    Text note;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(ReceiveBody, (), (request, lines, note, notify, dry_run))

using domain::Context;
using domain::Order;

domain::RequestPart part_from(const AskedPartBody& body) {
    return {.line_id = body.line,
            .unit_id = body.unit.value_or(""),
            .quantity = static_cast<std::int32_t>(std::clamp<std::int64_t>(body.quantity.value_or(1), 0, 1'000'001)),
            .reason = static_cast<domain::ReturnReason>(body.reason.value_or(ReasonWord::none)),
            .wants_exchange = body.exchange.value_or(false)};
}

using AnswerDecision = domain::Result<domain::Decision> (*)(const Order&, const domain::AnswerRequest&, const Context&);

Parsed parse_answer(const json::Value& body, AnswerDecision decide) {
    return parse_body<AnswerBody>(body, [decide](const AnswerBody& read) -> Decide {
        const domain::AnswerRequest command{read.request.value_or(""), telling_from(read.note, read.notify)};
        return
            [command, decide](const Order& order, const Context& context) { return decide(order, command, context); };
    });
}

}  // namespace

Parsed parse_register_request(const json::Value& body) {
    return parse_body<RegisterBody>(body, [](const RegisterBody& read) -> Decide {
        domain::RegisterRequest command{.kind = static_cast<domain::RequestKind>(read.kind),
                                        .note = read.note.value_or("")};
        for (const AskedPartBody& part : read.lines.value_or(std::vector<AskedPartBody>{})) {
            command.parts.push_back(part_from(part));
        }
        return [command](const Order& order, const Context& context) {
            return domain::register_request(order, command, context);
        };
    });
}

Parsed parse_approve_request(const json::Value& body) { return parse_answer(body, domain::approve_request); }
Parsed parse_decline_request(const json::Value& body) { return parse_answer(body, domain::decline_request); }
Parsed parse_close_request(const json::Value& body) { return parse_answer(body, domain::close_request); }

Parsed parse_receive_return(const json::Value& body) {
    return parse_body<ReceiveBody>(body, [](const ReceiveBody& read) -> Decide {
        domain::ReceiveReturn command{read.request.value_or(""), {}, telling_from(read.note, read.notify)};
        for (const VerdictBody& verdict : read.lines) {
            command.verdicts.push_back({verdict.line, verdict.as_new.value_or(0), verdict.damaged.value_or(0),
                                        verdict.wrong.value_or(0), verdict.exchange.value_or(0), verdict.restock});
        }
        return [command](const Order& order, const Context& context) {
            return domain::receive_return(order, command, context);
        };
    });
}

}  // namespace commis::orders
