// `commis routes`: what the router itself knows, so that no list of routes and rights is kept by hand.
#include <algorithm>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/temporary_folder.hpp"
#include "cli/world.hpp"
#include "http/call.hpp"

namespace commis::cli {
namespace {

constexpr std::string_view shop_prefix = "/api/v1/shops/{shop}";

std::string_view door_of(const http::Admission& admission) {
    if (admission.right) return domain::id_of(*admission.right);
    return admission.wants_credentials ? "signed in" : "open";
}

std::string roles_of(const http::Admission& admission) {
    std::string roles;
    for (const domain::RoleRow& row : domain::role_rows()) {
        const bool is_open = !admission.right;
        if (!is_open && !http::lets_in(row.rights, *admission.right)) continue;
        roles += (roles.empty() ? "" : ", ") + std::string(row.id);
    }
    return roles;
}

void print_lines(const std::vector<const http::Route*>& routes) {
    for (const http::Route* route : routes) {
        const http::Admission& admission = route->options.admission;
        std::cout << route->method << '\t' << route->pattern << '\t' << door_of(admission);
        std::cout << '\t' << (admission.wants_credentials ? roles_of(admission) : "") << '\n';
    }
}

void print_roles() {
    std::cout << "| Role | Rights |\n|---|---|\n";
    for (const domain::RoleRow& row : domain::role_rows()) {
        std::string rights;
        for (const domain::Right right : domain::all_rights()) {
            if (row.rights.has(right)) rights += (rights.empty() ? "" : ", ") + std::string(domain::id_of(right));
        }
        std::cout << "| " << row.id << " | " << rights << " |\n";
    }
}

void print_doors(const std::vector<const http::Route*>& routes, bool wants_credentials) {
    std::cout << "| Method | Address |\n|---|---|\n";
    for (const http::Route* route : routes) {
        const http::Admission& admission = route->options.admission;
        if (admission.right || admission.wants_credentials != wants_credentials) continue;
        std::cout << "| " << route->method << " | `" << route->pattern << "` |\n";
    }
}

void print_markdown(const std::vector<const http::Route*>& routes) {
    std::cout << "# Roles and routes\n\nPrinted by `script/print-tables` from what the program enforces. "
                 "[security.md](security.md) says what\nholds it; an action of an order asks for a right of its own "
                 "besides ([states.md](states.md)).\n\n## Roles\n\n";
    print_roles();
    std::cout << "\nThe administrator of the platform has every right in every shop.\n\n## In a shop\n\n"
                 "Below `"
              << shop_prefix << "`. A shop one does not belong to answers 404, as one that is not there.\n\n"
              << "| Method | Address | Right | Roles |\n|---|---|---|---|\n";
    for (const http::Route* route : routes) {
        const http::Admission& admission = route->options.admission;
        if (!admission.right) continue;
        const std::string pattern = route->pattern.substr(shop_prefix.size());
        std::cout << "| " << route->method << " | `" << (pattern.empty() ? "/" : pattern) << "` | "
                  << door_of(admission) << " | " << roles_of(admission) << " |\n";
    }
    std::cout << "\n## Anybody signed in\n\nThey answer with what the caller may see; making a shop is the "
                 "administrator's.\n\n";
    print_doors(routes, true);
    std::cout << "\n## Without credentials\n\nSigning in, links that nobody guesses, what services prove with a "
                 "signature, and health. Besides, the desk's own files.\n\n";
    print_doors(routes, false);
}

}  // namespace

int list_routes(const system::ProgramSettings& settings, bool is_markdown) {
    // The routes need a world to be made, nobody's in particular.
    const TemporaryFolder folder;
    system::ProgramSettings own = settings;
    own.database.clear();
    own.data = folder.path();
    World world(own);
    http::EventsHub hub;
    const auto webhooks = world.make_webhook_sender();
    const http::Site site{world.services(), hub, {}, {}, {}, {}, *webhooks};
    http::Router router;
    http::add_routes(router, site);
    auto routes = router.routes();
    std::ranges::stable_sort(routes, {}, &http::Route::pattern);
    is_markdown ? print_markdown(routes) : print_lines(routes);
    return 0;
}

}  // namespace commis::cli
