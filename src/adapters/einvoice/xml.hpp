// Small words on top of pugixml: elements with a text, none where there is no text (Peppol forbids empty ones), and
// the finished file.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace commis::einvoice {

// What XML can hold of a text, without blanks around it.
std::string clean(std::string_view text);

pugi::xml_node add(pugi::xml_node parent, const char* name);

// Nothing is added for an empty text.
pugi::xml_node add(pugi::xml_node parent, const char* name, const std::string& text);

// The same with one attribute; none where its value is empty.
void add(pugi::xml_node parent, const char* name, const std::string& text, const char* attribute,
         const std::string& value);

// Takes back a group that nothing came into.
void drop_if_empty(pugi::xml_node node);

// UTF-8, two spaces a level.
std::string finished(pugi::xml_document& document);

}  // namespace commis::einvoice
