// Making, changing and removing saved views.
#include "features/views/views.hpp"

#include <algorithm>

namespace commis::views {
namespace {

using domain::Refusal;
using ports::SavedView;

bool is_blank(const std::string& name) {
    return std::ranges::all_of(name, [](char each) { return each == ' ' || each == '\t' || each == '\n'; });
}

void lay_over(SavedView& view, const ViewChange& wanted) {
    if (wanted.name) view.name = *wanted.name;
    if (wanted.query) view.query = *wanted.query;
    if (wanted.columns_json) view.columns_json = *wanted.columns_json;
    if (wanted.shared) view.shared = *wanted.shared;
    if (wanted.position) view.position = *wanted.position;
}

std::vector<domain::FieldError> check(const SavedView& view) {
    std::vector<domain::FieldError> errors;
    if (is_blank(view.name)) errors.push_back({"/name", "required", "a view needs a name"});
    if (view.name.size() > name_bytes_max) errors.push_back({"/name", "too_long", "at most 200 bytes"});
    const bool is_placed = view.position >= 0 && view.position <= 1'000'000;
    if (!is_placed) errors.push_back({"/position", "out_of_range", "from 0 to 1,000,000"});
    return errors;
}

// A taken name must not end the whole unit of work, because the answer is still written in it.
template <class Store>
domain::Result<SavedView> stored(ports::UnitOfWork& work, const SavedView& view, const Store& store) {
    try {
        work.within_savepoint(store);
    } catch (const ports::AlreadyExists&) {
        return domain::refuse_fields({{"/name", "already_used", "another view has this name"}});
    }
    return view;
}

// The view, if the caller may change it.
domain::Result<SavedView> own_view(ports::UnitOfWork& work, const Caller& caller, std::int64_t shop_id,
                                   std::string_view view_id) {
    auto view = work.views().lock(shop_id, view_id);
    const bool is_own = view && view->owner_id == caller.actor.id;
    if (!view || (!is_own && !view->shared)) return domain::refuse(Refusal::not_found);
    if (view->shared && !may_share(caller, shop_id)) return domain::refuse(Refusal::forbidden);
    return *view;
}

}  // namespace

bool may_share(const Caller& caller, std::int64_t shop_id) {
    return caller.is_admin || caller.rights_in(shop_id).has(domain::Right::settings);
}

domain::Result<SavedView> create(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                 std::int64_t shop_id, const ViewChange& wanted) {
    const std::vector<SavedView> others = work.views().list(shop_id, caller.actor.id);
    SavedView view;
    view.shop_id = shop_id;
    view.id = services.ids.next();
    view.owner_id = caller.actor.id;
    view.owner_name = caller.actor.name;
    view.columns_json = "[]";
    view.position = others.empty() ? 1 : others.back().position + 1;
    view.created_at_ms = services.clock.now_ms();
    view.updated_at_ms = view.created_at_ms;
    lay_over(view, wanted);
    if (view.shared && !may_share(caller, shop_id)) return domain::refuse(Refusal::forbidden);
    std::vector<domain::FieldError> errors = check(view);
    if (others.size() >= views_max) errors.push_back({"/name", "too_many", "at most 100 views"});
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    return stored(work, view, [&] { work.views().insert(view); });
}

domain::Result<SavedView> update(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                 std::int64_t shop_id, std::string_view view_id, const ViewChange& wanted) {
    auto view = own_view(work, caller, shop_id, view_id);
    if (!view) return view;
    lay_over(*view, wanted);
    if (view->shared && !may_share(caller, shop_id)) return domain::refuse(Refusal::forbidden);
    std::vector<domain::FieldError> errors = check(*view);
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    view->updated_at_ms = services.clock.now_ms();
    return stored(work, *view, [&] { work.views().save(*view); });
}

domain::Result<void> remove(ports::UnitOfWork& work, const Caller& caller, std::int64_t shop_id,
                            std::string_view view_id) {
    const auto view = own_view(work, caller, shop_id, view_id);
    if (!view) return std::unexpected(view.error());
    work.views().remove(shop_id, view_id);
    return {};
}

}  // namespace commis::views
