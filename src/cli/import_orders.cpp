// `commis import orders FILE --shop S`: each row ends as an order, as part of one, or in the reject file.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "adapters/transfer/reject_file.hpp"
#include "cli/import_run.hpp"
#include "cli/refused.hpp"
#include "features/imports/run.hpp"

namespace commis::cli {
namespace {

void print(const imports::ImportCounts& counts) {
    for (const auto& [name, count] : counts.to_map()) std::cout << name << ' ' << count << '\n';
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string first_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text(64 * 1024, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

}  // namespace

std::string guess_format(const std::string& path) {
    namespace fs = std::filesystem;
    const fs::path folder = fs::is_directory(path) ? fs::path(path) : fs::path(path).parent_path();
    if (fs::exists(folder / "order_details.csv") && fs::exists(folder / "orders.csv")) return "northwind";
    if (fs::is_directory(path)) return {};
    // The only layout that people keep compressed.
    if (path.ends_with(".csv.gz")) return "uci";
    const std::string text = first_bytes(path);
    if (has(text.substr(0, 200), "InvoiceNo")) return "uci";
    if (has(text, "\"admin_graphql_api_id\"") || has(text, "\"financial_status\"")) return "shopify";
    if (has(text, "\"date_created_gmt\"") || has(text, "\"line_items\"")) return "woocommerce";
    return path.ends_with(".csv") ? "commis" : "";
}

int import_into(World& world, const domain::Shop& shop, const ImportOptions& options) {
    const std::string format = options.format.empty() ? guess_format(options.file) : options.format;
    if (format.empty()) return fail("unknown_format", "say what the file is with --format");
    const auto source = world.job_tools().open_source(format, options.file, shop);
    if (!source) return fail(source.error().code, source.error().reason);
    const std::string rejects_path = options.rejects.empty() ? options.file + ".rejects.csv" : options.rejects;
    transfer::RejectFile rejects(rejects_path);
    const auto profile = world.services().profiles.of(shop);
    const domain::Actor actor{domain::ActorKind::import, "", "command line"};
    const auto result = imports::run_import(world.storage(), world.services().clock, world.services().ids,
                                            {shop, *profile, actor}, **source, rejects, {});
    print(result.counts);
    if (rejects.count() > 0) std::cout << "rejects in " << rejects_path << '\n';
    std::cout << std::flush;
    if (result.failure) return fail(result.failure->code, result.failure->reason);
    return 0;
}

int import_orders(const system::ProgramSettings& settings, const ImportOptions& options) {
    if (!std::filesystem::exists(options.file)) return fail("not_found", "there is no file " + options.file);
    World world(settings);
    const auto shop = find_shop(world, options.shop);
    if (!shop) return fail("not_found", "there is no shop '" + options.shop + "'");
    return import_into(world, *shop, options);
}

}  // namespace commis::cli
