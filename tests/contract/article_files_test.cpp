// Files of articles and the log of who fetched them, alike on every storage.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using ports::ArticleFile;
using ports::Download;

class ArticleFilesTest : public StorageTest {
protected:
    ArticleFile file(const std::string& article, const std::string& id, const std::string& name) const {
        return {sample.shop.id, article, id, "SKU-" + article, name, "application/pdf", 7, std::string(64, 'a'), 5};
    }
    void add(const ArticleFile& made) const {
        write([&](ports::UnitOfWork& work) { work.openings().add_file(made); });
    }
    std::vector<std::string> after(const std::string& article, const std::string& id, std::int32_t limit) const {
        std::vector<std::string> ids;
        for (const ArticleFile& each : read([&](ports::Snapshot& snapshot) {
                 return snapshot.openings().files_after(sample.shop.id, article, id, limit);
             })) {
            ids.push_back(each.article_id + each.id);
        }
        return ids;
    }
};

TEST_P(ArticleFilesTest, AreFoundByArticleAndSkuInTheOrderOfTheirNames) {
    add(file("A", "1", "zebra.pdf"));
    add(file("A", "2", "ant.pdf"));
    add(file("B", "3", "bear.pdf"));
    const auto of_sku =
        read([&](ports::Snapshot& snapshot) { return snapshot.openings().files_of(sample.shop.id, "SKU-A"); });
    EXPECT_EQ(of_sku, (std::vector{file("A", "2", "ant.pdf"), file("A", "1", "zebra.pdf")}));
    EXPECT_EQ(
        read([&](ports::Snapshot& snapshot) { return snapshot.openings().files_of_article(sample.shop.id, "B"); }),
        std::vector{file("B", "3", "bear.pdf")});
}

TEST_P(ArticleFilesTest, AreReadOneAfterAnotherThroughTheShop) {
    add(file("B", "3", "c.pdf"));
    add(file("A", "2", "b.pdf"));
    add(file("A", "1", "a.pdf"));
    EXPECT_EQ(after("", "", 2), (std::vector<std::string>{"A1", "A2"}));
    EXPECT_EQ(after("A", "2", 2), (std::vector<std::string>{"B3"}));
    EXPECT_TRUE(after("B", "3", 2).empty());
    write([&](ports::UnitOfWork& work) {
        EXPECT_TRUE(work.openings().delete_file(sample.shop.id, "A", "2"));
        EXPECT_FALSE(work.openings().delete_file(sample.shop.id, "A", "2"));
        EXPECT_FALSE(work.openings().delete_file(sample.shop.id, "B", "2")) << "of another article";
    });
    EXPECT_EQ(after("", "", 9), (std::vector<std::string>{"A1", "B3"}));
}

TEST_P(ArticleFilesTest, FetchesAreLoggedNewestFirstAndGoOn) {
    const auto log = [&](const std::string& id, std::int64_t latest_ms) {
        const Download download{sample.shop.id, "order", id, "line", "file", "a.pdf", 5, latest_ms, "192.0.2.1", "x"};
        write([&](ports::UnitOfWork& work) { work.openings().save_download(download); });
    };
    log("1", 5);
    log("2", 6);
    log("1", 9);
    const auto found =
        read([&](ports::Snapshot& snapshot) { return snapshot.openings().downloads(sample.shop.id, "order", 9); });
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].id, "2");
    EXPECT_EQ(found[1].latest_at_ms, 9);
    EXPECT_EQ(found[1].begun_at_ms, 5);
}

COMMIS_ON_EVERY_STORAGE(ArticleFilesTest);

}  // namespace
}  // namespace commis::test
