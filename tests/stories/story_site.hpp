// The whole program behind its routes, without sockets: real profiles, words and rules over a chosen storage, with a
// clock that stories wind by hand.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "adapters/codes/qr_code.hpp"
#include "adapters/smtp/renderer.hpp"
#include "adapters/sql/engine/engine.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/disk_files.hpp"
#include "adapters/system/format.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/profiles.hpp"
#include "adapters/system/secrets.hpp"
#include "adapters/system/words.hpp"
#include "features/services.hpp"
#include "http/router.hpp"
#include "http/site.hpp"
#include "support/plain_drawer.hpp"
#include "support/silent_webhooks.hpp"
#include "support/test_storage.hpp"

namespace commis::test {

struct StoryClock final : ports::Clock {
    std::int64_t start_of_day(std::int64_t moment_ms, std::int32_t days, std::string_view zone) const override {
        return system::start_of_day(moment_ms, days, zone);
    }
    std::int32_t day_of(std::int64_t moment_ms, std::string_view zone) const override {
        return system::day_of(moment_ms, zone);
    }
    std::int64_t at_ms = 1'795'341'600'000;  // 2026-11-22T10:00:00Z.
    std::int64_t now_ms() const override { return at_ms; }
    bool knows_zone(std::string_view name) const override { return name.find('/') != std::string_view::npos; }
};

struct StoryNotices final : ports::Notices {
    void order_changed(std::int64_t, std::string_view, std::int64_t) override {}
    void job_changed(const ports::Job&) override {}
    void mail_queued() override {}
};

class StorySite {
public:
    explicit StorySite(StorageKind kind);

    // Makes the shop if there is none, and a token for the role; answers what to send as bearer.
    void make_shop(const std::string& id, const std::string& profile, const std::string& currency,
                   const std::string& language, const std::string& timezone);
    void act_as(const std::string& shop, const std::string& role);

    http::Response call(const std::string& method, const std::string& path, const std::string& body,
                        const std::map<std::string, std::string>& headers);
    // With the body in a file, as large ones come.
    http::Response upload(const std::string& path, const std::string& bytes);

    // Where files of articles lie; gone with the site.
    const std::filesystem::path& folder() const { return folder_.path; }
    std::string address = "127.0.0.1";  // Of who calls.
    StoryClock clock;
    const Services& services() const { return services_; }
    // The engine below the storage; null in memory.
    sql::Engine* engine() const { return storage_.engine(); }

private:
    struct Folder {
        Folder();
        ~Folder();
        Folder(const Folder&) = delete;
        Folder& operator=(const Folder&) = delete;
        std::filesystem::path path;
    };

    http::Response answer(http::Request& request);

    TestStorage storage_;
    Folder folder_;
    system::DiskFiles files_{folder_.path / "files"};
    system::UlidIds ids_{clock};
    system::SodiumSecrets secrets_;
    system::ProfileCatalogue profiles_;
    system::WordCatalogue words_;
    system::LanguageFormatter formatter_;
    smtp::TemplateRenderer renderer_;
    StoryNotices notices_;
    codes::QrCodeDrawer codes_;
    PlainDrawer drawer_;
    Services services_;
    http::EventsHub hub_;
    SilentWebhooks webhooks_;
    http::Site site_;
    http::Router router_;
    std::string token_;
    std::map<std::string, std::string> tokens_;  // By shop and role.
};

}  // namespace commis::test
