// Runs queued jobs one after the other, with progress that anybody may watch, and takes up what a crash left.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "features/services.hpp"
#include "ports/order_source.hpp"

namespace commis::worker {

// How files are opened; given by main, because only it knows the formats.
struct JobTools {
    std::string data_folder;
    std::function<std::expected<std::unique_ptr<ports::OrderSource>, ports::SourceFailure>(
        const std::string& format, const std::string& path, const domain::Shop& shop)>
        open_source;
    std::function<std::unique_ptr<ports::RejectSink>(const std::string& path)> open_rejects;
};

class JobRunner {
public:
    JobRunner(const Services& services, JobTools tools) : services_(services), tools_(std::move(tools)) {}

    // Runs everything that is queued; answers how many jobs. Stops between units of work when asked.
    int run_due(const std::stop_token& stopping = {});

private:
    bool run_next(const std::stop_token& stopping);
    void run(ports::Job& job, const std::stop_token& stopping);
    void run_import(ports::Job& job, const std::stop_token& stopping);

    const Services& services_;
    JobTools tools_;
};

}  // namespace commis::worker
