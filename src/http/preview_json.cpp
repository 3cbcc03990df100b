// The preview of an action: what it would change, send, issue and move, without doing it. It is made from the same
// decision that the action books, so that preview and booking can't differ.
#include <algorithm>
#include <array>

#include "http/order_facts_json.hpp"
#include "http/order_words.hpp"

namespace commis::http {
namespace {

using json::Writer;

void write_mails(Writer& writer, const OrderView& view, const domain::Decision& decision) {
    static constexpr std::array<std::string_view, 5> rules{"ask", "confirm", "always", "order-switch", "never"};
    writer.member("notify", rules[static_cast<std::size_t>(decision.notify)]).key("mails").array();
    for (const domain::MailIntent& mail : decision.mails) {
        writer.object().member("event", domain::id_of(mail.kind));
        writer.member("event_label", mail_label(view, mail.kind, mail.is_copy));
        writer.member("to", mail.recipient).member("will_send", mail.suppressed == domain::Suppression::none);
        write_suppression(writer, view, mail.suppressed);
        writer.end();
    }
    writer.end();
}

// The papers that would be issued. Their numbers are taken when that happens, so they have none yet.
void write_new_documents(Writer& writer, const OrderView& view, const domain::Order& before,
                         const domain::Order& after) {
    writer.key("documents").array();
    for (const domain::Document& document : after.documents) {
        if (std::ranges::find(before.documents, document.id, &domain::Document::id) != before.documents.end()) continue;
        writer.object();
        write_document(writer, view, document);
        writer.end();
    }
    writer.end();
}

void write_stock(Writer& writer, const domain::Decision& decision) {
    writer.key("stock").array();
    for (const domain::StockMove& move : decision.stock_moves) {
        writer.object().member("sku", move.sku).member("change", move.quantity).end();
    }
    writer.end();
}

void write_figures(Writer& writer, std::string_view name, const domain::Figures& figures) {
    writer.key(name).object().member("total", figures.total_minor).member("cancelled", figures.cancelled_minor);
    writer.member("allowances", figures.allowances_minor).member("owed", figures.owed());
    writer.member("paid", figures.captured_minor).member("refunded", figures.refunded_minor);
    writer.member("refunds_open", figures.refunds_open_minor).member("held", figures.held());
    writer.member("due", figures.due()).member("owed_back", figures.owed_back());
    writer.member("refundable", figures.refundable()).end();
}

std::int64_t given_back(const domain::Figures& figures) { return figures.refunded_minor + figures.refunds_open_minor; }

// What a payment service would be asked to move.
std::int64_t amount_asked(const domain::Order& before, const domain::Order& after) {
    std::int64_t sum_minor = 0;
    const auto& calls = after.ledger.calls;
    for (std::size_t index = before.ledger.calls.size(); index < calls.size(); ++index) {
        sum_minor += calls[index].kind == domain::CallKind::capture ? calls[index].amount_minor : 0;
    }
    return sum_minor;
}

// What the action is about: money that comes in, else money that goes back or is promised, else what is owed no more
// or more than before.
std::int64_t amount_moved(const domain::Figures& was, const domain::Figures& is, std::int64_t asked_minor) {
    if (asked_minor != 0) return asked_minor;
    if (is.captured_minor != was.captured_minor) return is.captured_minor - was.captured_minor;
    if (given_back(is) != given_back(was)) return given_back(is) - given_back(was);
    if (is.cancelled_minor != was.cancelled_minor) return is.cancelled_minor - was.cancelled_minor;
    return is.owed() - was.owed();
}

}  // namespace

void write_preview(Writer& writer, const OrderView& view, const domain::Order& before,
                   const domain::Decision& decision) {
    const domain::Figures was = domain::standing_of(before, view.profile).figures();
    const domain::Figures is = domain::standing_of(decision.order, view.profile).figures();
    writer.object().member("dry_run", true).key("order");
    write_order(writer, view, decision.order);
    write_mails(writer, view, decision);
    write_new_documents(writer, view, before, decision.order);
    write_stock(writer, decision);
    writer.key("amounts").object().member("amount", amount_moved(was, is, amount_asked(before, decision.order)));
    writer.member("due", is.due()).member("owed_back", is.owed_back()).end();
    write_figures(writer, "before", was);
    write_figures(writer, "after", is);
    write_refusal(writer, view, "warning", decision.warning);
    writer.end();
}

}  // namespace commis::http
