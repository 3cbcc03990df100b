// Bulk jobs that are stopped half-way, ended by a person, or taken for lost by another worker: each order changes once.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <set>

#include "stories/story_site.hpp"
#include "worker/jobs.hpp"

namespace commis::test {
namespace {

namespace bj = boost::json;

// Does something after so many orders have changed.
struct Interruption final : ports::Notices {
    void order_changed(std::int64_t, std::string_view order_id, std::int64_t) override {
        changed.emplace(order_id);
        ++changes;
        if (changes == after && then) then();
    }
    void job_changed(const ports::Job&) override {}
    void mail_queued() override {}

    int after = 0;
    std::function<void()> then;
    int changes = 0;
    std::set<std::string> changed;
};

class BulkJob : public testing::TestWithParam<StorageKind> {
protected:
    // More than two units of work (worker/bulk_job.cpp), which are done or not done as a whole.
    static constexpr int orders = 60;
    static constexpr int in_unit = 25;

    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        site_ = std::make_unique<StorySite>(GetParam());
        site_->make_shop("maison", "web-shop", "EUR", "fr", "Europe/Paris");
        for (int i = 0; i < orders; ++i) {
            call("POST", "/orders", R"({"currency": "EUR", "buyer": {"email": "a@example.org"},
                "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}})");
        }
        job_ = call("POST", "/orders/bulk", R"({"action": "mark-paid", "filter": {"status": "unpaid"}})");
    }

    bj::value call(const std::string& method, const std::string& path, const std::string& body = "") {
        const http::Response response = site_->call(method, "/api/v1/shops/maison" + path, body, {});
        EXPECT_LT(response.status, 300) << path << body << response.body;
        return bj::parse(response.body);
    }
    bj::value job() { return call("GET", "/jobs/" + std::string(job_.at("id").as_string())); }
    std::string job_path() { return "/jobs/" + std::string(job_.at("id").as_string()); }

    // The site's services, with somebody who watches what changes.
    Services watched() {
        const Services& s = site_->services();
        return {s.storage, s.profiles, s.words, s.formatter, s.renderer, s.clock, s.ids, s.secrets, watcher_, s.codes};
    }
    void expect_each_changed_once() {
        EXPECT_EQ(watcher_.changes, orders);
        EXPECT_EQ(watcher_.changed.size(), static_cast<std::size_t>(orders));
        const bj::value page = call("GET", "/orders");
        for (const bj::value& order : page.at("items").as_array()) {
            EXPECT_EQ(order.at("version").as_int64(), 2);
            EXPECT_EQ(order.at("due").as_int64(), 0);
        }
        EXPECT_EQ(job().at_pointer("/counts/changed").as_int64(), orders);
        EXPECT_EQ(job().at("done").as_int64(), orders);
        EXPECT_EQ(job().at("status").as_string(), "done");
    }

    std::unique_ptr<StorySite> site_;
    Interruption watcher_;
    bj::value job_;
};

TEST_P(BulkJob, GoesOnWhereItWasStopped) {
    const Services services = watched();
    std::stop_source stop;
    watcher_.after = 3;
    watcher_.then = [&] { stop.request_stop(); };
    worker::JobRunner(services, {}).run_due(stop.get_token());
    EXPECT_EQ(watcher_.changes, in_unit);
    EXPECT_EQ(job().at("status").as_string(), "running");
    EXPECT_EQ(job().at("done").as_int64(), in_unit);
    worker::JobRunner(services, {}).run_due();
    expect_each_changed_once();
}

TEST_P(BulkJob, StopsForAPersonAndIsResumed) {
    const Services services = watched();
    watcher_.after = 2;
    watcher_.then = [&] { call("POST", job_path() + "/cancel"); };
    worker::JobRunner(services, {}).run_due();
    EXPECT_EQ(watcher_.changes, in_unit);
    EXPECT_EQ(job().at("status").as_string(), "cancelled");
    EXPECT_EQ(job().at("done").as_int64(), in_unit);
    EXPECT_EQ(job().at("total").as_int64(), orders);
    worker::JobRunner(services, {}).run_due();
    EXPECT_EQ(watcher_.changes, in_unit);
    call("POST", job_path() + "/resume");
    worker::JobRunner(services, {}).run_due();
    expect_each_changed_once();
}

// The first worker hangs beyond its lease and wakes up while the second is at work.
TEST_P(BulkJob, IsDoneOnceByTwoWorkers) {
    const Services services = watched();
    watcher_.after = 2;
    watcher_.then = [&] {
        site_->clock.at_ms += 120'000;
        watcher_.then = nullptr;
        worker::JobRunner(services, {}).run_due();
    };
    worker::JobRunner(services, {}).run_due();
    expect_each_changed_once();
}

TEST_P(BulkJob, FailsClearlyWhenItsActionIsGone) {
    site_->services().storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        ports::Job broken;
        broken.shop_id = work.shops().find_handle("maison")->id;
        broken.id = "broken";
        broken.kind = "bulk";
        broken.name = "explode";
        broken.params_json = R"({"action": "explode", "params": {}, "caller": {"kind": "token", "id": "", "name": "",
                                 "role": "owner"}})";
        work.jobs().insert(broken);
    });
    worker::JobRunner(watched(), {}).run_due();
    const bj::value broken = call("GET", "/jobs/broken");
    EXPECT_EQ(broken.at("status").as_string(), "failed");
    EXPECT_EQ(broken.at("detail").as_string(), "the job's action is not known to this program");
}

INSTANTIATE_TEST_SUITE_P(All, BulkJob, testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& each) { return std::string(storage_names[static_cast<int>(each.param)]); });

}  // namespace
}  // namespace commis::test
