// `commis shop create`: a shop without calling the API.
#include <iostream>

#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "features/shops/shops.hpp"

namespace commis::cli {

int create_shop(const system::ProgramSettings& settings, const ShopOptions& options) {
    World world(settings);
    shops::ShopChange wanted;
    wanted.handle = options.id;
    wanted.name = options.name.empty() ? options.id : options.name;
    wanted.profile_id = options.profile;
    wanted.currency = options.currency;
    wanted.language = options.language;
    wanted.timezone = options.timezone;
    wanted.sandbox = options.sandbox;
    std::optional<domain::Result<domain::Shop>> made;
    world.storage().write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        made = shops::create(work, world.services(), Caller::system("command line"), wanted);
    });
    if (!*made) return fail(made->error());
    std::cout << "made shop " << made->value().handle << std::endl;
    return 0;
}

}  // namespace commis::cli
