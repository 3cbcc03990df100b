// A shop's own words for its mails, instead of those the program ships. One row an event and language; a shop that
// changed nothing has none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::ports {

struct TemplateKey {
    std::int64_t shop_id = 0;
    std::string event;        // A mail's kind: "order_placed", …
    std::string language;     // en, fr, da or de.
    std::string ticket_type;  // Empty: for every order.
    friend bool operator==(const TemplateKey&, const TemplateKey&) = default;
};

struct MailTemplate {
    TemplateKey key;
    std::string subject;  // One line.
    std::string body;     // Markdown with names in braces.
    std::int64_t version = 1;
    std::string changed_by;
    std::int64_t changed_at_ms = 0;
};

struct TemplateReader {
    virtual ~TemplateReader() = default;
    // All of a shop, by event, language and ticket type; without bodies.
    virtual std::vector<MailTemplate> list(std::int64_t shop_id) = 0;
    virtual std::optional<MailTemplate> find(const TemplateKey& key) = 0;
};

struct TemplateStore {
    virtual ~TemplateStore() = default;
    virtual void insert(const MailTemplate& changed) = 0;  // Unique violation when there is one.
    // The caller has raised the version by one. False when somebody else was faster.
    virtual bool update(const MailTemplate& changed) = 0;
    virtual bool remove(const TemplateKey& key) = 0;
};

}  // namespace commis::ports
