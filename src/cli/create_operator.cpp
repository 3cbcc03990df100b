// `commis operator create`: makes the first owner, and further ones while nobody can be asked.
#include <iostream>

#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "features/access/access.hpp"

namespace commis::cli {

int create_operator(const system::ProgramSettings& settings, const OperatorOptions& options) {
    const auto role = domain::find_role(options.role);
    if (!role || *role == domain::Role::storefront) {
        return fail("unknown_role", "there is no role '" + options.role + "' for people");
    }
    World world(settings);
    access::NewOperator wanted;
    wanted.email = options.email;
    wanted.name = options.name;
    wanted.password = options.password;
    wanted.is_admin = options.is_admin || *role == domain::Role::admin;
    if (!options.shop.empty()) {
        const auto shop = find_shop(world, options.shop);
        if (!shop) return fail("not_found", "there is no shop '" + options.shop + "'");
        wanted.memberships.push_back({shop->id, *role});
    } else if (!wanted.is_admin) {
        return fail("shop_missing", "name the shop with --shop, or make an administrator with --admin");
    }
    if (wanted.password.empty()) {
        std::cerr << "Password (at least 10 characters): ";
        std::getline(std::cin, wanted.password);
    }
    const auto made = access::create_operator(world.services(), wanted);
    if (!made) return fail(made.error());
    std::cout << "made operator " << made->email << std::endl;
    return 0;
}

}  // namespace commis::cli
