// A report is believed when it names a Message-ID of ours, which nobody can guess; one that names only an address is
// believed for a week after the last mail to it, and says that it was matched like this.
#include "features/mails/bounces.hpp"

#include <algorithm>

namespace commis::mails {
namespace {

using domain::BounceMatch;
using ports::DeliveryReport;
using ports::MailRow;

constexpr std::int64_t recipient_window_ms = 7LL * 24 * 60 * 60 * 1000;

// "01J….@shop.example": our ids are 26 letters and digits.
std::string mail_id_of(std::string_view message_id) {
    const auto id = message_id.substr(0, message_id.find('@'));
    const bool is_ours = id.size() == 26 && std::ranges::all_of(id, [](char sign) {
                             return (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z');
                         });
    return is_ours ? std::string(id) : std::string();
}

bool is_same_address(std::string_view left, std::string_view right) {
    const auto small = [](char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign | 0x20) : sign; };
    return std::ranges::equal(left, right, {}, small, small);
}

struct Found {
    MailRow mail;
    BounceMatch by = BounceMatch::message_id;
};

class Search {
public:
    Search(ports::Snapshot& snapshot, const Services& services, std::optional<std::int64_t> shop_id)
        : outbox_(snapshot.outbox()), now_ms_(services.clock.now_ms()) {
        for (const domain::Shop& shop : snapshot.shops().list()) {
            if (!shop_id || shop.id == *shop_id) shop_ids_.push_back(shop.id);
        }
    }

    std::optional<Found> by_message_id(const ports::InboundMail& inbound) {
        for (const std::string& about : inbound.about) {
            const std::string id = mail_id_of(about);
            if (id.empty()) continue;
            for (const auto shop_id : shop_ids_) {
                if (auto mail = outbox_.find(shop_id, id)) return Found{std::move(*mail), BounceMatch::message_id};
            }
        }
        return std::nullopt;
    }

    std::optional<Found> by_recipient(const std::string& recipient) {
        std::optional<Found> newest;
        for (const auto shop_id : shop_ids_) {
            auto mail = recipient.empty() ? std::nullopt : outbox_.find_sent_to(shop_id, recipient);
            const bool is_recent = mail && mail->sent_at_ms.value_or(mail->due_at_ms) > now_ms_ - recipient_window_ms;
            if (is_recent && (!newest || mail->id > newest->mail.id)) {
                newest = Found{std::move(*mail), BounceMatch::recipient};
            }
        }
        return newest;
    }

private:
    ports::OutboxReader& outbox_;
    std::int64_t now_ms_;
    std::vector<std::int64_t> shop_ids_;
};

// Verdicts are in order from worst to best, complaints last.
const DeliveryReport& most_telling(const std::vector<DeliveryReport>& reports, const std::string& recipient) {
    const auto own = std::ranges::find_if(
        reports, [&](const DeliveryReport& report) { return is_same_address(report.recipient, recipient); });
    return own != reports.end() ? *own : *std::ranges::min_element(reports, {}, &DeliveryReport::verdict);
}

ports::Bounce bounce_of(const Services& services, const ports::InboundMail& inbound, const DeliveryReport& report,
                        const Found& found) {
    ports::Bounce bounce;
    bounce.shop_id = found.mail.shop_id;
    bounce.id = services.ids.next();
    bounce.mail_id = found.mail.id;
    bounce.order_id = found.mail.order_id;
    // A forwarded mail comes back from an address that we never wrote to; the one that is ours failed.
    bounce.email = found.mail.recipient;
    bounce.verdict = report.verdict;
    bounce.cause = report.cause;
    bounce.code = report.status;
    bounce.words = report.words;
    bounce.matched_by = found.by;
    bounce.reported_at_ms = services.clock.now_ms();
    const std::string words = inbound.message_id.empty() ? report.words : inbound.message_id;
    bounce.report_key = services.secrets.digest(found.mail.id + "\n" + report.recipient + "\n" +
                                                std::string(domain::id_of(report.verdict)) + "\n" + words);
    return bounce;
}

BounceLine keep(ports::UnitOfWork& work, const Services& services, const ports::InboundMail& inbound,
                const DeliveryReport& report, Found found) {
    const auto bounce = bounce_of(services, inbound, report, found);
    const bool is_new = work.outbox().add_bounce(bounce);
    if (is_new && domain::is_returned(report.verdict)) work.outbox().mark_bounced(bounce);
    return {is_new ? BounceFate::recorded : BounceFate::known, report, std::move(found.mail)};
}

std::vector<BounceLine> record_in(ports::UnitOfWork& work, const Services& services, const ports::InboundMail& inbound,
                                  std::optional<std::int64_t> shop_id) {
    std::vector<BounceLine> lines;
    Search search(work.reads(), services, shop_id);
    if (auto found = search.by_message_id(inbound)) {
        const auto& report = most_telling(inbound.reports, found->mail.recipient);
        lines.push_back(keep(work, services, inbound, report, std::move(*found)));
        return lines;
    }
    for (const DeliveryReport& report : inbound.reports) {
        if (auto found = search.by_recipient(report.recipient)) {
            lines.push_back(keep(work, services, inbound, report, std::move(*found)));
        } else {
            lines.push_back({BounceFate::unmatched, report, std::nullopt});
        }
    }
    return lines;
}

}  // namespace

std::string_view id_of(BounceFate fate) {
    switch (fate) {
        case BounceFate::recorded:
            return "recorded";
        case BounceFate::known:
            return "known";
        case BounceFate::unmatched:
            return "unmatched";
    }
    std::unreachable();
}

std::vector<BounceLine> record_bounces(const Services& services, const ports::InboundMail& inbound,
                                       std::optional<std::int64_t> shop_id) {
    std::vector<BounceLine> lines;
    if (inbound.reports.empty()) return lines;
    services.storage.write(ports::Priority::bulk,
                           [&](ports::UnitOfWork& work) { lines = record_in(work, services, inbound, shop_id); });
    services.storage.read([&](ports::Snapshot& snapshot) {
        for (const BounceLine& line : lines) {
            if (line.fate != BounceFate::recorded) continue;
            const auto order = snapshot.orders().find(line.mail->shop_id, line.mail->order_id);
            if (order) services.notices.order_changed(order->shop_id, order->id, order->version);
        }
    });
    return lines;
}

}  // namespace commis::mails
