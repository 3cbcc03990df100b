// The parser alone: the same bytes give the same requests, however they are cut.
#include "http/request_parser.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace commis::http {
namespace {

// The bodies of the requests, then "error <status>" if it ended so.
std::vector<std::string> bodies(std::string_view bytes, std::size_t step) {
    std::vector<std::string> found;
    std::string buffer;
    RequestParser parser{Limits{}};
    while (true) {
        const std::size_t taken = parser.feed(buffer);
        buffer.erase(0, taken);
        if (parser.error() != nullptr) {
            found.push_back("error " + std::to_string(parser.error()->status));
            return found;
        }
        if (parser.is_complete()) {
            found.push_back(parser.request().method + parser.body());
            parser = RequestParser{Limits{}};
            if (!buffer.empty()) continue;
        } else if (taken > 0 && !buffer.empty()) {
            continue;
        }
        if (bytes.empty()) return found;
        buffer += bytes.substr(0, step);
        bytes.remove_prefix(std::min(step, bytes.size()));
    }
}

TEST(RequestParser, does_not_depend_on_how_bytes_are_cut) {
    const std::string chunked = "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::string bytes = chunked + "0\r\n\r\n" + chunked + "1\r\na\r\n0\r\n\r\n" + chunked +
                              "3;x=\"y\"\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n" +
                              "PUT / HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\nxy" +
                              "GET / HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n\r\n";
    const std::vector<std::string> wanted = {"POST", "POSTa", "POSTabc0123456789", "PUTxy", "GET"};
    for (std::size_t step = 1; step < 40; ++step) EXPECT_EQ(bodies(bytes, step), wanted) << step;
    EXPECT_EQ(bodies(bytes, bytes.size()), wanted);
}

TEST(RequestParser, malformed_chunks_are_refused) {
    const std::string chunked = "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const std::string_view body :
         {"x\r\nabcde", "-1\r\nabcde", "2\r\nabcd\r\n0\r\n\r\n", "1;\x01\r\na\r\n0\r\n\r\n",
          "ffffffffffffffffff\r\nabc", "0\r\nno field\r\n\r\n", "0x1\r\na\r\n0\r\n\r\n"}) {
        for (const std::size_t step : {1U, 1000U}) {
            EXPECT_EQ(bodies(chunked + std::string(body), step), std::vector<std::string>{"error 400"}) << body;
        }
    }
}

}  // namespace
}  // namespace commis::http
