#include "adapters/sql/order_store.hpp"

#include "adapters/sql/already_exists.hpp"
#include "adapters/sql/codes.hpp"
#include "adapters/sql/order_changes.hpp"
#include "adapters/sql/order_facts.hpp"
#include "adapters/sql/order_loader.hpp"
#include "adapters/sql/order_numbers.hpp"
#include "adapters/sql/order_rows.hpp"
#include "adapters/sql/order_search.hpp"
#include "adapters/sql/order_statements.hpp"
#include "adapters/sql/sales_days.hpp"
#include "adapters/sql/shop_store.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {

std::optional<domain::Order> OrderStore::lock(std::int64_t shop_id, std::string_view order_id) {
    return load_order(session_, order_sql::lock, shop_id, order_id);
}

std::optional<std::string> OrderStore::find_external(std::int64_t shop_id, std::string_view channel,
                                                     std::string_view external_id) {
    Rows rows = session_.query(order_sql::find_external, {shop_id, channel, external_id});
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

void OrderStore::insert(const domain::Decision& decision, const domain::Projection& projection,
                        const domain::NewId& new_id) {
    Values values;
    add_order(values, decision.order, projection);
    or_already_exists([&] { insert_rows(session_, order_sql::insert_order, values.params()); });
    insert_parts(session_, decision.order);
    if (!decision.order.removed) insert_search(session_, decision.order);
    insert_numbers(session_, {}, decision.order);
    note_sales_change(session_, nullptr, decision.order);
    insert_happenings(session_, decision, "", new_id);
}

void OrderStore::save(const domain::Order& before, const domain::Decision& decision,
                      const domain::Projection& projection, const domain::NewId& new_id) {
    const domain::Order& after = decision.order;
    if (after.version == before.version && decision.events.empty()) return;
    if (!update_standing(session_, before, after, projection)) throw ports::StaleOrder();
    or_already_exists([&] { update_content(session_, before, after, projection); });
    update_lines(session_, before, after);
    update_ledger(session_, before, after);
    update_papers(session_, before, after);
    update_removal(session_, before, after);
    update_erasure(session_, before, after);
    update_search(session_, before, after);
    insert_numbers(session_, domain::names_of(before), after);
    note_sales_change(session_, &before, after);
    withdraw_mails(session_, decision);
    // What was written before goes; the decision's own words come after it.
    if (decision.erases_people) erase_words(session_, before);
    insert_happenings(session_, decision, patch_back(before, after), new_id);
}

void OrderStore::save_projection(std::int64_t shop_id, std::string_view order_id,
                                 const domain::Projection& projection) {
    Values values;
    values.add(shop_id, order_id, code_of(projection.stage), code_of(projection.summary),
               code_of(projection.payment_status), code_of(projection.worded_status), code_of(projection.step),
               code_of(projection.queue), projection.step_amount_minor, projection.step_until_ms, projection.quantity,
               projection.active, projection.total_minor, projection.owed_minor, projection.due_minor,
               projection.timer_at_ms, projection.refunded_minor, projection.owed_back_minor, projection.hold_minor,
               projection.hold_until_ms);
    session_.execute(order_sql::update_projection, values.params());
}

domain::TakenNumber OrderStore::take_number(std::int64_t shop_id, std::string_view series, std::int64_t year) {
    ShopStore shops(session_);
    auto range = shops.lock_number_range(shop_id, series);
    if (!range) throw Fault(FaultKind::other, "no_range", "the shop has no number range " + std::string(series));
    const domain::TakenNumber taken = domain::take_next(*range, year);
    shops.save_number_range(shop_id, *range);
    return taken;
}

void OrderStore::create_range(std::int64_t shop_id, std::string_view series, std::string_view prefix, std::int64_t next,
                              std::int64_t width) {
    or_already_exists([&] { session_.execute(order_sql::create_range, {shop_id, series, prefix, next, width}); });
}

void OrderStore::save_draft(std::int64_t shop_id, std::string_view order_id, const ports::RevisionDraft& draft) {
    session_.execute(order_sql::save_draft, {shop_id, order_id, draft.body_json, draft.by, draft.updated_at_ms});
}

void OrderStore::delete_draft(std::int64_t shop_id, std::string_view order_id) {
    session_.execute(order_sql::delete_draft, {shop_id, order_id});
}

void OrderStore::mark_seen(std::int64_t shop_id, std::string_view order_id) {
    session_.execute(order_sql::mark_seen, {shop_id, order_id});
}

}  // namespace commis::sql
