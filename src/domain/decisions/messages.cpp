// One event, one mail each.
#include "domain/decisions/messages.hpp"

#include "domain/dunning.hpp"
#include "domain/email_address.hpp"

namespace commis::domain {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

std::vector<FieldError> check_recipient(const std::string& to) {
    if (to.empty() || is_email_address(to)) return {};
    return {{"/to", "invalid_email", "this is no e-mail address"}};
}

// Whoever reminds by hand does what the schedule would have done next.
std::int32_t steps_by_hand(const Order& order, const Profile& profile) {
    const PaymentMethod* method = profile.find_method(order.payment_method);
    if (method == nullptr || order.task == Task::remind) return order.dunning_done;
    const auto ahead = steps_ahead(*method, order.dunning_done);
    const bool reminds = !ahead.empty() && ahead.front().action == "remind";
    return order.dunning_done + (reminds ? 1 : 0);
}

}  // namespace

Result<Decision> resend_confirmation(const Order& order, const std::string& to, const Context& context) {
    if (const auto error = refused(Action::resend_confirmation, order, context)) return std::unexpected(*error);
    auto errors = check_recipient(to);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const Standing standing = standing_of(order, context.profile);
    // In bulk only completed registrations get theirs again; the others are skipped and reported (W-24).
    const bool is_completed = standing.summary == SummaryStatus::complete || standing.summary == SummaryStatus::partial;
    if (context.entry == EntryPoint::bulk && standing.uses_registration_matrix && !is_completed) {
        return refuse(Refusal::not_offered_in_status);
    }
    Decision decision = begin(order, context);
    record(decision, context, EventType::mail_requested, {{"kind", std::string(id_of(MailKind::order_placed))}});
    tell(decision, MailKind::order_placed, to, context);
    return decision;
}

Result<Decision> remind(const Order& order, const Context& context) {
    return remind_by_schedule(order, steps_by_hand(order, context.profile), context);
}

Result<Decision> remind_by_schedule(const Order& order, std::int32_t steps_done, const Context& context) {
    if (const auto error = refused(Action::remind, order, context)) return std::unexpected(*error);
    Decision decision = begin(order, context);
    const std::int64_t due_minor = standing_of(order, context.profile).figures().due();
    if (decision.order.task == Task::remind) decision.order.task = Task::none;
    decision.order.dunning_done = steps_done;
    std::vector<std::pair<std::string, std::string>> data{{"due", std::to_string(due_minor)},
                                                          {"currency", std::string(order.currency.code())}};
    if (const PaymentMethod* method = context.profile.find_method(order.payment_method)) {
        const DunningPlace place = place_of(decision.order);
        if (const auto level = level_reached(place, *method); level > 0)
            data.emplace_back("level", std::to_string(level));
        const auto until = context.calendar ? pay_by(place, *method, context.calendar) : std::nullopt;
        if (until && *until + day_ms > context.now_ms) data.emplace_back("pay_by", std::to_string(*until));
    }
    record(decision, context, EventType::reminder_sent, std::move(data));
    tell(decision, MailKind::payment_reminder, {}, context);
    return decision;
}

Result<Decision> send_message(const Order& order, const Message& message, const Context& context) {
    if (const auto error = refused(Action::send_mail, order, context)) return std::unexpected(*error);
    auto errors = check_recipient(message.to);
    if (message.subject.empty()) errors.push_back({"/subject", "required", "a mail has a subject"});
    if (message.body.empty()) errors.push_back({"/body", "required", "a mail has words"});
    check_text(errors, "/subject", message.subject, 200);
    check_text(errors, "/body", message.body, note_length_max);
    if (message.subject.find('\n') != std::string::npos || message.subject.find('\r') != std::string::npos) {
        errors.push_back({"/subject", "invalid_text", "a subject is one line"});
    }
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    record(decision, context, EventType::mail_requested, {{"kind", std::string(id_of(MailKind::free_message))}},
           message.body)
        .reason = message.subject;
    tell(decision, MailKind::free_message, message.to, context);
    return decision;
}

Result<Decision> repeat_mail(const Order& order, const std::string& mail_id, const Context& context) {
    if (const auto error = refused(Action::send_mail, order, context)) return std::unexpected(*error);
    const auto kept = context.kept_mail ? context.kept_mail(mail_id) : std::nullopt;
    if (!kept) return refuse_fields({{"/repeat", "unknown_mail", "no mail of this order is kept under this id"}});
    Decision decision = begin(order, context);
    record(decision, context, EventType::mail_requested,
           {{"kind", std::string(id_of(kept->kind))}, {"repeats", mail_id}});
    MailIntent mail{kept->kind, kept->recipient, Suppression::none, context.now_ms, decision.order.event_count};
    mail.is_copy = kept->is_copy;
    mail.repeats = mail_id;
    decision.mails.push_back(std::move(mail));
    return decision;
}

}  // namespace commis::domain
