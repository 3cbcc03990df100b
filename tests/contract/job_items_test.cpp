// Jobs that work through orders: each is settled once, an ended job lets nobody go on, and what is left can be resumed.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using ports::JobItem;
using ports::JobItemStatus;
using ports::JobStatus;

class JobItemsTest : public StorageTest {
protected:
    void SetUp() override {
        StorageTest::SetUp();
        if (IsSkipped()) return;
        job.shop_id = sample.shop.id;
        job.id = SampleShop::new_id();
        job.kind = "bulk";
        job.name = "mark-paid";
        job.created_at_ms = 100;
        write([&](ports::UnitOfWork& work) {
            work.jobs().insert_items(job.shop_id, job.id, 0, {"a", "b"});
            work.jobs().insert_items(job.shop_id, job.id, 2, {"c"});
            work.jobs().insert(job);
        });
    }

    std::vector<JobItem> items(std::optional<JobItemStatus> status = std::nullopt, std::int64_t after = 0,
                               std::int32_t limit = 10) const {
        return read([&](auto& snapshot) { return snapshot.jobs().items(job.shop_id, job.id, status, after, limit); });
    }
    bool claim_item(std::int64_t position) const {
        bool is_claimed = false;
        write([&](ports::UnitOfWork& work) { is_claimed = work.jobs().claim_item(job.shop_id, job.id, position); });
        return is_claimed;
    }
    bool change(bool (ports::JobStore::*how)(std::int64_t, std::string_view, std::int64_t)) const {
        bool is_changed = false;
        write([&](ports::UnitOfWork& work) { is_changed = (work.jobs().*how)(job.shop_id, job.id, 500); });
        return is_changed;
    }
    [[nodiscard]] ports::Job stored() const {
        return *read([&](auto& snapshot) { return snapshot.jobs().find(job.shop_id, job.id); });
    }

    ports::Job job;
};

TEST_P(JobItemsTest, StandInOrderAndComePageByPage) {
    const auto all = items();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0], (JobItem{1, "a", JobItemStatus::waiting, "", ""}));
    EXPECT_EQ(all[2].order_id, "c");
    EXPECT_EQ(items(std::nullopt, 1, 1).at(0).order_id, "b");
    EXPECT_TRUE(items(JobItemStatus::done).empty());
}

TEST_P(JobItemsTest, AreSettledOnceAndCountedByWhatBecameOfThem) {
    EXPECT_TRUE(claim_item(1));
    EXPECT_FALSE(claim_item(1));
    EXPECT_FALSE(claim_item(9));
    write([&](ports::UnitOfWork& work) {
        ASSERT_TRUE(work.jobs().claim_item(job.shop_id, job.id, 2));
        work.jobs().refuse_item(job.shop_id, job.id, {2, "b", JobItemStatus::refused, "already_paid", "2"});
    });
    EXPECT_FALSE(claim_item(2));
    const auto refused = items(JobItemStatus::refused);
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0], (JobItem{2, "b", JobItemStatus::refused, "already_paid", "2"}));
    const auto counts = read([&](auto& snapshot) { return snapshot.jobs().count_items(job.shop_id, job.id); });
    EXPECT_EQ(counts.at(JobItemStatus::waiting), 1);
    EXPECT_EQ(counts.at(JobItemStatus::done), 1);
    EXPECT_EQ(counts.at(JobItemStatus::refused), 1);
}

// The command of an item and its settling are one unit of work: neither stays without the other.
TEST_P(JobItemsTest, WaitAgainWhenTheirCommandFailed) {
    EXPECT_THROW(write([&](ports::UnitOfWork& work) {
                     ASSERT_TRUE(work.jobs().claim_item(job.shop_id, job.id, 1));
                     throw std::runtime_error("the command failed");
                 }),
                 std::runtime_error);
    EXPECT_EQ(items().at(0).status, JobItemStatus::waiting);
    EXPECT_TRUE(claim_item(1));
}

