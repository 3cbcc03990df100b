// One table of keys serves file and environment; the checks know each key's form.
#include "adapters/system/settings.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "adapters/system/sealing.hpp"
#include "domain/email_address.hpp"

namespace commis::system {
namespace {

using Fault = std::optional<SettingsFault>;

struct TextKey {
    std::string_view name;
    std::string ProgramSettings::* member;
};
struct NumberKey {
    std::string_view name;
    std::int64_t ProgramSettings::* member;
    std::int64_t low;
    std::int64_t high;
};

constexpr std::array text_keys{
    TextKey{"listen", &ProgramSettings::listen},
    TextKey{"data", &ProgramSettings::data},
    TextKey{"database", &ProgramSettings::database},
    TextKey{"public_url", &ProgramSettings::public_url},
    TextKey{"trusted_proxies", &ProgramSettings::trusted_proxies},
    TextKey{"smtp_url", &ProgramSettings::smtp_url},
    TextKey{"mail_from", &ProgramSettings::mail_from},
    TextKey{"dns_servers", &ProgramSettings::dns_servers},
    TextKey{"tls_certificate", &ProgramSettings::tls_certificate},
    TextKey{"tls_key", &ProgramSettings::tls_key},
    TextKey{"webhook_ranges", &ProgramSettings::webhook_ranges},
    TextKey{"stripe_url", &ProgramSettings::stripe_url},
    TextKey{"paypal_url", &ProgramSettings::paypal_url},
    TextKey{"backup_folder", &ProgramSettings::backup_folder},
    TextKey{"swiss_post_url", &ProgramSettings::swiss_post_url},
    TextKey{"swiss_post_token_url", &ProgramSettings::swiss_post_token_url},
    TextKey{"accounting_folder", &ProgramSettings::accounting_folder},
    TextKey{"log_level", &ProgramSettings::log_level},
    TextKey{"log_format", &ProgramSettings::log_format},
    TextKey{"secret_key", &ProgramSettings::secret_key},
};
constexpr std::array number_keys{
    NumberKey{"max_connections", &ProgramSettings::max_connections, 1, 100'000},
    NumberKey{"worker_threads", &ProgramSettings::worker_threads, 1, 256},
    NumberKey{"backup_every_hours", &ProgramSettings::backup_every_hours, 1, 24 * 31},
    NumberKey{"backup_keep_daily", &ProgramSettings::backup_keep_daily, 0, 10'000},
    NumberKey{"backup_keep_weekly", &ProgramSettings::backup_keep_weekly, 0, 10'000},
    NumberKey{"upgrade_backup", &ProgramSettings::upgrade_backup, 0, 1},
    NumberKey{"webhook_http", &ProgramSettings::webhook_http, 0, 1},
    NumberKey{"file_bytes_max", &ProgramSettings::file_bytes_max, 1, std::int64_t{1} << 40U},
};
constexpr std::array<std::string_view, 6> log_levels{"trace", "debug", "info", "warn", "error", "off"};

std::string variable_of(std::string_view key) {
    std::string name = "COMMIS_";
    for (const char c : key) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> starts) {
    return std::ranges::any_of(
        starts, [&](std::string_view start) { return text.size() > start.size() && text.starts_with(start); });
}

bool has_space_or_control(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 127; });
}

// "127.0.0.1:8080", "[::1]:0", "localhost:8080".
bool is_listen_address(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || has_space_or_control(text)) return false;
    const std::string_view host = text.substr(0, colon);
    const bool is_bracketed = host.starts_with('[') && host.ends_with(']');
    if (host.find(':') != std::string_view::npos && !is_bracketed) return false;
    const std::string_view port = text.substr(colon + 1);
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    return !port.empty() && error == std::errc{} && end == port.data() + port.size();
}

Fault fault(std::string_view key, std::string_view code, std::string_view detail) {
    return SettingsFault{std::string(key), std::string(code), std::string(detail)};
}

Fault read_file(const std::filesystem::path& path, ProgramSettings& settings) {
    toml::table table;
    try {
        table = toml::parse_file(path.string());
    } catch (const toml::parse_error& error) {
        const auto line = error.source().begin.line;
        const std::string where = line > 0 ? "line " + std::to_string(line) + ": " : std::string{};
        return fault(path.string(), line > 0 ? "malformed_toml" : "unreadable_file",
                     where + std::string(error.description()));
    }
    for (const auto& [key, value] : table) {
        const std::string_view name = key.str();
        const auto text = std::ranges::find(text_keys, name, &TextKey::name);
        const auto number = std::ranges::find(number_keys, name, &NumberKey::name);
        if (text != text_keys.end()) {
            if (!value.is_string()) return fault(name, "wrong_type", "must be a text in quotes");
            settings.*text->member = **value.as_string();
        } else if (number != number_keys.end()) {
            if (!value.is_integer()) return fault(name, "wrong_type", "must be a whole number");
            settings.*number->member = **value.as_integer();
        } else {
            return fault(name, "unknown_setting", "there is no such setting");
        }
    }
    return std::nullopt;
}

Fault read_environment(const Environment& environment, ProgramSettings& settings) {
    for (const TextKey& key : text_keys) {
        const auto value = environment(variable_of(key.name));
        if (value && !value->empty()) settings.*key.member = *value;
    }
    for (const NumberKey& key : number_keys) {
        const std::string name = variable_of(key.name);
        const auto value = environment(name);
        if (!value || value->empty()) continue;
        std::int64_t number = 0;
        const char* last = value->data() + value->size();
        const auto [end, error] = std::from_chars(value->data(), last, number);
        if (error != std::errc{} || end != last) return fault(name, "wrong_type", "must be a whole number");
        settings.*key.member = number;
    }
    return std::nullopt;
}

Fault check_numbers(const ProgramSettings& settings) {
    for (const NumberKey& key : number_keys) {
        const std::int64_t value = settings.*key.member;
        if (value >= key.low && value <= key.high) continue;
        return fault(key.name, "out_of_range",
                     "must be from " + std::to_string(key.low) + " to " + std::to_string(key.high));
    }
    return std::nullopt;
}

bool is_web_address(std::string_view text) {
    return is_one_of(text, {"https://", "http://"}) && !has_space_or_control(text) &&
           text.find_first_of("?#\"<>") == std::string_view::npos;
}

Fault check_links(const ProgramSettings& settings) {
    constexpr std::string_view wanted = "must start with https:// or http:// and have no ? or #";
    if (!settings.public_url.empty() && !is_web_address(settings.public_url)) {
        return fault("public_url", "invalid_url", wanted);
    }
    if (!is_web_address(settings.stripe_url)) return fault("stripe_url", "invalid_url", wanted);
    if (!is_web_address(settings.paypal_url)) return fault("paypal_url", "invalid_url", wanted);
    if (!is_web_address(settings.swiss_post_url)) return fault("swiss_post_url", "invalid_url", wanted);
    if (!is_web_address(settings.swiss_post_token_url)) return fault("swiss_post_token_url", "invalid_url", wanted);
    const std::string& smtp = settings.smtp_url;
    if (!smtp.empty() && (!is_one_of(smtp, {"smtp://", "smtps://"}) || has_space_or_control(smtp))) {
        return fault("smtp_url", "invalid_url", "must be smtp://user:password@host:port or smtps://…");
    }
    const std::string& database = settings.database;
    if (!database.empty() && !is_one_of(database, {"postgres://", "postgresql://"})) {
        return fault("database", "invalid_url", "must start with postgresql://");
    }
    return std::nullopt;
}

}  // namespace

Environment process_environment() {
    return [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        if (value == nullptr) return std::nullopt;
        return value;
    };
}

Fault check_settings(const ProgramSettings& settings) {
    if (!is_listen_address(settings.listen)) {
        return fault("listen", "invalid_address", "must be an address and a port, such as 127.0.0.1:8080");
    }
    if (!settings.data.empty() && !settings.database.empty()) {
        return fault("database", "conflict", "give a data folder or a database, not both");
    }
    if (!settings.database.empty() && !settings.backup_folder.empty()) {
        return fault("backup_folder", "conflict", "PostgreSQL is backed up with its own tools, such as pg_dump");
    }
    if (auto wrong = check_links(settings)) return wrong;
    if (auto wrong = check_numbers(settings)) return wrong;
    if (!settings.mail_from.empty() && !domain::is_email_address(settings.mail_from)) {
        return fault("mail_from", "invalid_email", "must be an e-mail address without a name");
    }
    if (settings.tls_certificate.empty() != settings.tls_key.empty()) {
        return fault(settings.tls_key.empty() ? "tls_key" : "tls_certificate", "required",
                     "a certificate and its key go together");
    }
    if (std::ranges::find(log_levels, settings.log_level) == log_levels.end()) {
        return fault("log_level", "unknown_value", "must be one of: trace, debug, info, warn, error, off");
    }
    if (settings.log_format != "json" && settings.log_format != "text") {
        return fault("log_format", "unknown_value", "must be json or text");
    }
    if (!settings.secret_key.empty() && !Sealer::from_key(settings.secret_key)) {
        return fault("secret_key", "invalid_key", "must be 32 bytes in URL-safe base64 or 64 hexadecimal digits");
    }
    return std::nullopt;
}

std::expected<ProgramSettings, SettingsFault> load_settings(const std::optional<std::filesystem::path>& file,
                                                            const Environment& environment) {
    ProgramSettings settings;
    if (file) {
        if (auto wrong = read_file(*file, settings)) return std::unexpected(std::move(*wrong));
    }
    if (auto wrong = read_environment(environment, settings)) return std::unexpected(std::move(*wrong));
    for (std::string* url : {&settings.public_url, &settings.stripe_url, &settings.paypal_url, &settings.swiss_post_url,
                             &settings.swiss_post_token_url}) {
        while (url->ends_with('/')) url->pop_back();
    }
    if (auto wrong = check_settings(settings)) return std::unexpected(std::move(*wrong));
    return settings;
}

}  // namespace commis::system
