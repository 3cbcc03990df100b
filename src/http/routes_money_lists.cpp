// What somebody has to see to entry by entry: chargebacks by their deadline, and refunds that are still to be made.
#include <algorithm>
#include <array>

#include "features/unpaid/to_settle.hpp"
#include "http/listed_order.hpp"
#include "http/order_calls.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_words.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

using domain::Action;
using ports::ChargebackState;

constexpr std::array<std::string_view, 3> state_names{"open", "won", "lost"};

std::optional<ports::ListedEntry> entry_of(const std::optional<ports::OrderCursor>& cursor) {
    if (!cursor) return std::nullopt;
    return ports::ListedEntry{cursor->key_number, cursor->order_id, cursor->key_text};
}

void write_next_page(json::Writer& writer, std::int64_t shop_id, const std::optional<ports::ListedEntry>& next) {
    writer.key("next_cursor");
    next ? writer.value(encode_cursor({next->entry_id, next->key, shop_id, next->order_id})) : writer.null();
}

std::expected<ChargebackState, Response> read_state(const Request& request) {
    const auto text = request.query_value("status");
    if (!text) return ChargebackState::open;
    const auto at = std::ranges::find(state_names, *text);
    if (at != state_names.end()) return static_cast<ChargebackState>(at - state_names.begin());
    return std::unexpected(problem(422, "bad_field", "Some parameters are unknown or wrong.",
                                   {{"status", "unknown_value", "One of open, won, lost."}}));
}

void write_listed_chargeback(json::Writer& writer, const OrderView& view, const unpaid::EntryLine& line) {
    const auto& entries = line.order.ledger.entries;
    writer.object().key("order");
    write_listed_order(writer, view, line.order, {Action::decide_chargeback});
    writer.end().key("chargeback");
    write_chargeback(writer, view, line.order.ledger,
                     *std::ranges::find(entries, line.entry_id, &domain::LedgerEntry::id));
    writer.end();
}

void write_risk(json::Writer& writer, const std::vector<ports::EntrySum>& sums) {
    writer.key("at_risk").array();
    for (const ports::EntrySum& sum : sums) {
        writer.object();
        write_currency(writer, sum.currency);
        writer.member("chargebacks", sum.count).member("amount", sum.amount_minor).end();
    }
    writer.end();
}

Response list_chargebacks(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const auto after = read_cursor(call.request);
    if (!after) return after.error();
    const auto state = read_state(call.request);
    if (!state) return state.error();
    unpaid::EntryPage page;
    std::vector<ports::EntrySum> sums;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        page = unpaid::list_chargebacks(snapshot, call.shop, *state, entry_of(*after), *limit);
        sums = snapshot.money_lists().chargebacks_at_risk(call.shop.id);
    });
    const auto profile = call.site.services.profiles.of(call.shop);
    const auto view = view_of(call, *profile);
    std::string body;
    json::Writer writer(body);
    writer.object();
    write_risk(writer, sums);
    writer.key("items").array();
    for (const unpaid::EntryLine& line : page.lines) write_listed_chargeback(writer, view, line);
    writer.end();
    write_next_page(writer, call.shop.id, page.next);
    writer.end();
    return json_response(200, std::move(body));
}

void write_listed_refund(json::Writer& writer, const OrderView& view, const unpaid::EntryLine& line) {
    const domain::Ledger& ledger = line.order.ledger;
    const domain::Refund& refund = *std::ranges::find(ledger.refunds, line.entry_id, &domain::Refund::id);
    const auto payment = std::ranges::find(ledger.payments, refund.payment_id, &domain::Payment::id);
    const bool is_known = payment != ledger.payments.end();
    writer.object().key("order");
    write_listed_order(writer, view, line.order, {Action::mark_refunded, Action::retry_refund});
    writer.end().key("refund");
    write_refund(writer, view, ledger, refund);
    writer.member("to_make", domain::to_make_minor(ledger, refund));
    writer.member("payment_method_label", method_label(view, is_known ? payment->method : line.order.payment_method));
    writer.member("payment_reference", is_known ? payment->reference : std::string());
    std::string reason;
    for (const domain::GatewayCall& asked : ledger.calls) {
        if (asked.refund_id == refund.id) reason = asked.reason;
    }
    write_text_or_null(writer, "reason", reason);
    write_text_or_null(writer, "reason_text", reason.empty() ? "" : decline_text(view, reason));
    writer.end();
}

Response list_refunds_to_make(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const auto after = read_cursor(call.request);
    if (!after) return after.error();
    unpaid::EntryPage page;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        page = unpaid::list_refunds_to_make(snapshot, call.shop, entry_of(*after), *limit);
    });
    const auto profile = call.site.services.profiles.of(call.shop);
    const auto view = view_of(call, *profile);
    std::string body;
    json::Writer writer(body);
    writer.object().key("items").array();
    for (const unpaid::EntryLine& line : page.lines) write_listed_refund(writer, view, line);
    writer.end();
    write_next_page(writer, call.shop.id, page.next);
    writer.end();
    return json_response(200, std::move(body));
}

}  // namespace

void add_money_list_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/chargebacks", domain::Right::money_in, list_chargebacks);
    add_shop_route(router, site, "GET", "/refunds", domain::Right::read, list_refunds_to_make);
}

}  // namespace commis::http
