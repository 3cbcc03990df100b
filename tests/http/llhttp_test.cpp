// Every request of the llhttp test data, alone and byte by byte: each gets an answer or a close, none a 5xx except the
// two that say "I do not speak that" (501, 505), and the server goes on serving.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <vector>

#include "http/client.hpp"
#include "http/server.hpp"
#include "support/shared_data.hpp"

namespace commis::http::tests {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

// The bytes a fenced block stands for: its lines end in CRLF, a backslash joins lines, \r \n \t are escapes.
std::string bytes_of(std::string block) {
    if (block.ends_with('\n')) block.pop_back();
    replace_all(block, "\\\n", "");
    replace_all(block, "\n", "\r\n");
    replace_all(block, "\\r", "\r");
    replace_all(block, "\\n", "\n");
    replace_all(block, "\\t", "\t");
    return block;
}

std::vector<std::string> requests_of(const std::filesystem::path& path) {
    const std::string text = commis::tests::read_text(path);
    std::vector<std::string> found;
    for (std::size_t at = 0; (at = text.find("```http\n", at)) != std::string::npos;) {
        at += 8;
        const std::size_t end = text.find("```", at);
        found.push_back(bytes_of(text.substr(at, end - at)));
        at = end;
    }
    return found;
}

void expect_defined(Client& client, const std::string& bytes) {
    while (const auto answer = client.receive()) {
        const bool is_defined =
            (answer->status >= 200 && answer->status < 500) || answer->status == 501 || answer->status == 505;
        EXPECT_TRUE(is_defined) << answer->status << " to\n" << bytes;
    }
}

TEST(Llhttp, every_request_gets_a_defined_answer) {
    COMMIS_NEED_SHARED_DATA("bad-input/http-llhttp");
    Router router;
    router.set_fallback([](Request&) { return text_response(200, "text/plain", "read"); });
    router.add("PUT", "/url", [](Request&) { return no_content(); });
    ServerOptions options;
    options.limits = short_limits();
    RunningServer running(options, std::move(router));
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(commis::tests::shared_data("bad-input/http-llhttp"))) {
        for (const std::string& bytes : requests_of(entry.path())) {
            // The data leaves Host out, which HTTP/1.1 demands: each is sent with and without.
            std::string with_host = bytes;
            const std::size_t line_end = with_host.find("\r\n");
            if (line_end != std::string::npos) with_host.insert(line_end, "\r\nHost: test");
            for (const std::string& variant : {bytes, with_host}) {
                Client whole(running.port());
                whole.send(variant);
                whole.close_sending();
                expect_defined(whole, variant);
                Client slow(running.port());
                for (const char byte : variant) slow.send(std::string_view(&byte, 1));
                slow.close_sending();
                expect_defined(slow, variant);
                ++seen;
            }
        }
    }
    EXPECT_GT(seen, 80);
    Client client(running.port());
    EXPECT_EQ(client.ask(get("/still-here")).body, "read");
}

}  // namespace
}  // namespace commis::http::tests
