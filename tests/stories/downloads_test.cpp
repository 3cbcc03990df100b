// Files of articles and their way to buyers: what may be uploaded, who may fetch what, how often, until when, in which
// parts, and what a stranger gets (O-26, P-31).
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>

#include "features/articles/files.hpp"
#include "features/downloads/offers.hpp"
#include "stories/story_site.hpp"

namespace commis::test {
namespace {

namespace bj = boost::json;
namespace fs = std::filesystem;

constexpr std::int64_t day_ms = 86'400'000;
constexpr const char* shop_path = "/api/v1/shops/maison";
using Headers = std::map<std::string, std::string>;

class DownloadStory : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        site_ = std::make_unique<StorySite>(GetParam());
        site_->make_shop("maison", "web-shop", "EUR", "fr", "Europe/Paris");
        article_ =
            id_of(call("POST", "/articles", R"({"sku": "EB-1", "name": "E-book", "kind": "digital", "price": 900})"));
    }

    bj::value call(const std::string& method, const std::string& path, const std::string& body = "") {
        const http::Response response = site_->call(method, shop_path + path, body, {});
        EXPECT_LT(response.status, 300) << path << body << response.body;
        return response.body.empty() ? bj::value() : bj::parse(response.body);
    }
    int refused(const std::string& method, const std::string& path, const std::string& body = "") {
        return site_->call(method, shop_path + path, body, {}).status;
    }
    static std::string id_of(const bj::value& answer) { return std::string(answer.at("id").as_string()); }
    std::string files_path() const { return shop_path + ("/articles/" + article_) + "/files"; }

    // The code of the refusal, or "taken".
    std::string upload(const std::string& name, const std::string& bytes = "0123456789") {
        const http::Response response = site_->upload(files_path() + "?name=" + name, bytes);
        if (response.status == 201) return "taken";
        const bj::value answer = bj::parse(response.body);
        const bj::value* errors = answer.as_object().if_contains("errors");
        if (errors == nullptr || errors->as_array().empty()) return std::string(answer.at("code").as_string());
        return std::string(errors->as_array().front().at("code").as_string());
    }

