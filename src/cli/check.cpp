// `commis check`: the file is whole, and everything derived follows from the facts.
#include <iostream>

#include "adapters/sqlite/backup.hpp"
#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "features/articles/files.hpp"
#include "features/checks/check_orders.hpp"
#include "features/documents/prove.hpp"

namespace commis::cli {

namespace {

// Every series of every shop, each number of it (D-16, A-15).
std::size_t check_numbers(const Services& services) {
    std::size_t problems = 0;
    for (const documents::ShopProof& shop : documents::prove_shops(services)) {
        for (const documents::SeriesFault& fault : shop.orders.faults) {
            std::cout << shop.handle << " order " << fault.number << ": " << documents::id_of(fault.kind) << ": "
                      << fault.detail << '\n';
        }
        problems += static_cast<std::size_t>(shop.orders.fault_count);
        if (shop.orders.orders > 0) {
            std::cout << shop.handle << " order: " << shop.orders.orders << " numbers, " << shop.orders.first_number
                      << " to " << shop.orders.last_number << ", " << shop.orders.removed << " removed\n";
        }
        for (const documents::SeriesProof& proof : shop.series) {
            for (const documents::SeriesFault& fault : proof.faults) {
                std::cout << shop.handle << ' ' << domain::id_of(proof.kind) << ' ' << fault.number << ": "
                          << documents::id_of(fault.kind) << (fault.detail.empty() ? "" : ": " + fault.detail) << '\n';
            }
            problems += static_cast<std::size_t>(proof.fault_count);
            if (proof.checked == 0) continue;
            std::cout << shop.handle << ' ' << domain::id_of(proof.kind) << ": " << proof.checked << " documents, "
                      << proof.first_number << " to " << proof.last_number << ", digest " << proof.last_digest << '\n';
        }
    }
    return problems;
}

// The bytes of every file that buyers may fetch.
std::size_t check_files(const Services& services) {
    const articles::FileReport report = articles::check_files(services);
    for (const articles::FileFinding& finding : report.findings) {
        const bool is_missing = finding.state == ports::BytesState::missing;
        std::cout << finding.shop << " article " << finding.sku << " file " << finding.name << ": "
                  << (is_missing ? "file_missing: its bytes are not there"
                                 : "file_differs: its bytes are not those that were uploaded")
                  << '\n';
    }
    if (report.files + report.unused > 0) {
        std::cout << "files: " << report.files << ", unused " << report.unused << '\n';
    }
    return report.findings.size();
}

std::string verdict(std::size_t problems) {
    return problems == 0 ? "clean" : std::to_string(problems) + (problems == 1 ? " problem" : " problems");
}

}  // namespace

int check(const system::ProgramSettings& settings, bool numbers_only) {
    World world(settings);
    if (numbers_only) {
        const std::size_t problems = check_numbers(world.services());
        std::cout << "numbers: " << verdict(problems) << std::endl;
        return problems == 0 ? 0 : 1;
    }
    std::size_t problems = 0;
    // First whether the rows can be read at all.
    if (world.is_sqlite()) {
        for (const std::string& problem : sqlite::integrity_problems(database_file(settings))) {
            std::cout << "database: " << problem << '\n';
            ++problems;
        }
    }
    problems += check_numbers(world.services());
    problems += check_files(world.services());
    const checks::Report report = checks::check_orders(world.services());
    for (const checks::Finding& finding : report.findings) {
        std::cout << finding.shop << " order " << finding.order << ": " << finding.code << ": " << finding.detail
                  << '\n';
    }
    problems += report.findings.size();
    std::cout << "checked " << report.shops << " shops, " << report.orders << " orders, " << report.events
              << " events: " << verdict(problems) << std::endl;
    return problems == 0 ? 0 : 1;
}

}  // namespace commis::cli
