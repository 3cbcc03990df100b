// The bodies of actions on chargebacks and on refunds that failed.
#include "domain/decisions/chargeback.hpp"
#include "domain/decisions/retry_refund.hpp"
#include "features/orders/action_body.hpp"
#include "features/orders/parse.hpp"
#include "json/time.hpp"

namespace commis::orders {
namespace {

enum class Outcome : std::uint8_t { won, lost };
BOOST_DESCRIBE_ENUM(Outcome, won, lost)

struct RecordChargebackBody {
    std::optional<std::int64_t> amount;
    Text payment;
    std::string reference;
    Text reason;
    std::optional<json::Instant> answer_by;
    Text note;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(RecordChargebackBody, (), (amount, payment, reference, reason, answer_by, note, dry_run))

struct DecideChargebackBody {
    Text reference;
    Outcome outcome = Outcome::lost;
    Text note;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(DecideChargebackBody, (), (reference, outcome, note, dry_run))

struct RetryRefundBody {
    Text refund;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(RetryRefundBody, (), (refund, dry_run))

}  // namespace

Parsed parse_record_chargeback(const json::Value& body) {
    return parse_body<RecordChargebackBody>(body, [](const RecordChargebackBody& read) -> Decide {
        domain::RecordChargeback command;
        command.amount_minor = read.amount;
        command.payment_id = read.payment.value_or("");
        command.reference = read.reference;
        command.reason = read.reason.value_or("");
        if (read.answer_by) command.answer_by_ms = read.answer_by->at_ms;
        command.note = read.note.value_or("");
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::record_chargeback(order, command, context);
        };
    });
}

Parsed parse_decide_chargeback(const json::Value& body) {
    return parse_body<DecideChargebackBody>(body, [](const DecideChargebackBody& read) -> Decide {
        domain::DecideChargeback command{read.reference.value_or(""), read.outcome == Outcome::won,
                                         read.note.value_or("")};
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::decide_chargeback(order, command, context);
        };
    });
}

Parsed parse_retry_refund(const json::Value& body) {
    return parse_body<RetryRefundBody>(body, [](const RetryRefundBody& read) -> Decide {
        return [refund_id = read.refund.value_or("")](const domain::Order& order, const domain::Context& context) {
            return domain::retry_refund(order, refund_id, context);
        };
    });
}

}  // namespace commis::orders
