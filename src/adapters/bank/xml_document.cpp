// pugixml knows no entities but the five of XML itself, and never fetches anything; what it would skip in silence (a
// DOCTYPE) or take as it comes (any depth, any bytes) is looked at here.
#include "adapters/bank/xml_document.hpp"

#include "adapters/bank/plain_words.hpp"
#include "json/utf8.hpp"

namespace commis::bank {
namespace {

constexpr int depth_max = 64;

std::unexpected<ports::BankFileFailure> refuse(std::string code, std::string detail) {
    return std::unexpected(ports::BankFileFailure{std::move(code), std::move(detail)});
}

struct Inspection : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
        if (depth() > depth_max) failure = "nested_too_deep";
        if (node.type() == pugi::node_doctype) failure = "doctype_refused";
        const bool is_valid = json::is_valid_utf8(node.value()) && json::is_valid_utf8(node.name());
        if (!is_valid) failure = "invalid_utf8";
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            if (!json::is_valid_utf8(attribute.value())) failure = "invalid_utf8";
        }
        return failure.empty();
    }
    std::string failure;
};

}  // namespace

std::expected<void, ports::BankFileFailure> load_xml(pugi::xml_document& document, std::string_view bytes) {
    if (bytes.size() > ports::bank_file_bytes_max) return refuse("file_too_large", "at most 16 MiB");
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return refuse("empty_file", "there is nothing");
    const unsigned flags = pugi::parse_default | pugi::parse_doctype;
    const pugi::xml_parse_result result = document.load_buffer(bytes.data(), bytes.size(), flags);
    // The parser stops at what it can't read; a DOCTYPE before that is the better reason.
    const bool has_doctype =
        !document.find_child([](const pugi::xml_node& node) { return node.type() == pugi::node_doctype; }).empty();
    if (has_doctype || result.status == pugi::status_bad_doctype) {
        return refuse("doctype_refused", "a statement has no DOCTYPE");
    }
    if (!result) {
        return refuse("malformed_xml", std::string(result.description()) + " at byte " + std::to_string(result.offset));
    }
    Inspection inspection;
    document.traverse(inspection);
    if (!inspection.failure.empty()) return refuse(inspection.failure, "the file was not read");
    return {};
}

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node& node : parent.children()) {
        if (local_name(node) == name) return node;
    }
    return {};
}

pugi::xml_node at(const pugi::xml_node& parent, std::string_view path) {
    pugi::xml_node node = parent;
    while (!path.empty() && node) {
        const auto slash = std::min(path.find('/'), path.size());
        node = child(node, path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return node;
}

std::string words_of(const pugi::xml_node& node) { return plain_words(node.child_value()); }

std::string words_at(const pugi::xml_node& parent, std::string_view path) { return words_of(at(parent, path)); }

void each_child(const pugi::xml_node& parent, std::string_view name, const std::function<void(pugi::xml_node)>& visit) {
    for (const pugi::xml_node& node : parent.children()) {
        if (local_name(node) == name) visit(node);
    }
}

}  // namespace commis::bank
