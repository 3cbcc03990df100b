#include "adapters/sql/order_changes.hpp"

#include <algorithm>

#include "adapters/sql/books_statements.hpp"
#include "adapters/sql/codes.hpp"
#include "adapters/sql/document_store.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/label_store.hpp"
#include "adapters/sql/mail_statements.hpp"
#include "adapters/sql/opening_statements.hpp"
#include "adapters/sql/order_facts.hpp"
#include "adapters/sql/order_part_statements.hpp"
#include "adapters/sql/order_rows.hpp"
#include "adapters/sql/order_statements.hpp"
#include "adapters/sql/retention_statements.hpp"
#include "adapters/sql/shop_statements.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::sql {
namespace {

using domain::Order;

using AddRow = void (*)(Values&, const Order&, std::size_t);

// Inserts the rows from `begin` on in as few statements as fit.
void insert_from(Session& session, const InsertFamily& family, AddRow add, const Order& order, std::size_t begin,
                 std::size_t end) {
    if (begin >= end) return;
    Values values;
    for (std::size_t position = begin; position < end; ++position) add(values, order, position);
    send_rows(session, family, values.params());
}

void insert_units(Session& session, const Order& order) {
    Values values;
    for (const domain::Line& line : order.lines) {
        for (std::size_t position = 0; position < line.units.size(); ++position)
            add_unit(values, order, line, position);
    }
    if (!values.empty()) send_rows(session, part_sql::insert_units, values.params());
}

void insert_tags(Session& session, const Order& order) {
    Values values;
    for (const std::string& tag : order.tags) values.add(order.shop_id, order.id, tag, order.placed_at_ms);
    if (!values.empty()) send_rows(session, part_sql::insert_tags, values.params());
}

// Compares what one list of facts was with what it is: changed rows are updated one by one, new ones follow.
template <class T, class Update>
void update_list(const std::vector<T>& before, const std::vector<T>& after, const Update& update) {
    const std::size_t common = std::min(before.size(), after.size());
    for (std::size_t index = 0; index < common; ++index) {
        if (before[index] != after[index]) update(after[index]);
    }
}

// The same for lists from which something may be taken out. What stays keeps its order and new ones stand behind it;
// answers how many stay.
template <class T, class Update, class Delete>
std::size_t update_kept(const std::vector<T>& before, const std::vector<T>& after, const Update& update,
                        const Delete& remove) {
    std::size_t kept = 0;
    for (std::size_t index = 0; index < before.size(); ++index) {
        const T& was = before[index];
        if (kept == after.size() || after[kept].id != was.id) {
            remove(was);
            continue;
        }
        if (kept != index || was != after[kept]) update(after[kept], kept);
        ++kept;
    }
    return kept;
}

// The content of a line: what a revision changes, as opposed to the counts that work changes.
bool is_same_content(const domain::Line& left, const domain::Line& right) {
    return left.id == right.id && left.sku == right.sku && left.name == right.name && left.kind == right.kind &&
           left.quantity == right.quantity && left.unit_price_minor == right.unit_price_minor &&
           left.discount_minor == right.discount_minor && left.tax_rate == right.tax_rate &&
           left.tax_minor == right.tax_minor && left.total_minor == right.total_minor &&
           std::ranges::equal(left.units, right.units, {}, &domain::TicketUnit::id, &domain::TicketUnit::id);
}

bool has_same_lines(const Order& before, const Order& after) {
    return before.placed_at_ms == after.placed_at_ms && std::ranges::equal(before.lines, after.lines, is_same_content);
}

void replace_lines(Session& session, const Order& order) {
    session.send(part_sql::delete_units, {order.shop_id, order.id});
    session.send(part_sql::delete_lines, {order.shop_id, order.id});
    insert_from(session, part_sql::insert_lines, add_line, order, 0, order.lines.size());
    insert_units(session, order);
}

// A gate that meets a code of before says that another person holds the place.
void keep_former_codes(Session& session, const Order& order, const domain::Line& was, const domain::Line& line) {
    for (std::size_t at = 0; at < line.units.size(); ++at) {
        const std::string& former = was.units[at].code;
        if (former.empty() || former == line.units[at].code) continue;
        session.send(part_sql::keep_former_code, {order.shop_id, former, order.id, line.units[at].id});
    }
}

bool is_same_standing_shipping(const domain::Shipping& left, const domain::Shipping& right) {
    domain::Shipping copy = left;
    copy.cancelled = right.cancelled;
    return copy == right;
}

bool is_same_content(const Order& before, const Order& after) {
    return before.number == after.number && before.placed_at_ms == after.placed_at_ms &&
           before.currency == after.currency && before.buyer == after.buyer &&
           before.billing_address == after.billing_address && before.shipping_address == after.shipping_address &&
           before.payment_method == after.payment_method && before.promo_code == after.promo_code &&
           before.channel == after.channel && before.external_id == after.external_id && before.note == after.note &&
           before.tags == after.tags && before.assignee == after.assignee && before.draft == after.draft &&
           before.language == after.language && before.prices_include_tax == after.prices_include_tax &&
           is_same_standing_shipping(before.shipping, after.shipping) &&
           before.discount_minor == after.discount_minor && before.notify_on_state == after.notify_on_state &&
           has_same_lines(before, after);
}

}  // namespace

