// `commis import tracking FILE --shop S`: tracking numbers of a carrier's table, each row accounted for.
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "adapters/bank/table_file.hpp"
#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "cli/world.hpp"
#include "features/imports/tracking_codes.hpp"

namespace commis::cli {

int import_tracking(const system::ProgramSettings& settings, const TrackingImportOptions& options) {
    std::error_code fault;
    const auto size = std::filesystem::file_size(options.file, fault);
    if (fault) return fail("not_found", "there is no file " + options.file);
    if (size > ports::bank_file_bytes_max) return fail("file_too_large", "the file has at most 16 MiB");
    World world(settings);
    const auto shop = find_shop(world, options.shop);
    if (!shop) return fail("not_found", "there is no shop '" + options.shop + "'");
    std::ifstream file(options.file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto rows = imports::read_tracking_rows(bank::table_files(), bytes);
    if (!rows) return fail(rows.error().code, rows.error().detail);
    const auto taken = imports::take_tracking(world.services(), *shop, Caller::system("command line"), std::move(*rows),
                                              {std::nullopt, options.dry_run});
    std::array<std::int64_t, 4> counts{};
    for (const imports::TrackedRow& row : taken) {
        ++counts.at(static_cast<std::size_t>(row.result));
        if (row.code.empty()) continue;
        std::cout << "row " << row.row.row << " order " << row.row.order << ": " << row.code << '\n';
    }
    using enum imports::TrackingResult;
    for (const auto result : {shipped, corrected, known, refused}) {
        std::cout << imports::id_of(result) << ' ' << counts.at(static_cast<std::size_t>(result)) << '\n';
    }
    std::cout << std::flush;
    return counts.at(static_cast<std::size_t>(refused)) == 0 ? 0 : 1;
}

}  // namespace commis::cli
