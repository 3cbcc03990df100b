// gmime folds and encodes headers and makes line breaks in them harmless; what it cannot know is decided here: the
// transfer encoding, a boundary without chance, and which addresses may appear at all.
#include "adapters/smtp/compose.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "adapters/smtp/gmime_start.hpp"
#include "adapters/smtp/markdown.hpp"

namespace commis::smtp {
namespace {

constexpr std::size_t line_limit_bytes = 900;  // RFC 5321 allows 998; some hosts on the way count differently.

struct Release {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Release>;

std::string valid_utf8(std::string_view text) {
    gchar* valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string copy{valid};
    g_free(valid);
    return copy;
}

// One line without controls, for names and subjects.
std::string header_text(std::string_view text) { return single_line(valid_utf8(text)); }

// Line ends as LF; gmime writes them as CRLF.
std::string body_text(std::string_view text) {
    auto clean = valid_utf8(text);
    std::erase(clean, '\r');
    std::erase(clean, '\0');
    if (!clean.ends_with('\n')) clean += '\n';
    return clean;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char sign) { return static_cast<unsigned char>(sign) < 0x80; });
}

bool has_long_line(std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > line_limit_bytes) return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

GMimeContentEncoding encoding_of(const std::string& text, bool eight_bit) {
    if (has_long_line(text)) return GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    if (is_ascii(text)) return GMIME_CONTENT_ENCODING_7BIT;
    return eight_bit ? GMIME_CONTENT_ENCODING_8BIT : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
}

Held<GMimePart> make_part(const char* subtype, const std::string& text, bool eight_bit) {
    Held<GMimePart> part{g_mime_part_new_with_type("text", subtype)};
    const Held<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(text.data(), text.size())};
    const Held<GMimeDataWrapper> content{
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT)};
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
    g_mime_part_set_content(part.get(), content.get());
    g_mime_part_set_content_encoding(part.get(), encoding_of(text, eight_bit));
    return part;
}

// FNV-1a: only equal input for equal output matters, nobody gains by a collision that the check below moves away.
std::string boundary_of(std::string_view message_id, std::string_view text, std::string_view html) {
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const char sign : message_id) hash = (hash ^ static_cast<unsigned char>(sign)) * 1'099'511'628'211U;
    std::string boundary;
    do {
        boundary = "=_commis_";
        for (int shift = 60; shift >= 0; shift -= 4) boundary += "0123456789abcdef"[(hash >> shift) & 0xFU];
        ++hash;
    } while (text.find(boundary) != std::string_view::npos || html.find(boundary) != std::string_view::npos);
    return boundary;
}

std::expected<void, ComposeFault> add_mailbox(GMimeMessage* message, GMimeAddressType type, const char* field,
                                              const ports::Mailbox& mailbox, bool internationalized) {
    const auto address = wire_address(mailbox.address, internationalized);
    if (!address) {
        return std::unexpected{ComposeFault{address.error().code, std::string{field} + ": " + address.error().detail}};
    }
    const auto name = header_text(mailbox.name);
    const Held<InternetAddress> made{
        internet_address_mailbox_new(name.empty() ? nullptr : name.c_str(), address->c_str())};
    internet_address_set_charset(made.get(), "utf-8");
    internet_address_list_add(g_mime_message_get_addresses(message, type), made.get());
    return {};
}

bool is_message_id(std::string_view text) {
    constexpr std::string_view allowed = "!#$%&'*+-/=?^_`{|}~.@";
    return text.size() <= 200 && std::ranges::count(text, '@') == 1 && text.front() != '@' && text.back() != '@' &&
           std::ranges::all_of(
               text, [&](char sign) { return g_ascii_isalnum(sign) || allowed.find(sign) != std::string_view::npos; });
}

bool is_plain_address(std::string_view address) {
    return (address.starts_with("https://") || address.starts_with("mailto:")) &&
           std::ranges::all_of(address,
                               [](char sign) { return sign > 0x20 && sign < 0x7F && sign != '<' && sign != '>'; });
}

void set_header(GMimeMessage* message, const char* name, const std::string& value) {
    g_mime_object_set_header(GMIME_OBJECT(message), name, value.c_str(), "utf-8");
}

std::expected<void, ComposeFault> set_headers(GMimeMessage* made, const ports::MailMessage& message, bool is_utf8) {
    if (auto done = add_mailbox(made, GMIME_ADDRESS_TYPE_FROM, "from", message.from, is_utf8); !done) return done;
    if (message.reply_to) {
        auto done = add_mailbox(made, GMIME_ADDRESS_TYPE_REPLY_TO, "reply_to", *message.reply_to, is_utf8);
        if (!done) return done;
    }
    if (auto done = add_mailbox(made, GMIME_ADDRESS_TYPE_TO, "to", message.to, is_utf8); !done) return done;
    if (!is_message_id(message.message_id)) {
        return std::unexpected{ComposeFault{"invalid_message_id", message.message_id}};
    }
    g_mime_message_set_subject(made, header_text(message.subject).c_str(), "utf-8");
    GDateTime* date = g_date_time_new_from_unix_utc(message.date_ms / 1000);
    g_mime_message_set_date(made, date);
    g_date_time_unref(date);
    g_mime_message_set_message_id(made, message.message_id.c_str());
    set_header(made, "MIME-Version", "1.0");
    const bool is_language = !message.language.empty() && std::ranges::all_of(message.language, [](char sign) {
        return g_ascii_isalnum(sign) || sign == '-';
    });
    if (is_language) set_header(made, "Content-Language", message.language);
    if (message.is_automatic) set_header(made, "Auto-Submitted", "auto-generated");
    if (is_plain_address(message.unsubscribe_url)) {
        set_header(made, "List-Unsubscribe", "<" + message.unsubscribe_url + ">");
    }
    return {};
}

