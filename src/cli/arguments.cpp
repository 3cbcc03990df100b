// CLI11 does the reading; this file says what there is.
#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

#include "adapters/sql/storage.hpp"
#include "cli/commands.hpp"
#include "cli/data_owner.hpp"
#include "cli/log.hpp"
#include "cli/proxies.hpp"
#include "cli/refused.hpp"
#include "ports/storage_fault.hpp"

namespace commis::cli {
namespace {

constexpr const char* installed_settings = "/etc/commis/commis.toml";
constexpr const char* doctor_name = "doctor";

// Options that every command takes; they win over the file and the environment.
struct Common {
    std::string data, database, listen, config, webhook_ranges;
    bool webhook_http = false;
};

using Action = std::function<int(system::ProgramSettings)>;

struct Lines {
    Common common;
    Action chosen;
    TokenOptions token;
    OperatorOptions operator_;
    ResetOptions reset;
    ShopOptions shop;
    ImportOptions import;
    BankImportOptions bank;
    TrackingImportOptions tracking;
    JournalOptions journal;
    PersonOptions person;
    BounceOptions bounce;
    DkimOptions dkim;
    std::string health_shop, health_language = "en";
    std::string export_shop, export_file;
    std::string demo_import;
    std::string backup_path;
    bool dry_run = false;
    bool is_demo = false;
    bool is_markdown = false;
    std::string check_part;
    bool as_json = false;
};

void add_common(CLI::App* command, Lines& lines) {
    auto* data = command->add_option("--data", lines.common.data, "Folder with the SQLite database and the files");
    command->add_option("--database", lines.common.database, "PostgreSQL instead: postgresql://…")->excludes(data);
    command->add_option("--config", lines.common.config,
                        "TOML file with settings; /etc/commis/commis.toml when nothing says where the data is");
}

CLI::App* add(CLI::App* parent, const std::string& name, const std::string& help, Lines& lines, Action action) {
    CLI::App* command = parent->add_subcommand(name, help);
    add_common(command, lines);
    command->callback([&lines, action = std::move(action)] { lines.chosen = action; });
    return command;
}

CLI::App* group(CLI::App* parent, const std::string& name, const std::string& help) {
    CLI::App* made = parent->add_subcommand(name, help);
    made->require_subcommand(1);
    return made;
}

void add_webhook_targets(CLI::App* command, Lines& lines) {
    command->add_option("--webhook-ranges", lines.common.webhook_ranges,
                        "Targets of webhooks besides the internet, such as 192.168.10.0/24");
    command->add_flag("--webhook-http", lines.common.webhook_http, "Webhooks may leave unencrypted");
}

void add_servers(CLI::App& app, Lines& lines) {
    const char* listen_help = "Address and port, such as 127.0.0.1:8080; port 0 takes a free one";
    auto* server =
        add(&app, "serve", "Run the server", lines, [](auto settings) { return serve(settings, ServeOptions{}); });
    server->add_option("--listen", lines.common.listen, listen_help);
    add_webhook_targets(server, lines);
    auto* sample = app.add_subcommand("demo", "Run a server with six sample shops and a password made for it");
    add_common(sample, lines);
    sample->callback([&lines] {
        lines.is_demo = true;
        lines.chosen = [&lines](auto settings) { return demo(std::move(settings), lines.demo_import); };
    });
    sample->add_option("--listen", lines.common.listen, listen_help);
    add_webhook_targets(sample, lines);
    sample->add_option("--import", lines.demo_import, "A file of real orders to show in a shop of their own");
}

void add_reset(CLI::App* people, Lines& lines) {
    auto* reset = add(people, "reset", "Let somebody in again: another password, no second factor, no open session",
                      lines, [&lines](auto settings) { return reset_operator(settings, lines.reset); });
    reset->add_option("--email", lines.reset.email, "The address that they sign in with")->required();
    auto* password = reset->add_option("--password", lines.reset.password, "Asked for on standard input when left out");
    reset->add_flag("--make-password", lines.reset.makes_password, "Make one and print it once")->excludes(password);
    reset->add_flag("--second-factor", lines.reset.ends_second_factor, "Take away their second factor");
}

void add_people_and_shops(CLI::App& app, Lines& lines) {
    auto* token = add(group(&app, "token", "Access for programs"), "create", "Make a token and print it once", lines,
                      [&lines](auto settings) { return create_token(settings, lines.token); });
    token->add_option("--shop", lines.token.shop, "The shop's id; not needed for role admin");
    token
        ->add_option("--role", lines.token.role,
                     "owner, manager, clerk, packer, accountant, check-in, viewer, storefront or admin")
        ->required();
    token->add_option("--name", lines.token.name, "What the token is for");
    auto* people = group(&app, "operator", "People who work at the desk");
    auto* person = add(people, "create", "Make an operator", lines,
                       [&lines](auto settings) { return create_operator(settings, lines.operator_); });
    person->add_option("--email", lines.operator_.email, "Address to sign in with")->required();
    person->add_option("--name", lines.operator_.name, "The name that colleagues see");
    person->add_option("--password", lines.operator_.password, "Asked for on standard input when left out");
    person->add_option("--shop", lines.operator_.shop, "The shop's id");
    person->add_option("--role", lines.operator_.role, "The role in that shop")->capture_default_str();
    person->add_flag("--admin", lines.operator_.is_admin, "Administrator of the whole platform");
    add_reset(people, lines);
    auto* shop = add(group(&app, "shop", "Shops"), "create", "Make a shop", lines,
                     [&lines](auto settings) { return create_shop(settings, lines.shop); });
    shop->add_option("--id", lines.shop.id, "Small letters, digits and hyphens")->required();
    shop->add_option("--name", lines.shop.name, "Its name");
    shop->add_option("--profile", lines.shop.profile,
                     "neutral, client-gallery, web-shop, swiss-shop, event-registration or nordic-shop")
        ->required();
    shop->add_option("--currency", lines.shop.currency, "ISO 4217 code")->required();
    shop->add_option("--language", lines.shop.language, "en, fr, da or de")->required();
    shop->add_option("--timezone", lines.shop.timezone, "Such as Europe/Paris")->required();
    shop->add_flag("--sandbox", lines.shop.sandbox, "With the built-in payment sandbox");
}

void add_journal(CLI::App* exports, Lines& lines) {
    auto* journal = add(exports, "accounting", "Export the journal for an accountant", lines,
                        [&lines](auto settings) { return export_accounting(settings, lines.journal); });
    journal->add_option("--shop", lines.journal.shop, "The shop's id")->required();
    journal->add_option("--format", lines.journal.format, "csv, datev or fec")->capture_default_str();
    journal->add_option("--from", lines.journal.from, "First day, such as 2026-01-01; this month when left out");
    journal->add_option("--to", lines.journal.to, "Last day, such as 2026-01-31");
    journal->add_option("--file", lines.journal.file, "The file; standard output when left out");
}

void add_transfer(CLI::App& app, Lines& lines) {
    auto* imports = group(&app, "import", "Bring data in");
    auto* import = add(imports, "orders", "Import orders from a file", lines,
                       [&lines](auto settings) { return import_orders(settings, lines.import); });
    import->add_option("file", lines.import.file, "The file")->required();
    import->add_option("--shop", lines.import.shop, "The shop's id")->required();
    import->add_option("--format", lines.import.format,
                       "commis, uci, northwind, woocommerce or shopify; guessed when left out");
    import->add_option("--rejects", lines.import.rejects, "Where refused rows go; FILE.rejects.csv when left out");
    auto* bank = add(imports, "bank", "Take in a bank's statement: camt.053, camt.054 or CSV", lines,
                     [&lines](auto settings) { return import_bank(settings, lines.bank); });
    bank->add_option("file", lines.bank.file, "The file")->required();
    bank->add_option("--shop", lines.bank.shop, "The shop's id")->required();
    bank->add_option("--account", lines.bank.account, "Of CSV: the account whose saved layout reads it");
    auto* tracking = add(imports, "tracking", "Take in tracking numbers from CSV", lines,
                         [&lines](auto settings) { return import_tracking(settings, lines.tracking); });
    tracking->add_option("file", lines.tracking.file, "Columns: order, carrier, number, url")->required();
    tracking->add_option("--shop", lines.tracking.shop, "The shop's id")->required();
    tracking->add_flag("--dry-run", lines.tracking.dry_run, "Say what would happen, change nothing");
    auto* exports = group(&app, "export", "Take data out");
    auto* export_ = add(exports, "orders", "Export orders as CSV", lines, [&lines](auto settings) {
        return export_orders(settings, lines.export_shop, lines.export_file);
    });
    export_->add_option("--shop", lines.export_shop, "The shop's id")->required();
    export_->add_option("--to", lines.export_file, "The file; standard output when left out");
    add_journal(exports, lines);
    auto* person = add(exports, "person", "Export everything that is kept of one person, as JSON", lines,
                       [&lines](auto settings) { return export_person(settings, lines.person); });
    person->add_option("--shop", lines.person.shop, "The shop's id")->required();
    person->add_option("--email", lines.person.email, "An address that they ordered with")->required();
    person->add_option("--to", lines.person.file, "The file; standard output when left out");
}

void add_upkeep(CLI::App& app, Lines& lines) {
    auto* jobs = add(group(&app, "jobs", "Work that is due"), "run", "Do everything that is due now, once", lines,
                     [&lines](auto settings) { return run_jobs(settings, lines.dry_run); });
    jobs->add_flag("--dry-run", lines.dry_run, "Only say what would be done");
    auto* backup = add(&app, "backup", "Copy a data folder while it is in use, and verify the copy", lines,
                       [&lines](auto settings) { return back_up(settings, lines.backup_path); });
    backup->add_option("to", lines.backup_path, "The new folder")->required();
    auto* restored = add(&app, "restore", "Bring a backup into an empty data folder, and check it", lines,
                         [&lines](auto settings) { return restore(settings, lines.backup_path); });
    restored->add_option("from", lines.backup_path, "The backup's folder")->required();
    auto* checked = add(&app, "check", "Prove that what is stored is whole and follows from the facts", lines,
                        [&lines](auto settings) { return check(settings, lines.check_part == "numbers"); });
    checked->add_option("part", lines.check_part, "numbers: the series of invoices and other documents alone")
        ->check(CLI::IsMember({"numbers"}));
    auto* routes = add(&app, "routes", "List every address of the server, and the right that each asks for", lines,
                       [&lines](auto settings) { return list_routes(settings, lines.is_markdown); });
    routes->add_flag("--markdown", lines.is_markdown, "As the table of docs/roles.md");
    auto* doctor = add(&app, doctor_name, "Look at settings, machine, mail, payments, backups; say what to do", lines,
                       [&lines](auto settings) { return diagnose(settings, lines.as_json); });
    doctor->add_flag("--json", lines.as_json, "For programs");
    add(&app, "version", "Print the version", lines, [](const auto&) {
        std::cout << "commis " << program_version() << std::endl;
        return 0;
    });
}

void add_mail(CLI::App& app, Lines& lines) {
    auto* mail = group(&app, "mail", "Mail that the program sent");
    auto* bounce = add(mail, "bounce", "Read returned mail and write down what came back", lines,
                       [&lines](auto settings) { return take_bounces(settings, lines.bounce); });
    bounce->add_option("files", lines.bounce.files, "Messages, one a file; standard input when left out");
    bounce->add_option("--mbox", lines.bounce.mbox, "A mailbox file with many messages");
    bounce->add_option("--shop", lines.bounce.shop, "Only mails of this shop");
    auto* key = add(mail, "dkim-key", "Make the key that signs a domain's mail, and print the record to publish", lines,
                    [&lines](auto settings) { return make_dkim_key(settings, lines.dkim); });
    key->add_option("--domain", lines.dkim.domain, "What stands behind the @ of the sender")->required();
    key->add_option("--selector", lines.dkim.selector, "The record's name; commis and the month when left out");
    auto* health =
        add(mail, "health", "Ask DNS whether mail of a shop's sender will be believed", lines,
            [&lines](auto settings) { return show_mail_health(settings, lines.health_shop, lines.health_language); });
    health->add_option("--shop", lines.health_shop, "The shop's id")->required();
    health->add_option("--language", lines.health_language, "en, fr, da or de")->capture_default_str();
}

// The file that was named, or that of the machine's package for whoever names neither a file nor where the data is.
std::optional<std::filesystem::path> settings_file(const Common& common, bool is_demo) {
    if (!common.config.empty()) return common.config;
    const system::Environment environment = system::process_environment();
    const auto is_set = [&](const char* name) { return !environment(name).value_or("").empty(); };
    if (is_set("COMMIS_CONFIG")) return *environment("COMMIS_CONFIG");
    const bool has_place =
        !common.data.empty() || !common.database.empty() || is_set("COMMIS_DATA") || is_set("COMMIS_DATABASE");
    std::error_code unseen;
    if (is_demo || has_place || !std::filesystem::exists(installed_settings, unseen)) return std::nullopt;
    return installed_settings;
}

std::expected<system::ProgramSettings, std::string> settings_for(const Common& common, bool is_demo) {
    auto loaded = system::load_settings(settings_file(common, is_demo), system::process_environment());
    if (!loaded) return std::unexpected(loaded.error().sentence());
    if (!common.data.empty()) {
        loaded->data = common.data;
        loaded->database.clear();
    }
    if (!common.database.empty()) {
        loaded->database = common.database;
        loaded->data.clear();
    }
    if (!common.listen.empty()) loaded->listen = common.listen;
    if (!common.webhook_ranges.empty()) loaded->webhook_ranges = common.webhook_ranges;
    if (common.webhook_http) loaded->webhook_http = 1;
    if (loaded->data.empty() && loaded->database.empty() && !is_demo) loaded->data = "commis-data";
    if (loaded->public_url.empty()) {
        loaded->public_url = (loaded->tls_certificate.empty() ? "http://" : "https://") + loaded->listen;
    }
    if (const auto fault = system::check_settings(*loaded)) return std::unexpected(fault->sentence());
    if (const auto proxies = trusted_proxies(*loaded); !proxies) {
        return std::unexpected("trusted_proxies: no address or network: " + proxies.error() + " (invalid_network)");
    }
    return *loaded;
}

}  // namespace

int run(int count, char** texts) {
    CLI::App app{"Commis, the order desk for shops"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "commis " + program_version());
    Lines lines;
    add_servers(app, lines);
    add_people_and_shops(app, lines);
    add_transfer(app, lines);
    add_mail(app, lines);
    add_upkeep(app, lines);
    try {
        app.parse(count, texts);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : 2;
    }
    const auto settings = settings_for(lines.common, lines.is_demo);
    // What stops the others is what this one is there to tell.
    const bool is_doctor = app.got_subcommand(doctor_name);
    if (!settings && is_doctor) return diagnose_unreadable(settings.error(), lines.as_json);
    if (!settings) return fail("settings", settings.error());
    set_log_level(settings->log_level);
    set_log_format(settings->log_format);
    const auto problem = owner_problem(files_folder(*settings));
    if (problem && !is_doctor) return fail("wrong_user", *problem);
    try {
        return lines.chosen(*settings);
    } catch (const sql::MigrationRefused& refused) {
        return fail(refused.code(), refused.what());
    } catch (const sql::Fault& fault) {
        return fail(std::string(ports::code_of(sql::trouble_of(fault))), fault.what());
    } catch (const ports::StorageFault& fault) {
        return fail(std::string(ports::code_of(fault.trouble())), fault.what());
    } catch (const std::exception& fault) {
        return fail("failed", fault.what());
    }
}

}  // namespace commis::cli
