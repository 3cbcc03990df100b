// Reports by the standard first; then free texts, but only from senders that are mail servers, so that no customer's
// letter about a "failed delivery" marks an address.
#include "adapters/smtp/inbound.hpp"

#include <glib.h>

#include <algorithm>
#include <array>

#include "adapters/smtp/bounce_words.hpp"
#include "adapters/smtp/inbound_parts.hpp"
#include "domain/lowered.hpp"

namespace commis::smtp {
namespace {

using domain::BounceCause;
using domain::BounceVerdict;
using domain::lowered;
using ports::DeliveryReport;
using ports::InboundKind;
using ports::InboundMail;

std::string_view field(const Fields& fields, std::string_view name) {
    const auto at = fields.find(name);
    return at == fields.end() ? std::string_view{} : std::string_view{at->second};
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// "rfc822; a@b" without its type, and what follows the first blank.
std::string_view without_type(std::string_view value) {
    const auto mark = value.find(';');
    if (mark != std::string_view::npos) value.remove_prefix(mark + 1);
    while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
    return value;
}

std::string first_address(std::string_view text) {
    auto found = addresses_in(text);
    return found.empty() ? std::string{} : std::move(found.front());
}

std::vector<std::string> message_ids_in(std::string_view text) {
    std::vector<std::string> ids;
    for (auto begin = text.find('<'); begin != std::string_view::npos; begin = text.find('<', begin + 1)) {
        const auto end = text.find_first_of("<> \t", begin + 1);
        if (end == std::string_view::npos || text[end] != '>') continue;
        if (ids.size() < 20 && end - begin < 250) ids.emplace_back(text.substr(begin + 1, end - begin - 1));
    }
    if (ids.empty() && text.find('@') != std::string_view::npos && text.size() < 250) ids.emplace_back(text);
    return ids;
}

bool is_from_a_server(const Fields& fields) {
    const auto from = lowered(field(fields, "from"));
    const auto subject = lowered(field(fields, "subject"));
    if (holds_any(from, {"mailer-daemon", "mail delivery", "mail.delivery", "maildelivery"})) return true;
    const bool is_answerless = field(fields, "return-path") == "<>" || fields.contains("x-failed-recipients");
    const bool is_postmaster =
        holds_any(from, {"postmaster", "system administrator", "mail administrator", "mailadmin", "mailer@"});
    const bool is_said = holds_any(
        subject, {"undeliver", "delivery fail", "delivery status", "returned mail", "failure notice",
                  "mail system error", "delivery notification", "delivery report", "non recapitabile", "mail failure"});
    return fields.contains("x-failed-recipients") || (is_postmaster && (is_said || is_answerless)) ||
           (is_answerless && is_said);
}

bool is_answered_by_a_machine(const Fields& fields) {
    const auto submitted = lowered(field(fields, "auto-submitted"));
    const auto subject = lowered(field(fields, "subject"));
    if (submitted.starts_with("auto-replied") || fields.contains("x-autoreply") || fields.contains("x-autorespond")) {
        return true;
    }
    if (holds_any(lowered(field(fields, "precedence")), {"auto_reply"})) return true;
    return holds_any(subject, {"out of office", "automatic reply", "autoreply", "abwesenheitsnotiz",
                               "automatische antwort", "autosvar", "automatisk svar", "réponse automatique"});
}

// The verdict's class: by the code that says most, else by the reply's number.
bool is_temporary(const std::string& status, int code) {
    if (!status.empty() && !status.ends_with(".0.0")) return status.front() == '4';
    if (code != 0) return code < 500;
    return !status.empty() && status.front() == '4';
}

BounceCause cause_of(std::string_view words, const std::string& status) {
    const auto said = cause_of_words(words);
    return said == BounceCause::other ? cause_of_status(status) : said;
}

std::optional<BounceVerdict> verdict_of(const Fields& group, const std::string& status, int code) {
    const auto action = lowered(field(group, "action"));
    if (action.starts_with("delivered") || action.starts_with("relayed") || action.starts_with("expanded")) {
        return BounceVerdict::delivered;
    }
    if (action.starts_with("delayed")) return BounceVerdict::delayed;
    if (!action.starts_with("failed") && status.empty() && code == 0) return std::nullopt;
    return is_temporary(status, code) ? BounceVerdict::temporary : BounceVerdict::permanent;
}

std::optional<DeliveryReport> report_of(const Fields& group) {
    const auto original = first_address(without_type(field(group, "original-recipient")));
    const auto final = first_address(without_type(field(group, "final-recipient")));
    const auto words = field(group, "diagnostic-code");
    const auto told = enhanced_status(field(group, "status"));
    auto status = enhanced_status(words);
    if (status.empty() || (status.ends_with(".0.0") && !told.empty())) status = told;
    if (original.empty() && final.empty() && !group.contains("action")) return std::nullopt;
    const int code = reply_code(without_type(words));
    const auto verdict = verdict_of(group, status, code);
    if (!verdict) return std::nullopt;
    DeliveryReport report;
    report.verdict = *verdict;
    report.recipient = original.empty() ? final : original;
    report.status = status;
    report.words = shown_line(words.empty() ? field(group, "status") : without_type(words));
    if (*verdict != BounceVerdict::delivered) report.cause = cause_of(words, status);
    return report;
}

// The line that says why: the first with a code, else the first with words that are known.
std::string telling_line(std::string_view text) {
    std::string known;
    std::string first;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (reply_code(line) != 0 || !enhanced_status(line).empty()) {
            // What the server said often goes on after a line break.
            const auto next = text.substr(0, std::min(text.find('\n'), text.size()));
            return shown_line(std::string{line} + " " + std::string{next});
        }
        if (known.empty() && cause_of_words(line) != BounceCause::other) known = shown_line(line);
        if (first.empty() && line.find_first_not_of(" \t*=-") != std::string_view::npos) first = shown_line(line);
    }
    return known.empty() ? first : known;
}

// A report whose structure nobody can read still says its fields line by line.
std::optional<DeliveryReport> loose_report(std::string_view text) {
    const auto at = lowered(text).find("final-recipient:");
    if (at == std::string::npos) return std::nullopt;
    return report_of(read_fields(text.substr(at)));
}

std::string recipient_in_text(const InboundParts& parts) {
    for (const auto value : {field(parts.fields, "x-failed-recipients"), field(parts.returned, "to")}) {
        if (auto address = first_address(value); !address.empty()) return address;
    }
    const auto own = addresses_in(field(parts.fields, "to"));
    const auto sender = addresses_in(field(parts.fields, "from"));
    const auto found = addresses_in(parts.text);
    const auto other = std::ranges::find_if(found, [&](const std::string& address) {
        return std::ranges::find(own, address) == own.end() && std::ranges::find(sender, address) == sender.end();
    });
    if (other != found.end()) return *other;
    return found.empty() ? std::string{} : found.front();
}

std::vector<DeliveryReport> reports_in_text(const InboundParts& parts) {
    const auto& text = parts.text;
    if (const auto loose = loose_report(text)) return {*loose};
    DeliveryReport report;
    report.status = enhanced_status(text);
    const int code = reply_code(text);
    const auto subject = lowered(field(parts.fields, "subject"));
    const auto said = lowered(text);
    const bool is_delay = holds_any(subject, {"(delay)", "delayed", "warning"}) ||
                          holds_any(said, {"will be retried", "will continue to be attempted", "will keep trying",
                                           "you do not need to resend"});
    report.verdict = is_temporary(report.status, code) ? BounceVerdict::temporary : BounceVerdict::permanent;
    report.cause = cause_of(text, report.status);
    // Words that nobody understands may mean anything but that the address is wrong.
    const bool is_vague = report.cause == BounceCause::unreachable || report.cause == BounceCause::other;
    if (report.status.empty() && code == 0 && is_vague) report.verdict = BounceVerdict::temporary;
    if (is_delay) report.verdict = BounceVerdict::delayed;
    report.words = telling_line(text);
    report.recipient = recipient_in_text(parts);
    return {report};
}

DeliveryReport complaint_of(const InboundParts& parts) {
    DeliveryReport report;
    report.verdict = BounceVerdict::complaint;
    report.recipient = first_address(field(parts.feedback, "original-rcpt-to"));
    if (report.recipient.empty()) report.recipient = first_address(field(parts.returned, "to"));
    report.words = shown_line(field(parts.feedback, "feedback-type"));
    return report;
}

void read_reports(InboundMail& mail, const InboundParts& parts) {
    const auto kind = lowered(field(parts.feedback, "feedback-type"));
    // A report about a sender's signature says nothing about the reader.
    const bool is_complaint = !parts.feedback.empty() && kind != "auth-failure" && kind != "not-spam";
    if (is_complaint) mail.reports.push_back(complaint_of(parts));
    if (parts.feedback.empty()) {
        for (const auto& group : parts.report) {
            if (auto report = report_of(group)) mail.reports.push_back(std::move(*report));
        }
        if (mail.reports.empty() && (parts.has_report || is_from_a_server(parts.fields))) {
            mail.reports = reports_in_text(parts);
        }
    }
    for (auto& report : mail.reports) {
        if (report.recipient.empty()) report.recipient = first_address(field(parts.returned, "to"));
    }
    if (!mail.reports.empty()) mail.kind = InboundKind::report;
}

}  // namespace

InboundMail read_inbound_mail(std::string_view bytes) {
    const auto parts = take_apart(bytes);
    InboundMail mail;
    const auto own = message_ids_in(field(parts.fields, "message-id"));
    if (!own.empty()) mail.message_id = own.front();
    for (const auto& value :
         {field(parts.returned, "message-id"), field(parts.fields, "in-reply-to"), field(parts.fields, "references")}) {
        for (auto& id : message_ids_in(value)) {
            if (std::ranges::find(mail.about, id) == mail.about.end()) mail.about.push_back(std::move(id));
        }
    }
    read_reports(mail, parts);
    if (mail.reports.empty() && is_answered_by_a_machine(parts.fields)) mail.kind = InboundKind::auto_reply;
    return mail;
}

std::vector<std::string> split_mbox(std::string_view text) {
    std::vector<std::string> messages;
    bool is_after_blank = true;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n') + 1, text.size());
        auto line = text.substr(0, end == 0 ? text.size() : end);
        text.remove_prefix(line.size());
        if (is_after_blank && line.starts_with("From ")) {
            messages.emplace_back();
        } else if (!messages.empty()) {
            // ">From " was quoted when it went into the file.
            const auto mark = line.find_first_not_of('>');
            const bool is_quoted = mark != std::string_view::npos && mark > 0 && line.substr(mark).starts_with("From ");
            if (is_quoted) line.remove_prefix(1);
            messages.back() += line;
        }
        is_after_blank = line == "\n" || line == "\r\n";
    }
    return messages;
}

}  // namespace commis::smtp
