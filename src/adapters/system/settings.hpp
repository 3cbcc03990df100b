// The program's settings: defaults, then the TOML file, then COMMIS_* environment variables; later ones win.
// packaging/commis.toml shows every key.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace commis::system {

struct ProgramSettings {
    std::string listen = "127.0.0.1:8080";
    std::string data;        // A folder with one SQLite database and the files …
    std::string database;    // … or a PostgreSQL server; never both.
    std::string public_url;  // Every link the program sends starts with it; without a slash at its end.
    // Proxies whose X-Forwarded-For and -Proto are believed: "10.0.0.0/8, 2001:db8::7"; empty: those of this machine
    // when public_url is https and the certificate is theirs.
    std::string trusted_proxies;
    std::string smtp_url;     // Empty: mail waits in the outbox.
    std::string mail_from;    // Sender of shops that set none.
    std::string dns_servers;  // "192.0.2.53,192.0.2.54:5353"; empty: those of the machine.
    std::string tls_certificate;
    std::string tls_key;
    std::int64_t max_connections = 1'000;
    std::int64_t worker_threads = 32;                      // Requests served at once; each may wait for the disk.
    std::int64_t file_bytes_max = std::int64_t{4} << 30U;  // Of one file that buyers download: 4 GiB.
    std::string log_level = "info";
    std::string log_format = "json";  // "json", an object a line; or "text", for reading along.
    // Targets of webhooks besides the internet: "192.168.10.0/24, fd00::/8". And whether they may be
    // unencrypted: 1 or 0.
    std::string webhook_ranges;
    std::int64_t webhook_http = 0;
    // Where payment services are spoken to; another address for their test worlds. Without a slash at its end.
    std::string stripe_url = "https://api.stripe.com";
    std::string paypal_url = "https://api-m.paypal.com";
    // Where Swiss Post is asked for labels, and where for leave to ask.
    std::string swiss_post_url = "https://dcapi.apis.post.ch";
    std::string swiss_post_token_url = "https://api.post.ch";
    std::string backup_folder;  // Where backups are made by themselves; empty: none. SQLite only.
    std::int64_t backup_every_hours = 24;
    std::int64_t backup_keep_daily = 7;   // Days of which the newest backup stays …
    std::int64_t backup_keep_weekly = 4;  // … and weeks.
    std::int64_t upgrade_backup = 1;      // A copy before a newer program changes the schema: 1 or 0. SQLite only.
    std::string accounting_folder;        // Where documents are handed to an accounting program; empty: they wait.
    std::string secret_key;               // Empty: one is made in the data folder.
    friend bool operator==(const ProgramSettings&, const ProgramSettings&) = default;
};

// What is wrong, and where it was written: a key of the file or an environment variable.
struct SettingsFault {
    std::string key;   // "listen", "COMMIS_LISTEN", or the file's path when it can't be read at all.
    std::string code;  // snake_case, stable.
    std::string detail;
    std::string sentence() const { return key + ": " + detail + " (" + code + ")"; }
};

// The value of an environment variable, if it is set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
Environment process_environment();

// `file` may be absent. An environment variable that is set and empty counts as not set.
std::expected<ProgramSettings, SettingsFault> load_settings(const std::optional<std::filesystem::path>& file,
                                                            const Environment& environment);

// Checks what was put together, for example after the command line's options were laid over it.
std::optional<SettingsFault> check_settings(const ProgramSettings& settings);

}  // namespace commis::system
