// Digests, password hashes and sealing do what they promise, and refuse what was tampered with.
#include "adapters/system/secrets.hpp"

#include <filesystem>
#include <fstream>
#include <thread>

#include "adapters/system/sealing.hpp"
#include "gtest/gtest.h"

namespace commis::system {
namespace {

namespace fs = std::filesystem;

TEST(Secrets, digest_is_blake2b_256) {
    SodiumSecrets secrets;
    EXPECT_EQ(secrets.digest(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(secrets.digest("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_NE(secrets.digest("token"), secrets.digest("Token"));
}

TEST(Secrets, passwords_are_hashed_with_argon2id_and_salt) {
    SodiumSecrets secrets;
    const std::string password = "correct horse – Ærø";
    const std::string hash = secrets.hash_password(password);
    EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
    EXPECT_EQ(hash.find(password), std::string::npos);
    EXPECT_NE(hash, secrets.hash_password(password));
    EXPECT_TRUE(secrets.password_matches(hash, password));
    EXPECT_FALSE(secrets.password_matches(hash, "correct horse"));
    EXPECT_FALSE(secrets.password_matches(hash, ""));
}

TEST(Secrets, what_is_no_hash_matches_nothing) {
    SodiumSecrets secrets;
    for (const std::string& hash :
         {std::string{}, std::string{"plain"}, std::string{"$argon2id$v=19$m=1"}, std::string(5'000, '$')}) {
        EXPECT_FALSE(secrets.password_matches(hash, "plain"));
    }
}

TEST(Secrets, many_sign_ins_at_once_all_get_their_answer) {
    SodiumSecrets secrets;
    const std::string hash = secrets.hash_password("right");
    std::atomic<int> matched = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 6; ++i) {
            threads.emplace_back([&, i] { matched += secrets.password_matches(hash, i % 2 == 0 ? "right" : "wrong"); });
        }
    }
    EXPECT_EQ(matched, 3);
}

fs::path fresh_folder() {
    std::string name = (fs::temp_directory_path() / "commis_sealing_XXXXXX").string();
    return mkdtemp(name.data());
}

TEST(Sealing, opens_what_it_sealed_and_nothing_else) {
    const auto sealer = Sealer::from_key(std::string(64, 'a'));
    ASSERT_TRUE(sealer);
    const std::string text("sk_live_1\0Ærø", 14);
    const std::string sealed = sealer->seal(text);
    EXPECT_EQ(sealed.find("sk_live"), std::string::npos);
    EXPECT_NE(sealed, sealer->seal(text));
    EXPECT_EQ(sealer->open(sealed), text);
    EXPECT_EQ(sealer->open(sealer->seal("")), "");
    std::string changed = sealed;
    changed[30] = changed[30] == 'A' ? 'B' : 'A';
    EXPECT_EQ(sealer->open(changed), std::nullopt);
    EXPECT_EQ(sealer->open(sealed.substr(0, 20)), std::nullopt);
    EXPECT_EQ(sealer->open(""), std::nullopt);
    EXPECT_EQ(sealer->open("no base64!"), std::nullopt);
    EXPECT_EQ(Sealer::from_key(std::string(64, 'b'))->open(sealed), std::nullopt);
}

TEST(Sealing, takes_keys_of_32_bytes_only) {
    EXPECT_TRUE(Sealer::from_key("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    for (const std::string& text :
         {std::string{}, std::string{"short"}, std::string(64, 'x'), std::string(43, '!'), std::string(128, 'a')}) {
        EXPECT_FALSE(Sealer::from_key(text)) << text;
    }
}

TEST(Sealing, makes_a_key_file_for_its_owner_alone_and_keeps_it) {
    const fs::path folder = fresh_folder();
    const auto first = Sealer::from_file(folder / "secret.key");
    ASSERT_TRUE(first) << first.error();
    EXPECT_EQ(fs::status(folder / "secret.key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
    const auto second = Sealer::from_file(folder / "secret.key");
    ASSERT_TRUE(second);
    EXPECT_EQ(second->open(first->seal("kept")), "kept");
    fs::remove_all(folder);
}

TEST(Sealing, says_what_is_wrong_with_a_key_file) {
    const fs::path folder = fresh_folder();
    EXPECT_NE(Sealer::from_file(folder / "none" / "secret.key").error().find("can't be made"), std::string::npos);
    std::ofstream(folder / "bad.key") << "nothing\n";
    fs::permissions(folder / "bad.key", fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_NE(Sealer::from_file(folder / "bad.key").error().find("holds no key"), std::string::npos);
    fs::permissions(folder / "bad.key", fs::perms::others_read, fs::perm_options::add);
    EXPECT_NE(Sealer::from_file(folder / "bad.key").error().find("0600"), std::string::npos);
    fs::remove_all(folder);
}

}  // namespace
}  // namespace commis::system
