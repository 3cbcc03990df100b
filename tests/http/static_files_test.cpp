// The desk's files: encodings, entity tags, caching, and which addresses get index.html.
#include "http/static_files.hpp"

#include <gtest/gtest.h>

namespace commis::http {
namespace {

StaticFiles sample() {
    return StaticFiles([](std::string_view path) -> std::optional<StaticFile> {
        if (path == "index.html") return StaticFile{"<html>", "br-html", "", "aaa"};
        if (path == "assets/app-1.js") return StaticFile{"let a", "br-js", "gz-js", "bbb"};
        if (path == "favicon.ico") return StaticFile{"icon", "", "", "ccc"};
        return std::nullopt;
    });
}

Response ask(std::string path, std::string accept = "", std::string none_match = "") {
    Request request;
    request.path = std::move(path);
    if (!accept.empty()) request.headers.add("Accept-Encoding", std::move(accept));
    if (!none_match.empty()) request.headers.add("If-None-Match", std::move(none_match));
    return sample()(request);
}

TEST(StaticFiles, hashed_names_are_kept_for_ever) {
    const Response response = ask("/assets/app-1.js", "gzip, br");
    EXPECT_EQ(response.content(), "br-js");
    EXPECT_EQ(response.headers.get("Content-Encoding"), "br");
    EXPECT_EQ(response.headers.get("ETag"), "\"bbb-br\"");
    EXPECT_EQ(response.headers.get("Vary"), "Accept-Encoding");
    EXPECT_EQ(response.headers.get("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(response.headers.get("Content-Type"), "text/javascript; charset=utf-8");
}

TEST(StaticFiles, each_encoding_has_its_tag) {
    EXPECT_EQ(ask("/assets/app-1.js", "gzip").headers.get("ETag"), "\"bbb-gz\"");
    EXPECT_EQ(ask("/assets/app-1.js").headers.get("ETag"), "\"bbb\"");
    EXPECT_EQ(ask("/assets/app-1.js").headers.find("Content-Encoding"), nullptr);
    EXPECT_EQ(ask("/assets/app-1.js", "br", "\"x\", W/\"bbb-br\"").status, 304);
    EXPECT_EQ(ask("/assets/app-1.js", "br", "\"bbb\"").status, 200);
    EXPECT_EQ(ask("/assets/app-1.js", "br", "*").status, 304);
    const Response unchanged = ask("/", "", "\"aaa\"");
    EXPECT_EQ(unchanged.status, 304);
    EXPECT_EQ(unchanged.content(), "");
    EXPECT_EQ(unchanged.headers.get("ETag"), "\"aaa\"");
}

TEST(StaticFiles, the_desks_own_addresses_get_the_index) {
    for (const char* path : {"/", "/index.html", "/maison/orders", "/maison/orders/17", "/apiary", "/login"}) {
        const Response response = ask(path);
        EXPECT_EQ(response.status, 200) << path;
        EXPECT_EQ(response.content(), "<html>") << path;
        EXPECT_EQ(response.headers.get("Cache-Control"), "no-cache") << path;
    }
}

TEST(StaticFiles, the_index_never_stands_in_for_the_api_or_a_missing_file) {
    for (const char* path : {"/api", "/api/v1/nothing", "/assets/app-0.js", "/assets/old", "/robots.txt",
                             "/hooks/stripe/maison", "/o/token", "/deep/file.css"}) {
        const Response response = ask(path);
        EXPECT_EQ(response.status, 404) << path;
        EXPECT_EQ(response.headers.get("Content-Type"), "application/problem+json") << path;
    }
}

TEST(StaticFiles, encodings_follow_the_weights) {
    EXPECT_EQ(choose_encoding("br;q=0.5, gzip;q=0.9", true, true), "gzip");
    EXPECT_EQ(choose_encoding("br;q=0, gzip", true, true), "gzip");
    EXPECT_EQ(choose_encoding("*", true, true), "br");
    EXPECT_EQ(choose_encoding("*;q=0", true, true), "");
    EXPECT_EQ(choose_encoding("gzip;q=0, *", true, true), "br");
    EXPECT_EQ(choose_encoding("BR ; q=1.0", true, true), "br");
    EXPECT_EQ(choose_encoding("gzip, deflate", true, false), "");
    EXPECT_EQ(choose_encoding("br;q=nonsense", true, true), "");
    EXPECT_EQ(choose_encoding("identity", true, true), "");
}

}  // namespace
}  // namespace commis::http
