// `commis check`: the file is whole, and everything derived follows from the facts.
#include <iostream>

#include "adapters/sqlite/backup.hpp"
#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "features/checks/check_orders.hpp"

namespace commis::cli {

int check(const system::ProgramSettings& settings) {
    World world(settings);
    std::size_t problems = 0;
    if (world.is_sqlite()) {
        for (const std::string& problem : sqlite::integrity_problems(database_file(settings))) {
            std::cout << "database: " << problem << '\n';
            ++problems;
        }
    }
    const checks::Report report = checks::check_orders(world.services());
    for (const checks::Finding& finding : report.findings) {
        std::cout << finding.shop << " order " << finding.order << ": " << finding.code << ": " << finding.detail
                  << '\n';
    }
    problems += report.findings.size();
    std::cout << "checked " << report.shops << " shops, " << report.orders << " orders, " << report.events
              << " events: " << (problems == 0 ? "clean" : std::to_string(problems) + " problems") << std::endl;
    return problems == 0 ? 0 : 1;
}

}  // namespace commis::cli