    void buy(std::int64_t quantity = 1) {
        order_ = id_of(call("POST", "/orders",
                            R"({"currency": "EUR", "language": "de", "buyer": {"email": "ann@example.org"}, "lines":
                                [{"sku": "EB-1", "name": "E-book", "kind": "digital", "unit_price": 900,
                                  "quantity": )" +
                                std::to_string(quantity) + R"(}], "payment": {"method": "cheque"}})"));
    }
    void act(const std::string& action, const std::string& body = "{}") {
        call("POST", "/orders/" + order_ + "/actions/" + action, body);
    }

    std::vector<downloads::Offer> offers(std::int64_t link_ms = downloads::page_link_ms) {
        std::vector<downloads::Offer> found;
        site_->services().storage.read([&](ports::Snapshot& snapshot) {
            const auto shop = snapshot.shops().find_handle("maison");
            const auto order = snapshot.orders().find(shop->id, order_);
            found = downloads::offers(site_->services(), snapshot, *shop, *order, link_ms);
        });
        return found;
    }
    std::string link() {
        const auto found = offers();
        return found.empty() ? "" : found.front().url.substr(std::string("https://shop.example").size());
    }
    http::Response fetch(const std::string& path, const Headers& headers = {}, const std::string& method = "GET") {
        return site_->call(method, path, "", headers);
    }
    std::size_t logged() { return call("GET", "/orders/" + order_ + "/downloads").at("downloads").as_array().size(); }
    void settings(const std::string& patch) { call("PATCH", "", R"({"settings": )" + patch + "}"); }

    std::unique_ptr<StorySite> site_;
    std::string article_;
    std::string order_;
};

TEST_P(DownloadStory, FilesOfAnArticleAreListedAndTypedByTheirNames) {
    EXPECT_EQ(upload("Aurora%20%C3%A9t%C3%A9.PDF"), "taken");
    EXPECT_EQ(upload("run.exe"), "taken");
    const bj::value listed = call("GET", "/articles/" + article_ + "/files");
    EXPECT_EQ(listed.at_pointer("/items/0/name").as_string(), "Aurora été.PDF");
    EXPECT_EQ(listed.at_pointer("/items/0/media_type").as_string(), "application/pdf");
    EXPECT_EQ(listed.at_pointer("/items/0/size").as_int64(), 10);
    EXPECT_EQ(listed.at_pointer("/items/1/media_type").as_string(), "application/octet-stream");
    EXPECT_EQ(call("GET", "/articles/" + article_).at("files"), listed.at("items"));
    EXPECT_EQ(listed.at_pointer("/items/0/digest").as_string(),
              "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882");
}

TEST_P(DownloadStory, OddNamesAndOtherArticlesAreRefused) {
    for (const char* name : {"a%2Fb.pdf", "..%2Fsecret.key", "..", ".", ".htaccess", "a%5Cb.pdf", "a%00b", "a%0Ab",
                             "a%7Fb", "%E2%80%AEfdp.exe", "a%C2%85b", "%FF%FE.pdf", "a.pdf%20", "a.pdf."}) {
        const std::string code = upload(name);
        EXPECT_TRUE(code == "invalid_file_name" || code == "invalid_target") << name << " " << code;
    }
    EXPECT_EQ(upload(""), "required");
    EXPECT_EQ(upload(std::string(201, 'a')), "too_long");
    EXPECT_EQ(upload("empty.pdf", ""), "empty_body");
    EXPECT_EQ(upload("a.pdf"), "taken");
    EXPECT_EQ(upload("a.pdf"), "already_used");
    article_ = id_of(call("POST", "/articles", R"({"sku": "MUG", "name": "Mug", "price": 900})"));
    EXPECT_EQ(upload("a.pdf"), "not_digital");
    article_ = "01NOTHERE";
    EXPECT_EQ(upload("a.pdf"), "not_found");
    EXPECT_EQ(refused("GET", "/articles/01NOTHERE/files"), 404);
}

TEST_P(DownloadStory, TheSameBytesLieThereOnceAndGoWithTheLastNameADayLater) {
    EXPECT_EQ(upload("a.pdf"), "taken");
    EXPECT_EQ(upload("b.pdf"), "taken");
    const Services& services = site_->services();
    EXPECT_EQ(services.files->digests().size(), 1U);
    const bj::array files = call("GET", "/articles/" + article_ + "/files").at("items").as_array();
    const auto remove = [&](std::size_t at) {
        return refused("DELETE", "/articles/" + article_ + "/files/" + id_of(files.at(at)));
    };
    site_->clock.at_ms = system::SystemClock{}.now_ms() + 2 * day_ms;
    EXPECT_EQ(remove(0), 204);
    EXPECT_EQ(remove(0), 404);
    EXPECT_EQ(articles::sweep_files(services), 0) << "the other one needs them";
    EXPECT_TRUE(articles::check_files(services).findings.empty());
    EXPECT_EQ(remove(1), 204);
    EXPECT_EQ(articles::check_files(services).unused, 1);
    site_->clock.at_ms -= 2 * day_ms;
    EXPECT_EQ(articles::sweep_files(services), 0) << "they might just have come";
    site_->clock.at_ms += 2 * day_ms;
    EXPECT_EQ(articles::sweep_files(services), 1);
    EXPECT_TRUE(services.files->digests().empty());
}

TEST_P(DownloadStory, TheCheckFindsBytesThatAreMissingOrDamaged) {
    EXPECT_EQ(upload("a.pdf"), "taken");
    const Services& services = site_->services();
    const std::string path = *services.files->find(services.files->digests().front());
    std::ofstream(path, std::ios::binary) << "9876543210";
    auto report = articles::check_files(services);
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].state, ports::BytesState::differs);
    EXPECT_EQ(report.findings[0].name, "a.pdf");
    fs::remove(path);
    EXPECT_EQ(articles::check_files(services).findings.at(0).state, ports::BytesState::missing);
}

