// Everything a command of the program works with: the storage that was chosen, and the adapters behind the ports.
// The only place that knows them all.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "adapters/smtp/dkim_keys.hpp"
#include "adapters/system/settings.hpp"
#include "features/mails/health.hpp"
#include "features/services.hpp"
#include "ports/accounting_link.hpp"
#include "ports/mailer.hpp"
#include "ports/order_source.hpp"
#include "ports/webhook_sender.hpp"
#include "worker/jobs.hpp"
#include "worker/outbox.hpp"

namespace commis::cli {

class World {
public:
    // Opens the storage, makes the data folder and brings the schema up to date. Throws with clear words when the
    // database can't be opened, is of a newer program, or was tampered with.
    explicit World(const system::ProgramSettings& settings);
    ~World();

    const Services& services() const { return *services_; }
    ports::Storage& storage() { return *storage_; }
    const system::ProgramSettings& settings() const { return settings_; }
    bool is_sqlite() const { return settings_.database.empty(); }

    // Who is told of changes; until then, nobody.
    void set_notices(ports::Notices& notices);

    worker::JobTools job_tools() const;
    std::unique_ptr<ports::Mailer> make_mailer() const;  // Null without a mail server.
    worker::OutboxOptions outbox_options() const;
    smtp::DkimKeys dkim_keys() const;
    // Asks name servers, and may take a while. Without a domain: the shop has no sender.
    mails::MailHealth mail_health(const domain::Shop& shop) const;
    std::unique_ptr<ports::WebhookSender> make_webhook_sender() const;

private:
    struct Adapters;

    system::ProgramSettings settings_;
    std::unique_ptr<Adapters> adapters_;
    std::unique_ptr<ports::Storage> storage_;
    std::unique_ptr<Services> services_;
};

// Null where no accounting program is set.
std::unique_ptr<ports::AccountingLink> make_accounting_link(const system::ProgramSettings& settings);

}  // namespace commis::cli
