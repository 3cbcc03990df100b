// gmime reads the structure and the charsets. The groups of a delivery report are read here, because what servers write
// into them is looser than the standard.
#include "adapters/smtp/inbound_parts.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>

#include "adapters/smtp/gmime_start.hpp"
#include "adapters/smtp/inbound.hpp"
#include "domain/lowered.hpp"

namespace commis::smtp {
namespace {

using domain::lowered;
// Deeper structures are nobody's report; gmime would walk them by recursion.
constexpr std::size_t multipart_limit = 40;
constexpr std::size_t text_limit_bytes = 64U << 10U;
constexpr std::size_t group_limit = 100;

struct Release {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Release>;

std::string valid(std::string_view text) {
    if (text.empty()) return {};  // Of an empty part there are no bytes at all.
    gchar* made = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string copy{made};
    g_free(made);
    return copy;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && g_ascii_isspace(text.front())) text.remove_prefix(1);
    while (!text.empty() && g_ascii_isspace(text.back())) text.remove_suffix(1);
    return text;
}

// The bytes of a part without its transfer encoding.
std::string decoded(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Held<GMimeStream> stream{g_mime_stream_mem_new()};
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return valid({reinterpret_cast<const char*>(bytes->data), std::min<std::size_t>(bytes->len, text_limit_bytes)});
}

std::string text_of(GMimePart* part) {
    if (!GMIME_IS_TEXT_PART(part)) return decoded(part);
    gchar* text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
    if (text == nullptr) return decoded(part);
    std::string copy = valid(text);
    g_free(text);
    return copy;
}

// Tags away, so that the words between them stand as they would on a screen.
std::string without_tags(std::string_view html) {
    std::string text;
    bool is_inside = false;
    for (const char sign : html) {
        if (sign == '<') text += '\n';
        if (sign == '<' || sign == '>') {
            is_inside = sign == '<';
        } else if (!is_inside) {
            text += sign;
        }
    }
    return text;
}

Fields fields_of(GMimeObject* object) {
    Fields fields;
    GMimeHeaderList* headers = g_mime_object_get_header_list(object);
    const int count = std::min(g_mime_header_list_get_count(headers), 200);
    for (int index = 0; index < count; ++index) {
        GMimeHeader* header = g_mime_header_list_get_header_at(headers, index);
        const char* value = g_mime_header_get_value(header);
        if (value == nullptr) value = g_mime_header_get_raw_value(header);
        fields.try_emplace(lowered(g_mime_header_get_name(header)), trimmed(valid(value == nullptr ? "" : value)));
    }
    return fields;
}

// Where the copy of the mail that came back begins in a free text: after such a line only its header is of interest.
std::size_t copy_begins_at(std::string_view text) {
    static constexpr std::array markers{"original message",     "copy of the message",
                                        "copy of your message", "message headers follow",
                                        "returned message",     "unsent message",
                                        "message header",       "original mail as follows",
                                        "included below",       "undelivered message follows",
                                        "message follows",      "unsent mail"};
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = lowered(text.substr(begin, std::min<std::size_t>(end - begin, 120)));
        const bool is_marker =
            std::ranges::any_of(markers, [&](const char* marker) { return line.find(marker) != std::string::npos; });
        // Sendmail begins with "The original message was received at …", which is no copy yet.
        if (is_marker && line.find("received at") == std::string::npos) return end;
        begin = end + 1;
    }
    return text.size();
}

// The header in what follows a marker; empty lines and dashes may stand between.
Fields copied_header(std::string_view text) {
    for (int attempt = 0; attempt < 4 && !text.empty(); ++attempt) {
        while (!text.empty() && (g_ascii_isspace(text.front()) || text.front() == '-')) text.remove_prefix(1);
        Fields fields = read_fields(text);
        if (fields.contains("message-id") || fields.contains("to")) return fields;
        const auto next = text.find("\n\n");
        if (next == std::string_view::npos) break;
        text.remove_prefix(next);
    }
    return {};
}

void add_text(InboundParts& parts, std::string text) {
    std::erase(text, '\r');
    const auto copy = copy_begins_at(text);
    if (parts.returned.empty() && copy < text.size())
        parts.returned = copied_header(std::string_view{text}.substr(copy));
    if (parts.text.size() < text_limit_bytes) parts.text += text.substr(0, copy) + "\n";
}

void add_groups(InboundParts& parts, std::string text) {
    parts.has_report = true;
    std::erase(text, '\r');
    std::string_view rest{text};
    while (!rest.empty() && parts.report.size() < group_limit) {
        while (!rest.empty() && rest.front() == '\n') rest.remove_prefix(1);
        const auto end = std::min(rest.find("\n\n"), rest.size());
        if (Fields group = read_fields(rest.substr(0, end)); !group.empty()) parts.report.push_back(std::move(group));
        rest.remove_prefix(end);
    }
}

void take_part(GMimeObject*, GMimeObject* object, gpointer data) {
    auto& parts = *static_cast<InboundParts*>(data);
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const auto is = [&](const char* kind, const char* subtype) {
        return g_mime_content_type_is_type(type, kind, subtype) == TRUE;
    };
    if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        if (message != nullptr && parts.returned.empty()) parts.returned = fields_of(GMIME_OBJECT(message));
        return;
    }
    if (!GMIME_IS_PART(object)) return;
    GMimePart* part = GMIME_PART(object);
    if (is("message", "delivery-status") || is("message", "global-delivery-status")) {
        add_groups(parts, decoded(part));
    } else if (is("message", "feedback-report")) {
        parts.feedback = read_fields(decoded(part));
        parts.feedback.try_emplace("feedback-type", "");
    } else if (is("text", "rfc822-headers") || is("message", "rfc822-headers") || is("message", "global-headers")) {
        auto header = decoded(part);
        std::erase(header, '\r');
        if (parts.returned.empty()) parts.returned = read_fields(header);
    } else if (is("text", "html")) {
        add_text(parts, without_tags(text_of(part)));
    } else if (is("text", "*")) {
        add_text(parts, text_of(part));
    }
}

