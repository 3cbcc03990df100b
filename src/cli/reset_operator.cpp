// `commis operator reset`: lets somebody in again who lost the password or the telephone, from the machine itself.
#include <iostream>

#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "cli/world.hpp"
#include "features/access/way_back.hpp"

namespace commis::cli {

int reset_operator(const system::ProgramSettings& settings, const ResetOptions& options) {
    World world(settings);
    access::WayBack wanted;
    wanted.email = options.email;
    wanted.ends_second_factor = options.ends_second_factor;
    std::string password = options.password;
    if (options.makes_password) {
        // In letters and digits that can be typed.
        constexpr std::size_t made_password_bytes = 15;  // 120 bits.
        password = world.services().secrets.random_base32(made_password_bytes);
    } else if (password.empty()) {
        std::cerr << "New password (at least 10 characters" << (options.ends_second_factor ? "; nothing: it stays" : "")
                  << "): ";
        std::getline(std::cin, password);
    }
    if (password.empty() && !options.ends_second_factor) return fail("password_missing", "there is nothing to reset");
    if (!password.empty()) wanted.password = password;
    const auto person = access::reset_operator(world.services(), wanted);
    if (!person && person.error().refusal == domain::Refusal::not_found) {
        return fail("not_found", "there is no operator '" + options.email + "'");
    }
    if (!person) return fail(person.error());
    std::cout << "reset operator " << person->email << std::endl;
    if (options.makes_password) std::cout << "password " << password << std::endl;
    return 0;
}

}  // namespace commis::cli
