// The demo's sample shops: every status that today's commands reach is there to see, and nobody's mailbox is touched.
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <set>

#include "cli/demo_samples.hpp"
#include "cli/demo_seed.hpp"
#include "cli/world.hpp"
#include "domain/projection.hpp"
#include "support/test_engine.hpp"

namespace commis::test {
namespace {

class DemoTest : public ::testing::Test {
protected:
    DemoTest() {
        system::ProgramSettings settings;
        settings.data = folder_.path().string();
        world_ = std::make_unique<cli::World>(settings);
    }
    std::vector<domain::Shop> shops() {
        std::vector<domain::Shop> found;
        world_->storage().read([&](ports::Snapshot& snapshot) { found = snapshot.shops().list(); });
        return found;
    }
    std::vector<domain::Order> orders_of(const domain::Shop& shop) {
        std::vector<domain::Order> orders;
        ports::OrderFilter filter;
        filter.shop_ids = {shop.id};
        world_->storage().read(
            [&](ports::Snapshot& snapshot) { orders = snapshot.orders().scan(filter, std::nullopt, 200); });
        return orders;
    }

    TemporaryFolder folder_;
    std::unique_ptr<cli::World> world_;
};

TEST_F(DemoTest, MakesSixShopsOneAProfileInUnderThreeSeconds) {
    const auto begin = std::chrono::steady_clock::now();
    const cli::Seeded seeded = cli::seed_demo(world_->services());
    const auto took = std::chrono::steady_clock::now() - begin;
    const auto took_ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
    std::cout << seeded.orders << " orders, " << seeded.articles << " articles in " << took_ms << " ms\n";
    EXPECT_LT(took, std::chrono::seconds{3});
    EXPECT_EQ(seeded.shops, 6);
    EXPECT_GE(seeded.orders, 290);
    std::set<std::string> profiles;
    for (const domain::Shop& shop : shops()) profiles.insert(shop.profile_id);
    EXPECT_EQ(profiles.size(), 6u);
    EXPECT_EQ(cli::seed_demo(world_->services()).shops, 0);
}

TEST_F(DemoTest, ShowsEveryStatusThatCanBeReached) {
    cli::seed_demo(world_->services());
    std::map<std::string, int> payments, summaries, stages, steps;
    for (const domain::Shop& shop : shops()) {
        const auto profile = world_->services().profiles.of(shop);
        for (const domain::Order& order : orders_of(shop)) {
            const auto projection = domain::projection_of(order, *profile, {});
            ++payments[std::string(domain::id_of(projection.payment_status))];
            ++summaries[std::string(domain::id_of(projection.summary))];
            ++stages[std::string(domain::id_of(projection.stage))];
            ++steps[std::string(domain::id_of(projection.step))];
        }
    }
    const auto words = [](const std::map<std::string, int>& counts) {
        std::string text;
        for (const auto& [name, count] : counts) text += " " + name + "=" + std::to_string(count);
        return text;
    };
    std::cout << "payments:" << words(payments) << "\nsummaries:" << words(summaries) << "\nstages:" << words(stages)
              << "\nsteps:" << words(steps) << "\n";
    for (const auto* id :
         {"awaiting", "authorized", "paid", "pending", "partially_paid", "failed", "on_delivery", "not_required"}) {
        EXPECT_TRUE(payments.contains(id)) << id;
    }
    for (const auto* id : {"draft", "abandoned", "cancelled", "unpaid", "open", "complete"}) {
        EXPECT_TRUE(summaries.contains(id)) << id;
    }
    for (const auto* id : {"new", "processing", "on_hold", "shipped", "completed", "cancelled"}) {
        EXPECT_TRUE(stages.contains(id)) << id;
    }
}

TEST_F(DemoTest, NumbersRiseWithTimeAndAllLiesInNinetyDays) {
    cli::seed_demo(world_->services());
    const std::int64_t now_ms = world_->services().clock.now_ms();
    for (const domain::Shop& shop : shops()) {
        std::string last;
        for (const domain::Order& order : orders_of(shop)) {
            EXPECT_GT(order.placed_at_ms, now_ms - 91LL * 24 * 3'600'000) << order.number;
            EXPECT_LE(order.updated_at_ms, now_ms) << order.number;
            EXPECT_LT(last, order.number) << shop.handle;
            last = order.number;
        }
    }
}

TEST_F(DemoTest, OnlyMailsOfTheLastHoursWait) {
    cli::seed_demo(world_->services());
    const std::int64_t now_ms = world_->services().clock.now_ms();
    std::int64_t waiting = 0;
    for (const domain::Shop& shop : shops()) {
        world_->storage().read([&](ports::Snapshot& snapshot) {
            ports::MailFilter filter;
            filter.shop_id = shop.id;
            filter.statuses = {ports::MailStatus::queued};
            filter.limit = 200;
            for (const ports::MailRow& mail : snapshot.outbox().list(filter)) {
                ++waiting;
                EXPECT_GT(mail.due_at_ms, now_ms - 4 * 3'600'000);
                EXPECT_TRUE(mail.recipient.find("example.") != std::string::npos) << mail.recipient;
            }
        });
    }
    EXPECT_GT(waiting, 0);
    EXPECT_LT(waiting, 60);
}

TEST(DemoSamples, AddressesBelongToExampleDomainsOnly) {
    const auto samples = cli::samples::load();
    for (const auto& [group, people] : samples.people) {
        for (const auto& person : people) {
            EXPECT_TRUE(person.email.ends_with("@example.org") || person.email.ends_with("@example.net") ||
                        person.email.ends_with("@example.com"))
                << person.email;
        }
    }
    for (const auto& shop : samples.shops) EXPECT_TRUE(shop.sender.ends_with(".example.org")) << shop.sender;
}

}  // namespace
}  // namespace commis::test
