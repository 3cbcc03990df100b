// Settings come from file and environment in that order, and every wrong one is named.
#include "adapters/system/settings.hpp"

#include <filesystem>
#include <fstream>
#include <regex>

#include "gtest/gtest.h"

namespace commis::system {
namespace {

namespace fs = std::filesystem;

Environment environment_of(std::map<std::string, std::string> values) {
    return [values = std::move(values)](const std::string& name) -> std::optional<std::string> {
        const auto at = values.find(name);
        if (at == values.end()) return std::nullopt;
        return at->second;
    };
}

class SettingsFile : public ::testing::Test {
protected:
    SettingsFile() {
        std::string name = (fs::temp_directory_path() / "commis_settings_XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~SettingsFile() override { fs::remove_all(folder_); }

    std::expected<ProgramSettings, SettingsFault> load(std::string_view toml,
                                                       std::map<std::string, std::string> values = {}) {
        std::ofstream(folder_ / "commis.toml") << toml;
        return load_settings(folder_ / "commis.toml", environment_of(std::move(values)));
    }
    std::string fault(std::string_view toml, std::map<std::string, std::string> values = {}) {
        const auto loaded = load(toml, std::move(values));
        return loaded ? "taken" : loaded.error().key + " " + loaded.error().code;
    }

    fs::path folder_;
};

TEST_F(SettingsFile, nothing_given_means_the_defaults) {
    const auto loaded = load_settings(std::nullopt, environment_of({}));
    ASSERT_TRUE(loaded);
    EXPECT_EQ(*loaded, ProgramSettings{});
    EXPECT_EQ(loaded->listen, "127.0.0.1:8080");
}

TEST_F(SettingsFile, the_environment_wins_over_the_file) {
    const auto loaded = load("listen = '127.0.0.1:1'\nmax_connections = 5\nlog_level = 'debug'\n",
                             {{"COMMIS_LISTEN", "[::1]:0"}, {"COMMIS_MAX_CONNECTIONS", "7"}, {"COMMIS_LOG_LEVEL", ""}});
    ASSERT_TRUE(loaded) << loaded.error().sentence();
    EXPECT_EQ(loaded->listen, "[::1]:0");
    EXPECT_EQ(loaded->max_connections, 7);
    EXPECT_EQ(loaded->log_level, "debug") << "set and empty is not set";
}

TEST_F(SettingsFile, links_lose_their_last_slash) {
    EXPECT_EQ(load("public_url = 'https://orders.example.org/desk/'")->public_url, "https://orders.example.org/desk");
    EXPECT_EQ(load("stripe_url = 'http://127.0.0.1:8000/'")->stripe_url, "http://127.0.0.1:8000");
    EXPECT_EQ(load("swiss_post_url = 'http://127.0.0.1:8000/'")->swiss_post_url, "http://127.0.0.1:8000");
    EXPECT_EQ(load("swiss_post_token_url = 'https://api.post.ch//'")->swiss_post_token_url, "https://api.post.ch");
    EXPECT_EQ(load("paypal_url = 'https://api-m.sandbox.paypal.com/'")->paypal_url, "https://api-m.sandbox.paypal.com");
}

TEST_F(SettingsFile, the_shipped_example_is_read_and_names_every_key) {
    const fs::path example = fs::path(COMMIS_SOURCE_DIR) / "packaging/commis.toml";
    const auto loaded = load_settings(example, environment_of({}));
    ASSERT_TRUE(loaded) << loaded.error().sentence();
    EXPECT_EQ(loaded->data, "/var/lib/commis");
    std::ifstream file(example);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    for (const char* key : {"listen",
                            "data",
                            "database",
                            "public_url",
                            "smtp_url",
                            "mail_from",
                            "trusted_proxies",
                            "dns_servers",
                            "tls_certificate",
                            "tls_key",
                            "max_connections",
                            "worker_threads",
                            "file_bytes_max",
                            "webhook_ranges",
                            "webhook_http",
                            "stripe_url",
                            "paypal_url",
                            "swiss_post_url",
                            "swiss_post_token_url",
                            "backup_folder",
                            "backup_every_hours",
                            "backup_keep_daily",
                            "backup_keep_weekly",
                            "upgrade_backup",
                            "accounting_folder",
                            "log_level",
                            "log_format",
                            "secret_key"}) {
        EXPECT_TRUE(std::regex_search(text, std::regex(std::string("(^|\\n)(# )?") + key + " = "))) << key;
    }
    // The lines that are left out must be right too, once somebody switches them on.
    text = std::regex_replace(text, std::regex(R"((^|\n)# (\w+ = ))"), "$1$2");
    text = std::regex_replace(text, std::regex(R"((^|\n)(data|backup_folder) = [^\n]*)"), "$1");
    const auto all = load(text);
    ASSERT_TRUE(all) << all.error().sentence();
    EXPECT_EQ(all->tls_key, "/etc/commis/key.pem");
}

TEST_F(SettingsFile, every_wrong_value_is_named) {
    EXPECT_EQ(fault("colour = 'red'"), "colour unknown_setting");
    EXPECT_EQ(fault("listen = 8080"), "listen wrong_type");
    EXPECT_EQ(fault("max_connections = '5'"), "max_connections wrong_type");
    EXPECT_EQ(fault("max_connections = 1.5"), "max_connections wrong_type");
    EXPECT_EQ(fault("max_connections = 0"), "max_connections out_of_range");
    EXPECT_EQ(fault("", {{"COMMIS_WORKER_THREADS", "two"}}), "COMMIS_WORKER_THREADS wrong_type");
    EXPECT_EQ(fault("", {{"COMMIS_WORKER_THREADS", "257"}}), "worker_threads out_of_range");
    EXPECT_EQ(fault("file_bytes_max = 0"), "file_bytes_max out_of_range");
    for (const char* listen : {"8080", ":8080", "localhost", "localhost:", "localhost:70000", "::1:80", "a b:80"}) {
        EXPECT_EQ(fault("", {{"COMMIS_LISTEN", listen}}), "listen invalid_address") << listen;
    }
    EXPECT_EQ(fault("data = '/a'\ndatabase = 'postgresql://localhost/b'"), "database conflict");
    EXPECT_EQ(fault("database = 'mysql://localhost'"), "database invalid_url");
    for (const char* link : {"orders.example.org", "ftp://example.org", "https://", "https://a b", "https://a?b"}) {
        EXPECT_EQ(fault("", {{"COMMIS_PUBLIC_URL", link}}), "public_url invalid_url") << link;
    }
    EXPECT_EQ(fault("smtp_url = 'mail.example.org'"), "smtp_url invalid_url");
    EXPECT_EQ(fault("stripe_url = 'api.stripe.com'"), "stripe_url invalid_url");
    EXPECT_EQ(fault("paypal_url = 'https://api-m.paypal.com?x'"), "paypal_url invalid_url");
    EXPECT_EQ(fault("swiss_post_url = 'file:///etc'"), "swiss_post_url invalid_url");
    EXPECT_EQ(fault("swiss_post_token_url = 'api.post.ch'"), "swiss_post_token_url invalid_url");
    EXPECT_EQ(fault("mail_from = 'Maison <a@example.org>'"), "mail_from invalid_email");
    EXPECT_EQ(fault("tls_certificate = '/a.pem'"), "tls_key required");
    EXPECT_EQ(fault("tls_key = '/a.pem'"), "tls_certificate required");
    EXPECT_EQ(fault("log_level = 'loud'"), "log_level unknown_value");
    EXPECT_EQ(fault("log_format = 'xml'"), "log_format unknown_value");
    EXPECT_EQ(fault("database = 'postgresql://localhost/b'\nbackup_folder = '/b'"), "backup_folder conflict");
    EXPECT_EQ(fault("backup_every_hours = 0"), "backup_every_hours out_of_range");
    EXPECT_EQ(fault("backup_keep_daily = -1"), "backup_keep_daily out_of_range");
    EXPECT_EQ(fault("upgrade_backup = 2"), "upgrade_backup out_of_range");
    EXPECT_EQ(fault("secret_key = 'short'"), "secret_key invalid_key");
}

TEST_F(SettingsFile, a_file_that_cannot_be_read_is_named_with_its_line) {
    const auto broken = load("listen = '127.0.0.1:1'\nmax_connections = = 5\n");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, "malformed_toml");
    EXPECT_NE(broken.error().detail.find("line 2"), std::string::npos) << broken.error().detail;
    const auto missing = load_settings(folder_ / "none.toml", environment_of({}));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "unreadable_file");
    EXPECT_NE(missing.error().sentence().find("none.toml"), std::string::npos);
}

}  // namespace
}  // namespace commis::system