TEST_P(JobItemsTest, OfAnEndedJobAreNobodysUntilItIsResumed) {
    EXPECT_TRUE(change(&ports::JobStore::cancel));
    EXPECT_FALSE(change(&ports::JobStore::cancel));
    EXPECT_EQ(stored().status, JobStatus::cancelled);
    EXPECT_EQ(stored().finished_at_ms, 500);
    EXPECT_FALSE(claim_item(1));
    // A worker that has not seen it yet changes nothing.
    ports::Job late = job;
    late.status = JobStatus::done;
    write([&](ports::UnitOfWork& work) { work.jobs().save(late); });
    EXPECT_EQ(stored().status, JobStatus::cancelled);

    EXPECT_TRUE(change(&ports::JobStore::resume));
    EXPECT_FALSE(change(&ports::JobStore::resume));
    EXPECT_EQ(stored().status, JobStatus::queued);
    EXPECT_EQ(stored().finished_at_ms, std::nullopt);
    EXPECT_TRUE(claim_item(1));
    std::optional<ports::Job> claimed;
    write([&](ports::UnitOfWork& work) { claimed = work.jobs().claim(500, 1'000); });
    ASSERT_TRUE(claimed);
    EXPECT_EQ(claimed->id, job.id);
}

TEST_P(JobItemsTest, GoWithTheirJobOnly) {
    write([&](ports::UnitOfWork& work) { work.jobs().delete_items(job.shop_id, "another"); });
    EXPECT_EQ(items().size(), 3U);
    write([&](ports::UnitOfWork& work) { work.jobs().delete_items(job.shop_id, job.id); });
    EXPECT_TRUE(items().empty());
}

COMMIS_ON_EVERY_STORAGE(JobItemsTest);

class JobClockTest : public StorageTest {};

TEST_P(JobClockTest, AJobOfAClockThatStoodAheadDoesNotWaitUntilItStandsThereAgain) {
    constexpr std::int64_t lease_ms = 60'000;
    constexpr std::int64_t year_ms = 365LL * 24 * 3'600'000;
    const std::int64_t now_ms = 1'000'000;
    ports::Job job;
    job.shop_id = sample.shop.id;
    job.id = SampleShop::new_id();
    job.kind = "bulk";
    job.created_at_ms = now_ms + year_ms;
    write([&](ports::UnitOfWork& work) { work.jobs().insert(job); });
    const auto claim_at = [&](std::int64_t at_ms) {
        bool is_claimed = false;
        write([&](ports::UnitOfWork& work) { is_claimed = work.jobs().claim(at_ms, lease_ms).has_value(); });
        return is_claimed;
    };
    EXPECT_TRUE(claim_at(now_ms)) << "queued then, and due now";
    EXPECT_FALSE(claim_at(now_ms)) << "once";
    // Its worker took it up while the clock stood ahead, and died.
    write([&](ports::UnitOfWork& work) { work.jobs().extend(job.shop_id, job.id, now_ms + year_ms); });
    EXPECT_TRUE(claim_at(now_ms));
    // Another server's clock stands a little ahead: its lease is believed.
    const std::int64_t a_little_ms = ports::clock_slack_ms + lease_ms;
    write([&](ports::UnitOfWork& work) { work.jobs().extend(job.shop_id, job.id, now_ms + a_little_ms); });
    EXPECT_FALSE(claim_at(now_ms));
    EXPECT_FALSE(claim_at(now_ms + a_little_ms - 1));
    EXPECT_TRUE(claim_at(now_ms + a_little_ms));
}

COMMIS_ON_EVERY_STORAGE(JobClockTest);

// What the routes look for beside the list's older filters.
class FindingTest : public StorageTest {
protected:
    [[nodiscard]] std::vector<std::string> found(ports::OrderFilter filter) const {
        filter.shop_ids = {sample.shop.id};
        std::vector<std::string> ids;
        const auto page = read([&](auto& snapshot) { return snapshot.orders().list(page_of(filter)); });
        for (const ports::OrderRow& row : page.rows) ids.push_back(row.id);
        const auto count = read([&](auto& snapshot) { return snapshot.orders().count(filter); });
        EXPECT_EQ(count.count, static_cast<std::int64_t>(ids.size()));
        return ids;
    }
    [[nodiscard]] domain::Order add(std::vector<std::string> tags) const {
        domain::PlaceOrder command = sample.command();
        command.tags = std::move(tags);
        return sample.add(storage(), command);
    }
};

TEST_P(FindingTest, ByTagsOldAndNew) {
    const domain::Order first = add({"gift", "vip"});
    const domain::Order second = add({"vip"});
    ports::OrderFilter filter;
    filter.tags = {"gift"};
    EXPECT_EQ(found(filter), std::vector{first.id});
    filter.tags = {"gift", "vip"};
    EXPECT_EQ(found(filter).size(), 2U);
    apply(second, [](domain::Order& order) { order.tags = {"gift", "late"}; });
    filter.tags = {"vip"};
    EXPECT_EQ(found(filter), std::vector{first.id});
    filter.tags = {"late"};
    EXPECT_EQ(found(filter), std::vector{second.id});
    // Beside another filter that leads.
    filter.customers = {"zoe@example.org"};
    EXPECT_EQ(found(filter), std::vector{second.id});
    filter.customers = {"nobody@example.org"};
    EXPECT_TRUE(found(filter).empty());
}

TEST_P(FindingTest, ByTaskAndAssignee) {
    const domain::Order first = add({});
    const domain::Order second = add({});
    apply(first, [](domain::Order& order) { order.task = domain::Task::remind; });
    apply(second, [](domain::Order& order) { order.assignee = "Åse"; });
    ports::OrderFilter filter;
    filter.tasks = {domain::Task::remind, domain::Task::remove};
    EXPECT_EQ(found(filter), std::vector{first.id});
    filter.tasks = {domain::Task::none};
    EXPECT_EQ(found(filter), std::vector{second.id});
    filter.tasks.clear();
    filter.assignees = {"Åse"};
    EXPECT_EQ(found(filter), std::vector{second.id});
}

TEST_P(FindingTest, AParcelsOrderByItsId) {
    const domain::Order order = add({});
    apply(order, [](domain::Order& after) { after.shipments.push_back({.id = "parcel-1", .created_at_ms = 5}); });
    const auto find_order = [&](std::int64_t shop_id, const char* id) {
        return read([&](auto& snapshot) { return snapshot.orders().find_shipment_order(shop_id, id); });
    };
    EXPECT_EQ(find_order(sample.shop.id, "parcel-1"), order.id);
    EXPECT_EQ(find_order(sample.shop.id, "parcel-2"), std::nullopt);
    EXPECT_EQ(find_order(sample.shop.id + 1, "parcel-1"), std::nullopt);
}

TEST_P(FindingTest, ByProjectionsComputedAnewWithoutANewVersion) {
    const domain::Order order = add({});
    domain::Projection projection = sample.projection(order);
    projection.stage = domain::Stage::on_hold;
    projection.summary = domain::SummaryStatus::complete;
    projection.queue = domain::Queue::to_finish;
    projection.step = domain::Step::finish;
    projection.due_minor = 17;
    projection.timer_at_ms = 900;
    write([&](ports::UnitOfWork& work) { work.orders().save_projection(sample.shop.id, order.id, projection); });
    ports::OrderFilter filter;
    filter.stages = {domain::Stage::on_hold};
    filter.summaries = {domain::SummaryStatus::complete};
    filter.queues = {domain::Queue::to_finish};
    EXPECT_EQ(found(filter), std::vector{order.id});
    EXPECT_EQ(find(order.id), order);
    filter.shop_ids = {sample.shop.id};
    const auto page = read([&](auto& snapshot) { return snapshot.orders().list(page_of(filter)); });
    EXPECT_EQ(page.rows.at(0).projection.due_minor, 17);
    EXPECT_EQ(page.rows.at(0).projection.timer_at_ms, 900);
}

COMMIS_ON_EVERY_STORAGE(FindingTest);

}  // namespace
}  // namespace commis::test
