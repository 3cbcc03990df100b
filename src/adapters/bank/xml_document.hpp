// XML from strangers, by pugixml: no DOCTYPE, no entities, no deep nesting, valid UTF-8. Names are compared without
// their prefix, because banks choose prefixes freely.
#pragma once

#include <expected>
#include <functional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "ports/bank_file.hpp"

namespace commis::bank {

// Refuses malformed_xml, doctype_refused, nested_too_deep, invalid_utf8, empty_file, file_too_large.
std::expected<void, ports::BankFileFailure> load_xml(pugi::xml_document& document, std::string_view bytes);

// "Ntry" of "ns2:Ntry".
std::string_view local_name(const pugi::xml_node& node);

// The first child of that name; an empty node when there is none, which has only empty children.
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name);

// Down a path of names: "Id/IBAN".
pugi::xml_node at(const pugi::xml_node& parent, std::string_view path);

// The node's own words without line breaks, repeated blanks and control characters; cut at 2,000 bytes.
std::string words_of(const pugi::xml_node& node);
std::string words_at(const pugi::xml_node& parent, std::string_view path);

void each_child(const pugi::xml_node& parent, std::string_view name, const std::function<void(pugi::xml_node)>& visit);

}  // namespace commis::bank
