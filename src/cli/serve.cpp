// `commis serve`: the HTTP server, the outbox, the jobs and the timers in one process, until it is told to stop.
#include <malloc.h>

#include <csignal>
#include <iostream>
#include <memory>

#include "adapters/bank/camt.hpp"
#include "adapters/bank/table_file.hpp"
#include "adapters/postgres/change_channel.hpp"
#include "adapters/smtp/sender.hpp"
#include "adapters/system/assets.hpp"
#include "adapters/transfer/commis_writer.hpp"
#include "adapters/transfer/journal_files.hpp"
#include "cli/commands.hpp"
#include "cli/data_lock.hpp"
#include "cli/demo_start.hpp"
#include "cli/log.hpp"
#include "cli/proxies.hpp"
#include "cli/refused.hpp"
#include "cli/server_figures.hpp"
#include "cli/service_notice.hpp"
#include "cli/workers.hpp"
#include "cli/world.hpp"
#include "features/checks/check_secrets.hpp"
#include "http/hub_notices.hpp"
#include "http/metrics.hpp"
#include "http/server.hpp"
#include "http/site.hpp"
#include "http/static_files.hpp"

namespace commis::cli {
namespace {

std::optional<http::StaticFile> desk_file(std::string_view path) {
    const assets::Asset* asset = assets::find("desk/" + std::string(path));
    if (asset == nullptr) return std::nullopt;
    return http::StaticFile{asset->raw, asset->brotli, asset->gzip, asset->etag};
}

// "[::1]:8080" listens on ::1.
std::string listen_address(const system::ProgramSettings& settings) {
    std::string address = settings.listen.substr(0, settings.listen.rfind(':'));
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    return address;
}

// Over TLS of its own, or behind a proxy that speaks it.
bool is_https(const system::ProgramSettings& settings) {
    return !settings.tls_certificate.empty() || settings.public_url.starts_with("https://");
}

http::ServerOptions server_options(const system::ProgramSettings& settings, http::Metrics& metrics) {
    http::ServerOptions options;
    const auto colon = settings.listen.rfind(':');
    options.address = listen_address(settings);
    options.port = static_cast<std::uint16_t>(std::stoi(settings.listen.substr(colon + 1)));
    options.limits.connections = static_cast<std::size_t>(settings.max_connections);
    options.limits.workers = static_cast<std::size_t>(settings.worker_threads);
    options.spool_folder = (std::filesystem::path(files_folder(settings)) / "spool").string();
    if (!settings.tls_certificate.empty()) options.tls = {settings.tls_certificate, settings.tls_key};
    options.trusted_proxies = *trusted_proxies(settings);  // A bad entry does not come this far.
    options.is_https = is_https(settings);
    options.on_access = [&metrics](const http::AccessRecord& record) {
        metrics.observe(record);
        log_access(record);
    };
    options.on_fault = [&metrics](const std::string& request_id, const std::string& route, const std::string& what) {
        metrics.count_fault("request");
        log_fault("request " + request_id + " " + route + ": " + what);
    };
    return options;
}

http::SiteOptions site_options(const system::ProgramSettings& settings, bool is_demo) {
    http::SiteOptions options;
    options.version = program_version();
    options.public_url = settings.public_url;
    options.data_folder = files_folder(settings);
    options.file_bytes_max = static_cast<std::uint64_t>(settings.file_bytes_max);
    options.is_demo = is_demo;
    options.sends_mail = !settings.smtp_url.empty();
    options.is_https = is_https(settings);
    if (const assets::Asset* contract = assets::find("openapi/commis.json")) {
        options.openapi_json = std::string(contract->raw);
    }
    return options;
}

// Told at the desk until a backup is good again.
bool is_backup_missing(const Workers& workers) {
    const auto state = workers.backup_state();
    return state && !state->failure.empty();
}

std::string shown_url(const system::ProgramSettings& settings, std::uint16_t port) {
    const bool has_tls = !settings.tls_certificate.empty();
    return (has_tls ? "https://" : "http://") + settings.listen.substr(0, settings.listen.rfind(':')) + ":" +
           std::to_string(port);
}

std::unique_ptr<ports::OrderSink> write_orders(std::function<void(std::string_view)> out) {
    return std::make_unique<transfer::CommisWriter>(std::move(out));
}

// What was being uploaded when the program ended.
void empty_spool(const std::filesystem::path& spool) {
    std::filesystem::create_directories(spool);
    for (const auto& entry : std::filesystem::directory_iterator(spool)) {
        if (entry.path().filename().string().starts_with("commis-upload-")) std::filesystem::remove(entry.path());
    }
}

// On PostgreSQL several servers may share the folder of files.
std::unique_ptr<DataLock> take_files(const system::ProgramSettings& settings) {
    const std::string folder = files_folder(settings);
    auto lock = std::make_unique<DataLock>(folder, !settings.database.empty());
    if (lock->was_first()) empty_spool(std::filesystem::path(folder) / "spool");
    lock->let_others_in();
    return lock;
}

// It serves all the same: what needs none of them works.
void tell_locked_secrets(const Services& services) {
    for (const checks::LockedSecret& secret : checks::locked_secrets(services)) {
        log_fault("secret_locked: " + secret.shop + " " + secret.owner + ": " + checks::locked_secret_words);
    }
}

// What changes here is told to the other servers on the database, and what they tell is heard.
std::unique_ptr<postgres::ChangeChannel> join_others(const system::ProgramSettings& settings,
                                                     http::HubNotices& notices) {
    if (settings.database.empty()) return nullptr;
    postgres::Settings database;
    database.url = settings.database;
    auto channel = std::make_unique<postgres::ChangeChannel>(
        std::move(database),
        postgres::ChangeChannel::Hooks{[&notices](std::string_view text) { notices.told(text); },
                                       [&notices] { notices.missed(); },
                                       [](const std::string& what) { log_fault("hints of other servers: " + what); }});
    notices.tell_others = [&channel = *channel](std::string text) { channel.tell(std::move(text)); };
    return channel;
}

// Blocks the signals before any thread starts, so that only `wait` sees them.
class StopSignal {
public:
    StopSignal() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
        // A file that may not grow is a write that fails, not the end of the program.
        std::signal(SIGXFSZ, SIG_IGN);
    }
    void wait() const {
        int signal = 0;
        sigwait(&signals_, &signal);
    }

private:
    sigset_t signals_{};
};

// A page of orders is some fifty kilobytes: what one answer gave back serves the next one of its thread, instead of
// going back to the kernel each time. A megabyte a thread at most; what is larger goes back at once.
void keep_freed_memory() {
    mallopt(M_MMAP_THRESHOLD, 512 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
}

}  // namespace

int serve(const system::ProgramSettings& settings, const ServeOptions& options) {
    const StopSignal stop_signal;
    keep_freed_memory();
    World world(settings);
    const auto lock = take_files(settings);
    tell_locked_secrets(world.services());
    http::EventsHub hub;
    http::HubNotices notices(hub, world.storage());
    world.set_notices(notices);
    const auto others = join_others(settings, notices);
    if (options.is_demo) start_demo(world, options);
    http::Metrics metrics;
    metrics.add_gauge("commis_event_streams", "Open event streams.",
                      [&hub] { return static_cast<double>(hub.stream_count()); });
    Workers workers(world, notices, metrics);
    add_server_figures(metrics, world, workers);

    const http::Site site{world.services(),
                          hub,
                          site_options(settings, options.is_demo),
                          [&metrics] { return metrics.text(); },
                          [&workers] { workers.wake_jobs(); },
                          write_orders,
                          workers.webhook_sender(),
                          [&world](const domain::Shop& shop) { return world.mail_health(shop); },
                          bank::read_camt,
                          bank::table_files(),
                          transfer::make_journal_writer,
                          [&workers] { return is_backup_missing(workers); }};
    http::Router router;
    http::add_routes(router, site);
    router.set_fallback(http::StaticFiles(desk_file));
    http::Server server(server_options(settings, metrics), std::move(router));
    metrics.add_gauge("commis_http_connections", "Open connections.",
                      [&server] { return static_cast<double>(server.connection_count()); });
    metrics.add_gauge("commis_http_connections_limit", "As many connections are taken.",
                      [&settings] { return static_cast<double>(settings.max_connections); });
    server.start();
    const std::string url = shown_url(settings, server.port());
    std::cout << "Commis " << program_version() << " listens on " << url << '\n';
    if (options.is_demo) print_demo_welcome(url, options);
    std::cout << std::flush;

    tell_ready();
    stop_signal.wait();
    tell_stopping();
    log_info("stopping");
    server.stop();
    hub.close();
    workers.stop();
    return 0;
}

}  // namespace commis::cli
