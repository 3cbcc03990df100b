// Backups by themselves: when one is due, what stays, and that nothing old goes before something new is proven.
#include "worker/backups.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>

#include "support/test_engine.hpp"

namespace commis::worker {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t noon = 1'795'435'200'000;  // 2026-11-23T12:00:00Z

class Backups : public ::testing::Test {
protected:
    BackupKeeper keeper(domain::BackupKeeping keeping = {2, 0}) {
        BackupTools tools;
        tools.copy = [this](const fs::path& to, const fs::path& previous) {
            if (breaks_copy) {
                fs::create_directories(to.string() + ".partial");
                throw std::runtime_error("No space left on device");
            }
            previous_seen = previous;
            fs::create_directories(to);
            std::ofstream(to / "commis.db") << "whole";
        };
        tools.prove = [this](const fs::path&) { return proof; };
        return {{folder_.path() / "backups", 24 * hour, keeping}, std::move(tools)};
    }
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(folder_.path() / "backups")) {
            found.push_back(entry.path().filename().string());
        }
        std::ranges::sort(found);
        return found;
    }

    commis::test::TemporaryFolder folder_;
    BackupProof proof{2, 300, 900, 0};
    fs::path previous_seen;
    bool breaks_copy = false;
};

TEST_F(Backups, one_is_made_at_once_and_the_next_when_it_is_due) {
    BackupKeeper kept = keeper();
    EXPECT_FALSE(kept.state().last_good_at_ms);
    kept.run_due(noon);
    EXPECT_EQ(names(), (std::vector<std::string>{"commis-2026-11-23T120000Z"}));
    kept.run_due(noon + 23 * hour);
    EXPECT_THAT(names(), SizeIs(1));
    kept.run_due(noon + 24 * hour);
    EXPECT_EQ(names().back(), "commis-2026-11-24T120000Z");
    EXPECT_EQ(previous_seen.filename(), "commis-2026-11-23T120000Z");
    EXPECT_EQ(kept.state().last_good_at_ms, noon + 24 * hour);
    EXPECT_EQ(kept.state().last_proof.orders, 300);
    EXPECT_EQ(kept.state().kept, 2);
    EXPECT_GT(kept.state().last_bytes, 5);
}

TEST_F(Backups, a_server_that_starts_again_waits_for_the_same_hour) {
    keeper().run_due(noon);
    BackupKeeper again = keeper();
    EXPECT_EQ(again.state().last_good_at_ms, noon);
    again.run_due(noon + hour);
    EXPECT_THAT(names(), SizeIs(1));
    again.run_due(noon + 24 * hour);
    EXPECT_THAT(names(), SizeIs(2));
}

TEST_F(Backups, old_ones_go_when_a_proven_new_one_is_there) {
    BackupKeeper kept = keeper();
    for (int days = 0; days < 4; ++days) kept.run_due(noon + days * 24 * hour);
    EXPECT_EQ(names(), (std::vector<std::string>{"commis-2026-11-25T120000Z", "commis-2026-11-26T120000Z"}));
}

TEST_F(Backups, a_copy_that_fails_drops_nothing_is_told_and_tried_again_within_the_hour) {
    BackupKeeper kept = keeper({1, 0});
    kept.run_due(noon);
    breaks_copy = true;
    EXPECT_THROW(kept.run_due(noon + 24 * hour), std::runtime_error);
    EXPECT_THAT(kept.state().failure, HasSubstr("No space left"));
    EXPECT_EQ(kept.state().failures, 1);
    EXPECT_EQ(kept.state().last_good_at_ms, noon);
    EXPECT_TRUE(fs::exists(failure_note(folder_.path() / "backups")));
    EXPECT_EQ(names().front(), "commis-2026-11-23T120000Z");
    kept.run_due(noon + 24 * hour + 1);
    EXPECT_EQ(kept.state().failures, 1) << "not again at once";
    breaks_copy = false;
    kept.run_due(noon + 25 * hour);
    EXPECT_EQ(kept.state().failure, "");
    EXPECT_EQ(kept.state().failures, 1);
    EXPECT_EQ(names(), (std::vector<std::string>{"commis-2026-11-24T130000Z"})) << "what the failed try left is gone";
}

TEST_F(Backups, a_copy_with_problems_stays_but_does_not_count) {
    BackupKeeper kept = keeper({1, 0});
    kept.run_due(noon);
    proof.problems = 3;
    EXPECT_THROW(kept.run_due(noon + 24 * hour), std::runtime_error);
    EXPECT_THAT(kept.state().failure, HasSubstr("3 problems"));
    EXPECT_THAT(list_backups(folder_.path() / "backups"), SizeIs(1));
    EXPECT_TRUE(fs::exists(folder_.path() / "backups/commis-2026-11-23T120000Z"));
    EXPECT_TRUE(fs::exists(folder_.path() / "backups/commis-2026-11-24T120000Z/commis.db"));
}

}  // namespace
}  // namespace commis::worker