TEST_P(DownloadStory, O26_WhatIsPaidIsFetchedLoggedAndCounted) {
    EXPECT_EQ(upload("%C3%A9t%C3%A9%20%221%22.pdf"), "taken");
    buy();
    ASSERT_EQ(offers().size(), 1U);
    EXPECT_EQ(offers()[0].reason, domain::Refusal::not_paid);
    EXPECT_EQ(offers()[0].url, "");
    act("mark-paid");
    EXPECT_EQ(offers()[0].left, 10);
    const std::string path = link();
    const http::Response looked = fetch(path, {}, "HEAD");
    EXPECT_EQ(looked.status, 200);
    EXPECT_EQ(looked.stream_bytes, 10U);
    EXPECT_EQ(logged(), 0U) << "looking counts nothing";
    const http::Response got = fetch(path, {{"User-Agent", "Browser/1 \xC3\xA9" + std::string(300, 'x')}});
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(got.body, "0123456789");
    EXPECT_EQ(got.headers.get("Content-Disposition"),
              "attachment; filename=\"_t_ _1_.pdf\"; filename*=UTF-8''%C3%A9t%C3%A9%20%221%22.pdf");
    EXPECT_EQ(got.headers.get("Content-Type"), "application/pdf");
    EXPECT_EQ(got.headers.get("Accept-Ranges"), "bytes");
    EXPECT_EQ(got.headers.get("Cache-Control"), "private, no-store");
    EXPECT_EQ(offers()[0].left, 9);
    const bj::value told = call("GET", "/orders/" + order_ + "/downloads");
    EXPECT_EQ(told.at_pointer("/downloads/0/address").as_string(), "127.0.0.1");
    EXPECT_LE(told.at_pointer("/downloads/0/agent").as_string().size(), 200U);
    EXPECT_EQ(told.at_pointer("/files/0/left").as_int64(), 9);
    EXPECT_TRUE(call("GET", "/orders/" + order_).at_pointer("/lines/0/used_at").is_string());
    const bj::value timeline = call("GET", "/orders/" + order_ + "/timeline");
    EXPECT_EQ(timeline.at_pointer("/items/0/actor/name").as_string(), "Buyer")
        << "a name in an event stays when people are erased";
    fetch(path);
    EXPECT_EQ(call("GET", "/orders/" + order_ + "/timeline"), timeline) << "the first one is told, no other";
    EXPECT_EQ(logged(), 2U);
}

TEST_P(DownloadStory, RangesAreAnsweredAndGoOnWithoutCounting) {
    EXPECT_EQ(upload("a.mp3"), "taken");
    buy();
    act("mark-paid");
    const std::string path = link();
    const auto range = [&](const std::string& value, const std::string& if_range = "") {
        Headers headers{{"Range", value}};
        if (!if_range.empty()) headers["If-Range"] = if_range;
        return fetch(path, headers);
    };
    http::Response first = range("bytes=0-3");
    EXPECT_EQ(first.status, 206);
    EXPECT_EQ(first.body, "0123");
    EXPECT_EQ(first.headers.get("Content-Range"), "bytes 0-3/10");
    EXPECT_EQ(first.stream_bytes, 4U);
    const std::string tag(first.headers.get("ETag"));
    EXPECT_EQ(range("bytes=4-").body, "456789");
    EXPECT_EQ(range("bytes=-2", tag).body, "89");
    EXPECT_EQ(range("bytes=5-99999999999999999999", tag).body, "56789");
    EXPECT_EQ(logged(), 1U);
    EXPECT_EQ(range("bytes=4-", "\"another\"").status, 200) << "the file is not the one that was begun";
    EXPECT_EQ(logged(), 2U) << "so it is sent whole, and counts";
    EXPECT_EQ(range("bytes=0-1,3-4").body, "0123456789");
    const http::Response behind = range("bytes=10-");
    EXPECT_EQ(behind.status, 416);
    EXPECT_EQ(behind.headers.get("Content-Range"), "bytes */10");
    EXPECT_EQ(range("bytes=9-3").status, 200);
    const std::size_t before = logged();
    site_->address = "192.0.2.9";
    EXPECT_EQ(range("bytes=4-").status, 206);
    EXPECT_EQ(logged(), before + 1) << "somebody else begins anew";
    site_->clock.at_ms += 2'000;
    EXPECT_EQ(range("bytes=6-").status, 206);
    EXPECT_EQ(logged(), before + 1);
}

