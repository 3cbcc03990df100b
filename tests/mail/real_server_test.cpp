// Delivery through Debian's own exim: what a customer's mail box would hold in the end.
#include <gtest/gtest.h>

#include <netinet/in.h>
#include <sys/socket.h>

#include <thread>

#include "mail/sample_model.hpp"
#include "mail/smtp_server.hpp"

namespace commis::tests {
namespace {

int free_port() {
    const int channel = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(channel, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(channel, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(channel);
    return ntohs(address.sin_port);
}

class RealServer : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("commis-exim-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        std::filesystem::permissions(folder_, std::filesystem::perms{0755});
        port_ = free_port();
        const std::filesystem::path cache = std::filesystem::path{COMMIS_BINARY_DIR} / "exim";
        exim_.emplace(std::vector<std::string>{COMMIS_SOURCE_DIR "/tests/support/smtp/exim.sh", folder_,
                                               std::to_string(port_), cache});
        for (int tries = 0; tries < 600; ++tries) {
            if (exim_->exit_code() == 77) GTEST_SKIP() << "Debian's exim can't be had here";
            if (exim_->exit_code()) break;
            if (mailer_for(url()).features()) return;
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
        FAIL() << "exim did not start";
    }
    void TearDown() override {
        exim_.reset();
        std::filesystem::remove_all(folder_);
    }

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_) + "/?timeout_s=20"; }

    // The mails that arrived, once there are so many.
    std::vector<std::string> arrived(std::size_t count) const {
        for (int tries = 0; tries < 200; ++tries) {
            std::vector<std::string> mails;
            const auto box = folder_ / "maildir/new";
            if (std::filesystem::exists(box)) {
                for (const auto& entry : std::filesystem::directory_iterator{box}) mails.push_back(read_text(entry));
            }
            if (mails.size() >= count) return mails;
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
        return {};
    }

    std::filesystem::path folder_;
    int port_ = 0;
    std::optional<Child> exim_;
};

TEST_F(RealServer, delivers_a_rendered_mail_as_it_was_written) {
    auto mailer = mailer_for(url());
    const auto features = mailer.features();
    ASSERT_TRUE(features.has_value()) << features.error().words;
    EXPECT_TRUE(features->eight_bit_mime);
    EXPECT_TRUE(features->internationalized);
    const auto rendered = shipped_renderer().render("order_placed", "fr", sample_model());
    auto message = sample_message();
    message.subject = rendered->subject;
    message.text = rendered->text;
    message.html = rendered->html;
    const auto result = deliver(mailer, message);
    EXPECT_EQ(result.status, ports::SendStatus::sent) << result.words;
    EXPECT_TRUE(result.words.starts_with("250 OK id=")) << result.words;
    message.to.address = "zoé@bücher.example";
    message.message_id = "2@nordlys.example";
    EXPECT_EQ(deliver(mailer, message).status, ports::SendStatus::sent);

    const auto mails = arrived(2);
    ASSERT_EQ(mails.size(), 2U);
    for (const auto& mail : mails) {
        EXPECT_NE(mail.find("Content-Transfer-Encoding: 8bit"), std::string::npos);
        EXPECT_EQ(mail.find("base64"), std::string::npos);
        EXPECT_NE(mail.find("\n12 rue de l'Église\n75011 Paris\n"), std::string::npos) << mail;
        EXPECT_NE(mail.find("<li>2 × Aurora lamp 40×40 (brass)"), std::string::npos);
    }
}

TEST_F(RealServer, refuses_for_good_and_goes_on) {
    auto mailer = mailer_for(url());
    auto message = sample_message();
    message.to.address = "nobody-here@example.org";
    const auto refused = deliver(mailer, message);
    EXPECT_EQ(refused.status, ports::SendStatus::permanent);
    EXPECT_EQ(refused.words, "550 no such person");
    for (int count = 0; count < 20; ++count) {
        message.to.address = "person" + std::to_string(count) + "@example.org";
        EXPECT_EQ(deliver(mailer, message).status, ports::SendStatus::sent);
    }
    EXPECT_EQ(arrived(20).size(), 20U);
}

}  // namespace
}  // namespace commis::tests
