// The features over a test storage, with a clock that is wound by hand and nobody to tell.
#pragma once

#include <string>

#include "adapters/codes/qr_code.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/format.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/profiles.hpp"
#include "adapters/system/secrets.hpp"
#include "adapters/system/words.hpp"
#include "features/services.hpp"
#include "support/test_storage.hpp"

namespace commis::test {

struct HandClock final : ports::Clock {
    std::int64_t at_ms = 1'795'341'600'000;  // 2026-11-22T10:00:00Z.
    std::int64_t now_ms() const override { return at_ms; }
    bool knows_zone(std::string_view name) const override { return name.find('/') != std::string_view::npos; }
    std::int64_t start_of_day(std::int64_t moment_ms, std::int32_t days, std::string_view zone) const override {
        return system::start_of_day(moment_ms, days, zone);
    }
    std::int32_t day_of(std::int64_t moment_ms, std::string_view zone) const override {
        return system::day_of(moment_ms, zone);
    }
};

struct NoNotices final : ports::Notices {
    void order_changed(std::int64_t, std::string_view, std::int64_t) override {}
    void job_changed(const ports::Job&) override {}
    void mail_queued() override {}
};

// Nothing is rendered in a history.
struct NoRenderer final : ports::MailRenderer {
    std::expected<ports::RenderedMail, ports::TemplateFault> render(std::string_view, std::string_view,
                                                                    const ports::MailModel&) const override {
        return std::unexpected(ports::TemplateFault{});
    }
    std::string page(std::string_view, const ports::MailModel&) const override { return {}; }
    std::expected<ports::RenderedMail, ports::TemplateFault> render_source(std::string_view, std::string_view,
                                                                           const ports::MailModel&) const override {
        return std::unexpected(ports::TemplateFault{});
    }
    std::optional<ports::TemplateText> shipped(std::string_view, std::string_view) const override { return {}; }
    const ports::TemplateNames* names_of(std::string_view) const override { return nullptr; }
    std::vector<ports::TemplateFault> validate(std::string_view, std::string_view) const override { return {}; }
    std::string note_to_html(std::string_view) const override { return {}; }
};

class HistorySite {
public:
    explicit HistorySite(StorageKind kind);
    domain::Shop make_shop(const std::string& handle, const std::string& profile, const std::string& currency);
    const Services& services() const { return services_; }

    HandClock clock;

private:
    TestStorage storage_;
    system::UlidIds ids_{clock};
    system::SodiumSecrets secrets_;
    system::ProfileCatalogue profiles_;
    system::WordCatalogue words_;
    system::LanguageFormatter formatter_;
    NoRenderer renderer_;
    NoNotices notices_;
    codes::QrCodeDrawer codes_;
    Services services_;
};

}  // namespace commis::test