bool is_too_deep(std::string_view bytes) {
    std::size_t count = 0;
    const auto small = lowered(bytes);
    for (auto at = small.find("boundary"); at != std::string::npos; at = small.find("boundary", at + 8)) ++count;
    for (auto at = small.find("message/"); at != std::string::npos; at = small.find("message/", at + 8)) ++count;
    return count > multipart_limit;
}

}  // namespace

Fields read_fields(std::string_view text) {
    Fields fields;
    std::string* last = nullptr;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (trimmed(line).empty()) break;
        if (g_ascii_isspace(line.front())) {
            if (last != nullptr) *last += " " + std::string{trimmed(line)};
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) continue;
        const auto [at, is_new] =
            fields.try_emplace(lowered(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
        last = is_new ? &at->second : nullptr;
    }
    return fields;
}

InboundParts take_apart(std::string_view bytes) {
    InboundParts parts;
    bytes = bytes.substr(0, inbound_limit_bytes);
    if (bytes.starts_with("From ")) bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
    if (is_too_deep(bytes)) {
        std::string header{bytes.substr(0, text_limit_bytes)};
        std::erase(header, '\r');
        parts.fields = read_fields(valid(header));
        return parts;
    }
    start_gmime();
    const Held<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size())};
    const Held<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
    const Held<GMimeMessage> message{g_mime_parser_construct_message(parser.get(), nullptr)};
    if (!message) return parts;
    parts.fields = fields_of(GMIME_OBJECT(message.get()));
    GMimeObject* root = g_mime_message_get_mime_part(message.get());
    if (root == nullptr) return parts;
    take_part(nullptr, root, &parts);
    if (GMIME_IS_MULTIPART(root)) g_mime_multipart_foreach(GMIME_MULTIPART(root), &take_part, &parts);
    return parts;
}

}  // namespace commis::smtp
