// `commis export accounting --shop S --format F --from D --to D`: the journal as a file for an accountant.
#include <fstream>
#include <iostream>

#include "adapters/transfer/journal_files.hpp"
#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "features/accounting/books_json.hpp"
#include "features/accounting/journal.hpp"

namespace commis::cli {
namespace {

std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

}  // namespace

int export_accounting(const system::ProgramSettings& settings, const JournalOptions& options) {
    World world(settings);
    const auto shop = find_shop(world, options.shop);
    if (!shop) return fail("not_found", "there is no shop '" + options.shop + "'");
    const auto format = accounting::find_format(options.format);
    if (!format) return fail("unknown_format", "one of csv, datev, fec");
    const auto period = accounting::read_period(world.services(), *shop, given(options.from), given(options.to));
    if (!period) return fail(period.error());
    const domain::Books books = accounting::books_of(*shop);
    if (const auto refused = accounting::refused_format(*shop, books, *format, *period)) {
        return fail(*refused);
    }
    std::ofstream file;
    if (!options.file.empty()) file.open(options.file, std::ios::binary | std::ios::trunc);
    if (!options.file.empty() && !file) return fail("cannot_write", "cannot write " + options.file);
    std::ostream& out = options.file.empty() ? std::cout : file;
    accounting::JournalExport journal(world.services(), *shop, *format, *period, transfer::make_journal_writer,
                                      [&out](std::string_view rows) { out << rows; });
    while (journal.next()) {
    }
    out.flush();
    if (!out) return fail("cannot_write", "the disk took only part of the export");
    if (!options.file.empty()) std::cout << "exported " << journal.entries() << " entries" << std::endl;
    return 0;
}

}  // namespace commis::cli
