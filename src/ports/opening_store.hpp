// What is kept around the things that paid units open: files of articles and who fetched them, addresses that may not
// register, and what codes and slips lead to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::ports {

// A file that buyers of an article fetch. Its bytes lie beside the database, under their digest.
struct ArticleFile {
    std::int64_t shop_id = 0;
    std::string article_id{};
    std::string id{};
    std::string sku{};
    std::string name{};        // As buyers save it.
    std::string media_type{};  // By its name's end; only types that no browser runs are shown in place.
    std::int64_t size_bytes = 0;
    std::string digest{};  // SHA-256, hexadecimal.
    std::int64_t uploaded_at_ms = 0;
    friend bool operator==(const ArticleFile&, const ArticleFile&) = default;
};

// One fetch of a file. What a browser goes on with later belongs to the same.
struct Download {
    std::int64_t shop_id = 0;
    std::string order_id{};
    std::string id{};
    std::string line_id{};
    std::string file_id{};
    std::string file_name{};
    std::int64_t begun_at_ms = 0;
    std::int64_t latest_at_ms = 0;
    std::string address{};  // Of who fetched it.
    std::string agent{};    // As its program calls itself.
    friend bool operator==(const Download&, const Download&) = default;
};

// No tickets for this address (W-44, A-12).
struct BlockedAddress {
    std::int64_t shop_id = 0;
    std::string email{};
    std::string reason{};  // "refunded", or a person's words.
    std::string order_id{};
    std::string order_number{};
    std::string by{};  // Who blocked it; the program by itself where it is empty.
    std::int64_t blocked_at_ms = 0;
    friend bool operator==(const BlockedAddress&, const BlockedAddress&) = default;
};

// Where the code of a ticket leads.
struct CodePlace {
    std::string order_id{};
    std::string unit_id{};
    bool is_former = false;  // Another person holds the place now.
};

// Where the barcode of a return slip leads.
struct SlipPlace {
    std::string order_id{};
    std::string request_id{};
};

struct OpeningReader {
    virtual ~OpeningReader() = default;
    // Whether one of the articles has any.
    virtual bool has_files(std::int64_t shop_id, const std::vector<std::string>& skus) = 0;
    // By name.
    virtual std::vector<ArticleFile> files_of(std::int64_t shop_id, std::string_view sku) = 0;
    virtual std::vector<ArticleFile> files_of_article(std::int64_t shop_id, std::string_view article_id) = 0;
    // Every file of the shop, by article and id, behind one of them.
    virtual std::vector<ArticleFile> files_after(std::int64_t shop_id, std::string_view article_id,
                                                 std::string_view file_id, std::int32_t limit) = 0;
    // Of one order, newest first.
    virtual std::vector<Download> downloads(std::int64_t shop_id, std::string_view order_id, std::int32_t limit) = 0;
    // By address, behind `after`.
    virtual std::vector<BlockedAddress> blocked(std::int64_t shop_id, std::string_view after, std::int32_t limit) = 0;
    // Those of the addresses that are blocked, as they were asked for; compared without case.
    virtual std::vector<std::string> blocked_among(std::int64_t shop_id, const std::vector<std::string>& emails) = 0;
    virtual std::optional<CodePlace> find_code(std::int64_t shop_id, std::string_view code) = 0;
    // The order that a ticket belongs to.
    virtual std::optional<std::string> find_unit_order(std::int64_t shop_id, std::string_view unit_id) = 0;
    // Orders that hold tickets, by id, behind `after`. Events that began before the moment are left out, as far as an
    // article tells when they are.
    virtual std::vector<std::string> orders_with_tickets(std::int64_t shop_id, std::string_view after,
                                                         std::int64_t not_before_ms, std::int32_t limit) = 0;
    virtual std::optional<SlipPlace> find_slip(std::int64_t shop_id, std::string_view slip) = 0;
};

struct OpeningStore {
    virtual ~OpeningStore() = default;
    virtual void add_file(const ArticleFile& file) = 0;
    // False when there is none.
    virtual bool delete_file(std::int64_t shop_id, std::string_view article_id, std::string_view file_id) = 0;
    // New, or the same again with a later `latest_at_ms`.
    virtual void save_download(const Download& download) = 0;
    // What was known of the address before stays.
    virtual void block(const BlockedAddress& address) = 0;
    virtual bool unblock(std::int64_t shop_id, std::string_view email) = 0;
};

}  // namespace commis::ports
