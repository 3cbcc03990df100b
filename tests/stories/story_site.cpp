// Wires the routes to a test storage.
#include "stories/story_site.hpp"

#include <stdexcept>

#include "adapters/bank/camt.hpp"
#include "adapters/bank/table_file.hpp"
#include "adapters/system/assets.hpp"
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
      services_{*storage_, profiles_, words_, formatter_, renderer_, clock,   ids_,
                secrets_,  notices_,  codes_, nullptr,    &drawer_,  nullptr, "https://shop.example"},
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

http::Response StorySite::call(const std::string& method, const std::string& target, const std::string& body,
                               const std::map<std::string, std::string>& headers) {
    http::Request request;
    request.method = method;
    request.target = target;
    request.body = body;
    request.id = "story";
    request.remote_address = "127.0.0.1";
    request.headers.set("Authorization", "Bearer " + token_);
    request.headers.set("Accept-Language", "en");
    if (!body.empty()) request.headers.set("Content-Type", "application/json");
    for (const auto& [name, value] : headers) request.headers.set(name, value);
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

}  // namespace commis::test
