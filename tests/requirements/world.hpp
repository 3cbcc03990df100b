// A whole shop, on the storage in memory unless a test wants SQLite: the features as the program runs them, a clock
// wound by hand, no sockets.
#pragma once

#include <string>
#include <vector>

#include "adapters/codes/qr_code.hpp"
#include "adapters/smtp/renderer.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/format.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/profiles.hpp"
#include "adapters/system/secrets.hpp"
#include "adapters/system/words.hpp"
#include "features/orders/bulk.hpp"
#include "features/orders/run.hpp"
#include "features/orders/timers.hpp"
#include "requirements/desk.hpp"
#include "support/test_storage.hpp"

namespace commis::domain::requirements {

struct WoundClock final : ports::Clock {
    std::int64_t at_ms = sample::now_ms;
    std::int64_t now_ms() const override { return at_ms; }
    bool knows_zone(std::string_view) const override { return true; }
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

class World {
public:
    explicit World(std::string_view profile_id, test::StorageKind kind = test::StorageKind::fake);

    // Throws when it is refused.
    Order place(PlaceOrder command);
    Order order(const std::string& id);
    // As the program runs it; "taken", the refusal's code, or the fields refused.
    std::string act(const std::string& id, const orders::Decide& decide);
    // An action by its name and body, as a bulk job does it.
    orders::BulkPreview preview(Action action, const std::string& body, const std::vector<std::string>& ids);
    std::string bulk(Action action, const std::string& body, const std::string& id);
    std::vector<std::string> find(const ports::OrderFilter& filter);  // Numbers, oldest first.
    ports::OrderFilter filter() const;                                // All orders of the shop.
    std::vector<ports::MailRow> mails(const std::string& order_id);
    std::vector<ports::TimelineEntry> timeline(const std::string& order_id);
    std::vector<ports::RemovedRow> removed();
    // "10001 remind" of each thing that was done, or would be.
    std::vector<std::string> tick(bool dry_run = false);
    void wait_days(std::int64_t days) { clock.at_ms += days * day_ms; }
    void stock(const std::string& sku, std::int64_t on_hand);
    ports::StockLevel stock_of(const std::string& sku);
    std::vector<FieldError> set(std::string_view patch_json);  // The shop's own settings.
    void switch_profile(std::string_view profile_id);
    std::shared_ptr<const Profile> profile() { return profiles_.of(shop); }

    WoundClock clock;
    Shop shop;
    Caller caller = Caller::system("Ada");

private:
    void write(const std::function<void(ports::UnitOfWork&)>& work) {
        storage_->write(ports::Priority::interactive, work);
    }

    test::TestStorage storage_;
    system::UlidIds ids_{clock};
    system::SodiumSecrets secrets_;
    system::ProfileCatalogue profiles_;
    system::WordCatalogue words_;
    system::LanguageFormatter formatter_;
    smtp::TemplateRenderer renderer_;
    NoNotices notices_;
    codes::QrCodeDrawer codes_;

public:
    Services services;
};

}  // namespace commis::domain::requirements
