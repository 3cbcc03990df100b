// The words of mails: what there is, a shop's own instead of the shipped ones, and how they look with a real order.
#include <sodium.h>

#include <algorithm>
#include <map>

#include "domain/language.hpp"
#include "features/mails/templates.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;
using ports::TemplateText;

struct WordsBody {
    std::string subject, body;
};
BOOST_DESCRIBE_STRUCT(WordsBody, (), (subject, body))

struct PreviewBody {
    std::string event, language, subject, body;
    std::optional<std::string> order;
};
BOOST_DESCRIBE_STRUCT(PreviewBody, (), (event, language, subject, body, order))

std::string word(const Call& call, std::string_view group, std::string_view id) {
    return call.site.services.words.text(call.language, std::string(group) + "." + std::string(id));
}

void write_event(Writer& writer, const Call& call, std::string_view event) {
    writer.member("event", event).member("label", word(call, "mail", event));
    writer.member("about", word(call, "mail_about", event));
    writer.member("to_shop", domain::find_mail_kind(event).transform(domain::is_to_operator).value_or(false));
}

// Who changed it and when; null for shipped words.
void write_change(Writer& writer, const ports::MailTemplate* stored) {
    writer.member("is_changed", stored != nullptr).member("version", stored != nullptr ? stored->version : 0);
    writer.key("changed_by");
    stored != nullptr ? writer.value(stored->changed_by) : writer.null();
    writer.key("changed_at");
    stored != nullptr ? writer.value(json::format_time_ms(stored->changed_at_ms)) : writer.null();
}

// The articles whose orders have words of their own, each with the languages they are in.
void write_articles(Writer& writer, const std::map<std::string, std::vector<std::string>>& of_articles) {
    writer.key("articles").array();
    for (const auto& [sku, languages] : of_articles) {
        writer.object().member("article", sku).key("languages").array();
        for (const std::string& language : languages) writer.value(language);
        writer.end().end();
    }
    writer.end();
}

Response list_templates(Call& call) {
    std::map<std::pair<std::string, std::string>, ports::MailTemplate> stored;
    std::map<std::string, std::map<std::string, std::vector<std::string>>> of_articles;  // Mail, SKU, languages.
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        for (auto& each : snapshot.templates().list(call.shop.id)) {
            const ports::TemplateKey& key = each.key;
            if (key.ticket_type.empty()) {
                stored.emplace(std::pair{key.event, key.language}, each);
            } else {
                of_articles[key.event][key.ticket_type].push_back(key.language);
            }
        }
    });
    std::vector<std::string_view> events;
    for (int i = 0; i < domain::mail_kind_count; ++i) {
        events.push_back(domain::id_of(static_cast<domain::MailKind>(i)));
    }
    return list_response(events, "", [&](Writer& writer, std::string_view event) {
        writer.object();
        write_event(writer, call, event);
        writer.key("languages").array();
        for (const std::string_view language : domain::languages) {
            const auto at = stored.find({std::string(event), std::string(language)});
            const bool is_changed = at != stored.end();
            const auto shipped = call.site.services.renderer.shipped(event, language).value_or(TemplateText{});
            writer.object().member("language", language);
            writer.member("subject", is_changed ? at->second.subject : shipped.subject);
            write_change(writer, is_changed ? &at->second : nullptr);
            writer.end();
        }
        writer.end();
        write_articles(writer, of_articles[std::string(event)]);
        writer.end();
    });
}

// The value of a name in the order that a preview would show, on one line; empty where it has none.
std::string example_of(const ports::MailModel& model, const std::string& name) {
    std::string found;
    if (const auto text = model.texts.find(name); text != model.texts.end()) found = text->second;
    if (const auto note = model.notes.find(name); note != model.notes.end()) found = note->second;
    if (const auto link = model.links.find(name); link != model.links.end()) found = link->second;
    std::ranges::replace(found, '\n', ' ');
    return found;
}

void write_names(Writer& writer, const Call& call, const ports::TemplateNames& names, const ports::MailModel& model) {
    writer.key("names").array();
    for (const std::string& name : names.values) {
        const bool is_flag = names.flags.contains(name);
        writer.object().member("name", name).member("label", word(call, "template_name", name));
        writer.member("kind", is_flag ? "condition" : "text");
        if (const std::string example = example_of(model, name); !example.empty()) writer.member("example", example);
        writer.end();
    }
    for (const auto& [name, inner] : names.lists) {
        const auto entries = model.lists.find(name);
        const bool has_entry = entries != model.lists.end() && !entries->second.empty();
        writer.object().member("name", name).member("label", word(call, "template_name", name));
        writer.member("kind", "list");
        write_names(writer, call, inner, has_entry ? entries->second.front() : ports::MailModel{});
        writer.end();
    }
    writer.end();
}

