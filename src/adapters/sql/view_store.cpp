#include "adapters/sql/view_store.hpp"

#include <algorithm>
#include <tuple>

#include "adapters/sql/already_exists.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/text_keys.hpp"
#include "adapters/sql/values.hpp"
#include "adapters/sql/view_statements.hpp"

namespace commis::sql {
namespace {

using ports::SavedView;

// More than anybody may keep, so that nothing is ever left out.
constexpr std::int64_t listed_max = 1'000;

SavedView read_view(const Rows& rows) {
    Columns columns(rows);
    SavedView view;
    view.shop_id = columns.integer();
    view.id = columns.text();
    view.owner_id = columns.text();
    view.owner_name = columns.text();
    view.name = columns.text();
    view.query = columns.text();
    view.columns_json = columns.text();
    view.shared = columns.flag();
    view.position = columns.integer();
    view.created_at_ms = columns.integer();
    view.updated_at_ms = columns.integer();
    return view;
}

// In the order of the columns, which inserting and saving share.
Values view_values(const SavedView& view) {
    Values values;
    values.add(view.shop_id, view.id, view.owner_id, view.owner_name, view.name, view.query, view.columns_json,
               view.shared, view.position, view.created_at_ms, view.updated_at_ms);
    values.keep(case_key(view.name));
    return values;
}

}  // namespace

std::vector<SavedView> ViewStore::list(std::int64_t shop_id, std::string_view owner_id) {
    std::vector<SavedView> views;
    for (const Statement& statement : {view_sql::list_own, view_sql::list_shared}) {
        Rows rows = session_.query(statement, {shop_id, owner_id, listed_max});
        while (rows.next()) views.push_back(read_view(rows));
    }
    std::ranges::sort(views, {}, [](const SavedView& view) { return std::tie(view.position, view.id); });
    return views;
}

std::optional<SavedView> ViewStore::lock(std::int64_t shop_id, std::string_view view_id) {
    Rows rows = session_.query(view_sql::lock, {shop_id, view_id});
    if (!rows.next()) return std::nullopt;
    return read_view(rows);
}

void ViewStore::insert(const SavedView& view) {
    or_already_exists([&] { session_.execute(view_sql::insert, view_values(view).params()); });
}

void ViewStore::save(const SavedView& view) {
    or_already_exists([&] { session_.execute(view_sql::update, view_values(view).params()); });
}

void ViewStore::remove(std::int64_t shop_id, std::string_view view_id) {
    session_.execute(view_sql::remove, {shop_id, view_id});
}

}  // namespace commis::sql
