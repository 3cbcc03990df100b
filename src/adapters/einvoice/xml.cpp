// Elements with texts, by pugixml, which escapes what XML keeps for itself.
#include "adapters/einvoice/xml.hpp"

#include <sstream>

namespace commis::einvoice {
namespace {

// U+FFFE and U+FFFF are no characters of XML.
bool is_no_character(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

}  // namespace

std::string clean(std::string_view text) {
    std::string cleaned;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char sign = text[at];
        const bool is_control = (static_cast<unsigned char>(sign) < 0x20 && sign != '\n') || sign == 0x7F;
        if (is_no_character(text.substr(at))) {
            at += 2;
        } else {
            cleaned += is_control ? ' ' : sign;
        }
    }
    constexpr std::string_view blanks = " \n";
    const auto from = cleaned.find_first_not_of(blanks);
    if (from == std::string::npos) return {};
    return cleaned.substr(from, cleaned.find_last_not_of(blanks) - from + 1);
}

pugi::xml_node add(pugi::xml_node parent, const char* name) { return parent.append_child(name); }

pugi::xml_node add(pugi::xml_node parent, const char* name, const std::string& text) {
    if (text.empty()) return {};
    pugi::xml_node node = parent.append_child(name);
    node.text().set(text.c_str());
    return node;
}

void add(pugi::xml_node parent, const char* name, const std::string& text, const char* attribute,
         const std::string& value) {
    pugi::xml_node node = add(parent, name, text);
    if (node && !value.empty()) node.append_attribute(attribute).set_value(value.c_str());
}

void drop_if_empty(pugi::xml_node node) {
    if (!node.first_child()) node.parent().remove_child(node);
}

std::string finished(pugi::xml_document& document) {
    pugi::xml_node declaration = document.prepend_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    std::ostringstream file;
    document.save(file, "  ", pugi::format_indent, pugi::encoding_utf8);
    return file.str();
}

}  // namespace commis::einvoice
