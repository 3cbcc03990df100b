// The services over an empty storage in memory, under one key for ever, so that seeds can hold what it proves.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/codes/qr_code.hpp"
#include "adapters/fake/storage.hpp"
#include "adapters/smtp/renderer.hpp"
#include "adapters/system/format.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/profiles.hpp"
#include "adapters/system/secrets.hpp"
#include "adapters/system/words.hpp"
#include "features/services.hpp"

namespace commis::fuzz {

struct Silence final : ports::Notices {
    void order_changed(std::int64_t, std::string_view, std::int64_t) override {}
    void job_changed(const ports::Job&) override {}
    void mail_queued() override {}
};

template <class Clock>
struct World {
    static system::Sealer key() { return *system::Sealer::from_key(std::string(64, '7')); }
    static std::optional<std::string> nothing(std::string_view) { return std::nullopt; }

    fake::Storage storage{};
    system::ProfileCatalogue profiles{};
    system::WordCatalogue words{};
    system::LanguageFormatter formatter{};
    smtp::TemplateRenderer renderer{nothing};
    Clock clock{};
    system::UlidIds ids{clock};
    system::SodiumSecrets secrets{key};
    Silence notices{};
    codes::QrCodeDrawer codes{};
    Services services{storage, profiles, words, formatter, renderer, clock, ids, secrets, notices, codes};
};

}  // namespace commis::fuzz
