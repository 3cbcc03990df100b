// Saved views of the order list: whoever reads orders keeps own ones; who may change the shop's settings shares them.
#pragma once

#include <optional>
#include <string>

#include "domain/refusal.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::views {

// Only what is set changes. `query` and `columns_json` were checked by whoever read the form.
struct ViewChange {
    std::optional<std::string> name;
    std::optional<std::string> query;
    std::optional<std::string> columns_json;
    std::optional<bool> shared;
    std::optional<std::int64_t> position;
};

inline constexpr std::size_t views_max = 100;  // That one person sees in a shop.
inline constexpr std::size_t name_bytes_max = 200;

// Sharing over all shops is the administrator's.
bool may_share(const Caller& caller, std::int64_t shop_id);

// A new view stands behind the others unless it says where.
domain::Result<ports::SavedView> create(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                        std::int64_t shop_id, const ViewChange& wanted);
// Another's own view is not found; a shared one is for those who may share.
domain::Result<ports::SavedView> update(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                        std::int64_t shop_id, std::string_view view_id, const ViewChange& wanted);
domain::Result<void> remove(ports::UnitOfWork& work, const Caller& caller, std::int64_t shop_id,
                            std::string_view view_id);

}  // namespace commis::views
