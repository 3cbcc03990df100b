// What the routes need beside the features' services: how this server is reached and what it can do.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "features/mails/health.hpp"
#include "features/services.hpp"
#include "http/events_hub.hpp"
#include "http/router.hpp"
#include "ports/bank_file.hpp"
#include "ports/journal_writer.hpp"
#include "ports/order_source.hpp"
#include "ports/table_file.hpp"
#include "ports/webhook_sender.hpp"

namespace commis::http {

struct SiteOptions {
    std::string version;
    std::string public_url;   // Every link begins with it; without a slash at its end.
    std::string data_folder;  // Where uploads wait for their job.
    bool is_demo = false;
    bool sends_mail = false;                                 // A mail server is configured.
    bool is_https = false;                                   // Cookies are then `__Host-` and Secure.
    std::string openapi_json;                                // The contract, as it is served.
    std::uint64_t file_bytes_max = std::uint64_t{4} << 30U;  // Of one file of an article.
};

struct Site {
    const Services& services;
    EventsHub& events;
    SiteOptions options;
    std::function<std::string()> metrics;  // Prometheus text.
    std::function<void()> wake_jobs;       // A job was queued.
    // Writes exported orders as text, header first.
    std::function<std::unique_ptr<ports::OrderSink>(std::function<void(std::string_view)>)> make_export;
    ports::WebhookSender& webhooks;
    // Asks name servers about the shop's sender. Without a domain in the answer, the shop has none.
    std::function<mails::MailHealth(const domain::Shop&)> mail_health{};
    ports::ReadBankFile read_bank_file{};
    ports::TableFiles tables{};
    ports::MakeJournalWriter make_journal{};
    std::function<bool()> is_backup_missing{};  // The last one that was to be made by itself failed.
};

// Adds every route of the API; the desk's files are the caller's fallback.
void add_routes(Router& router, const Site& site);

}  // namespace commis::http
