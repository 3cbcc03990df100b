// Every mail of every profile in every language, made by real orders: what both parts say, with amounts and links, and
// that no word is left untranslated. All of them are written to build/mails, with an index, for reading.
#include <gtest/gtest.h>

#include <cctype>
#include <fstream>
#include <regex>
#include <set>

#include "domain/language.hpp"
#include "mail/mail_table.hpp"

namespace commis::tests {
namespace {

using domain::MailKind;

std::filesystem::path folder_of(std::string_view profile) {
    const auto folder = std::filesystem::path{COMMIS_BINARY_DIR}.parent_path() / "mails" / std::string{profile};
    std::filesystem::create_directories(folder);
    return folder;
}

void keep(const std::filesystem::path& folder, const TableMail& mail) {
    const auto file = [&](const char* ending) {
        return std::ofstream{folder / (mail.name + "." + mail.language + ending), std::ios::binary};
    };
    file(".txt") << "Subject: " << mail.rendered.subject << "\n\n" << mail.rendered.text;
    file(".html") << mail.rendered.html;
    file(".eml") << mail.bytes;
}

void write_index() {
    const auto folder = std::filesystem::path{COMMIS_BINARY_DIR}.parent_path() / "mails";
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.path().extension() == ".html" && entry.path().parent_path() != folder) files.insert(entry.path());
    }
    std::ofstream index{folder / "index.html"};
    index << "<!DOCTYPE html><meta charset=\"utf-8\"><title>Mails</title><h1>Mails</h1><ul>\n";
    for (const auto& path : files) {
        auto place = std::filesystem::relative(path, folder).replace_extension().string();
        index << "<li>" << place;
        for (const auto* ending : {".html", ".txt", ".eml"}) {
            index << " <a href=\"" << place << ending << "\">" << ending + 1 << "</a>";
        }
        index << "</li>\n";
    }
    index << "</ul>\n";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

// What a reader sees of the HTML part, blanks as one.
std::string words_of_html(const std::string& html) {
    auto text = html.substr(html.find("<body>"));
    text = std::regex_replace(text, std::regex{"<(br|/p|/li|/h2|/blockquote|/ul)[^>]*>"}, " ");
    text = std::regex_replace(text, std::regex{"<[^>]*>"}, "");
    for (const auto& [entity, sign] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
        text = replaced(std::move(text), entity, sign);
    }
    return std::regex_replace(text, std::regex{"\\s+"}, " ");
}

// The same of the plain part: without the signs that stand for lists, quotes, links and the line before the footer.
std::string words_of_text(std::string text) {
    text = std::regex_replace(text, std::regex{"(^|\n)((> ?|- |  )*)"}, "$1");
    text = std::regex_replace(text, std::regex{"\\s<https?://[^>]*>"}, "");
    text = std::regex_replace(text, std::regex{"-{12}"}, "");
    return std::regex_replace(text, std::regex{"\\s+"}, " ");
}

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::multiset<std::string> matches(const std::string& text, const std::string& pattern) {
    std::multiset<std::string> found;
    const std::regex expression{pattern};
    for (std::sregex_iterator at{text.begin(), text.end(), expression}; at != std::sregex_iterator{}; ++at) {
        found.insert((*at)[1].str());
    }
    return found;
}

// The figures that a mail of this kind has to tell, where its order has them.
const std::vector<std::string>& figures_told(MailKind kind) {
    static const std::map<MailKind, std::vector<std::string>> told{
        {MailKind::order_placed, {"total", "shipping_total", "discount"}},
        {MailKind::order_placed_operator, {"total", "shipping_total", "discount", "amount_due", "amount_paid"}},
        {MailKind::payment_changed, {"total", "amount_paid", "amount_due"}},
        {MailKind::order_cancelled, {"amount_owed_back", "amount_due"}},
        {MailKind::refund_made, {"refund_amount"}},
        {MailKind::refund_promised, {"refund_amount"}},
        {MailKind::payment_reminder, {"amount_due"}},
        {MailKind::payment_link, {"amount_due"}},
        {MailKind::order_revised, {"new_total", "shipping_total", "amount_due", "amount_owed_back"}},
    };
    static const std::vector<std::string> none;
    const auto at = told.find(kind);
    return at == told.end() ? none : at->second;
}

std::vector<std::string> amounts_of(const TableMail& mail) {
    std::vector<std::string> amounts;
    const auto add = [&](const ports::MailModel& model, const std::string& name) {
        const auto at = model.texts.find(name);
        if (at != model.texts.end()) amounts.push_back(at->second);
    };
    for (const auto& name : figures_told(mail.kind)) add(mail.model, name);
    // What came in is thanked for by its amount, unless it is all there is to pay.
    if (!mail.model.flags.contains("paid")) add(mail.model, "payment_amount");
    const bool has_lines = mail.kind == MailKind::order_placed || mail.kind == MailKind::order_placed_operator ||
                           mail.kind == MailKind::order_revised;
    if (!has_lines) return amounts;
    for (const auto& line : mail.model.lists.at("lines")) add(line, "total");
    if (mail.kind == MailKind::order_revised) return amounts;
    if (const auto taxes = mail.model.lists.find("tax_lines"); taxes != mail.model.lists.end()) {
        for (const auto& tax : taxes->second) add(tax, "amount");
    }
    if (mail.model.flags.contains("transfer_wanted")) add(mail.model, "amount_due");
    return amounts;
}

// Written as people of the language write money, Swiss shops in the Swiss way.
std::string money_pattern(std::string_view language, bool is_swiss) {
    const std::string blank = "(\u00A0|\u202F)";
    if (language == "en") return "^(£|€|CHF" + blank + "|DKK" + blank + ")\\d{1,3}(,\\d{3})*\\.\\d{2}$";
    if (language == "fr" && is_swiss) return "^\\d{1,3}(\u202F\\d{3})*[.,]\\d{2}" + blank + "CHF$";
    if (language == "fr") return "^\\d{1,3}(\u202F\\d{3})*,\\d{2}" + blank + "(€|£|£GB|CHF|DKK)$";
    if (language == "de" && is_swiss) return "^CHF" + blank + "\\d{1,3}(’\\d{3})*\\.\\d{2}$";
    if (language == "de") return "^\\d{1,3}(\\.\\d{3})*,\\d{2}" + blank + "(€|£|CHF|DKK)$";
    return "^\\d{1,3}(\\.\\d{3})*,\\d{2}" + blank + "(€|£|CHF|kr\\.)$";
}

void check_amounts(const TableMail& mail, std::string_view profile) {
    const auto text = words_of_text(mail.rendered.text);
    const auto html = words_of_html(mail.rendered.html);
    for (const auto& amount : amounts_of(mail)) {
        EXPECT_NE(text.find(amount), std::string::npos) << amount << " in\n" << mail.rendered.text;
        EXPECT_NE(html.find(amount), std::string::npos) << amount << " in\n" << html;
        EXPECT_TRUE(std::regex_match(amount, std::regex{money_pattern(mail.language, profile == "swiss-shop")}))
            << "'" << amount << "'";
    }
}

void check_links(const TableMail& mail) {
    auto in_html = matches(mail.rendered.html, "href=\"([^\"]*)\"");
    std::multiset<std::string> web;
    for (const auto& link : in_html) {
        EXPECT_TRUE(std::regex_match(link, std::regex{"https?://[a-z0-9.-]+\\.[a-z]+(/[^\\s]*)?"})) << link;
        web.insert(link);
    }
    EXPECT_EQ(web, matches(mail.rendered.text, "(https?://[^\\s>]+)")) << mail.rendered.text;
    if (domain::is_to_operator(mail.kind)) {
        EXPECT_TRUE(
            std::ranges::any_of(web, [](const auto& link) { return link.starts_with("https://desk.example/"); }));
    }
}

void check_form(const TableMail& mail) {
    const auto& [subject, text, html, pictures] = mail.rendered;
    // What belongs to an item of a list is set in.
    const std::regex link{"/(pay|o|d)/[A-Za-z0-9_./-]+"};
    const auto nobody =
        std::regex_replace(std::regex_replace(subject + "\n" + text, std::regex{"\n  (?=[-<(])"}, "\n"), link, "/$1/…");
    for (const std::string_view trace :
         {"{{", "}}", "  ", " ,", " .", "()", "<>", "**", "\n\n\n", ": \n", ",,", "..", "\\", "_id"}) {
        EXPECT_EQ(nobody.find(trace), std::string::npos) << "'" << trace << "' in\n" << nobody;
    }
    for (const std::string_view trace : {"{{", "}}", "<p></p>", "<li></li>", "<h2></h2>", "<strong></strong>"}) {
        EXPECT_EQ(html.find(trace), std::string::npos) << "'" << trace << "' in\n" << html;
    }
    EXPECT_FALSE(text.starts_with('\n'));
    EXPECT_FALSE(text.ends_with("\n\n"));
    EXPECT_EQ(text.find("\t"), std::string::npos);
    // Names of the program stay inside.
    EXPECT_EQ(matches(nobody, "\\b([a-z]+[_.][a-z]+_[a-z_]+|[a-z]+_[a-z_]+)\\b").size(), 0U) << nobody;
    // What the law of most countries wants to stand in a trader's letters.
    for (const auto* name : {"shop_address", "shop_email", "shop_phone", "shop_vat_id"}) {
        const auto last_line = mail.model.texts.at(name).substr(mail.model.texts.at(name).rfind('\n') + 1);
        EXPECT_NE(text.find(last_line), std::string::npos) << name;
    }
    const auto number = mail.model.texts.at("order_number");
    if (mail.kind != MailKind::free_message) {
        EXPECT_NE(subject.find(number), std::string::npos) << subject;
    }
    for (const std::string_view head : {"\r\nSubject: ", "\r\nMessage-Id: <", "\r\nTo: ", "\r\nDate: "}) {
        EXPECT_NE(("\r\n" + mail.bytes).find(head), std::string::npos) << head << mail.bytes.substr(0, 800);
    }
}

void check_parts(const TableMail& mail) {
    const auto html = trimmed(words_of_html(mail.rendered.html));
    const auto shop = mail.model.texts.at("shop_name");
    ASSERT_TRUE(html.starts_with(shop)) << html;
    EXPECT_EQ(trimmed(html.substr(shop.size())), trimmed(words_of_text(mail.rendered.text)));
}

// Everything that people and shops have typed, the longest first: what is left of a line is our own words.
std::vector<std::string> typed_values(const ports::MailModel& model) {
    std::vector<std::string> values;
    for (const auto& [name, text] : model.texts) {
        std::istringstream lines{text};
        for (std::string line; std::getline(lines, line);) values.push_back(line);
    }
    for (const auto& [name, link] : model.links) values.push_back(link);
    for (const auto& [name, entries] : model.lists) {
        for (const auto& each : entries) {
            for (auto& value : typed_values(each)) values.push_back(std::move(value));
        }
    }
    std::ranges::sort(values, [](const auto& left, const auto& right) { return left.size() > right.size(); });
    return values;
}

bool says_words(std::string line, const ports::MailModel& model) {
    for (const auto& value : typed_values(model)) {
        if (!value.empty()) line = replaced(std::move(line), value, " ");
    }
    // "IBAN", "BIC" and the words that two languages share are no sentence: three words in a row are.
    return std::regex_search(line, std::regex{"[A-Za-z]{2,} +[A-Za-z]{1,} +[A-Za-z]{2,}"});
}

std::set<std::string> lines_of(const std::string& text) {
    std::set<std::string> found;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) found.insert(line);
    return found;
}

