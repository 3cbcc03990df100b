// The words beside the codes: labels of statuses, states and methods, next steps, actions with their reasons.
#include "http/order_words.hpp"

#include "domain/actions.hpp"
#include "domain/decisions/change_state.hpp"
#include "domain/places.hpp"
#include "features/orders/actions.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

const std::string* profile_words(const std::map<std::string, domain::Words>& labels, std::string_view code,
                                 const std::string& language) {
    const auto at = labels.find(std::string(code));
    return at == labels.end() ? nullptr : &at->second.in(language);
}

std::string word_or_code(const OrderView& view, const std::string& group, const std::string& code) {
    const std::string key = group + code;
    return view.services.words.has(key) ? view.services.words.text(view.language, key) : code;
}

}  // namespace

void write_refusal(json::Writer& writer, const OrderView& view, const char* name,
                   const std::optional<domain::Refusal>& code) {
    const std::string text_name = std::string(name) + "_text";
    if (!code) {
        writer.key(name).null().key(text_name).null();
        return;
    }
    const std::string_view id = domain::code_of(*code);
    writer.member(name, id).member(text_name, word(view, "refusal", id));
}

const std::string& word(const OrderView& view, const std::string& group, std::string_view code) {
    return view.services.words.text(view.language, group + "." + std::string(code));
}

std::string mail_label(const OrderView& view, domain::MailKind kind, bool is_copy) {
    std::string label = word(view, "mail", domain::id_of(kind));
    if (is_copy) label += " (" + view.services.words.text(view.language, "mail_copy") + ")";
    return label;
}

std::string decline_text(const OrderView& view, const std::string& reason) {
    return word_or_code(view, "decline.", reason);
}

std::string chargeback_text(const OrderView& view, const std::string& reason) {
    return word_or_code(view, "chargeback_reason.", reason);
}

std::string money_text(const OrderView& view, std::int64_t amount_minor, const domain::Currency& currency) {
    return view.services.formatter.money({amount_minor, currency}, view.language);
}

void write_suppression(json::Writer& writer, const OrderView& view, domain::Suppression reason) {
    if (reason == domain::Suppression::none) {
        writer.key("reason").null().key("reason_text").null();
        return;
    }
    const std::string_view id = domain::id_of(reason);
    writer.member("reason", id).member("reason_text", word(view, "suppression", id));
}

std::string payment_label(const OrderView& view, domain::PaymentStatus worded) {
    const std::string_view id = domain::id_of(worded);
    if (const std::string* own = profile_words(view.profile.payment_labels, id, view.language)) return *own;
    return word(view, "payment_status", id);
}

std::string method_label(const OrderView& view, const std::string& method_id) {
    const domain::PaymentMethod* method = view.profile.find_method(method_id);
    if (method != nullptr && !method->label.in(view.language).empty()) return method->label.in(view.language);
    const std::string key = "method." + method_id;
    return view.services.words.has(key) ? view.services.words.text(view.language, key) : method_id;
}

void write_summary(json::Writer& writer, const OrderView& view, domain::SummaryStatus status, std::int64_t active,
                   std::int64_t total) {
    const std::string_view id = domain::id_of(status);
    const std::string* own = profile_words(view.profile.summary_labels, id, view.language);
    const std::string& sentence = own != nullptr ? *own : word(view, "summary", id);
    writer.key("summary").object().member("status", id).member("active", active).member("total", total);
    if (sentence.find('{') == std::string::npos) {
        writer.member("label", sentence).end();
        return;
    }
    writer.member(
        "label", domain::fill_places(sentence, {{"active", std::to_string(active)}, {"total", std::to_string(total)}}));
    writer.end();
}

void write_state(json::Writer& writer, const OrderView& view, const std::string& state_id) {
    const domain::State* state = view.profile.find_state(state_id);
    const domain::Stage stage = state != nullptr ? state->stage : domain::Stage::new_;
    writer.key("state").object().member("id", state_id).member("stage", domain::id_of(stage));
    writer.member("label", state != nullptr ? std::string_view(state->label.in(view.language)) : state_id);
    writer.member("stage_label", word(view, "stage", domain::id_of(stage)));
    writer.member("color", state != nullptr ? std::string_view(state->color) : "grey").end();
}

void write_next_step(json::Writer& writer, const OrderView& view, const domain::NextStep& next,
                     const domain::Currency& currency) {
    writer.key("next_step");
    if (next.step == domain::Step::none) {
        writer.null();
        return;
    }
    const std::string id(domain::id_of(next.step));
    std::map<std::string, std::string> values{{"amount", money_text(view, next.amount_minor, currency)}};
    if (next.until_ms) values["date"] = view.services.formatter.date(*next.until_ms, view.shop.timezone, view.language);
    writer.object().member("id", id).member("queue", domain::id_of(next.queue));
    writer.member("text", view.services.words.text(view.language, "step." + id, values));
    const auto action = domain::action_of(next.step);
    if (action) {
        writer.member("action", domain::id_of(*action));
    } else {
        writer.key("action").null();
    }
    writer.end();
}

void write_action(json::Writer& writer, const OrderView& view, const domain::Standing& standing,
                  domain::Action action) {
    const domain::ActionAnswer answer = domain::ask(action, standing, view.rights);
    const std::string id(domain::id_of(action));
    const std::string* own = profile_words(view.profile.action_labels, id, view.language);
    writer.object().member("id", id).member("label", own != nullptr ? *own : word(view, "action", id));
    writer.member("allowed", answer.allowed);
    write_refusal(writer, view, "reason", answer.reason);
    write_refusal(writer, view, "warning", answer.warning);
    writer.end();
}

void write_actions(json::Writer& writer, const OrderView& view, const domain::Standing& standing) {
    writer.key("actions").array();
    const auto offer = [&](domain::Action action) { write_action(writer, view, standing, action); };
    for (const orders::ActionCommand& command : orders::action_commands()) {
        // A placed order needs no button that explains why it can't be placed again, nor one in the lists why it can't
        // be brought back.
        const bool is_idle_place = command.action == domain::Action::place && !standing.draft;
        const bool is_idle_restore = command.action == domain::Action::restore && !standing.removed;
        if (!is_idle_place && !is_idle_restore) offer(command.action);
    }
    offer(domain::Action::edit);
    offer(domain::Action::add_note);
    writer.end();
}

void write_state_choices(json::Writer& writer, const OrderView& view, const domain::Order& order) {
    writer.key("state_choices").array();
    for (const domain::StateChoice& choice : domain::state_choices(order, view.profile)) {
        writer.object().member("id", choice.state->id).member("stage", domain::id_of(choice.state->stage));
        writer.member("label", choice.state->label.in(view.language)).member("color", choice.state->color);
        writer.member("allowed", !choice.reason.has_value());
        write_refusal(writer, view, "reason", choice.reason);
        write_refusal(writer, view, "warning", choice.warning);
        writer.end();
    }
    writer.end();
}

}  // namespace commis::http
