// `commis export orders --shop S`: CSV that imports back to the same orders.
#include <fstream>
#include <iostream>

#include "adapters/transfer/commis_writer.hpp"
#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "features/exports/run.hpp"

namespace commis::cli {

int export_orders(const system::ProgramSettings& settings, const std::string& shop_handle, const std::string& to) {
    World world(settings);
    const auto shop = find_shop(world, shop_handle);
    if (!shop) return fail("not_found", "there is no shop '" + shop_handle + "'");
    std::ofstream file;
    if (!to.empty()) file.open(to, std::ios::binary | std::ios::trunc);
    if (!to.empty() && !file) return fail("cannot_write", "cannot write " + to);
    std::ostream& out = to.empty() ? std::cout : file;
    transfer::CommisWriter writer([&out](std::string_view rows) { out << rows; });
    ports::OrderFilter filter;
    filter.shop_ids = {shop->id};
    const auto profile = world.services().profiles.of(*shop);
    const std::int64_t count = exports::run_export(world.storage(), profile, filter, writer);
    out.flush();
    if (!out) return fail("cannot_write", "the disk took only part of the export");
    if (!to.empty()) std::cout << "exported " << count << " orders" << std::endl;
    return 0;
}

}  // namespace commis::cli
