// Files, downloads, blocked addresses, codes and slips on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/opening_store.hpp"

namespace commis::sql {

class OpeningReader final : public ports::OpeningReader {
public:
    explicit OpeningReader(Session& session) : session_(session) {}

    bool has_files(std::int64_t shop_id, const std::vector<std::string>& skus) override;
    std::vector<ports::ArticleFile> files_of(std::int64_t shop_id, std::string_view sku) override;
    std::vector<ports::ArticleFile> files_of_article(std::int64_t shop_id, std::string_view article_id) override;
    std::vector<ports::ArticleFile> files_after(std::int64_t shop_id, std::string_view article_id,
                                                std::string_view file_id, std::int32_t limit) override;
    std::vector<ports::Download> downloads(std::int64_t shop_id, std::string_view order_id,
                                           std::int32_t limit) override;
    std::vector<ports::BlockedAddress> blocked(std::int64_t shop_id, std::string_view after,
                                               std::int32_t limit) override;
    std::vector<std::string> blocked_among(std::int64_t shop_id, const std::vector<std::string>& emails) override;
    std::optional<ports::CodePlace> find_code(std::int64_t shop_id, std::string_view code) override;
    std::optional<std::string> find_unit_order(std::int64_t shop_id, std::string_view unit_id) override;
    std::vector<std::string> orders_with_tickets(std::int64_t shop_id, std::string_view after,
                                                 std::int64_t not_before_ms, std::int32_t limit) override;
    std::optional<ports::SlipPlace> find_slip(std::int64_t shop_id, std::string_view slip) override;

private:
    Session& session_;
};

class OpeningStore final : public ports::OpeningStore {
public:
    explicit OpeningStore(Session& session) : session_(session) {}

    void add_file(const ports::ArticleFile& file) override;
    bool delete_file(std::int64_t shop_id, std::string_view article_id, std::string_view file_id) override;
    void save_download(const ports::Download& download) override;
    void block(const ports::BlockedAddress& address) override;
    bool unblock(std::int64_t shop_id, std::string_view email) override;

private:
    Session& session_;
};

}  // namespace commis::sql