Response template_response(const Call& call, ports::Snapshot& snapshot, const ports::TemplateKey& key) {
    const Services& services = call.site.services;
    const auto stored = snapshot.templates().find(key);
    const auto used = mails::words_in_use(snapshot.templates(), key);
    const auto shipped = services.renderer.shipped(key.event, key.language).value_or(TemplateText{});
    const auto kind = *domain::find_mail_kind(key.event);
    const auto shown = mails::find_preview_order(snapshot, services, call.shop, kind, "");
    const auto model = mails::preview_model(services, call.shop, *shown, kind, key.language);
    std::string body;
    Writer writer(body);
    writer.object();
    write_event(writer, call, key.event);
    writer.member("language", key.language).key("article");
    key.ticket_type.empty() ? writer.null() : writer.value(key.ticket_type);
    write_change(writer, stored ? &*stored : nullptr);
    writer.member("subject", used ? used->subject : shipped.subject);
    writer.member("body", used ? used->body : shipped.body);
    writer.key("shipped").object().member("subject", shipped.subject).member("body", shipped.body).end();
    write_names(writer, call, *services.renderer.names_of(key.event), model);
    writer.end();
    Response response = json_response(200, std::move(body));
    response.headers.set("ETag", entity_tag(stored ? stored->version : 0));
    return response;
}

std::expected<ports::TemplateKey, Response> read_key(const Call& call, std::string_view event,
                                                     std::string_view language, std::string_view article = {}) {
    constexpr std::size_t article_length_max = 100;
    if (article.size() > article_length_max || article.find('\0') != std::string_view::npos) {
        return std::unexpected(problem(422, "bad_field", "Some parameters are unknown or wrong.",
                                       {{"article", "invalid_value", "An article's SKU, of at most 100 bytes."}}));
    }
    const auto key = mails::template_key(call.site.services, call.shop.id, event, language, article);
    if (key) return *key;
    return std::unexpected(problem(404, "not_found", "There is no such mail or language."));
}

// The key that the address names.
std::expected<ports::TemplateKey, Response> read_key(const Call& call) {
    return read_key(call, call.request.param("event"), call.request.param("language"),
                    call.request.query_value("article").value_or(""));
}

Response show_template(Call& call) {
    const auto key = read_key(call);
    if (!key) return key.error();
    Response response;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { response = template_response(call, snapshot, *key); });
    return response;
}

// Each fault in the caller's words as a field error, and once more with its code, name and line for programs.
Response faults_response(const Call& call, const std::vector<mails::WordsFault>& faults) {
    std::vector<json::FieldError> errors;
    std::string positions;
    Writer writer(positions);
    writer.array();
    for (const auto& [field, fault] : faults) {
        const std::string key = "template_fault." + fault.code;
        errors.push_back(
            {field, fault.code, call.site.services.words.text(call.language, key, {{"name", fault.detail}})});
        writer.object().member("field", field).member("code", fault.code).member("name", fault.detail);
        writer.key("line");
        fault.line > 0 ? writer.value(std::int64_t{fault.line}) : writer.null();
        writer.end();
    }
    writer.end();
    return problem(422, "bad_field", call.site.services.words.text(call.language, "refusal.bad_field"), errors,
                   {{"faults", positions}});
}

Response save_template(Call& call) {
    const auto key = read_key(call);
    if (!key) return key.error();
    auto body = json_body<WordsBody>(call.request);
    if (!body) return std::move(body.error());
    const auto match = if_match(call.request);
    if (!match) return match.error();
    const TemplateText words{body->subject, body->body};
    const auto faults = mails::check_words(call.site.services.renderer, key->event, words);
    if (!faults.empty()) return faults_response(call, faults);
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto saved = mails::save_words(work, call.site.services, call.caller, *key, words, match->version());
        return saved ? template_response(call, work.reads(), *key) : refusal_response(call, saved.error());
    });
}

Response reset_template(Call& call) {
    const auto key = read_key(call);
    if (!key) return key.error();
    const auto match = if_match(call.request);
    if (!match) return match.error();
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto reset = mails::reset_words(work, call.caller, *key, match->version());
        return reset ? template_response(call, work.reads(), *key) : refusal_response(call, reset.error());
    });
}

