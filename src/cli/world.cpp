// Puts the program together.
#include "cli/world.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>

#include "adapters/codes/qr_code.hpp"
#include "adapters/dns/resolver.hpp"
#include "adapters/einvoice/writer.hpp"
#include "adapters/gateways/gateways.hpp"
#include "adapters/gateways/services.hpp"
#include "adapters/labels/services.hpp"
#include "adapters/pdf/pdf_drawer.hpp"
#include "adapters/smtp/compose.hpp"
#include "adapters/smtp/renderer.hpp"
#include "adapters/smtp/sender.hpp"
#include "adapters/system/assets.hpp"
#include "adapters/system/carriers.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/disk_files.hpp"
#include "adapters/system/format.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/profiles.hpp"
#include "adapters/system/secrets.hpp"
#include "adapters/system/words.hpp"
#include "adapters/transfer/accounting_folder.hpp"
#include "adapters/transfer/open.hpp"
#include "adapters/transfer/reject_file.hpp"
#include "adapters/webhooks/sender.hpp"
#include "cli/log.hpp"
#include "cli/open_storage.hpp"
#include "cli/refused.hpp"
#include "cli/upgrade.hpp"

namespace commis::cli {
namespace {

// Nobody listens: the commands that run once and end.
struct NoNotices final : ports::Notices {
    void order_changed(std::int64_t, std::string_view, std::int64_t) override {}
    void job_changed(const ports::Job&) override {}
    void mail_queued() override {}
};

std::optional<std::string> embedded_text(std::string_view path) {
    const assets::Asset* asset = assets::find(path);
    if (asset == nullptr) return std::nullopt;
    return std::string(asset->raw);
}

// "https://desk.example.org:8443/x" is reached at desk.example.org.
std::string host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('/'));
    if (url.starts_with('[')) return std::string(url.substr(1, url.find(']') - 1));
    return std::string(url.substr(0, url.find(':')));
}

bool is_seen_by_nobody(const std::string& host) {
    return host.empty() || host == "localhost" || host.starts_with("127.") || host == "::1" || host == "0.0.0.0";
}

// Where mail comes from as the world sees it: the mail server, or this machine when that is its own.
std::vector<std::string> sending_hosts(const system::ProgramSettings& settings) {
    const auto smtp = smtp::parse_smtp_url(settings.smtp_url);
    std::string host = smtp ? host_of(smtp->host) : std::string();
    if (is_seen_by_nobody(host)) host = host_of(settings.public_url);
    return is_seen_by_nobody(host) ? std::vector<std::string>{} : std::vector{host};
}

// What seals credentials: the configured key, or one made beside the database.
system::Sealer key_of(const system::ProgramSettings& settings) {
    if (!settings.secret_key.empty()) return system::Sealer::from_key(settings.secret_key).value();
    auto sealer = system::Sealer::from_file(std::filesystem::path(files_folder(settings)) / "secret.key");
    if (!sealer) throw std::runtime_error(sealer.error());
    return *sealer;
}

// The payment services that shops can connect.
std::vector<std::unique_ptr<ports::PaymentService>> known_services(const system::ProgramSettings& settings) {
    std::vector<std::unique_ptr<ports::PaymentService>> services;
    services.push_back(gateways::make_stripe({.base_url = settings.stripe_url}));
    services.push_back(gateways::make_paypal({.base_url = settings.paypal_url}));
    return services;
}

// The data folder holds personal data: nobody else on the machine reads it.
void make_folder(const std::string& folder) {
    namespace fs = std::filesystem;
    if (fs::exists(folder)) return;
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
}

}  // namespace

struct World::Adapters {
    explicit Adapters(const system::ProgramSettings& settings)
        : secrets([settings] { return key_of(settings); }),
          files(std::filesystem::path(files_folder(settings)) / "files"),
          swiss_post(labels::make_swiss_post({.base_url = settings.swiss_post_url},
                                             {.base_url = settings.swiss_post_token_url})) {}

