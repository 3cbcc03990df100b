#include "adapters/sql/opening_store.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/id_list.hpp"
#include "adapters/sql/opening_statements.hpp"
#include "adapters/sql/text_keys.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {
namespace {

std::vector<ports::ArticleFile> read_files(Rows rows) {
    std::vector<ports::ArticleFile> files;
    while (rows.next()) {
        Columns columns(rows);
        ports::ArticleFile& file = files.emplace_back();
        file.shop_id = columns.integer();
        file.article_id = columns.text();
        file.id = columns.text();
        file.sku = columns.text();
        file.name = columns.text();
        file.media_type = columns.text();
        file.size_bytes = columns.integer();
        file.digest = columns.text();
        file.uploaded_at_ms = columns.integer();
    }
    return files;
}

// Long lists in as many statements as they need, until one says that it is enough.
template <class Ask>
void for_each_list(std::int64_t shop_id, std::span<const std::string> values, const Ask& ask) {
    for (std::size_t begin = 0; begin < values.size(); begin += list_length_max) {
        const std::size_t count = std::min(list_length_max, values.size() - begin);
        if (!ask(list_params(shop_id, values.subspan(begin, count)))) return;
    }
}

std::optional<ports::CodePlace> code_place(Rows rows, bool is_former) {
    if (!rows.next()) return std::nullopt;
    return ports::CodePlace{rows.text(0), rows.text(1), is_former};
}

}  // namespace

bool OpeningReader::has_files(std::int64_t shop_id, const std::vector<std::string>& skus) {
    bool has_any = false;
    for_each_list(shop_id, skus, [&](const std::vector<Param>& params) {
        const auto any =
            with_list(opening_sql::has_files, opening_sql::of_skus, params.size() - 1, opening_sql::any_one);
        has_any = session_.query(any, params).next();
        return !has_any;
    });
    return has_any;
}

std::vector<ports::ArticleFile> OpeningReader::files_of(std::int64_t shop_id, std::string_view sku) {
    return read_files(session_.query(opening_sql::files_of, {shop_id, sku}));
}

std::vector<ports::ArticleFile> OpeningReader::files_of_article(std::int64_t shop_id, std::string_view article_id) {
    return read_files(session_.query(opening_sql::files_of_article, {shop_id, article_id}));
}

std::vector<ports::ArticleFile> OpeningReader::files_after(std::int64_t shop_id, std::string_view article_id,
                                                           std::string_view file_id, std::int32_t limit) {
    return read_files(session_.query(opening_sql::files_after, {shop_id, article_id, file_id, limit}));
}

std::vector<ports::Download> OpeningReader::downloads(std::int64_t shop_id, std::string_view order_id,
                                                      std::int32_t limit) {
    std::vector<ports::Download> downloads;
    Rows rows = session_.query(opening_sql::downloads, {shop_id, order_id, limit});
    while (rows.next()) {
        Columns columns(rows);
        ports::Download& download = downloads.emplace_back();
        download.shop_id = columns.integer();
        download.order_id = columns.text();
        download.id = columns.text();
        download.line_id = columns.text();
        download.file_id = columns.text();
        download.file_name = columns.text();
        download.begun_at_ms = columns.integer();
        download.latest_at_ms = columns.integer();
        download.address = columns.text();
        download.agent = columns.text();
    }
    return downloads;
}

std::vector<ports::BlockedAddress> OpeningReader::blocked(std::int64_t shop_id, std::string_view after,
                                                          std::int32_t limit) {
    std::vector<ports::BlockedAddress> addresses;
    const std::string after_key = case_key(after);
    Rows rows = session_.query(opening_sql::blocked, {shop_id, after_key, limit});
    while (rows.next()) {
        Columns columns(rows);
        ports::BlockedAddress& address = addresses.emplace_back();
        address.shop_id = columns.integer();
        address.email = columns.text();
        address.reason = columns.text();
        address.order_id = columns.text();
        address.order_number = columns.text();
        address.by = columns.text();
        address.blocked_at_ms = columns.integer();
    }
    return addresses;
}

std::vector<std::string> OpeningReader::blocked_among(std::int64_t shop_id, const std::vector<std::string>& emails) {
    std::vector<std::string> keys;
    for (const std::string& email : emails) keys.push_back(case_key(email));
    std::set<std::string, std::less<>> found;
    for_each_list(shop_id, keys, [&](const std::vector<Param>& params) {
        Rows rows = session_.query(
            with_list(opening_sql::blocked_among, opening_sql::these_addresses, params.size() - 1, ""), params);
        while (rows.next()) found.emplace(rows.view(0));
        return true;
    });
    std::vector<std::string> blocked;
    for (std::size_t at = 0; at < emails.size(); ++at) {
        if (found.contains(keys[at])) blocked.push_back(emails[at]);
    }
    return blocked;
}

std::optional<ports::CodePlace> OpeningReader::find_code(std::int64_t shop_id, std::string_view code) {
    if (auto place = code_place(session_.query(opening_sql::find_code, {shop_id, code}), false)) return place;
    return code_place(session_.query(opening_sql::find_former_code, {shop_id, code}), true);
}

std::optional<std::string> OpeningReader::find_unit_order(std::int64_t shop_id, std::string_view unit_id) {
    Rows rows = session_.query(opening_sql::find_unit, {shop_id, unit_id});
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

std::vector<std::string> OpeningReader::orders_with_tickets(std::int64_t shop_id, std::string_view after,
                                                            std::int64_t not_before_ms, std::int32_t limit) {
    std::vector<std::string> order_ids;
    Rows rows = session_.query(opening_sql::orders_with_tickets, {shop_id, after, not_before_ms, limit});
    while (rows.next()) order_ids.push_back(rows.text(0));
    return order_ids;
}

std::optional<ports::SlipPlace> OpeningReader::find_slip(std::int64_t shop_id, std::string_view slip) {
    Rows rows = session_.query(opening_sql::find_slip, {shop_id, slip});
    if (!rows.next()) return std::nullopt;
    return ports::SlipPlace{rows.text(0), rows.text(1)};
}

void OpeningStore::add_file(const ports::ArticleFile& file) {
    session_.execute(opening_sql::add_file, {file.shop_id, file.article_id, file.id, file.sku, file.name,
                                             file.media_type, file.size_bytes, file.digest, file.uploaded_at_ms});
}

bool OpeningStore::delete_file(std::int64_t shop_id, std::string_view article_id, std::string_view file_id) {
    return session_.execute(opening_sql::delete_file, {shop_id, article_id, file_id}) == 1;
}

void OpeningStore::save_download(const ports::Download& download) {
    session_.execute(opening_sql::save_download, {download.shop_id, download.order_id, download.id, download.line_id,
                                                  download.file_id, download.file_name, download.begun_at_ms,
                                                  download.latest_at_ms, download.address, download.agent});
}

void OpeningStore::block(const ports::BlockedAddress& address) {
    const std::string key = case_key(address.email);
    session_.execute(opening_sql::block, {address.shop_id, address.email, address.reason, address.order_id,
                                          address.order_number, address.by, address.blocked_at_ms, key});
}

bool OpeningStore::unblock(std::int64_t shop_id, std::string_view email) {
    const std::string key = case_key(email);
    return session_.execute(opening_sql::unblock, {shop_id, key}) == 1;
}

}  // namespace commis::sql
