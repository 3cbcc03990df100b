// Which route a path finds, what it captures, and how misses are refused.
#include "http/router.hpp"

#include <gtest/gtest.h>

namespace commis::http {
namespace {

Handler nothing() {
    return [](Request&) { return no_content(); };
}

Router sample() {
    Router router;
    router.add("GET", "/", nothing());
    router.add("GET", "/shops", nothing());
    router.add("POST", "/shops", nothing());
    router.add("GET", "/shops/{shop}", nothing());
    router.add("GET", "/shops/{shop}/orders/{id}", nothing());
    router.add("POST", "/shops/{shop}/orders/bulk", nothing());
    router.add("GET", "/shops/{shop}/documents/{id}", nothing());
    router.add("GET", "/shops/{store}/documents/{name}.pdf", nothing());
    router.add("GET", "/shops/{shop}/documents/batch.pdf", nothing());
    return router;
}

struct Found {
    int status = 0;
    std::string route;
    Request request;
    Response refusal;
};

Found find(const Router& router, std::string method, std::string target) {
    Found found;
    found.request.method = std::move(method);
    found.request.target = std::move(target);
    auto resolved = router.resolve(found.request);
    if (auto* refusal = std::get_if<Response>(&resolved)) {
        found.status = refusal->status;
        found.refusal = std::move(*refusal);
    } else {
        found.status = 200;
        found.route = std::get<const Route*>(resolved)->pattern;
    }
    return found;
}

TEST(Router, captures_decoded_segments) {
    const Router router = sample();
    const Found found = find(router, "GET", "/shops/ma%20ison/orders/a%2Fb?x=1");
    EXPECT_EQ(found.route, "/shops/{shop}/orders/{id}");
    EXPECT_EQ(found.request.route, found.route);
    EXPECT_EQ(found.request.param("shop"), "ma ison");
    EXPECT_EQ(found.request.param("id"), "a/b");
    EXPECT_EQ(found.request.param("none"), "");
    EXPECT_EQ(find(router, "GET", "/").route, "/");
}

TEST(Router, the_more_exact_pattern_wins) {
    const Router router = sample();
    EXPECT_EQ(find(router, "GET", "/shops/x/documents/batch.pdf").route, "/shops/{shop}/documents/batch.pdf");
    const Found pdf = find(router, "GET", "/shops/x/documents/17.pdf");
    EXPECT_EQ(pdf.route, "/shops/{store}/documents/{name}.pdf");
    EXPECT_EQ(pdf.request.param("store"), "x");
    EXPECT_EQ(pdf.request.param("name"), "17");
    EXPECT_EQ(find(router, "GET", "/shops/x/documents/17").route, "/shops/{shop}/documents/{id}");
    EXPECT_EQ(find(router, "GET", "/shops/x/documents/.pdf").route, "/shops/{shop}/documents/{id}");
}

TEST(Router, falls_back_to_a_wider_pattern_for_the_method) {
    const Router router = sample();
    EXPECT_EQ(find(router, "POST", "/shops/x/orders/bulk").route, "/shops/{shop}/orders/bulk");
    EXPECT_EQ(find(router, "GET", "/shops/x/orders/bulk").request.param("id"), "bulk");
}

TEST(Router, misses_are_404_405_501_or_400) {
    const Router router = sample();
    for (const char* path : {"/shop", "/shops/", "/shops//orders/1", "/shops/x/orders", "//", "/shops/../shops"}) {
        EXPECT_EQ(find(router, "GET", path).status, 404) << path;
    }
    const Found wrong_method = find(router, "DELETE", "/shops/x/orders/bulk");
    EXPECT_EQ(wrong_method.status, 405);
    EXPECT_EQ(wrong_method.refusal.headers.get("Allow"), "GET, HEAD, POST");
    EXPECT_EQ(find(router, "PROPFIND", "/shops").status, 501);
    EXPECT_EQ(find(router, "get", "/shops").status, 501);
    for (const char* target : {"", "*", "shops", "/a%", "/a%g0", "/%ff", "/%00", "/a b", "/\xc3\xa9", "/x?y=%fe"}) {
        EXPECT_EQ(find(router, "GET", target).status, 400) << target;
    }
}

TEST(Router, the_fallback_answers_reads_only) {
    Router router = sample();
    router.set_fallback(nothing());
    EXPECT_EQ(find(router, "GET", "/any/where").status, 200);
    EXPECT_EQ(find(router, "HEAD", "/any/where").status, 200);
    EXPECT_EQ(find(router, "POST", "/any/where").status, 404);
    EXPECT_EQ(find(router, "DELETE", "/shops").status, 405);
}

TEST(Router, queries_keep_order_and_repeats) {
    const Router router = sample();
    const Found found = find(router, "GET", "/shops?status=a&q=caf%C3%A9+cr%C3%A8me&status=b%2Bc&&flag&empty=");
    const Pairs wanted = {{"status", "a"}, {"q", "café crème"}, {"status", "b+c"}, {"flag", ""}, {"empty", ""}};
    EXPECT_EQ(found.request.query, wanted);
    EXPECT_EQ(found.request.query_value("status"), "a");
    EXPECT_EQ(found.request.query_values("status").size(), 2U);
    EXPECT_FALSE(found.request.query_value("none"));
}

TEST(Router, refuses_mistakes_of_its_user) {
    Router router = sample();
    EXPECT_THROW(router.add("GET", "/shops/{other}", nothing()), std::logic_error);
    EXPECT_THROW(router.add("GET", "shops", nothing()), std::logic_error);
    EXPECT_THROW(router.add("GET", "/a//b", nothing()), std::logic_error);
    EXPECT_THROW(router.add("GET", "/a{b}", nothing()), std::logic_error);
    EXPECT_EQ(sample().routes().size(), 9U);
    EXPECT_EQ(sample().routes().front()->pattern, "/");
}

}  // namespace
}  // namespace commis::http
