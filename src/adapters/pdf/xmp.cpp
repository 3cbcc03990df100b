// XMP as PDF/A and Factur-X want it: who wrote what, which part of the standard, and, as Factur-X has words of its own,
// their description.
#include <array>
#include <pugixml.hpp>
#include <sstream>

#include "adapters/pdf/archive.hpp"

namespace commis::pdf {
namespace {

constexpr const char* packet_begin = "begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"";
constexpr const char* facturx_space = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

struct Property {
    const char* name;
    const char* description;
};
constexpr std::array<Property, 4> properties{{
    {"DocumentFileName", "The name of the embedded XML document"},
    {"DocumentType", "The type of the hybrid document in capital letters, e.g. INVOICE or ORDER"},
    {"Version", "The actual version of the standard applying to the embedded XML document"},
    {"ConformanceLevel", "The conformance level of the embedded XML document"},
}};

pugi::xml_node add(pugi::xml_node parent, const char* name, const std::string& text = "") {
    pugi::xml_node child = parent.append_child(name);
    if (!text.empty()) child.text().set(text.c_str());
    return child;
}

pugi::xml_node add_description(pugi::xml_node rdf, const char* prefix, const char* space) {
    pugi::xml_node description = add(rdf, "rdf:Description");
    description.append_attribute("rdf:about").set_value("");
    description.append_attribute(prefix).set_value(space);
    return description;
}

pugi::xml_node add_item(pugi::xml_node parent, const char* container) { return add(add(parent, container), "rdf:li"); }

void add_core(pugi::xml_node rdf, const ArchiveFacts& facts) {
    pugi::xml_node part = add_description(rdf, "xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/");
    add(part, "pdfaid:part", "3");
    add(part, "pdfaid:conformance", "B");
    pugi::xml_node core = add_description(rdf, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    add(core, "dc:format", "application/pdf");
    pugi::xml_node title = add_item(add(core, "dc:title"), "rdf:Alt");
    title.append_attribute("xml:lang").set_value("x-default");
    title.text().set(facts.title.c_str());
    add_item(add(core, "dc:creator"), "rdf:Seq").text().set(facts.author.c_str());
    add_item(add(core, "dc:language"), "rdf:Bag").text().set(facts.language.c_str());
    const std::string created = created_text(facts.created_at_ms);
    pugi::xml_node basic = add_description(rdf, "xmlns:xmp", "http://ns.adobe.com/xap/1.0/");
    add(basic, "xmp:CreateDate", created);
    add(basic, "xmp:CreatorTool", producer_name);
    add(add_description(rdf, "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/"), "pdf:Producer", producer_name);
}

void add_schema(pugi::xml_node rdf) {
    pugi::xml_node extension = add_description(rdf, "xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/");
    extension.append_attribute("xmlns:pdfaSchema").set_value("http://www.aiim.org/pdfa/ns/schema#");
    extension.append_attribute("xmlns:pdfaProperty").set_value("http://www.aiim.org/pdfa/ns/property#");
    pugi::xml_node schema = add_item(add(extension, "pdfaExtension:schemas"), "rdf:Bag");
    schema.append_attribute("rdf:parseType").set_value("Resource");
    add(schema, "pdfaSchema:schema", "Factur-X PDFA Extension Schema");
    add(schema, "pdfaSchema:namespaceURI", facturx_space);
    add(schema, "pdfaSchema:prefix", "fx");
    pugi::xml_node list = add(add(schema, "pdfaSchema:property"), "rdf:Seq");
    for (const Property& property : properties) {
        pugi::xml_node item = add(list, "rdf:li");
        item.append_attribute("rdf:parseType").set_value("Resource");
        add(item, "pdfaProperty:name", property.name);
        add(item, "pdfaProperty:valueType", "Text");
        add(item, "pdfaProperty:category", "external");
        add(item, "pdfaProperty:description", property.description);
    }
}

void add_facturx(pugi::xml_node rdf, const ports::AttachedInvoice& attached) {
    add_schema(rdf);
    pugi::xml_node facturx = add_description(rdf, "xmlns:fx", facturx_space);
    add(facturx, "fx:DocumentType", "INVOICE");
    add(facturx, "fx:DocumentFileName", attached.name);
    add(facturx, "fx:Version", attached.version);
    add(facturx, "fx:ConformanceLevel", attached.profile);
}

void add_instruction(pugi::xml_document& document, const char* value) {
    pugi::xml_node instruction = document.append_child(pugi::node_pi);
    instruction.set_name("xpacket");
    instruction.set_value(value);
}

}  // namespace

std::string xmp_packet(const ArchiveFacts& facts, const ports::AttachedInvoice* attached) {
    pugi::xml_document document;
    add_instruction(document, packet_begin);
    pugi::xml_node meta = document.append_child("x:xmpmeta");
    meta.append_attribute("xmlns:x").set_value("adobe:ns:meta/");
    pugi::xml_node rdf = add(meta, "rdf:RDF");
    rdf.append_attribute("xmlns:rdf").set_value("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    add_core(rdf, facts);
    if (attached != nullptr) add_facturx(rdf, *attached);
    add_instruction(document, "end=\"w\"");
    std::ostringstream packet;
    constexpr unsigned form = pugi::format_indent | pugi::format_no_declaration | pugi::format_skip_control_chars;
    document.save(packet, " ", form, pugi::encoding_utf8);
    return packet.str();
}

}  // namespace commis::pdf
