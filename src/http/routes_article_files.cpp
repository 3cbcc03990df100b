// Files of digital articles: sent as they are, streamed to the disk, kept under their digest.
#include "features/articles/files.hpp"
#include "http/article_file_json.hpp"
#include "http/command.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

Response no_article() { return problem(404, "not_found", "There is no such article in this shop."); }

Response file_answer(const Call& call, const domain::Result<ports::ArticleFile>& file) {
    if (!file) return refusal_response(call, file.error());
    std::string body;
    json::Writer writer(body);
    write_article_file(writer, *file);
    return json_response(201, std::move(body));
}

Response list_files(Call& call) {
    const std::string id(call.request.param("id"));
    std::optional<std::vector<ports::ArticleFile>> files;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        files.reset();
        if (snapshot.articles().find(call.shop.id, id)) {
            files = snapshot.openings().files_of_article(call.shop.id, id);
        }
    });
    if (!files) return no_article();
    return list_response(*files, "", write_article_file);
}

Response add_file(Call& call) {
    const Services& services = call.site.services;
    const std::string id(call.request.param("id"));
    const std::string name(call.request.query_value("name").value_or(""));
    if (services.files == nullptr) return problem(503, "upload_not_stored", "Files are not kept here.");
    domain::Result<domain::Article> article;
    services.storage.read(
        [&](ports::Snapshot& snapshot) { article = articles::check_new_file(snapshot, call.shop.id, id, name); });
    // A repeated call finds the file that its first one left.
    if (!article && !was_answered(call)) return refusal_response(call, article.error());
    if (!call.request.body_file || call.request.body_file->size_bytes() == 0) {
        return problem(400, "empty_body", "Send the file as the body.");
    }
    const ports::StoredBytes bytes = services.files->take_in(call.request.body_file->path());
    return run_command(call, [&](ports::UnitOfWork& work) {
        return file_answer(call, articles::add_file(work, services, call.shop.id, id, name, bytes));
    });
}

Response delete_file(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto deleted =
            articles::delete_file(work, call.shop.id, call.request.param("id"), call.request.param("file"));
        return deleted ? no_content() : refusal_response(call, deleted.error());
    });
}

}  // namespace

void write_article_file(json::Writer& writer, const ports::ArticleFile& file) {
    writer.object().member("id", file.id).member("name", file.name).member("media_type", file.media_type);
    writer.member("size", file.size_bytes).member("digest", file.digest);
    writer.member("uploaded_at", json::format_time_ms(file.uploaded_at_ms)).end();
}

void add_article_file_routes(Router& router, const Site& site) {
    using domain::Right;
    RouteOptions upload;
    upload.body_limit = site.options.file_bytes_max;
    upload.too_large_code = domain::code_of(domain::Refusal::file_too_large);
    upload.spool_to_file = true;
    add_shop_route(router, site, "GET", "/articles/{id}/files", Right::read, list_files);
    add_shop_route(router, site, "POST", "/articles/{id}/files", Right::edit, add_file, upload);
    add_shop_route(router, site, "DELETE", "/articles/{id}/files/{file}", Right::edit, delete_file);
}

}  // namespace commis::http
