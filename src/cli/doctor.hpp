// What `commis doctor` looks at: one function a subject, each answering what it found in words, and what to do.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "adapters/system/settings.hpp"

namespace commis::cli {

class World;

enum class Level : std::uint8_t { ok, warning, problem };

struct Diagnosis {
    Level level = Level::ok;
    std::string subject;  // Stable: "settings", "data", "disk", "mail", …
    std::string words;
    std::string advice;  // What to do; empty when all is well.
};

using Diagnoses = std::vector<Diagnosis>;

// What is later than now by less is no fault of the clock's.
inline constexpr std::int64_t clock_slack_ms = 300'000;

// Of the machine, without opening the database.
Diagnoses look_at_address(const system::ProgramSettings& settings);
Diagnoses look_at_folder(const system::ProgramSettings& settings);
Diagnoses look_at_disk(const system::ProgramSettings& settings);
Diagnoses look_at_clock(const system::ProgramSettings& settings, std::int64_t now_ms);
Diagnoses look_at_key(const system::ProgramSettings& settings);
Diagnoses look_at_backups(const system::ProgramSettings& settings, std::int64_t now_ms);
// What lies there from before the schema changed; nothing to say where it never did.
Diagnoses look_at_upgrade(const system::ProgramSettings& settings);
// Asks the public address when a proxy has the certificate.
Diagnoses look_at_certificate(const system::ProgramSettings& settings, std::int64_t now_ms);

// Of what is stored; the schema is this program's.
Diagnoses look_at_orders(World& world);
Diagnoses look_at_mail(World& world);  // Asks the mail server.
Diagnoses look_at_queues(World& world);
Diagnoses look_at_services(World& world);
Diagnoses look_at_secrets(World& world);  // Names what `commis check` names.

// "3 days", "2 hours", "1 minute": for reading, not for counting.
std::string shown_duration(std::int64_t duration_ms);
std::string shown_bytes(std::uint64_t bytes);

}  // namespace commis::cli
