// Wires the routes to a test storage.
#include "stories/story_site.hpp"

#include <cstdlib>
#include <stdexcept>

#include "adapters/bank/camt.hpp"
#include "adapters/bank/table_file.hpp"
#include "adapters/system/assets.hpp"
#include "adapters/system/carriers.hpp"
#include "adapters/transfer/commis_writer.hpp"
#include "adapters/transfer/journal_files.hpp"
#include "features/access/access.hpp"
#include "features/shops/shops.hpp"

namespace commis::test {
namespace {

std::optional<std::string> embedded_text(std::string_view path) {
    const assets::Asset* asset = assets::find(path);
    if (asset == nullptr) return std::nullopt;
    return std::string(asset->raw);
}

}  // namespace

StorySite::StorySite(StorageKind kind)
    : storage_(kind),
      renderer_(embedded_text),
      services_{.storage = *storage_,
                .profiles = profiles_,
                .words = words_,
                .formatter = formatter_,
                .renderer = renderer_,
                .clock = clock,
                .ids = ids_,
                .secrets = secrets_,
                .notices = notices_,
                .codes = codes_,
                .drawer = &drawer_,
                .files = &files_,
                .carriers = system::carriers(),
                .public_url = "https://shop.example"},
      site_{services_,
            hub_,
            {},
            [] { return std::string(); },
            [] {},
            [](std::function<void(std::string_view)> out) {
                return std::make_unique<transfer::CommisWriter>(std::move(out));
            },
            webhooks_,
            {},
            bank::read_camt,
            bank::table_files(),
            transfer::make_journal_writer} {
    http::add_routes(router_, site_);
}

void StorySite::make_shop(const std::string& id, const std::string& profile, const std::string& currency,
                          const std::string& language, const std::string& timezone) {
    shops::ShopChange wanted;
    wanted.handle = id;
    wanted.name = id;
    wanted.profile_id = profile;
    wanted.currency = currency;
    wanted.language = language;
    wanted.timezone = timezone;
    wanted.sandbox = true;
    wanted.mail_sender_address = "shop@example.org";
    wanted.operator_addresses = std::vector<std::string>{"desk@example.org"};
    services_.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        const auto made = shops::create(work, services_, Caller::system("story"), wanted);
        if (!made) throw std::runtime_error("the story's shop was refused");
    });
    act_as(id, "owner");
}

void StorySite::act_as(const std::string& shop, const std::string& role) {
    std::string& token = tokens_[shop + " " + role];
    if (token.empty()) {
        services_.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            const auto found = work.shops().find_handle(shop);
            const auto made = access::create_token(work, services_, Caller::system("story"),
                                                   {found->id, role, *domain::find_role(role), std::nullopt});
            token = made->secret;
        });
    }
    token_ = token;
}

StorySite::Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "commis-story-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the story's files");
    path = name;
}

StorySite::Folder::~Folder() { std::filesystem::remove_all(path); }

http::Response StorySite::answer(http::Request& request) {
    request.id = "story";
    request.remote_address = address;
    request.headers.set("Authorization", "Bearer " + token_);
    if (request.headers.find("Accept-Language") == nullptr) request.headers.set("Accept-Language", "en");
    auto found = router_.resolve(request);
    if (auto* refusal = std::get_if<http::Response>(&found)) return std::move(*refusal);
    http::Response response = std::get<const http::Route*>(found)->handler(request);
    std::string chunk;
    for (bool more = static_cast<bool>(response.stream); more; chunk.clear()) {
        more = response.stream(chunk);
        response.body += chunk;
    }
    return response;
}

http::Response StorySite::call(const std::string& method, const std::string& target, const std::string& body,
                               const std::map<std::string, std::string>& headers) {
    http::Request request;
    request.method = method;
    request.target = target;
    request.body = body;
    if (!body.empty()) request.headers.set("Content-Type", "application/json");
    for (const auto& [name, value] : headers) request.headers.set(name, value);
    return answer(request);
}

http::Response StorySite::upload(const std::string& target, const std::string& bytes) {
    http::Request request;
    request.method = "POST";
    request.target = target;
    request.body_file = std::make_shared<http::TemporaryFile>(folder_.path.string());
    request.body_file->append(bytes);
    return answer(request);
}

}  // namespace commis::test
