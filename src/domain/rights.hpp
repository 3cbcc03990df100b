// Who may do what: rights are bundled into roles (domain.md, "Rights"). Asked at the edge for each route and in the
// action table for each action, so that a button and a call get the same answer.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace commis::domain {

enum class Right : std::uint16_t {
    read = 1,
    place = 2,
    work = 4,  // States, shipments, notes, mails.
    edit = 8,  // Buyer, revise, cancel, delete.
    money_in = 16,
    money_out = 32,
    documents = 64,
    check_in = 128,
    settings = 256,
    team = 512,
    read_own = 1024,  // A storefront reads what it placed, nothing else.
};

class Rights {
public:
    constexpr Rights() = default;
    constexpr Rights(std::initializer_list<Right> rights) {
        for (const Right right : rights) bits_ = static_cast<std::uint16_t>(bits_ | static_cast<std::uint16_t>(right));
    }
    static constexpr Rights all() {
        Rights rights;
        rights.bits_ = 1023;
        return rights;
    }
    constexpr bool has(Right right) const { return (bits_ & static_cast<std::uint16_t>(right)) != 0; }
    constexpr bool any() const { return bits_ != 0; }
    friend constexpr bool operator==(const Rights&, const Rights&) = default;

private:
    std::uint16_t bits_ = 0;
};

enum class Role : std::uint8_t { owner, manager, clerk, packer, accountant, check_in, viewer, storefront, admin };

struct RoleRow {
    Role role;
    std::string_view id;  // As in api.md: "check-in", "storefront".
    Rights rights;
};

// Every role; `admin` (the platform's) has all rights in every shop.
std::span<const RoleRow> role_rows();
std::optional<Role> find_role(std::string_view id);
std::string_view id_of(Role role);
Rights rights_of(Role role);
std::string_view id_of(Right right);
std::span<const Right> all_rights();

}  // namespace commis::domain
