// `commis import bank FILE --shop S`: a statement, notification or table taken in, what fits exactly booked.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "adapters/bank/camt.hpp"
#include "adapters/bank/table_file.hpp"
#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "cli/world.hpp"
#include "features/bank/tables.hpp"
#include "features/bank/take_in.hpp"

namespace commis::cli {
namespace {

// Nothing of a file that is too large is read.
std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

ports::BankFile read_file(World& world, const domain::Shop& shop, const std::string& bytes,
                          const std::string& account) {
    if (bank::is_xml(bytes)) return bank::read_camt(bytes);
    auto read = bank::read_table(world.services(), bank::table_files(), shop, bytes, account);
    if (read) return std::move(read->statements);
    if (!read.error().layout) return std::unexpected(std::move(read.error().failure));
    return std::unexpected(ports::BankFileFailure{
        "bank_mapping_required", "nobody has said yet what the columns of this table are: open it once in the desk"});
}

}  // namespace

int import_bank(const system::ProgramSettings& settings, const BankImportOptions& options) {
    std::error_code fault;
    const auto size = std::filesystem::file_size(options.file, fault);
    if (fault) return fail("not_found", "there is no file " + options.file);
    if (size > ports::bank_file_bytes_max) return fail("file_too_large", "a bank file has at most 16 MiB");
    World world(settings);
    const auto shop = find_shop(world, options.shop);
    if (!shop) return fail("not_found", "there is no shop '" + options.shop + "'");
    const ports::BankFile read = read_file(world, *shop, bytes_of(options.file), options.account);
    if (!read) return fail(read.error().code, read.error().detail);
    const std::string name = std::filesystem::path(options.file).filename().string();
    const auto taken =
        bank::take_in(world.services(), *shop, Caller::system("command line"), *read, name.substr(0, 200));
    if (!taken) {
        const domain::FieldError& error = taken.error().fields.front();
        return fail(error.code, error.detail);
    }
    std::cout << "entries " << taken->entries.size() << "\nbooked " << taken->booked << "\nknown " << taken->known
              << "\npending " << taken->pending << std::endl;
    return 0;
}

}  // namespace commis::cli
