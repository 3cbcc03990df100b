// Refusals on standard error.
#include "cli/refused.hpp"

#include <iostream>

namespace commis::cli {

int fail(const std::string& code, const std::string& words) {
    std::cerr << "commis: " << code << ": " << words << std::endl;
    return 1;
}

int fail(const domain::Error& error) {
    std::string words = error.detail;
    for (const domain::FieldError& field : error.fields) {
        words += (words.empty() ? "" : "; ") + field.field + " " + field.code + " (" + field.detail + ")";
    }
    return fail(std::string(domain::code_of(error.refusal)), words);
}

std::optional<domain::Shop> find_shop(World& world, const std::string& handle) {
    std::optional<domain::Shop> shop;
    world.storage().read([&](ports::Snapshot& snapshot) { shop = snapshot.shops().find_handle(handle); });
    return shop;
}

std::filesystem::path database_file(const system::ProgramSettings& settings) {
    return std::filesystem::path(settings.data) / "commis.db";
}

std::string files_folder(const system::ProgramSettings& settings) {
    return settings.data.empty() ? "commis-files" : settings.data;
}

}  // namespace commis::cli
