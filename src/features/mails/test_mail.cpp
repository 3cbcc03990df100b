// A test is a row of the outbox like any other mail, so that it takes the same way, waits for the same server and shows
// the same fate. It is no happening of its order: its event_sequence is below zero, and no two tests share one.
#include <limits>

#include "features/mails/templates.hpp"

namespace commis::mails {

std::string queue_test(ports::UnitOfWork& work, const Services& services, const ports::TemplateKey& key,
                       const ports::TemplateText& words, const PreviewOrder& shown, const std::string& to) {
    const auto now_ms = services.clock.now_ms();
    ports::MailRow mail;
    mail.shop_id = key.shop_id;
    mail.id = services.ids.next();
    mail.order_id = shown.order.id;
    mail.order_number = shown.order.number;
    // Ids that follow each other differ in their last sign, and so do these numbers.
    std::uint64_t spread = 0;
    for (const char sign : mail.id) spread = spread * 33 + static_cast<unsigned char>(sign);
    mail.event_sequence = -1 - static_cast<std::int64_t>(spread & std::numeric_limits<std::int64_t>::max());
    mail.kind = *domain::find_mail_kind(key.event);
    mail.recipient = to;
    mail.language = key.language;
    mail.due_at_ms = now_ms;
    mail.created_at_ms = now_ms;
    work.outbox().add_test(mail, {shown.event ? shown.event->sequence : 0, words.subject, words.body});
    return mail.id;
}

std::string test_subject(const Services& services, const std::string& language, const std::string& subject) {
    return services.words.text(language, "mail_test", {{"subject", subject}});
}

}  // namespace commis::mails
