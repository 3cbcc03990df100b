// Files of digital articles: what buyers download. The rows say what there is; the bytes lie in the file store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/refusal.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::articles {

inline constexpr std::size_t files_max = 100;            // Of one article.
inline constexpr std::size_t file_name_bytes_max = 200;  // UTF-8.

// A name that every system can save: no separators of folders, no control characters, no signs that turn the direction
// of reading and so hide an ending. Codes: required, too_long, invalid_file_name.
std::vector<domain::FieldError> check_file_name(std::string_view name);

// By the name's end, "application/octet-stream" where nobody knows it. What the uploader says of it counts for nothing.
std::string media_type_of(std::string_view name);

// Whether the article may take another file of this name; asked before its bytes are taken in. Refuses `not_found`, and
// `bad_field`: `not_digital`, `already_used` for a name it has, `too_many`, and what `check_file_name` finds.
domain::Result<domain::Article> check_new_file(ports::Snapshot& snapshot, std::int64_t shop_id,
                                               std::string_view article_id, const std::string& name);

// Of bytes that the store has. Refuses as above.
domain::Result<ports::ArticleFile> add_file(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id,
                                            const std::string& article_id, const std::string& name,
                                            const ports::StoredBytes& bytes);

// Buyers find it no longer, also those who had it before. Its bytes go with the next sweep.
domain::Result<void> delete_file(ports::UnitOfWork& work, std::int64_t shop_id, std::string_view article_id,
                                 std::string_view file_id);

// Deletes what no row names any more and was taken in more than a day ago: how many there were. Before its row is
// written, bytes stand alone for a moment; nobody needs a day for that.
std::int64_t sweep_files(const Services& services);

struct FileFinding {
    std::string shop{};
    std::string sku{};
    std::string name{};
    ports::BytesState state = ports::BytesState::missing;
};

struct FileReport {
    std::int64_t files = 0;
    std::int64_t unused = 0;  // In the store and named by no row; the next sweep takes them.
    std::vector<FileFinding> findings{};
};

// Reads every byte of every file.
FileReport check_files(const Services& services);

}  // namespace commis::articles
