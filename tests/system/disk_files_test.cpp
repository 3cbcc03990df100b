// Bytes under their digest: taken in whole, found, told apart when they are damaged, dropped only when they are old.
#include "adapters/system/disk_files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <limits>

namespace commis::system {
namespace {

namespace fs = std::filesystem;
using ports::BytesState;

constexpr std::int64_t always = std::numeric_limits<std::int64_t>::max();
// SHA-256 of "abc" (FIPS 180-4, appendix B.1).
constexpr const char* digest_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

class DiskFilesTest : public testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }

    std::string upload(const std::string& bytes) {
        const fs::path path = folder_ / ("upload-" + std::to_string(++uploads_));
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }

    fs::path folder_ = fs::temp_directory_path() / ("commis-files-" + std::to_string(::getpid()));
    DiskFiles files_{folder_ / "files"};
    int uploads_ = 0;
};

TEST_F(DiskFilesTest, keeps_bytes_once_under_their_digest) {
    EXPECT_TRUE(files_.digests().empty());
    const std::string path = upload("abc");
    const auto stored = files_.take_in(path);
    EXPECT_EQ(stored.digest, digest_of_abc);
    EXPECT_EQ(stored.size_bytes, 3);
    EXPECT_FALSE(fs::exists(path)) << "it moved";
    EXPECT_EQ(files_.find(digest_of_abc), (folder_ / "files/ba" / (digest_of_abc + 2)).string());
    EXPECT_EQ(files_.take_in(upload("abc")).digest, digest_of_abc);
    EXPECT_EQ(files_.digests(), std::vector<std::string>{digest_of_abc});
    EXPECT_EQ(files_.check(digest_of_abc, 3), BytesState::whole);
}

TEST_F(DiskFilesTest, sees_what_is_missing_or_damaged_and_mends_it_with_the_next_upload) {
    EXPECT_EQ(files_.check(digest_of_abc, 3), BytesState::missing);
    files_.take_in(upload("abc"));
    std::ofstream(*files_.find(digest_of_abc), std::ios::binary) << "abd";
    EXPECT_EQ(files_.check(digest_of_abc, 3), BytesState::differs);
    files_.take_in(upload("abc"));
    EXPECT_EQ(files_.check(digest_of_abc, 3), BytesState::whole);
    EXPECT_EQ(files_.check(digest_of_abc, 4), BytesState::differs);
}

TEST_F(DiskFilesTest, drops_only_what_did_not_just_come) {
    files_.take_in(upload("abc"));
    EXPECT_FALSE(files_.drop(digest_of_abc, 1'000));
    EXPECT_TRUE(files_.find(digest_of_abc));
    EXPECT_TRUE(files_.drop(digest_of_abc, always));
    EXPECT_FALSE(files_.find(digest_of_abc));
    EXPECT_FALSE(files_.drop(digest_of_abc, always)) << "it is gone";
}

TEST_F(DiskFilesTest, leads_nowhere_else) {
    std::ofstream(folder_ / "secret.key") << "secret";
    for (const char* name : {"", "..", "../secret.key", "ba/../../secret.key", "/etc/passwd"}) {
        EXPECT_FALSE(files_.find(name)) << name;
    }
    EXPECT_FALSE(files_.find(std::string(64, '.')));
    EXPECT_THROW(files_.take_in((folder_ / "nothing").string()), std::system_error);
}

}  // namespace
}  // namespace commis::system