bool update_standing(Session& session, const Order& before, const Order& after, const domain::Projection& projection) {
    Values values;
    values.add(after.shop_id, after.id, before.version, after.version, after.updated_at_ms, code_of(projection.summary),
               code_of(projection.payment_status), code_of(projection.step), code_of(projection.queue),
               projection.step_amount_minor, projection.step_until_ms, projection.quantity, projection.active,
               projection.owed_minor, projection.due_minor, after.revision, after.abandoned_at_ms,
               after.shipping.cancelled, code_of(after.ledger.mark), after.ledger.flagged_for_review, after.event_count,
               parts_of(after), code_of(projection.worded_status));
    values.keep(to_json(after.undoable));
    values.add(after.dunning_done, code_of(after.task), after.invoice_due_at_ms, projection.timer_at_ms,
               projection.refunded_minor, projection.owed_back_minor, projection.hold_minor, projection.hold_until_ms,
               after.link_generation);
    // The stage follows the state; where a profile or a setting changes that, the projections are written anew.
    if (after.state == before.state) return session.execute(order_sql::update_standing, values.params()) == 1;
    values.add(after.state, code_of(projection.stage));
    return session.execute(order_sql::update_state, values.params()) == 1;
}

void update_content(Session& session, const Order& before, const Order& after, const domain::Projection& projection) {
    if (is_same_content(before, after)) return;
    Values values;
    values.add(after.shop_id, after.id, after.number).keep(number_key(after.number));
    values.add(after.placed_at_ms, projection.total_minor, after.currency.code(), after.buyer.name);
    values.keep(sort_key(after.buyer.name)).add(after.buyer.email).keep(case_key(after.buyer.email));
    values.add(after.buyer.company, after.buyer.phone, after.buyer.vat_id).keep(to_json(after.billing_address));
    if (after.shipping_address) {
        values.keep(to_json(*after.shipping_address));
    } else {
        values.add(nullptr);
    }
    values.add(listed_address(after).city, listed_address(after).country, after.payment_method, after.promo_code,
               after.channel, after.external_id, after.note, !after.note.empty());
    values.keep(to_json(after.tags));
    values.add(after.assignee, after.draft, after.language, after.prices_include_tax, after.shipping.method,
               after.shipping.name, after.shipping.amount_minor, after.shipping.tax_rate.percent_e4(),
               after.shipping.tax_minor, after.shipping.total_minor, after.shipping.pickup, after.discount_minor,
               after.notify_on_state, after.buyer.reference);
    session.execute(order_sql::update_content, values.params());
    if (before.tags == after.tags && before.placed_at_ms == after.placed_at_ms) return;
    session.send(part_sql::delete_tags, {after.shop_id, after.id});
    insert_tags(session, after);
}

