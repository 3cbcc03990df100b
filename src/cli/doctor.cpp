// `commis doctor`: is this server in good health, and if not, what is to be done. Looks and changes nothing.
#include "cli/doctor.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/data_owner.hpp"
#include "cli/open_storage.hpp"
#include "cli/refused.hpp"
#include "cli/upgrade.hpp"
#include "cli/world.hpp"
#include "json/writer.hpp"

namespace commis::cli {
namespace {

std::string_view word_of(Level level) {
    switch (level) {
        case Level::ok:
            return "ok";
        case Level::warning:
            return "warning";
        case Level::problem:
            return "problem";
    }
    return "problem";
}

void add(Diagnoses& all, Diagnoses more) { all.insert(all.end(), more.begin(), more.end()); }

// A newer program's database throws, in words.
Diagnosis older_schema(const system::ProgramSettings& settings) {
    const sql::SchemaState state = open_storage(settings)->schema_state();
    const std::string words = "its schema is that of an older program, at step " + std::to_string(state.version) +
                              " with " + std::to_string(state.missing) + " to take";
    const bool copies = settings.database.empty() && settings.upgrade_backup == 1;
    const std::string advice = copies
                                   ? "commis serve copies it to " + upgrade_copies_folder(settings).string() +
                                         " and brings it up to date when it starts"
                                   : "make a backup; commis serve makes none, and brings it up to date when it starts";
    return {Level::warning, "database", words, advice};
}

Diagnoses look_at_storage(const system::ProgramSettings& settings) {
    if (settings.database.empty() && !std::filesystem::exists(database_file(settings))) {
        return {{Level::warning, "database", "there is none yet", "it is made by commis shop create, or commis serve"}};
    }
    Diagnoses all;
    try {
        if (!is_schema_current(settings)) return {older_schema(settings)};
        World world(settings);
        const std::string kind = world.is_sqlite() ? "SQLite" : "PostgreSQL";
        all.push_back({Level::ok, "database", kind + " answers, and its schema is this program's", ""});
        add(all, look_at_orders(world));
        add(all, look_at_mail(world));
        add(all, look_at_queues(world));
        add(all, look_at_services(world));
        add(all, look_at_secrets(world));
    } catch (const std::exception& fault) {
        all.push_back({Level::problem, "database", fault.what(), "commis check tells more once it answers"});
    }
    return all;
}

// A line a subject, also where a library's words have several.
std::string in_one_line(std::string words) {
    while (words.ends_with('\n')) words.pop_back();
    std::ranges::replace(words, '\n', ' ');
    std::ranges::replace(words, '\r', ' ');
    return words;
}

void print_lines(const Diagnoses& all) {
    for (const Diagnosis& one : all) {
        std::cout << word_of(one.level) << "  " << one.subject << ": " << in_one_line(one.words);
        if (!one.advice.empty()) std::cout << " - " << one.advice;
        std::cout << '\n';
    }
    std::cout << std::flush;
}

void print_json(const Diagnoses& all, Level worst) {
    std::string text;
    json::Writer writer(text);
    writer.object().member("level", word_of(worst)).key("items").array();
    for (const Diagnosis& one : all) {
        writer.object().member("level", word_of(one.level)).member("subject", one.subject);
        writer.member("text", one.words).member("advice", one.advice).end();
    }
    writer.end().end();
    std::cout << text << std::endl;
}

int answer(const Diagnoses& all, bool as_json) {
    Level worst = Level::ok;
    for (const Diagnosis& one : all) worst = std::max(worst, one.level);
    as_json ? print_json(all, worst) : print_lines(all);
    return static_cast<int>(worst);
}

std::string counted(std::int64_t count, const std::string& unit) {
    return std::to_string(count) + " " + unit + (count == 1 ? "" : "s");
}

}  // namespace

std::string shown_duration(std::int64_t duration_ms) {
    const std::int64_t minutes = std::max<std::int64_t>(0, duration_ms) / 60'000;
    if (minutes >= 48 * 60) return counted(minutes / (24 * 60), "day");
    if (minutes >= 120) return counted(minutes / 60, "hour");
    return counted(minutes, "minute");
}

std::string shown_bytes(std::uint64_t bytes) {
    const std::uint64_t megabytes = bytes >> 20U;
    return megabytes >= 10'240 ? std::to_string(megabytes >> 10U) + " GB" : std::to_string(megabytes) + " MB";
}

int diagnose_unreadable(const std::string& words, bool as_json) {
    return answer({{Level::problem, "settings", words, "correct the file, or the variable"}}, as_json);
}

int diagnose(const system::ProgramSettings& settings, bool as_json) {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    const std::int64_t now_ms = std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count();
    Diagnoses all{{Level::ok, "settings", "readable", ""}};
    if (const auto problem = owner_problem(files_folder(settings))) {
        all.push_back({Level::problem, "user", "this is root", *problem});
        return answer(all, as_json);
    }
    add(all, look_at_address(settings));
    add(all, look_at_certificate(settings, now_ms));
    add(all, look_at_folder(settings));
    add(all, look_at_disk(settings));
    add(all, look_at_clock(settings, now_ms));
    add(all, look_at_key(settings));
    add(all, look_at_storage(settings));
    add(all, look_at_upgrade(settings));
    add(all, look_at_backups(settings, now_ms));
    return answer(all, as_json);
}

}  // namespace commis::cli
