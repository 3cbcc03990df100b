#include "features/articles/files.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "domain/lowered.hpp"
#include "json/utf8.hpp"

namespace commis::articles {
namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int32_t files_read_at_once = 500;

using Type = std::pair<std::string_view, std::string_view>;
constexpr std::array types{
    Type{"7z", "application/x-7z-compressed"},
    Type{"aac", "audio/aac"},
    Type{"avif", "image/avif"},
    Type{"azw3", "application/vnd.amazon.ebook"},
    Type{"csv", "text/csv"},
    Type{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    Type{"epub", "application/epub+zip"},
    Type{"flac", "audio/flac"},
    Type{"gif", "image/gif"},
    Type{"gpx", "application/gpx+xml"},
    Type{"ics", "text/calendar"},
    Type{"jpeg", "image/jpeg"},
    Type{"jpg", "image/jpeg"},
    Type{"json", "application/json"},
    Type{"m4a", "audio/mp4"},
    Type{"m4b", "audio/mp4"},
    Type{"mkv", "video/x-matroska"},
    Type{"mobi", "application/x-mobipocket-ebook"},
    Type{"mov", "video/quicktime"},
    Type{"mp3", "audio/mpeg"},
    Type{"mp4", "video/mp4"},
    Type{"odt", "application/vnd.oasis.opendocument.text"},
    Type{"ogg", "audio/ogg"},
    Type{"opus", "audio/ogg"},
    Type{"otf", "font/otf"},
    Type{"pdf", "application/pdf"},
    Type{"png", "image/png"},
    Type{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    Type{"tar", "application/x-tar"},
    Type{"tif", "image/tiff"},
    Type{"tiff", "image/tiff"},
    Type{"ttf", "font/ttf"},
    Type{"txt", "text/plain; charset=utf-8"},
    Type{"wav", "audio/wav"},
    Type{"webm", "video/webm"},
    Type{"webp", "image/webp"},
    Type{"woff2", "font/woff2"},
    Type{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Type{"zip", "application/zip"},
};

bool has_control_or_separator(std::string_view name) {
    return std::ranges::any_of(name, [](char sign) {
        const auto byte = static_cast<unsigned char>(sign);
        return byte < 0x20 || byte == 0x7F || sign == '/' || sign == '\\';
    });
}

// C1 controls, separators of lines, marks of direction, and the byte order mark.
bool has_hidden_sign(std::string_view name) {
    for (std::size_t i = 0; i + 1 < name.size(); ++i) {
        const auto first = static_cast<unsigned char>(name[i]);
        const auto second = static_cast<unsigned char>(name[i + 1]);
        if (first == 0xC2 && second < 0xA0) return true;
        if (i + 2 == name.size()) break;
        const auto third = static_cast<unsigned char>(name[i + 2]);
        const bool is_mark =
            first == 0xE2 && second == 0x80 && (third == 0x8E || third == 0x8F || third >= 0xA8) && third <= 0xAE;
        const bool is_isolate = first == 0xE2 && second == 0x81 && third >= 0xA6 && third <= 0xA9;
        const bool is_order_mark = first == 0xEF && second == 0xBB && third == 0xBF;
        if (is_mark || is_isolate || is_order_mark) return true;
    }
    return false;
}

void for_each_file(const Services& services, std::int64_t shop_id,
                   const std::function<void(const ports::ArticleFile&)>& each) {
    ports::ArticleFile last;
    while (true) {
        std::vector<ports::ArticleFile> files;
        services.storage.read([&](ports::Snapshot& snapshot) {
            files = snapshot.openings().files_after(shop_id, last.article_id, last.id, files_read_at_once);
        });
        if (files.empty()) return;
        for (const ports::ArticleFile& file : files) each(file);
        last = files.back();
    }
}

std::vector<domain::Shop> all_shops(const Services& services) {
    std::vector<domain::Shop> shops;
    services.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    return shops;
}

// What the store has and no row names. The store is read first: what comes in meanwhile is too young to go.
std::vector<std::string> unused_digests(const Services& services) {
    const std::vector<std::string> stored = services.files->digests();
    std::set<std::string, std::less<>> named;
    for (const domain::Shop& shop : all_shops(services)) {
        for_each_file(services, shop.id, [&](const ports::ArticleFile& file) { named.insert(file.digest); });
    }
    std::vector<std::string> unused;
    std::ranges::copy_if(stored, std::back_inserter(unused),
                         [&](const std::string& digest) { return !named.contains(digest); });
    return unused;
}

}  // namespace

std::vector<domain::FieldError> check_file_name(std::string_view name) {
    if (name.empty()) return {{"name", "required", "the name under which buyers save it"}};
    if (name.size() > file_name_bytes_max) return {{"name", "too_long", "at most 200 bytes"}};
    const bool is_bad = !json::is_valid_utf8(name) || has_control_or_separator(name) || has_hidden_sign(name) ||
                        name.front() == '.' || name.front() == ' ' || name.back() == '.' || name.back() == ' ';
    if (is_bad) return {{"name", "invalid_file_name", "no folders, no control characters, no dot at either end"}};
    return {};
}

std::string media_type_of(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const std::string ending = domain::lowered(dot == std::string_view::npos ? "" : name.substr(dot + 1));
    const auto at = std::ranges::find(types, ending, &Type::first);
    return std::string(at == types.end() ? "application/octet-stream" : at->second);
}

domain::Result<domain::Article> check_new_file(ports::Snapshot& snapshot, std::int64_t shop_id,
                                               std::string_view article_id, const std::string& name) {
    auto article = snapshot.articles().find(shop_id, article_id);
    if (!article) return domain::refuse(domain::Refusal::not_found);
    auto errors = check_file_name(name);
    if (article->kind != domain::LineKind::digital) {
        errors.push_back({"", "not_digital", "only digital articles have files"});
    }
    const auto files = snapshot.openings().files_of_article(shop_id, article_id);
    if (files.size() >= files_max) errors.push_back({"", "too_many", "an article has at most 100 files"});
    if (std::ranges::find(files, name, &ports::ArticleFile::name) != files.end()) {
        errors.push_back({"name", "already_used", "the article has a file of this name"});
    }
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    return std::move(*article);
}

domain::Result<ports::ArticleFile> add_file(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id,
                                            const std::string& article_id, const std::string& name,
                                            const ports::StoredBytes& bytes) {
    // Two uploads of one name are one after the other.
    if (!work.articles().lock(shop_id, article_id)) return domain::refuse(domain::Refusal::not_found);
    auto article = check_new_file(work.reads(), shop_id, article_id, name);
    if (!article) return std::unexpected(std::move(article.error()));
    const ports::ArticleFile file{.shop_id = shop_id,
                                  .article_id = article_id,
                                  .id = services.ids.next(),
                                  .sku = article->sku,
                                  .name = name,
                                  .media_type = media_type_of(name),
                                  .size_bytes = bytes.size_bytes,
                                  .digest = bytes.digest,
                                  .uploaded_at_ms = services.clock.now_ms()};
    work.openings().add_file(file);
    return file;
}

domain::Result<void> delete_file(ports::UnitOfWork& work, std::int64_t shop_id, std::string_view article_id,
                                 std::string_view file_id) {
    if (work.openings().delete_file(shop_id, article_id, file_id)) return {};
    return domain::refuse(domain::Refusal::not_found);
}

std::int64_t sweep_files(const Services& services) {
    if (services.files == nullptr) return 0;
    const std::int64_t unless_after_ms = services.clock.now_ms() - day_ms;
    std::int64_t swept = 0;
    for (const std::string& digest : unused_digests(services)) {
        if (services.files->drop(digest, unless_after_ms)) ++swept;
    }
    return swept;
}

FileReport check_files(const Services& services) {
    FileReport report;
    if (services.files == nullptr) return report;
    for (const domain::Shop& shop : all_shops(services)) {
        for_each_file(services, shop.id, [&](const ports::ArticleFile& file) {
            ++report.files;
            const ports::BytesState state = services.files->check(file.digest, file.size_bytes);
            if (state != ports::BytesState::whole) {
                report.findings.push_back({shop.handle, file.sku, file.name, state});
            }
        });
    }
    report.unused = static_cast<std::int64_t>(unused_digests(services).size());
    return report;
}

}  // namespace commis::articles
