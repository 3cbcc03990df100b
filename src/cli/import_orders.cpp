// `commis import orders FILE --shop S`: each row ends as an order, as part of one, or in the reject file.
#include <filesystem>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "features/imports/run.hpp"

namespace commis::cli {
namespace {

class CountingRejects final : public ports::RejectSink {
public:
    CountingRejects(const World& world, std::string path) : world_(world), path_(std::move(path)) {}
    void reject(const ports::RejectedRow& row) override {
        // The file is only made when there is something to put into it.
        if (!file_) file_ = world_.job_tools().open_rejects(path_);
        file_->reject(row);
    }
    bool has_any() const { return file_ != nullptr; }

private:
    const World& world_;
    std::string path_;
    std::unique_ptr<ports::RejectSink> file_;
};

void print(const imports::ImportCounts& counts) {
    for (const auto& [name, count] : counts.to_map()) std::cout << name << ' ' << count << '\n';
}

}  // namespace

int import_orders(const system::Settings& settings, const ImportOptions& options) {
    if (!std::filesystem::exists(options.file)) return fail("not_found", "there is no file " + options.file);
    World world(settings);
    const auto shop = find_shop(world, options.shop);
    if (!shop) return fail("not_found", "there is no shop '" + options.shop + "'");
    const std::string format = options.format.empty() ? guess_format(options.file) : options.format;
    const auto source = format.empty() ? nullptr : world.job_tools().open_source(format, options.file);
    if (!source) return fail("unknown_format", "say what the file is with --format");
    const std::string rejects_path = options.rejects.empty() ? options.file + ".rejects.csv" : options.rejects;
    CountingRejects rejects(world, rejects_path);
    const auto profile = world.services().profiles.of(*shop);
    const domain::Actor actor{domain::ActorKind::import, "", "command line"};
    const auto result = imports::run_import(world.storage(), world.services().clock, world.services().ids,
                                            {*shop, *profile, actor}, *source, rejects, {});
    print(result.counts);
    if (rejects.has_any()) std::cout << "rejects in " << rejects_path << '\n';
    std::cout << std::flush;
    if (result.failure) return fail(result.failure->code, result.failure->reason);
    return 0;
}

}  // namespace commis::cli
