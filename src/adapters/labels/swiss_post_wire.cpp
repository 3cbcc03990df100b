#include "adapters/labels/swiss_post_wire.hpp"

#include <sodium.h>

#include <algorithm>

#include "adapters/gateways/answer_members.hpp"
#include "adapters/labels/address_lines.hpp"
#include "json/utf8.hpp"
#include "json/writer.hpp"

namespace commis::labels {
namespace {

using gateways::list_of;
using gateways::text_of;
using json::Writer;
using ports::LabelFault;
using ports::LabelRefusal;

// Letters a line: of the recipient, of the sender, of the other members.
constexpr std::size_t recipient_max = 35;
constexpr std::size_t sender_max = 25;
constexpr std::size_t recipient_zip_max = 10;
constexpr std::size_t sender_zip_max = 6;
constexpr std::size_t free_text_max = 34;
constexpr std::size_t words_bytes_max = 500;
constexpr std::int64_t resolution_dpi = 300;

// The service takes no empty text: what there is nothing of is left out.
void write_if(Writer& writer, std::string_view name, const std::string& text) {
    if (!text.empty()) writer.member(name, text);
}

std::string one_line(std::string_view text, std::size_t length_max, bool& is_cut) {
    const auto lines = fit(text, length_max, 1, is_cut);
    return lines.empty() ? std::string() : lines.front();
}

void write_lines(Writer& writer, std::initializer_list<std::string_view> names, const std::vector<std::string>& lines) {
    auto line = lines.begin();
    for (const std::string_view name : names) {
        if (line != lines.end()) writer.member(name, *line++);
    }
}

struct Names {
    std::string company{};
    std::string person{};
};

Names names_of(const domain::Address& address) {
    Names names{printable(address.company), printable(address.name)};
    if (names.company == names.person) names.company.clear();
    return names;
}

// The firm first, the person below; a firm leaves a line to the person.
std::vector<std::string> name_lines(const Names& names, std::size_t length_max, std::size_t lines_max, bool& is_cut) {
    if (names.company.empty() || names.person.empty()) {
        return fit(names.company + names.person, length_max, lines_max, is_cut);
    }
    auto lines = fit(names.company, length_max, lines_max - 1, is_cut);
    for (std::string& line : fit(names.person, length_max, lines_max - lines.size(), is_cut)) {
        lines.push_back(std::move(line));
    }
    return lines;
}

std::pair<std::string, std::string> street_lines(const domain::Address& address) {
    std::string first = printable(address.line1);
    std::string second = printable(address.line2);
    if (first.empty()) std::swap(first, second);
    return {std::move(first), std::move(second)};
}

void write_sender(Writer& writer, const domain::Address& sender, bool& is_cut) {
    const auto [first, second] = street_lines(sender);
    const StreetLine street = read_street(first);
    const std::string zip = one_line(printable(sender.postal_code), sender_zip_max, is_cut);
    const std::string city = one_line(printable(sender.city), sender_max, is_cut);
    writer.key("customer").object();
    write_lines(writer, {"name1", "name2"}, name_lines(names_of(sender), sender_max, 2, is_cut));
    // It must have a street; a firm with a post box alone writes that.
    writer.member("street", one_line(first, sender_max, is_cut));
    writer.member("zip", zip).member("city", city).member("country", sender.country);
    write_if(writer, "pobox", one_line(street.post_box, sender_max, is_cut));
    writer.member("domicilePostOffice", zip + ' ' + city).end();
}

void write_recipient(Writer& writer, const domain::Address& recipient, bool& is_cut) {
    const Names names = names_of(recipient);
    auto [first, beside] = street_lines(recipient);
    const StreetLine street = read_street(first);
    // A street of two lines takes the one for what stands beside it, when that is free.
    auto streets = fit(street.street, recipient_max, beside.empty() ? 2 : 1, is_cut);
    if (streets.size() == 2) {
        beside = streets.front();
        streets.erase(streets.begin());
    }
    writer.key("recipient").object();
    writer.member("personallyAddressed", names.company.empty());
    write_lines(writer, {"name1", "name2", "name3"}, name_lines(names, recipient_max, 3, is_cut));
    write_if(writer, "addressSuffix", one_line(beside, recipient_max, is_cut));
    if (!streets.empty()) writer.member("street", streets.front());
    write_if(writer, "houseNo", street.house_number);
    write_if(writer, "pobox", one_line(street.post_box, recipient_max, is_cut));
    writer.member("zip", one_line(printable(recipient.postal_code), recipient_zip_max, is_cut));
    writer.member("city", one_line(printable(recipient.city), recipient_max, is_cut));
    writer.member("country", recipient.country).end();
}

// The words of the label and of refusals: DE, FR, IT or EN.
std::string_view language_of(std::string_view language) {
    return language == "de" ? "DE" : language == "fr" ? "FR" : language == "it" ? "IT" : "EN";
}

// "PRI,SI": the product, and what goes with it.
void write_services(Writer& writer, std::string_view product) {
    writer.key("przl").array();
    while (!product.empty()) {
        const auto end = std::min(product.find(','), product.size());
        writer.value(product.substr(0, end));
        product.remove_prefix(std::min(end + 1, product.size()));
    }
    writer.end();
}

// A stranger's words as they may be shown: no control characters, not too many.
std::string told(std::string_view text) {
    std::string words;
    while (!text.empty()) {
        const std::size_t length = std::max<std::size_t>(json::utf8_sequence_length(text), 1);
        if (words.size() + length > words_bytes_max) break;
        const auto first = static_cast<unsigned char>(text.front());
        words += first < ' ' || first == 0x7F ? " " : text.substr(0, length);
        text.remove_prefix(length);
    }
    return words;
}

// Errors are {code, message}, those of a check {field, error}; a list, or a list one level below.
std::string words_in(const boost::json::array& messages) {
    std::string words;
    for (const json::Value& each : messages) {
        std::string line = text_of(each, {"message"});
        if (line.empty()) line = text_of(each, {"error"});
        if (line.empty()) line = text_of(each);
        for (const std::string_view name : {"code", "field"}) {
            const std::string mark = text_of(each, {name});
            if (!mark.empty()) line += (line.empty() ? "" : " (") + mark + (line.empty() ? "" : ")");
        }
        if (!line.empty()) words += (words.empty() ? "" : "; ") + line;
    }
    return told(words);
}

std::optional<std::string> decoded(const std::string& base64) {
    std::string bytes(base64.size(), '\0');
    std::size_t size = 0;
    const int answer = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), base64.data(),
                                         base64.size(), "\r\n ", &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
    if (answer != 0 || size == 0) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

std::vector<std::string> warnings_of(const json::Value& body) {
    std::vector<std::string> warnings;
    for (const json::Value& each : list_of(body, {"item", "warnings"})) {
        std::string words = words_in({each});
        if (!words.empty()) warnings.push_back(std::move(words));
    }
    return warnings;
}

}  // namespace

std::string swiss_post_body(const std::string& licence, const ports::LabelWish& wish, bool& is_cut) {
    std::string body;
    Writer writer(body);
    writer.object().member("language", language_of(wish.language)).member("frankingLicense", licence);
    writer.member("ppFranking", false).member("customerSystem", "Commis");
    write_sender(writer, wish.sender, is_cut);
    writer.key("labelDefinition").object().member("labelLayout", wish.size);
    writer.member("printAddresses", "RECIPIENT_AND_CUSTOMER").member("imageFileType", "PDF");
    writer.member("imageResolution", resolution_dpi).member("printPreview", false).end();
    writer.key("item").object().member("itemID", wish.id);
    write_recipient(writer, wish.recipient, is_cut);
    writer.key("attributes").object();
    write_services(writer, wish.product);
    bool is_reference_cut = false;
    write_if(writer, "freeText", one_line(printable(wish.reference), free_text_max, is_reference_cut));
    if (wish.weight_grams) writer.member("weight", *wish.weight_grams);
    writer.end().end().end();
    return body;
}

std::expected<ports::Label, LabelRefusal> read_swiss_post_label(const json::Value& body) {
    std::string words = words_in(list_of(body, {"item", "errors"}));
    if (words.empty()) words = words_in(list_of(body, {"errors"}));
    if (!words.empty()) return std::unexpected(LabelRefusal{LabelFault::refused, std::move(words)});
    const auto& labels = list_of(body, {"item", "label"});
    const std::string text = labels.empty() ? text_of(body, {"item", "label"}) : text_of(labels.front());
    auto bytes = decoded(text);
    ports::Label label;
    label.tracking_number = text_of(body, {"item", "identCode"});
    const bool is_number = !label.tracking_number.empty() && label.tracking_number.size() <= 50 &&
                           std::ranges::all_of(label.tracking_number, [](char sign) {
                               return (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z') || sign == '.';
                           });
    if (!bytes || !is_number) return std::unexpected(LabelRefusal{});
    label.bytes = std::move(*bytes);
    label.warnings = warnings_of(body);
    return label;
}

LabelRefusal swiss_post_refusal(const gateways::RestAnswer& answer) {
    std::string words = words_in(list_of(answer.body, {"item", "errors"}));
    if (words.empty()) words = words_in(list_of(answer.body, {"errors"}));
    if (words.empty()) words = words_in(list_of(answer.body));
    for (const std::string_view name : {"error_description", "message", "error"}) {
        if (words.empty()) words = told(text_of(answer.body, {name}));
    }
    if (answer.status == 401 || answer.status == 403) return {LabelFault::credentials_refused, std::move(words)};
    if (answer.is_refused()) return {LabelFault::refused, std::move(words)};
    // Too many questions, or closed for now: it did nothing. What else went wrong may have happened behind the deed.
    const bool did_nothing = !answer.was_sent || answer.status == 429 || answer.status == 503;
    return {did_nothing ? LabelFault::unavailable : LabelFault::unclear, std::move(words)};
}

}  // namespace commis::labels
