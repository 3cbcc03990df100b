// docs/mail-events.md is printed from the program's own tables, so that it says what the program does.
// `script/print-tables` runs this with COMMIS_PRINT_TABLES set, which writes it anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "adapters/system/profiles.hpp"
#include "adapters/system/words.hpp"
#include "domain/notify.hpp"
#include "mail/mail_table.hpp"

namespace commis::tests {
namespace {

using domain::MailKind;
using domain::NotifyRule;

std::string_view rule_words(NotifyRule rule) {
    switch (rule) {
        case NotifyRule::ask:
            return "when asked";
        case NotifyRule::confirm:
            return "unless declined";
        case NotifyRule::always:
            return "always";
        case NotifyRule::order_switch:
            return "by the order’s switch";
        case NotifyRule::never:
            return "never";
    }
    return "";
}

// The rule of the profile that decides over this mail; nothing where a person or the calendar asks for it.
std::string rule_of(MailKind kind, const domain::Profile& profile) {
    const auto& notify = profile.notify;
    switch (kind) {
        case MailKind::order_placed:
            return std::string{rule_words(notify.order_placed)};
        case MailKind::payment_changed:
            return std::string{rule_words(notify.payment_change)} +
                   (notify.payment_change_confirmed_only ? ", once confirmed" : "");
        case MailKind::state_changed:
        case MailKind::order_sent:
            if (notify.state_button == notify.state_list) return std::string{rule_words(notify.state_button)};
            return std::string{rule_words(notify.state_button)} + "; from the list " +
                   std::string{rule_words(notify.state_list)};
        case MailKind::order_revised:
            return std::string{rule_words(notify.state_button)};
        case MailKind::order_cancelled:
            return std::string{rule_words(notify.cancel)};
        case MailKind::refund_made:
        case MailKind::refund_promised:
            return std::string{rule_words(notify.refund)};
        case MailKind::order_removed:
            return std::string{rule_words(notify.removal)};
        case MailKind::order_placed_operator:
        case MailKind::tickets:
        case MailKind::withdrawal_received:
        case MailKind::request_received:
        case MailKind::request_operator:
            return "always";
        case MailKind::request_answered:
        case MailKind::return_received:
            return std::string{rule_words(NotifyRule::confirm)};
        case MailKind::free_message:
        case MailKind::payment_reminder:
        case MailKind::payment_link:
            return "always, when it is sent";
        case MailKind::downloads:
            return "always, once there is something to download";
        case MailKind::document_sent:
            return profile.sends_invoice ? "always, with an invoice issued by itself; or when it is sent"
                                         : "always, when it is sent";
    }
    return "";
}

std::string mail_page() {
    system::ProfileCatalogue profiles;
    const system::WordCatalogue words;
    const auto word = [&](std::string_view group, std::string_view id) {
        return words.text("en", std::string{group} + "." + std::string{id});
    };
    std::string page =
        "# What each mail is and when it leaves\n\nPrinted by `script/print-tables`; don't edit. The words of each "
        "mail "
        "are in [templates](../templates), every one of them is\nrendered by `commis_mail_tests` for every profile and "
        "language into `build/mails`. A shop words each mail anew, and changes\neach rule, in its settings.\n\n"
        "| mail | id | what it is |\n|---|---|---|\n";
    std::string rules = "\n## The rule of each profile\n\n| mail |";
    for (const auto profile : table_profiles) rules += " " + profiles.shipped(profile)->name.in("en") + " |";
    rules += "\n|---|";
    for (std::size_t at = 0; at < table_profiles.size(); ++at) rules += "---|";
    rules += "\n";
    for (int number = 0; number < domain::mail_kind_count; ++number) {
        const auto kind = static_cast<MailKind>(number);
        const auto id = domain::id_of(kind);
        page += "| " + word("mail", id) + " | `" + std::string{id} + "` | " + word("mail_about", id) + " |\n";
        rules += "| " + word("mail", id) + " |";
        for (const auto profile : table_profiles) rules += " " + rule_of(kind, *profiles.shipped(profile)) + " |";
        rules += "\n";
    }
    page += rules +
            "\n## Why a mail does not leave\n\nEach mail of each event has one row for each recipient. A row that does "
            "not leave keeps its reason.\n\n| reason | in words |\n|---|---|\n";
    for (int number = 1; number < domain::suppression_count; ++number) {
        const auto id = domain::id_of(static_cast<domain::Suppression>(number));
        page += "| `" + std::string{id} + "` | " + word("suppression", id) + " |\n";
    }
    return page;
}

TEST(MailPage, is_printed) {
    const auto path = std::filesystem::path{COMMIS_SOURCE_DIR} / "docs/mail-events.md";
    const auto page = mail_page();
    if (std::getenv("COMMIS_PRINT_TABLES") != nullptr) std::ofstream(path, std::ios::binary) << page;
    std::ifstream file(path, std::ios::binary);
    const std::string printed{std::istreambuf_iterator<char>(file), {}};
    EXPECT_TRUE(printed == page) << "docs/mail-events.md is out of date: run script/print-tables";
}

}  // namespace
}  // namespace commis::tests
