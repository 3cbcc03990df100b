// `commis token create`: the token alone on the last line.
#include <iostream>

#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "cli/world.hpp"
#include "features/access/access.hpp"

namespace commis::cli {

int create_token(const system::ProgramSettings& settings, const TokenOptions& options) {
    const auto role = domain::find_role(options.role);
    if (!role) return fail("unknown_role", "there is no role '" + options.role + "'");
    World world(settings);
    access::NewToken wanted{0, options.name, *role, std::nullopt};
    if (*role != domain::Role::admin) {
        const auto shop = find_shop(world, options.shop);
        if (!shop) return fail("not_found", "there is no shop '" + options.shop + "'");
        wanted.shop_id = shop->id;
    }
    std::optional<domain::Result<access::CreatedToken>> created;
    world.storage().write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        created = access::create_token(work, world.services(), Caller::system("command line"), wanted);
    });
    if (!*created) return fail(created->error());
    std::cout << created->value().secret << std::endl;
    return 0;
}

}  // namespace commis::cli