// Unlike those of any other mail: some readers' programs keep pictures by their id.
std::string content_id(const std::string& name, const std::string& message_id) { return name + "." + message_id; }

std::string with_content_ids(std::string html, const ports::MailMessage& message) {
    for (const auto& [name, png] : message.pictures) {
        const std::string shown = "\"cid:" + name + "\"";
        const std::string told = "\"cid:" + content_id(name, message.message_id) + "\"";
        for (auto at = html.find(shown); at != std::string::npos; at = html.find(shown, at + told.size())) {
            html.replace(at, shown.size(), told);
        }
    }
    return html;
}

Held<GMimePart> make_picture(const std::string& name, const std::string& png, const std::string& message_id) {
    Held<GMimePart> part{g_mime_part_new_with_type("image", "png")};
    const Held<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(png.data(), png.size())};
    const Held<GMimeDataWrapper> content{
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT)};
    g_mime_part_set_content(part.get(), content.get());
    g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(GMIME_OBJECT(part.get()), "inline");
    g_mime_part_set_filename(part.get(), (name + ".png").c_str());
    g_mime_part_set_content_id(part.get(), content_id(name, message_id).c_str());
    return part;
}

// The HTML and what it shows, or the HTML alone.
void add_html(GMimeMultipart* alternatives, const ports::MailMessage& message, const std::string& html,
              const Held<GMimePart>& html_part) {
    if (message.pictures.empty()) return g_mime_multipart_add(alternatives, GMIME_OBJECT(html_part.get()));
    const Held<GMimeMultipart> related{g_mime_multipart_new_with_subtype("related")};
    g_mime_multipart_set_boundary(related.get(), boundary_of(message.message_id + " related", html, html).c_str());
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(related.get()), "type", "text/html");
    g_mime_multipart_add(related.get(), GMIME_OBJECT(html_part.get()));
    for (const auto& [name, png] : message.pictures) {
        const auto picture = make_picture(name, png, message.message_id);
        g_mime_multipart_add(related.get(), GMIME_OBJECT(picture.get()));
    }
    g_mime_multipart_add(alternatives, GMIME_OBJECT(related.get()));
}

Held<GMimePart> make_attachment(const ports::MailAttachment& attachment) {
    const auto slash = attachment.media_type.find('/');
    Held<GMimePart> part{g_mime_part_new_with_type(attachment.media_type.substr(0, slash).c_str(),
                                                   attachment.media_type.substr(slash + 1).c_str())};
    const Held<GMimeStream> stream{
        g_mime_stream_mem_new_with_buffer(attachment.bytes.data(), attachment.bytes.size())};
    const Held<GMimeDataWrapper> content{
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT)};
    g_mime_part_set_content(part.get(), content.get());
    g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(GMIME_OBJECT(part.get()), "attachment");
    g_mime_part_set_filename(part.get(), header_text(attachment.name).c_str());
    return part;
}

// The words, and the files behind them.
void set_content(GMimeMessage* made, const ports::MailMessage& message, GMimeMultipart* words) {
    if (message.attachments.empty()) return g_mime_message_set_mime_part(made, GMIME_OBJECT(words));
    const Held<GMimeMultipart> mixed{g_mime_multipart_new_with_subtype("mixed")};
    g_mime_multipart_set_boundary(
        mixed.get(), boundary_of(message.message_id + " mixed", message.text, message.html).c_str());
    g_mime_multipart_add(mixed.get(), GMIME_OBJECT(words));
    for (const ports::MailAttachment& attachment : message.attachments) {
        const auto part = make_attachment(attachment);
        g_mime_multipart_add(mixed.get(), GMIME_OBJECT(part.get()));
    }
    g_mime_message_set_mime_part(made, GMIME_OBJECT(mixed.get()));
}

std::string written(GMimeMessage* message) {
    GMimeFormatOptions* options = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
    const Held<GMimeStream> stream{g_mime_stream_mem_new()};
    g_mime_object_write_to_stream(GMIME_OBJECT(message), options, stream.get());
    g_mime_format_options_free(options);
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

}  // namespace

void start_gmime() {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

std::expected<std::string, ComposeFault> compose_message(const ports::MailMessage& message,
                                                         const ports::MailServerFeatures& features) {
    start_gmime();
    const Held<GMimeMessage> made{g_mime_message_new(FALSE)};
    if (auto done = set_headers(made.get(), message, features.internationalized); !done) {
        return std::unexpected{done.error()};
    }
    const auto text = body_text(message.text);
    const auto html = body_text(with_content_ids(message.html, message));
    const Held<GMimeMultipart> parts{g_mime_multipart_new_with_subtype("alternative")};
    g_mime_multipart_set_boundary(parts.get(), boundary_of(message.message_id, text, html).c_str());
    const auto text_part = make_part("plain", text, features.eight_bit_mime);
    const auto html_part = make_part("html", html, features.eight_bit_mime);
    g_mime_multipart_add(parts.get(), GMIME_OBJECT(text_part.get()));
    add_html(parts.get(), message, html, html_part);
    set_content(made.get(), message, parts.get());
    return written(made.get());
}

}  // namespace commis::smtp
