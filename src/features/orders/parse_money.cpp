// The bodies of actions on money.
#include "domain/decisions/capture.hpp"
#include "domain/decisions/mark_paid.hpp"
#include "domain/decisions/marks.hpp"
#include "domain/decisions/payment_link.hpp"
#include "domain/decisions/refund.hpp"
#include "features/orders/action_body.hpp"
#include "features/orders/parse.hpp"
#include "json/time.hpp"

namespace commis::orders {
namespace {

struct MarkBody {
    Text note;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(MarkBody, (), (note, notify, dry_run))

struct MarkPaidBody {
    std::optional<std::int64_t> amount;
    std::optional<json::Instant> received_at;
    Text reference, note;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(MarkPaidBody, (), (amount, received_at, reference, note, notify, dry_run))

struct MarkRefundedBody {
    std::optional<std::int64_t> amount;
    std::optional<std::vector<std::string>> units;
    Text reference, note;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(MarkRefundedBody, (), (amount, units, reference, note, notify, dry_run))

struct RefundBody {
    std::optional<std::vector<ChosenLineBody>> lines;
    std::optional<std::vector<std::string>> units;
    std::optional<bool> shipping;
    std::optional<std::int64_t> amount;
    std::optional<bool> restock, reopens_due;
    Text request, note;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(RefundBody, (),
                      (lines, units, shipping, amount, restock, reopens_due, request, note, notify, dry_run))

struct CaptureBody {
    std::optional<std::int64_t> amount;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(CaptureBody, (), (amount, dry_run))

struct BareBody {
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(BareBody, (), (dry_run))

Parsed parse_mark(const json::Value& body, domain::Mark mark) {
    return parse_body<MarkBody>(body, [mark](const MarkBody& read) -> Decide {
        return [mark, telling = telling_from(read.note, read.notify)](const domain::Order& order,
                                                                      const domain::Context& context) {
            return domain::mark_payment(order, mark, telling, context);
        };
    });
}

}  // namespace

Parsed parse_mark_paid(const json::Value& body) {
    return parse_body<MarkPaidBody>(body, [](const MarkPaidBody& read) -> Decide {
        domain::MarkPaid command;
        command.amount_minor = read.amount;
        if (read.received_at) command.received_at_ms = read.received_at->at_ms;
        command.reference = read.reference.value_or("");
        command.telling = telling_from(read.note, read.notify);
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::mark_paid(order, command, context);
        };
    });
}

Parsed parse_mark_pending(const json::Value& body) { return parse_mark(body, domain::Mark::pending); }
Parsed parse_mark_failed(const json::Value& body) { return parse_mark(body, domain::Mark::failed); }
Parsed parse_mark_review(const json::Value& body) { return parse_mark(body, domain::Mark::review); }

Parsed parse_mark_refunded(const json::Value& body) {
    return parse_body<MarkRefundedBody>(body, [](const MarkRefundedBody& read) -> Decide {
        domain::MarkRefunded command{read.amount, read.units.value_or(std::vector<std::string>{}),
                                     read.reference.value_or(""), telling_from(read.note, read.notify)};
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::mark_refunded(order, command, context);
        };
    });
}

Parsed parse_refund(const json::Value& body) {
    return parse_body<RefundBody>(body, [](const RefundBody& read) -> Decide {
        domain::RefundOrder command;
        command.choice = {lines_from(read.lines), read.units.value_or(std::vector<std::string>{}),
                          read.shipping.value_or(false)};
        command.amount_minor = read.amount;
        command.restock = read.restock;
        command.reopens_due = read.reopens_due.value_or(false);
        command.request_id = read.request.value_or("");
        command.telling = telling_from(read.note, read.notify);
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::refund(order, command, context);
        };
    });
}

Parsed parse_capture(const json::Value& body) {
    return parse_body<CaptureBody>(body, [](const CaptureBody& read) -> Decide {
        return [command = domain::Capture{read.amount}](const domain::Order& order, const domain::Context& context) {
            return domain::capture(order, command, context);
        };
    });
}

Parsed parse_void(const json::Value& body) {
    return parse_body<BareBody>(body, [](const BareBody&) -> Decide { return domain::release; });
}

Parsed parse_check_payment(const json::Value& body) {
    return parse_body<BareBody>(body, [](const BareBody&) -> Decide { return domain::check_payment; });
}

Parsed parse_send_payment_link(const json::Value& body) {
    return parse_body<BareBody>(body, [](const BareBody&) -> Decide { return domain::send_payment_link; });
}

}  // namespace commis::orders
