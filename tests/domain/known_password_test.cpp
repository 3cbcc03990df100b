// Which passwords are known to everybody, and which are not although they look simple.
#include "domain/known_password.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace commis::domain {
namespace {

const std::vector<std::string> own{"Zoé Lefèvre", "zoe.lefevre@maison-lilas.example", "Maison Lilas", "Cafe de la Gare",
                                   "La Théière voyageuse"};

TEST(KnownPassword, KnowsWordsWithDigitsAndSignsAroundThem) {
    for (const char* password :
         {"password123", "Password2024!", "passwort1234", "motdepasse1", "adgangskode12", "Welcome2023", "iloveyou123",
          "sommer2024!", "administrator", "Admin123456", "letmein2024", "testtest123", "changeme!!!", "123password"}) {
        EXPECT_TRUE(is_known_password(password, {})) << password;
    }
}

TEST(KnownPassword, KnowsDisguisedLetters) {
    for (const char* password : {"p@ssw0rd123", "P4ssw0rt2024", "m0td3p4ss3!", "@dm1n1str4t0r"}) {
        EXPECT_TRUE(is_known_password(password, {})) << password;
    }
}

TEST(KnownPassword, KnowsWalksRowsAndRepetitions) {
    for (const char* password : {"1234567890", "0987654321", "qwertyuiop", "azertyuiop123", "qwertz12345", "asdfghjkl1",
                                 "1qaz2wsx3edc", "1q2w3e4r5t", "abcdefghij", "zxcvbnm1234", "aaaaaaaaaa",
                                 "abcabcabcabc", "xoxoxoxoxoxo", "poiuytrewq", "!@#$%^&*()", "11111222223333"}) {
        EXPECT_TRUE(is_known_password(password, {})) << password;
    }
}

TEST(KnownPassword, KnowsThePersonAndTheShop) {
    for (const char* password : {"lefevre2024", "Zoe.Lefevre1", "maisonlilas", "MaisonLilas75", "lilas-lefevre",
                                 "cafe de la gare1", "CafeDeLaGare75", "La Théière voyageuse2024"}) {
        EXPECT_TRUE(is_known_password(password, own)) << password;
        EXPECT_FALSE(is_known_password(password, std::vector<std::string>{"Ida Holm"})) << password;
    }
}

TEST(KnownPassword, LeavesWhatNobodyListsAlone) {
    for (const char* password :
         {"correct horse battery", "a better password", "the password of now", "tR7#kq0vLm", "kaffe paa terrassen",
          "brume-violette-9", "otte smaa fisk", "xkcd936isright", "Waschbär im Schrank"}) {
        EXPECT_FALSE(is_known_password(password, own)) << password;
    }
}

}  // namespace
}  // namespace commis::domain