// The desk shows a mail without its parts: pictures stand in the page itself.
std::string shown_html(const ports::RenderedMail& mail) {
    std::string html = mail.html;
    for (const auto& [name, png] : mail.pictures) {
        std::string coded(sodium_base64_ENCODED_LEN(png.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
        sodium_bin2base64(coded.data(), coded.size(), reinterpret_cast<const unsigned char*>(png.data()), png.size(),
                          sodium_base64_VARIANT_ORIGINAL);
        coded.pop_back();  // The zero that ends it.
        const std::string told = "\"cid:" + name + "\"";
        if (const auto at = html.find(told); at != std::string::npos) {
            html.replace(at, told.size(), "\"data:image/png;base64," + coded + "\"");
        }
    }
    return html;
}

Response write_preview(const ports::RenderedMail& mail, const mails::PreviewOrder& shown) {
    std::string body;
    Writer writer(body);
    writer.object().member("subject", mail.subject).member("html", shown_html(mail)).member("text", mail.text);
    writer.key("order");
    if (shown.is_sample) {
        writer.null();
    } else {
        writer.object().member("id", shown.order.id).member("number", shown.order.number).end();
    }
    writer.end();
    return json_response(200, std::move(body));
}

// The words of a call that were checked, and the order that they are shown with.
struct Shown {
    ports::TemplateKey key;
    TemplateText words;
    mails::PreviewOrder order;
    ports::RenderedMail mail;
};

std::expected<Shown, Response> read_shown(const Call& call, const PreviewBody& body) {
    const auto key = read_key(call, body.event, body.language);
    if (!key) return std::unexpected(key.error());
    const Services& services = call.site.services;
    const TemplateText words{body.subject, body.body};
    const auto faults = mails::check_words(services.renderer, key->event, words);
    if (!faults.empty()) return std::unexpected(faults_response(call, faults));
    const auto kind = *domain::find_mail_kind(key->event);
    domain::Result<mails::PreviewOrder> shown = domain::refuse(domain::Refusal::not_found);
    services.storage.read([&](ports::Snapshot& snapshot) {
        shown = mails::find_preview_order(snapshot, services, call.shop, kind, body.order.value_or(""));
    });
    if (!shown) {
        return std::unexpected(
            problem(422, "bad_field", services.words.text(call.language, "refusal.bad_field"),
                    {{"/order", "unknown_order", services.words.text(call.language, "template_fault.unknown_order")}}));
    }
    const auto model = mails::preview_model(services, call.shop, *shown, kind, key->language);
    auto mail = services.renderer.render_source(words.source(), key->language, model);
    if (!mail) return std::unexpected(faults_response(call, {{"/body", mail.error()}}));
    return Shown{*key, words, std::move(*shown), std::move(*mail)};
}

Response preview_template(Call& call) {
    const auto body = json_body<PreviewBody>(call.request);
    if (!body) return body.error();
    const auto shown = read_shown(call, *body);
    return shown ? write_preview(shown->mail, shown->order) : shown.error();
}

// To the caller's own address and to no other: a test never reaches a customer.
Response test_template(Call& call) {
    const auto body = json_body<PreviewBody>(call.request);
    if (!body) return body.error();
    const auto shown = read_shown(call, *body);
    if (!shown) return shown.error();
    const Services& services = call.site.services;
    if (!call.caller.operator_) {
        return problem(409, "no_own_address", word(call, "template_test", "no_own_address"));
    }
    if (shown->order.is_sample)
        return problem(409, "no_order_to_show", word(call, "template_test", "no_order_to_show"));
    const std::string to = call.caller.operator_->email;
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            const auto id = mails::queue_test(work, services, shown->key, shown->words, shown->order, to);
            std::string answer;
            Writer writer(answer);
            writer.object().member("mail", id).member("to", to);
            writer.member("subject", mails::test_subject(services, shown->key.language, shown->mail.subject));
            writer.key("order").object().member("id", shown->order.order.id);
            writer.member("number", shown->order.order.number).end().end();
            return json_response(202, std::move(answer));
        },
        [&] { services.notices.mail_queued(); });
}

}  // namespace

void add_template_routes(Router& router, const Site& site) {
    using enum domain::Right;
    add_shop_route(router, site, "GET", "/templates", settings, list_templates);
    add_shop_route(router, site, "POST", "/templates/preview", settings, preview_template);
    add_shop_route(router, site, "POST", "/templates/test", settings, test_template);
    add_shop_route(router, site, "GET", "/templates/{event}/{language}", settings, show_template);
    add_shop_route(router, site, "PUT", "/templates/{event}/{language}", settings, save_template);
    add_shop_route(router, site, "DELETE", "/templates/{event}/{language}", settings, reset_template);
}

}  // namespace commis::http
