// The role table.
#include "domain/rights.hpp"

#include <algorithm>
#include <array>

namespace commis::domain {
namespace {

using enum Right;

constexpr Rights all_but_team{read, place, work, edit, money_in, money_out, documents, check_in, settings};

constexpr std::array rows{
    RoleRow{Role::owner, "owner", Rights::all()},
    RoleRow{Role::manager, "manager", all_but_team},
    RoleRow{Role::clerk, "clerk", {read, place, work, edit, money_in, documents}},
    RoleRow{Role::packer, "packer", {read, work}},
    RoleRow{Role::accountant, "accountant", {read, money_in, documents}},
    RoleRow{Role::check_in, "check-in", {check_in}},
    RoleRow{Role::viewer, "viewer", {read}},
    RoleRow{Role::storefront, "storefront", {place, read_own}},
    RoleRow{Role::admin, "admin", Rights::all()},
};

constexpr std::array rights_in_order{read,      place,    work,     edit, money_in, money_out,
                                     documents, check_in, settings, team, read_own};
constexpr std::array<std::string_view, 11> right_ids{
    "read", "place", "work", "edit", "money_in", "money_out", "documents", "check_in", "settings", "team", "read_own"};

const RoleRow& row_of(Role role) { return *std::ranges::find(rows, role, &RoleRow::role); }

}  // namespace

std::span<const RoleRow> role_rows() { return rows; }

std::optional<Role> find_role(std::string_view id) {
    const auto row = std::ranges::find(rows, id, &RoleRow::id);
    if (row == rows.end()) return std::nullopt;
    return row->role;
}

std::string_view id_of(Role role) { return row_of(role).id; }
Rights rights_of(Role role) { return row_of(role).rights; }

std::string_view id_of(Right right) {
    const auto at = std::ranges::find(rights_in_order, right);
    return right_ids[static_cast<std::size_t>(at - rights_in_order.begin())];
}

std::span<const Right> all_rights() { return rights_in_order; }

}  // namespace commis::domain