void update_lines(Session& session, const Order& before, const Order& after) {
    if (!has_same_lines(before, after)) {
        replace_lines(session, after);
        return;
    }
    for (std::size_t position = 0; position < after.lines.size(); ++position) {
        const domain::Line& was = before.lines[position];
        const domain::Line& line = after.lines[position];
        if (was == line) continue;
        session.send(part_sql::update_line,
                     {after.shop_id, after.id, line.id, line.cancelled, line.refunded, line.shipped, line.returned,
                      line.left_minor, line.reserved, line.gone_shipped, line.cancelled_minor, line.exchanged,
                      code_of(line.access), line.granted_at_ms, line.used_at_ms});
        keep_former_codes(session, after, was, line);
        update_list(was.units, line.units, [&](const domain::TicketUnit& unit) {
            session.send(part_sql::update_unit,
                         {after.shop_id, after.id, unit.id, unit.attendee.name, unit.attendee.email,
                          code_of(unit.status), code_of(unit.access), unit.code, unit.value_minor, unit.tax_minor,
                          unit.admitted_at_ms, unit.admitted_gate});
        });
    }
}

void update_ledger(Session& session, const Order& before, const Order& after) {
    const domain::Ledger& was = before.ledger;
    const domain::Ledger& ledger = after.ledger;
    update_list(was.payments, ledger.payments, [&](const domain::Payment& payment) {
        session.send(part_sql::update_payment,
                     {after.shop_id, after.id, payment.id, payment.method, payment.provider, payment.account,
                      payment.reference, payment.amount_minor, code_of(payment.status), code_of(payment.source),
                      payment.guarantee, payment.expires_at_ms, payment.link_token, payment.page_url});
    });
    update_list(was.entries, ledger.entries, [&](const domain::LedgerEntry& entry) {
        session.send(part_sql::update_entry,
                     {after.shop_id, after.id, entry.id, entry.undecided, entry.answer_by_ms, entry.won});
    });
    update_list(was.refunds, ledger.refunds, [&](const domain::Refund& refund) {
        session.send(part_sql::update_refund, {after.shop_id, after.id, refund.id, refund.amount_minor,
                                               code_of(refund.execution), code_of(refund.status), refund.takes_units,
                                               refund.reopens_due, refund.settles, refund.reference});
    });
    update_list(was.calls, ledger.calls, [&](const domain::GatewayCall& call) {
        session.send(part_sql::update_call, {after.shop_id, after.id, call.id, code_of(call.status), call.reference,
                                             call.reason, call.settled_at_ms, call.is_open()});
    });
    insert_from(session, part_sql::insert_payments, add_payment, after, was.payments.size(), ledger.payments.size());
    insert_from(session, part_sql::insert_entries, add_entry, after, was.entries.size(), ledger.entries.size());
    insert_from(session, part_sql::insert_refunds, add_refund, after, was.refunds.size(), ledger.refunds.size());
    insert_from(session, part_sql::insert_calls, add_call, after, was.calls.size(), ledger.calls.size());
}

void update_papers(Session& session, const Order& before, const Order& after) {
    const auto delete_shipment = [&](const domain::Shipment& shipment) {
        session.send(part_sql::delete_shipment, {after.shop_id, after.id, shipment.id});
    };
    const auto update_shipment = [&](const domain::Shipment& shipment, std::size_t position) {
        const std::string contents = to_json(shipment.parts);
        session.send(part_sql::update_shipment,
                     {after.shop_id, after.id, shipment.id, shipment.tracking.carrier, shipment.tracking.number,
                      shipment.tracking.url, shipment.label_printed_at_ms, shipment.label_bought_at_ms,
                      shipment.handed_over_at_ms, shipment.delivered_at_ms, contents, position});
    };
    const auto delete_document = [&](const domain::Document& document) {
        session.send(part_sql::delete_document, {after.shop_id, after.id, document.id});
    };
    const auto update_document = [&](const domain::Document& document, std::size_t position) {
        const std::string parts = to_json(document.parts);
        session.send(part_sql::update_document,
                     {after.shop_id, after.id, document.id, code_of(document.kind), document.number,
                      document.issued_at_ms, document.draft, document.amount_minor, document.tax_minor,
                      document.refers_to, parts, document.return_slip, document.made_for, position});
    };
    const std::size_t sent = update_kept(before.shipments, after.shipments, update_shipment, delete_shipment);
    insert_from(session, part_sql::insert_shipments, add_shipment, after, sent, after.shipments.size());
    update_list(before.requests, after.requests, [&](const domain::BuyerRequest& request) {
        const std::string parts = to_json(request.parts);
        session.send(part_sql::update_request, {after.shop_id, after.id, request.id, code_of(request.status),
                                                request.answered_at_ms, request.received_at_ms, request.slip, parts});
    });
    insert_from(session, part_sql::insert_requests, add_request, after, before.requests.size(), after.requests.size());
    const std::size_t issued = update_kept(before.documents, after.documents, update_document, delete_document);
    insert_from(session, part_sql::insert_documents, add_document, after, issued, after.documents.size());
}

