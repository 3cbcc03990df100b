// `commis demo`: sample shops, a password made for this run, and no mail unless a mail server is named.
#include <sodium.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/demo_seed.hpp"
#include "cli/demo_start.hpp"
#include "cli/import_run.hpp"
#include "cli/refused.hpp"
#include "cli/temporary_folder.hpp"
#include "features/access/access.hpp"
#include "features/shops/shops.hpp"

namespace commis::cli {
namespace {

constexpr const char* demo_email = "demo@example.org";

// Sixteen letters and digits that can't be mistaken for each other.
std::string make_password() {
    static constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string password;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0) password += '-';
        password += letters[randombytes_uniform(letters.size())];
    }
    return password;
}

void make_demo_operator(World& world, const std::string& password) {
    std::optional<ports::Operator> known;
    world.storage().read(
        [&](ports::Snapshot& snapshot) { known = snapshot.access().find_operator_by_email(demo_email); });
    if (!known) {
        access::NewOperator wanted{demo_email, "Demo", password, "en", true, {}};
        access::create_operator(world.services(), wanted);
        return;
    }
    // Each start makes a new password, so that an old terminal opens nothing.
    known->password_hash = world.services().secrets.hash_password(password);
    world.storage().write(ports::Priority::interactive,
                          [&](ports::UnitOfWork& work) { work.access().save_operator(*known); });
}

// A shop of its own for real orders, in the money that the file's format brings.
void import_beside(World& world, const std::string& file) {
    const std::string format = guess_format(file);
    shops::ShopChange wanted;
    wanted.handle = "imported";
    wanted.name = "Imported orders";
    wanted.profile_id = "neutral";
    wanted.currency = format == "uci" ? "GBP" : format == "northwind" ? "USD" : "EUR";
    wanted.language = "en";
    wanted.timezone = format == "uci" ? "Europe/London" : "UTC";
    auto shop = find_shop(world, *wanted.handle);
    if (!shop) {
        world.storage().write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            const auto made = shops::create(work, world.services(), Caller::system("demo"), wanted);
            if (made) shop = *made;
        });
    }
    if (!shop) throw std::runtime_error("the shop for imported orders could not be made");
    const std::string rejects = files_folder(world.settings()) + "/demo-import.rejects.csv";
    import_into(world, *shop, {file, "imported", format, rejects});
}

}  // namespace

void start_demo(World& world, const ServeOptions& options) {
    std::vector<domain::Shop> shops;
    world.storage().read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    if (shops.empty()) seed_demo(world.services());
    make_demo_operator(world, options.demo_password);
    if (!options.demo_import.empty()) import_beside(world, options.demo_import);
}

void print_demo_welcome(const std::string& url, const ServeOptions& options) {
    std::cout << "\n  Desk      " << url << "\n  E-mail    " << demo_email << "\n  Password  " << options.demo_password
              << "\n\nStop with Ctrl+C.\n";
}

int demo(system::ProgramSettings settings, const std::string& import_file) {
    std::unique_ptr<TemporaryFolder> folder;
    if (settings.data.empty() && settings.database.empty()) {
        folder = std::make_unique<TemporaryFolder>();
        settings.data = folder->path();
    }
    ServeOptions options;
    options.is_demo = true;
    options.demo_password = make_password();
    options.demo_import = import_file;
    return serve(settings, options);
}

}  // namespace commis::cli
