// The words are complete: every code the program can form has its text in four languages, with the same places.
#include "adapters/system/words.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "adapters/system/profiles.hpp"
#include "domain/actions.hpp"
#include "domain/event.hpp"
#include "domain/next_step.hpp"
#include "domain/notify.hpp"
#include "domain/parcel_actions.hpp"
#include "domain/unit_actions.hpp"
#include "gtest/gtest.h"
#include "ports/job_store.hpp"
#include "ports/outbox.hpp"

namespace commis::system {
namespace {

const WordCatalogue& words() {
    static const WordCatalogue shared;
    return shared;
}

constexpr std::array<std::string_view, 3> other_languages{"fr", "da", "de"};

std::set<std::string> places_of(const std::string& text) {
    static const std::regex place(R"(\{\w+\})");
    return {std::sregex_token_iterator(text.begin(), text.end(), place), std::sregex_token_iterator()};
}

template <class Enum>
void expect_all(const std::string& group, int count, int first = 0) {
    for (int i = first; i < count; ++i) {
        const std::string key = group + "." + std::string(id_of(static_cast<Enum>(i)));
        EXPECT_TRUE(words().has(key)) << key;
    }
}

void expect_keys(const std::string& group, std::initializer_list<std::string_view> ids) {
    for (const std::string_view id : ids) EXPECT_TRUE(words().has(group + "." + std::string(id))) << group << " " << id;
}

TEST(Words, four_languages_have_the_same_keys_and_places) {
    for (const std::string_view language : other_languages) {
        EXPECT_EQ(words().keys(language), words().keys("en")) << language;
        for (const std::string& key : words().keys("en")) {
            if (!words().has(key)) continue;
            EXPECT_EQ(places_of(words().text(language, key)), places_of(words().text("en", key)))
                << language << " " << key;
        }
    }
}

TEST(Words, no_text_is_empty_or_its_own_key) {
    for (const std::string_view language : {"en", "fr", "da", "de"}) {
        for (const std::string& key : words().keys(language)) {
            const std::string& text = words().text(language, key);
            EXPECT_FALSE(text.empty()) << key;
            EXPECT_NE(text, key);
            EXPECT_EQ(text.find("  "), std::string::npos) << key;
            EXPECT_FALSE(text.starts_with(' ') || text.ends_with(' ')) << key;
        }
    }
}

// Words that simply are the same.
const std::set<std::string>& words_alike() {
    static const std::set<std::string> same{
        "da:actor.import",
        "da:actor.system",
        "da:actor.token",
        "da:audit.team",
        "da:audit.tokens",
        "da:audit.webhooks",
        "da:job_kind.import",
        "da:journal_account.bank",
        "da:journal_book.bank",
        "da:journal_preset.neutral",
        "da:line_kind.digital",
        "da:mail.downloads",
        "da:mail_test",
        "da:method_kind.gateway",
        "da:paper.bic",
        "da:paper.iban",
        "da:paper.reference",
        "da:right.team",
        "da:role.admin",
        "da:source.bank",
        "da:template_name.bank",
        "da:template_name.bic",
        "da:template_name.email",
        "da:template_name.iban",
        "de:actor.import",
        "de:actor.system",
        "de:audit.team",
        "de:audit.tokens",
        "de:audit.webhooks",
        "de:buyer_page.ticket_file",
        "de:document_kind.ticket",
        "de:job_kind.import",
        "de:journal_account.bank",
        "de:journal_book.bank",
        "de:journal_preset.neutral",
        "de:line_kind.digital",
        "de:line_kind.ticket",
        "de:mail.downloads",
        "de:mail.tickets",
        "de:mail_test",
        "de:method_kind.gateway",
        "de:paper.bic",
        "de:paper.iban",
        "de:right.team",
        "de:role.admin",
        "de:role.packer",
        "de:source.bank",
        "de:template_name.bank",
        "de:template_name.bic",
        "de:template_name.iban",
        "de:template_name.name",
        "fr:audit.imports",
        "fr:audit.webhooks",
        "fr:mail.document_sent",
        "fr:mail.free_message",
        "fr:paper.bic",
        "fr:paper.date",
        "fr:paper.iban",
        "fr:paper.pro_forma",
        "fr:paper.total",
        "fr:sheet.article",
        "fr:template_name.bic",
        "fr:template_name.email",
        "fr:template_name.iban",
        "fr:template_name.total",
    };
    return same;
}

// A text that was forgotten shows as the English one; some words simply are the same.
TEST(Words, translations_differ_from_english_but_for_a_listed_few) {
    const std::set<std::string>& same = words_alike();
    std::set<std::string> found;
    for (const std::string_view language : other_languages) {
        for (const std::string& key : words().keys("en")) {
            const bool is_name = key.starts_with("provider.") || key == "method.paypal" || key == "method.twint" ||
                                 key == "event.state.changed" || key == "label_product.swiss-post.ECO" ||
                                 key == "label_product.swiss-post.PRI" ||
                                 // A Swiss bill speaks four languages, and Danish is none of them.
                                 (language == "da" && key.starts_with("paper.bill_"));
            if (is_name || words().text(language, key) != words().text("en", key)) continue;
            const std::string id = std::string(language) + ":" + key;
            EXPECT_TRUE(same.contains(id)) << id << " is not translated";
            found.insert(id);
        }
    }
    EXPECT_EQ(found, same) << "the list is exact";
}

TEST(Words, every_code_of_the_domain_has_its_text) {
    expect_all<domain::PaymentStatus>("payment_status", domain::payment_status_count);
    expect_all<domain::SummaryStatus>("summary", domain::summary_status_count);
    expect_all<domain::Stage>("stage", 6);
    expect_all<domain::Step>("step", domain::step_count);
    expect_all<domain::Queue>("queue", domain::queue_count);
    expect_all<domain::Action>("action", domain::action_count);
    expect_all<domain::EventType>("event", domain::event_type_count);
    expect_all<domain::ActorKind>("actor", 5);
    expect_all<domain::MailKind>("mail", domain::mail_kind_count);
    expect_all<domain::Suppression>("suppression", domain::suppression_count, 1);
    expect_all<ports::MailStatus>("mail_status", ports::mail_status_count);
    expect_all<domain::BounceCause>("bounce_cause", domain::bounce_cause_count);
    expect_all<domain::BounceCause>("bounce_advice", domain::bounce_cause_count);
    expect_all<ports::JobStatus>("job_status", ports::job_status_count);
    for (const auto& row : domain::refusal_rows())
        EXPECT_TRUE(words().has("refusal." + std::string(row.code))) << row.code;
    for (const auto& row : domain::role_rows()) {
        EXPECT_TRUE(words().has("role." + std::string(row.id))) << row.id;
        const bool is_told = row.role == domain::Role::admin || words().has("role_about." + std::string(row.id));
        EXPECT_TRUE(is_told) << row.id;
    }
    for (const auto right : domain::all_rights()) {
        EXPECT_TRUE(words().has("right." + std::string(id_of(right))));
        EXPECT_TRUE(words().has("right_about." + std::string(id_of(right)))) << id_of(right);
    }
    expect_all<domain::MailKind>("mail_about", domain::mail_kind_count);
    expect_keys("mail_status", {"held"});
    expect_keys("attempt_status",
                {"initiated", "pending", "authorized", "captured", "failed", "voided", "expired", "unknown"});
    expect_keys("source", {"gateway", "operator", "bank"});
    expect_keys("entry_kind", {"capture", "reversal", "chargeback"});
    expect_keys("refund_execution", {"gateway", "recorded", "initiated"});
    expect_keys("refund_status", {"pending", "succeeded", "failed"});
    expect_keys("check_in", {"admitted", "already_admitted", "already_admitted_at", "cancelled", "refunded", "unpaid",
                             "blocked", "replaced", "unknown"});
    expect_keys("door", {"ticket", "check_in", "registration"});
    expect_keys("line_kind", {"goods", "digital", "ticket", "service", "fee"});
    expect_keys("unit_status", {"active", "cancelled", "refunded"});
    expect_keys("access", {"none", "granted", "revoked", "blocked"});
    expect_keys("document_kind", {"order_form", "invoice", "receipt", "credit_note", "delivery_note", "ticket"});
    expect_keys("notify_rule", {"ask", "confirm", "always", "order-switch", "never"});
    for (int i = 0; i < domain::unit_action_count; ++i) {
        const std::string key = "action." + std::string(id_of(static_cast<domain::UnitAction>(i)));
        EXPECT_TRUE(words().has(key)) << key;
    }
    expect_keys("task", {"none", "remind", "remove"});
    expect_keys("parcel_field", {"tracking", "label_printed", "label_bought", "handed_over", "delivered"});
    for (int i = 0; i < domain::parcel_action_count; ++i) {
        const std::string key = "action." + std::string(id_of(static_cast<domain::ParcelAction>(i)));
        EXPECT_TRUE(words().has(key)) << key;
    }
    expect_keys("event_part", {"due", "owed_back", "goodwill", "restocked", "not_restocked", "released", "left"});
    expect_keys("job_kind", {"import", "bulk", "print", "reproject"});
    expect_keys("print_kind",
                {"order_form", "invoice", "credit_note", "delivery_note", "receipt", "pick_list", "supplier_list"});
    expect_keys("series_fault", {"gap", "out_of_order", "row_missing", "row_changed", "content_changed", "chain_broken",
                                 "order_differs", "end_missing", "unregistered"});
    expect_keys("warning", {"smtp_missing"});
    for (const char* place : {"ask_", "title_", "about_", "question_", "confirm_", "received_", "after_"}) {
        for (int i = 0; i < domain::request_kind_count; ++i) {
            expect_keys("buyer_page", {place + std::string(id_of(static_cast<domain::RequestKind>(i)))});
        }
    }
    for (int i = 0; i < domain::request_status_count; ++i) {
        expect_keys("buyer_page", {"request_" + std::string(id_of(static_cast<domain::RequestStatus>(i)))});
    }
}

TEST(Words, every_shipped_payment_method_has_its_text) {
    ProfileCatalogue profiles;
    for (const auto& id : profiles.ids()) {
        for (const auto& method : profiles.shipped(id)->methods) EXPECT_TRUE(words().has("method." + method.id));
    }
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The codes stand in the sources as `{pointer, "code", "sentence"}` and `add(place, "code", …)`.
TEST(Words, every_field_code_in_the_sources_has_its_text) {
    const std::regex pushed(R"re((?:errors|refuse_fields)[\w.]*\(?\{+\s*[^;{}]*?,\s*"([a-z_0-9]+)",)re");
    const std::regex added(R"re(\badd\([^;"]*(?:"[^"]*"[^;"]*)?,\s*"([a-z_0-9]+)",)re");
    std::size_t found = 0;
    for (const char* folder : {"src/domain", "src/json", "src/features", "src/adapters/system"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(COMMIS_SOURCE_DIR) / folder)) {
            if (!entry.is_regular_file()) continue;
            const std::string text = read_file(entry.path());
            for (const std::regex* pattern : {&pushed, &added}) {
                for (std::sregex_iterator at(text.begin(), text.end(), *pattern), end; at != end; ++at, ++found) {
                    EXPECT_TRUE(words().has("field." + (*at)[1].str())) << entry.path() << " " << (*at)[1];
                }
            }
        }
    }
    EXPECT_GT(found, 30U);
}

TEST(Words, fill_places_once_and_leave_unknown_ones) {
    EXPECT_EQ(words().text("fr", "step.collect_rest", {{"amount", "10 €"}}), "Encaisser 10 €");
    EXPECT_EQ(words().text("da-DK", "step.capture", {{"amount", "{amount}"}}), "Hæv {amount}");
    EXPECT_EQ(words().text("de", "event.state.changed", {{"from", "{to}"}, {"to", "Neu"}}), "{to} → Neu");
    EXPECT_EQ(words().text("en", "step.capture", {}), "Capture {amount}");
}

TEST(Words, other_languages_read_english_and_unknown_keys_are_a_fault) {
    EXPECT_EQ(words().text("pt", "stage.new"), "New");
    EXPECT_THROW(words().text("en", "stage.old"), std::logic_error);
    EXPECT_FALSE(words().has("stage.old"));
}

}  // namespace
}  // namespace commis::system