void update_removal(Session& session, const Order& before, const Order& after) {
    if (before.removed == after.removed) return;
    Values values;
    values.add(after.shop_id, after.id);
    add_removal(values, after.removed);
    session.send(order_sql::update_removal, values.params());
}

void update_erasure(Session& session, const Order& before, const Order& after) {
    if (before.people_erased_at_ms == after.people_erased_at_ms) return;
    session.send(order_sql::update_erasure, {after.shop_id, after.id, after.people_erased_at_ms});
}

void insert_parts(Session& session, const Order& order) {
    insert_from(session, part_sql::insert_lines, add_line, order, 0, order.lines.size());
    insert_units(session, order);
    const domain::Ledger& ledger = order.ledger;
    insert_from(session, part_sql::insert_payments, add_payment, order, 0, ledger.payments.size());
    insert_from(session, part_sql::insert_entries, add_entry, order, 0, ledger.entries.size());
    insert_from(session, part_sql::insert_refunds, add_refund, order, 0, ledger.refunds.size());
    insert_from(session, part_sql::insert_calls, add_call, order, 0, ledger.calls.size());
    insert_from(session, part_sql::insert_shipments, add_shipment, order, 0, order.shipments.size());
    insert_from(session, part_sql::insert_documents, add_document, order, 0, order.documents.size());
    insert_from(session, part_sql::insert_requests, add_request, order, 0, order.requests.size());
    insert_tags(session, order);
}

void insert_happenings(Session& session, const domain::Decision& decision, std::string_view before,
                       const domain::NewId& new_id) {
    const Order& order = decision.order;
    Values events;
    Values words;
    for (const domain::Event& event : decision.events) {
        const bool is_first = &event == &decision.events.front();
        add_event(events, order, event, is_first ? before : std::string_view());
        if (event.note.empty() && event.reason.empty()) continue;
        words.add(order.shop_id, order.id, event.sequence, event.note, event.reason);
    }
    Values mails;
    for (const domain::MailIntent& mail : decision.mails) {
        add_mail(mails, order, mail, new_id(), order.updated_at_ms);
    }
    if (!events.empty()) send_rows(session, part_sql::insert_events, events.params());
    if (!words.empty()) send_rows(session, part_sql::insert_words, words.params());
    if (!mails.empty()) send_rows(session, part_sql::insert_mails, mails.params());
    for (const domain::StockMove& move : decision.stock_moves) {
        session.send(shop_sql::move_stock, {order.shop_id, move.sku, move.quantity, order.updated_at_ms});
    }
}

void withdraw_mails(Session& session, const domain::Decision& decision) {
    for (const std::int64_t sequence : decision.withdrawn_events) {
        session.send(mail_sql::withdraw, {decision.order.shop_id, decision.order.id, sequence});
    }
}

void erase_words(Session& session, const Order& before) {
    const std::int64_t shop_id = before.shop_id;
    session.send(part_sql::delete_words, {shop_id, before.id});
    session.send(part_sql::erase_actors, {shop_id, before.id});
    session.send(retention_sql::erase_archived, {shop_id, before.id});
    session.send(mail_sql::delete_bytes_of_order, {shop_id, before.id});
    session.send(mail_sql::delete_tests_of_order, {shop_id, before.id});
    session.send(mail_sql::delete_bounces_of_order, {shop_id, before.id});
    session.send(mail_sql::erase_of_order, {shop_id, before.id});
    session.send(order_sql::delete_draft, {shop_id, before.id});
    erase_papers(session, shop_id, before.id);
    erase_labels(session, shop_id, before.id);
    session.send(opening_sql::delete_downloads, {shop_id, before.id});
    session.send(books_sql::erase_buyer, {shop_id, before.id});
    for (const std::string& email : domain::addresses_of(before)) {
        const std::string key = case_key(email);
        session.send(opening_sql::unblock_of_order, {shop_id, key, before.id});
    }
}

}  // namespace commis::sql