void check_translated(const TableMail& mail, const TableMail& english) {
    EXPECT_NE(mail.rendered.subject, english.rendered.subject);
    const auto known = lines_of(english.rendered.text);
    for (const auto& line : lines_of(mail.rendered.text)) {
        if (!known.contains(line)) continue;
        EXPECT_FALSE(says_words(line, mail.model)) << "as in English: " << line;
    }
    for (const std::string_view word : {" your ", " the ", " order ", " payment ", "Thank you", "Dear "}) {
        EXPECT_EQ((" " + mail.rendered.text).find(word), std::string::npos) << word << "\n" << mail.rendered.text;
    }
}

// French puts a blank that does not break before the high signs, and its own around quotes.
void check_french(const TableMail& mail) {
    const auto text = std::regex_replace(mail.rendered.subject + "\n" + mail.rendered.text,
                                         std::regex{"https?:[^\\s>]*|IBAN[^\n]*"}, "");
    EXPECT_FALSE(std::regex_search(text, std::regex{" (:|;|[?]|!|%|€|»)"})) << text;
    EXPECT_FALSE(std::regex_search(text, std::regex{"[a-z][:;?!](\\s|$)"})) << text;
}

class EveryMail : public MailTable, public testing::WithParamInterface<std::string_view> {};

TEST_P(EveryMail, O23_C03_P08_P26_W31_W41_says_what_it_should_in_each_language) {
    const auto profile = GetParam();
    const auto english = drive(profile, "en");
    for (const std::string_view language : domain::languages) {
        const auto mails = language == "en" ? english : drive(profile, language);
        std::set<MailKind> kinds;
        ASSERT_EQ(mails.size(), english.size());
        for (std::size_t at = 0; at < mails.size(); ++at) {
            const auto& mail = mails[at];
            SCOPED_TRACE(std::string{profile} + " " + mail.name + " " + std::string{language});
            ASSERT_EQ(mail.name, english[at].name);
            kinds.insert(mail.kind);
            keep(folder_of(profile), mail);
            check_form(mail);
            check_parts(mail);
            check_amounts(mail, profile);
            check_links(mail);
            if (language != "en" && mail.kind != MailKind::free_message) check_translated(mail, english[at]);
            if (language == "fr") check_french(mail);
            // The Swiss write no ß, and everybody else reads the same words.
            if (language == "de") {
                EXPECT_EQ(mail.rendered.text.find("ß"), std::string::npos) << mail.rendered.text;
            }
        }
        EXPECT_EQ(kinds.size(), static_cast<std::size_t>(domain::mail_kind_count)) << profile << language;
    }
    write_index();
}

INSTANTIATE_TEST_SUITE_P(Profiles, EveryMail, testing::ValuesIn(table_profiles),
                         [](const auto& parameters) { return replaced(std::string{parameters.param}, "-", "_"); });

}  // namespace
}  // namespace commis::tests