TEST_P(DownloadStory, O26_TheNumberAndTheDaysAreLimitsUntilTheyAreRenewed) {
    settings(R"({"download_limit": 2, "download_days": 3})");
    EXPECT_EQ(upload("a.pdf"), "taken");
    buy();
    act("mark-paid");
    const std::string path = link();
    EXPECT_EQ(fetch(path).status, 200);
    EXPECT_EQ(fetch(path).status, 200);
    EXPECT_EQ(fetch(path, {{"Range", "bytes=5-"}}).status, 206) << "the last one is fetched to its end";
    const http::Response used_up = fetch(path);
    EXPECT_EQ(used_up.status, 410);
    EXPECT_NE(used_up.body.find("Datei"), std::string::npos) << "in the order's language" << used_up.body;
    EXPECT_EQ(fetch(path, {}, "HEAD").status, 410);
    EXPECT_EQ(offers()[0].reason, domain::Refusal::download_used_up);
    site_->clock.at_ms += 1'000;
    act("renew-downloads");
    EXPECT_EQ(offers()[0].left, 2);
    EXPECT_EQ(fetch(path).status, 200);
    site_->clock.at_ms += 3 * day_ms;
    EXPECT_EQ(offers()[0].reason, domain::Refusal::download_expired);
    act("renew-downloads");
    EXPECT_EQ(fetch(link()).status, 200);
    settings(R"({"download_limit": 0, "download_days": 0})");
    site_->clock.at_ms += 400 * day_ms;
    EXPECT_EQ(offers()[0].left, std::nullopt);
    EXPECT_EQ(fetch(link()).status, 200);
}

TEST_P(DownloadStory, P31_AnAddressIsDeadTheMomentAccessGoes) {
    EXPECT_EQ(upload("a.pdf"), "taken");
    buy(2);
    act("mark-paid");
    const std::string path = link();
    EXPECT_EQ(fetch(path).status, 200);
    act("block-access");
    EXPECT_EQ(fetch(path).status, 403);
    EXPECT_EQ(fetch(path, {{"Range", "bytes=5-"}}).status, 403) << "also what was begun";
    act("unblock-access");
    EXPECT_EQ(fetch(path).status, 200);
    const std::size_t before = logged();
    act("mark-refunded");
    EXPECT_EQ(fetch(path).status, 410);
    EXPECT_EQ(fetch(path, {{"Range", "bytes=5-"}}).status, 410);
    EXPECT_EQ(logged(), before);
}

TEST_P(DownloadStory, AddressesEndByThemselvesAndWithTheBuyersLink) {
    EXPECT_EQ(upload("a.pdf"), "taken");
    buy();
    act("mark-paid");
    const std::string path = link();
    site_->clock.at_ms += downloads::page_link_ms - 1'000;
    EXPECT_EQ(fetch(path).status, 200);
    site_->clock.at_ms += 1'000;
    const http::Response ended = fetch(path);
    EXPECT_EQ(ended.status, 410);
    EXPECT_EQ(ended.body.find("/o/"), std::string::npos) << "who was given a file's address has no right to the page";
    const std::string next = link();
    act("renew-link");
    EXPECT_EQ(fetch(next).status, 404);
    EXPECT_EQ(fetch(link()).status, 200);
    call("DELETE", "/articles/" + article_ + "/files/" +
                       id_of(call("GET", "/articles/" + article_ + "/files").at_pointer("/items/0")));
    EXPECT_TRUE(offers().empty());
    EXPECT_EQ(fetch(next).status, 404);
}

TEST_P(DownloadStory, StrangersFindNothingAndAreSlowedDown) {
    EXPECT_EQ(upload("a.pdf"), "taken");
    buy();
    act("mark-paid");
    const std::string path = link();
    const std::string token = path.substr(3);
    site_->address = "198.51.100.1";
    EXPECT_EQ(fetch("/d/" + token + "x").status, 404);
    EXPECT_EQ(fetch("/d/zzzz" + token.substr(token.find('.'))).status, 404);
    EXPECT_EQ(fetch("/d/..%2F..%2Fsecret.key").status, 404);
    EXPECT_EQ(fetch("/d/......").status, 404);
    EXPECT_EQ(fetch("/d/" + std::string(5'000, '.')).status, 404);
    EXPECT_EQ(fetch("/d/-1.a.b.c.-1.m").status, 404);
    std::string longer = token;
    longer.replace(longer.rfind('.') - 1, 1, "z");  // Valid for longer.
    if (longer != token) {
        EXPECT_EQ(fetch("/d/" + longer).status, 404);
    }
    for (int i = 0; i < 10; ++i) fetch("/d/a.b.c.d.e.f");
    EXPECT_EQ(fetch("/d/a.b.c.d.e.f").status, 429);
    EXPECT_EQ(fetch(path).status, 429) << "counted by address";
    site_->address = "198.51.100.2";
    EXPECT_EQ(fetch(path).status, 200);
    EXPECT_EQ(logged(), 1U);
}

INSTANTIATE_TEST_SUITE_P(All, DownloadStory,
                         testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& each) { return std::string(storage_names[static_cast<int>(each.param)]); });

}  // namespace
}  // namespace commis::test