    system::SystemClock clock;
    system::UlidIds ids{clock};
    system::SodiumSecrets secrets;
    system::ProfileCatalogue profiles;
    system::WordCatalogue words;
    system::LanguageFormatter formatter;
    smtp::TemplateRenderer renderer{embedded_text};
    codes::QrCodeDrawer codes;
    einvoice::InvoiceWriter einvoices{words};
    pdf::PdfDrawer papers{words, formatter};
    NoNotices silence;
    system::DiskFiles files;
    std::unique_ptr<gateways::Gateways> gateways;
    std::unique_ptr<ports::LabelService> swiss_post;
    std::array<ports::LabelService*, 1> label_services{swiss_post.get()};
};

World::World(const system::ProgramSettings& settings)
    : settings_(settings), adapters_(std::make_unique<Adapters>(settings)) {
    make_folder(files_folder(settings_));
    auto storage = open_storage(settings_);
    bring_up_to_date(*storage, settings_, adapters_->clock.now_ms());
    storage_ = std::move(storage);
    adapters_->gateways = std::make_unique<gateways::Gateways>(*storage_, adapters_->clock, adapters_->secrets,
                                                               known_services(settings_));
    set_notices(adapters_->silence);
}

World::~World() = default;

void World::set_notices(ports::Notices& notices) {
    // The services are references: the workers and routes made later see the new notices.
    services_ = std::make_unique<Services>(Services{
        *storage_, adapters_->profiles, adapters_->words, adapters_->formatter, adapters_->renderer, adapters_->clock,
        adapters_->ids, adapters_->secrets, notices, adapters_->codes, adapters_->gateways.get(), &adapters_->papers,
        &adapters_->einvoices, &adapters_->files, system::carriers(), settings_.public_url, adapters_->label_services});
}

worker::JobTools World::job_tools() const {
    return {files_folder(settings_),
            [](const std::string& format, const std::string& path, const domain::Shop& shop) {
                return transfer::open_source(format, path, {"", shop.currency, shop.timezone});
            },
            [](const std::string& path) { return std::make_unique<transfer::RejectFile>(path); }};
}

std::unique_ptr<ports::Mailer> World::make_mailer() const {
    if (settings_.smtp_url.empty()) return nullptr;
    auto parsed = smtp::parse_smtp_url(settings_.smtp_url);
    if (!parsed) throw std::runtime_error("smtp_url: " + parsed.error());
    return std::make_unique<smtp::SmtpMailer>(std::move(*parsed), dkim_keys());
}

smtp::DkimKeys World::dkim_keys() const {
    return smtp::DkimKeys{std::filesystem::path(files_folder(settings_)) / "dkim"};
}

mails::MailHealth World::mail_health(const domain::Shop& shop) const {
    mails::HealthQuestion question;
    const auto sender = smtp::wire_address(mails::sender_address(shop, settings_.mail_from), false);
    if (!sender) return {};
    question.domain = smtp::domain_of(*sender);
    question.hosts = sending_hosts(settings_);
    if (const auto key = dkim_keys().find(question.domain)) question.keys = {{key->selector, key->public_key}};
    if (!shop.operator_addresses.empty()) question.reports_to = shop.operator_addresses.front();
    dns::AresResolver resolver{settings_.dns_servers};
    return mails::check_mail_health(resolver, question);
}

std::unique_ptr<ports::WebhookSender> World::make_webhook_sender() const {
    auto ranges = webhooks::parse_ranges(settings_.webhook_ranges);
    if (!ranges) throw std::runtime_error("webhook_ranges: no range of addresses: " + ranges.error());
    webhooks::SenderOptions options;
    options.allowed_ranges = std::move(*ranges);
    options.allows_http = settings_.webhook_http == 1;
    options.user_agent = "Commis/" + program_version();
    return std::make_unique<webhooks::CurlWebhookSender>(std::move(options));
}

std::unique_ptr<ports::AccountingLink> make_accounting_link(const system::ProgramSettings& settings) {
    if (settings.accounting_folder.empty()) return nullptr;
    return std::make_unique<transfer::AccountingFolder>(settings.accounting_folder);
}

worker::OutboxOptions World::outbox_options() const { return {settings_.public_url, settings_.mail_from}; }

}  // namespace commis::cli
