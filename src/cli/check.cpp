// `commis check`: the file is whole, and everything derived follows from the facts.
#include <iostream>

#include "adapters/sqlite/backup.hpp"
#include "cli/check_world.hpp"
#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "features/articles/files.hpp"
#include "features/audit/audit.hpp"
#include "features/checks/check_orders.hpp"
#include "features/checks/check_secrets.hpp"
#include "features/documents/prove.hpp"

namespace commis::cli {

namespace {

// The bytes of every file that buyers may fetch.
std::int64_t check_files(const Services& services, std::ostream& out) {
    const articles::FileReport report = articles::check_files(services);
    for (const articles::FileFinding& finding : report.findings) {
        const bool is_missing = finding.state == ports::BytesState::missing;
        out << finding.shop << " article " << finding.sku << " file " << finding.name << ": "
            << (is_missing ? "file_missing: its bytes are not there"
                           : "file_differs: its bytes are not those that were uploaded")
            << '\n';
    }
    if (report.files + report.unused > 0) {
        out << "files: " << report.files << ", unused " << report.unused << '\n';
    }
    return static_cast<std::int64_t>(report.findings.size());
}

// What is stored sealed can be opened with this key.
std::int64_t check_secrets(const Services& services, std::ostream& out) {
    const auto locked = checks::locked_secrets(services);
    for (const checks::LockedSecret& secret : locked) {
        out << secret.shop << ' ' << secret.owner << ": secret_locked: " << checks::locked_secret_words << '\n';
    }
    return static_cast<std::int64_t>(locked.size());
}

// The audit trail of the platform and of every shop.
std::int64_t check_audit(const Services& services, std::ostream& out) {
    std::vector<std::pair<std::int64_t, std::string>> chains{{0, "platform"}};
    services.storage.read([&](ports::Snapshot& snapshot) {
        for (const domain::Shop& shop : snapshot.shops().list()) chains.emplace_back(shop.id, shop.handle);
    });
    std::int64_t problems = 0;
    for (const auto& [shop_id, name] : chains) {
        const audit::Proof proof = audit::prove(services, shop_id);
        for (const audit::Fault& fault : proof.faults) {
            out << name << " audit trail, entry " << fault.position << ": " << fault.code << '\n';
        }
        problems += static_cast<std::int64_t>(proof.faults.size());
        if (proof.entries == 0) continue;
        out << name << " audit trail: " << proof.entries << " entries, digest " << proof.last_digest << '\n';
    }
    return problems;
}

std::string verdict(std::int64_t problems) {
    return problems == 0 ? "clean" : std::to_string(problems) + (problems == 1 ? " problem" : " problems");
}

}  // namespace

// Every series of every shop, each number of it (D-16, A-15).
std::int64_t check_numbers(const Services& services, std::ostream& out) {
    std::int64_t problems = 0;
    for (const documents::ShopProof& shop : documents::prove_shops(services)) {
        for (const documents::SeriesFault& fault : shop.orders.faults) {
            out << shop.handle << " order " << fault.number << ": " << documents::id_of(fault.kind) << ": "
                << fault.detail << '\n';
        }
        problems += shop.orders.fault_count;
        if (shop.orders.orders > 0) {
            out << shop.handle << " order: " << shop.orders.orders << " numbers, " << shop.orders.first_number << " to "
                << shop.orders.last_number << ", " << shop.orders.removed << " removed\n";
        }
        for (const documents::SeriesProof& proof : shop.series) {
            for (const documents::SeriesFault& fault : proof.faults) {
                out << shop.handle << ' ' << domain::id_of(proof.kind) << ' ' << fault.number << ": "
                    << documents::id_of(fault.kind) << (fault.detail.empty() ? "" : ": " + fault.detail) << '\n';
            }
            problems += proof.fault_count;
            if (proof.checked == 0) continue;
            out << shop.handle << ' ' << domain::id_of(proof.kind) << ": " << proof.checked << " documents, "
                << proof.first_number << " to " << proof.last_number << ", digest " << proof.last_digest << '\n';
        }
    }
    return problems;
}

CheckSum check_world(World& world, std::ostream& out) {
    CheckSum sum;
    // First whether the rows can be read at all.
    if (world.is_sqlite()) {
        for (const std::string& problem : sqlite::integrity_problems(database_file(world.settings()))) {
            out << "database: " << problem << '\n';
            ++sum.problems;
        }
    }
    sum.problems += check_numbers(world.services(), out);
    sum.problems += check_files(world.services(), out);
    sum.problems += check_secrets(world.services(), out);
    sum.problems += check_audit(world.services(), out);
    const checks::Report report = checks::check_orders(world.services());
    for (const checks::Finding& finding : report.findings) {
        out << finding.shop << " order " << finding.order << ": " << finding.code << ": " << finding.detail << '\n';
    }
    sum.problems += static_cast<std::int64_t>(report.findings.size());
    sum.shops = report.shops;
    sum.orders = report.orders;
    sum.events = report.events;
    return sum;
}

int check(const system::ProgramSettings& settings, bool numbers_only) {
    World world(settings);
    if (numbers_only) {
        const std::int64_t problems = check_numbers(world.services(), std::cout);
        std::cout << "numbers: " << verdict(problems) << std::endl;
        return problems == 0 ? 0 : 1;
    }
    const CheckSum sum = check_world(world, std::cout);
    std::cout << "checked " << sum.shops << " shops, " << sum.orders << " orders, " << sum.events
              << " events: " << verdict(sum.problems) << std::endl;
    return sum.problems == 0 ? 0 : 1;
}

}  // namespace commis::cli
