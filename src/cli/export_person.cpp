// `commis export person --shop S --email E`: what the shop keeps of one person, for whoever asks to see it.
#include <fstream>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "features/personal_data/export.hpp"

namespace commis::cli {

int export_person(const system::ProgramSettings& settings, const PersonOptions& options) {
    World world(settings);
    const auto shop = find_shop(world, options.shop);
    if (!shop) return fail("not_found", "there is no shop '" + options.shop + "'");
    personal_data::Person person;
    world.storage().read(
        [&](ports::Snapshot& snapshot) { person = personal_data::person_of(snapshot, shop->id, options.email); });
    std::ofstream file;
    if (!options.file.empty()) file.open(options.file, std::ios::binary | std::ios::trunc);
    if (!options.file.empty() && !file) return fail("cannot_write", "cannot write " + options.file);
    std::ostream& out = options.file.empty() ? std::cout : file;
    world.storage().write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        personal_data::record_export(work, world.services(), shop->id, person,
                                     {domain::ActorKind::system, "", "command line"});
    });
    personal_data::PersonExport held(world.services(), *shop, std::move(person));
    std::string part;
    for (bool more = true; more;) {
        more = held.next(part);
        out << part;
        part.clear();
    }
    out << '\n';
    out.flush();
    return out ? 0 : fail("cannot_write", "the disk took only part of the export");
}

}  // namespace commis::cli
