// The commands of the program, one file each. They answer the process's exit code: 0 done, 1 refused or failed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/system/settings.hpp"

namespace commis::cli {

struct ServeOptions {
    bool is_demo = false;
    std::string demo_password;  // Set by `demo`, printed once.
    std::string demo_import;    // A file whose real orders stand beside the sample shops.
};
int serve(const system::ProgramSettings& settings, const ServeOptions& options);

// A server with sample shops; without --data it lives in a folder of its own that goes when it stops.
int demo(system::ProgramSettings settings, const std::string& import_file);

struct TokenOptions {
    std::string shop;  // Empty with role `admin` only.
    std::string role;
    std::string name = "command line";
};
int create_token(const system::ProgramSettings& settings, const TokenOptions& options);

struct OperatorOptions {
    std::string email;
    std::string name;
    std::string password;  // Empty: asked for on standard input.
    std::string shop;
    std::string role = "owner";
    bool is_admin = false;
};
int create_operator(const system::ProgramSettings& settings, const OperatorOptions& options);

struct ResetOptions {
    std::string email;
    std::string password;         // Empty: asked for on standard input.
    bool makes_password = false;  // Made, and printed once.
    bool ends_second_factor = false;
};
int reset_operator(const system::ProgramSettings& settings, const ResetOptions& options);

struct ShopOptions {
    std::string id, name, profile, currency, language, timezone;
    bool sandbox = false;
};
int create_shop(const system::ProgramSettings& settings, const ShopOptions& options);

struct ImportOptions {
    std::string file;
    std::string shop;
    std::string format;   // Empty: guessed from the file.
    std::string rejects;  // Where refused rows go; empty: FILE.rejects.csv.
};
int import_orders(const system::ProgramSettings& settings, const ImportOptions& options);

struct BankImportOptions {
    std::string file;
    std::string shop;
    std::string account;  // Of a table: whose mapping reads it; empty: the one that fits.
};
int import_bank(const system::ProgramSettings& settings, const BankImportOptions& options);

struct TrackingImportOptions {
    std::string file;
    std::string shop;
    bool dry_run = false;
};
int import_tracking(const system::ProgramSettings& settings, const TrackingImportOptions& options);

struct JournalOptions {
    std::string shop;
    std::string format = "csv";
    std::string from, to;  // Days such as 2026-01-31; neither: this month until today.
    std::string file;      // Empty: standard output.
};
int export_accounting(const system::ProgramSettings& settings, const JournalOptions& options);

int export_orders(const system::ProgramSettings& settings, const std::string& shop, const std::string& file);

struct PersonOptions {
    std::string shop;
    std::string email;
    std::string file;  // Empty: standard output.
};
int export_person(const system::ProgramSettings& settings, const PersonOptions& options);

int run_jobs(const system::ProgramSettings& settings, bool dry_run);

struct BounceOptions {
    std::string shop;                // Empty: the mails of every shop are looked through.
    std::vector<std::string> files;  // One message each; none and no mbox: standard input.
    std::string mbox;
};
int take_bounces(const system::ProgramSettings& settings, const BounceOptions& options);

struct DkimOptions {
    std::string domain;
    std::string selector;  // Empty: one named after the month.
};
int make_dkim_key(const system::ProgramSettings& settings, const DkimOptions& options);

int show_mail_health(const system::ProgramSettings& settings, const std::string& shop, const std::string& language);

int back_up(const system::ProgramSettings& settings, const std::string& to);
int restore(const system::ProgramSettings& settings, const std::string& from);

// Every address of the server with whom it lets in, as lines for people and tests, or as a page of the docs.
int list_routes(const system::ProgramSettings& settings, bool is_markdown);

// `numbers_only`: the series of documents alone.
int check(const system::ProgramSettings& settings, bool numbers_only = false);

// Looks at everything a server needs and changes nothing: 0 all well, 1 warnings, 2 problems.
int diagnose(const system::ProgramSettings& settings, bool as_json);
// The same where the settings themselves can't be read.
int diagnose_unreadable(const std::string& words, bool as_json);

}  // namespace commis::cli
