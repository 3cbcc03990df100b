// Words are kept apart in subject and body, and checked apart: a section may not begin in one and end in the other.
#include "features/mails/templates.hpp"

#include <algorithm>

#include "domain/language.hpp"

namespace commis::mails {
namespace {

using domain::Refusal;
using ports::TemplateFault;
using ports::TemplateText;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

void check_subject(std::vector<WordsFault>& faults, const ports::MailRenderer& renderer, std::string_view event,
                   const std::string& subject) {
    if (is_blank(subject)) return faults.push_back({"/subject", {"subject_empty", {}, 0}});
    if (subject.size() > subject_length_max) return faults.push_back({"/subject", {"too_long", "300", 0}});
    if (subject.find_first_of("\r\n") != std::string::npos) {
        return faults.push_back({"/subject", {"line_break", {}, 0}});
    }
    for (TemplateFault& fault : renderer.validate(event, TemplateText{subject, "-"}.source())) {
        fault.line = 0;
        faults.push_back({"/subject", std::move(fault)});
    }
}

void check_body(std::vector<WordsFault>& faults, const ports::MailRenderer& renderer, std::string_view event,
                const std::string& body) {
    if (is_blank(body)) return faults.push_back({"/body", {"body_missing", {}, 0}});
    for (TemplateFault& fault : renderer.validate(event, TemplateText{"-", body}.source())) {
        fault.line = std::max(0, fault.line - TemplateText::body_begins_after);
        faults.push_back({"/body", std::move(fault)});
    }
}

// What stands there now, when the caller may change it and has seen it as it is.
domain::Result<std::optional<ports::MailTemplate>> look(ports::UnitOfWork& work, const Caller& caller,
                                                        const ports::TemplateKey& key,
                                                        std::optional<std::int64_t> expected_version) {
    if (!caller.rights_in(key.shop_id).has(domain::Right::settings)) return domain::refuse(Refusal::forbidden);
    auto stored = work.reads().templates().find(key);
    const std::int64_t version = stored ? stored->version : 0;
    if (expected_version && *expected_version != version) {
        return domain::refuse(Refusal::stale_version, std::to_string(version));
    }
    return stored;
}

}  // namespace

std::vector<WordsFault> check_words(const ports::MailRenderer& renderer, std::string_view event,
                                    const TemplateText& words) {
    std::vector<WordsFault> faults;
    check_subject(faults, renderer, event, words.subject);
    check_body(faults, renderer, event, words.body);
    return faults;
}

std::optional<ports::TemplateKey> template_key(const Services& services, std::int64_t shop_id, std::string_view event,
                                               std::string_view language, std::string_view article) {
    if (!domain::is_language(language)) return std::nullopt;
    if (services.renderer.names_of(event) == nullptr) return std::nullopt;
    return ports::TemplateKey{shop_id, std::string(event), std::string(language), std::string(article)};
}

std::optional<ports::MailTemplate> words_in_use(ports::TemplateReader& templates, const ports::TemplateKey& key) {
    auto own = templates.find(key);
    if (own || key.ticket_type.empty()) return own;
    return templates.find({key.shop_id, key.event, key.language, ""});
}

ports::TemplateKey key_for(const std::vector<ports::MailTemplate>& of_shop, ports::TemplateKey key,
                           const domain::Order& order) {
    for (const domain::Line& line : order.lines) {
        if (line.sku.empty() || line.cancelled >= line.quantity) continue;
        key.ticket_type = line.sku;
        if (std::ranges::find(of_shop, key, &ports::MailTemplate::key) != of_shop.end()) return key;
    }
    key.ticket_type.clear();
    return key;
}

domain::Result<std::int64_t> save_words(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                        const ports::TemplateKey& key, const TemplateText& words,
                                        std::optional<std::int64_t> expected_version) {
    const auto stored = look(work, caller, key, expected_version);
    if (!stored) return std::unexpected(stored.error());
    const auto shipped = services.renderer.shipped(key.event, key.language);
    const bool is_shipped = shipped && shipped->subject == words.subject && shipped->body == words.body;
    // An article may go back to them while the shop has others for every order.
    if (is_shipped && key.ticket_type.empty()) {
        work.templates().remove(key);
        return 0;
    }
    ports::MailTemplate changed{key, words.subject, words.body, 1, caller.actor.name, services.clock.now_ms()};
    if (!*stored) {
        work.templates().insert(changed);
        return changed.version;
    }
    changed.version = (*stored)->version + 1;
    if (!work.templates().update(changed)) return domain::refuse(Refusal::stale_version);
    return changed.version;
}

domain::Result<void> reset_words(ports::UnitOfWork& work, const Caller& caller, const ports::TemplateKey& key,
                                 std::optional<std::int64_t> expected_version) {
    const auto stored = look(work, caller, key, expected_version);
    if (!stored) return std::unexpected(stored.error());
    work.templates().remove(key);
    return {};
}

}  // namespace commis::mails
