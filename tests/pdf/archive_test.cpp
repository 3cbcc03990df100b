// Fit for the archive (PDF/A-3b) and, with its e-invoice, Factur-X: looked at with qpdf's API and poppler's tools. The
// same input gives the same bytes, from whichever thread and process.
#define POINTERHOLDER_TRANSITION 4
#include <gtest/gtest.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "adapters/einvoice/writer.hpp"
#include "adapters/system/format.hpp"
#include "adapters/system/words.hpp"
#include "pdf/sample.hpp"

namespace commis::tests {
namespace {

using domain::DocumentKind;
using domain::Paper;

ports::AttachedInvoice sample_invoice() {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rsm:CrossIndustryInvoice>";
    for (int line = 0; line < 500; ++line) xml += "<Line>Søn & Bühler €</Line>\n";
    return {"factur-x.xml", xml + "</rsm:CrossIndustryInvoice>\n", "EN 16931", "1.0"};
}

Paper invoice() {
    Paper paper = sample_paper(DocumentKind::invoice, "de");
    paper.transfer = euro_transfer();
    return paper;
}

std::string stream_text(QPDFObjectHandle stream) {
    const auto data = stream.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

void expect_all(const std::string& text, std::initializer_list<const char*> wanted) {
    for (const char* words : wanted) EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
}

TEST(Archive, describes_itself_and_its_colors) {
    const std::string bytes = drawer().draw(invoice(), no_picture);
    EXPECT_TRUE(bytes.starts_with("%PDF-1.7")) << bytes.substr(0, 10);
    QPDF pdf;
    pdf.processMemoryFile("invoice", bytes.data(), bytes.size());
    QPDFObjectHandle root = pdf.getRoot();
    const std::string xmp = stream_text(root.getKey("/Metadata"));
    expect_all(xmp, {"<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>",
                     "Rechnung INV-2026-0007", "Maison Nordlys SARL", "<rdf:li>de</rdf:li>", "2026-11-23T07:00:00Z"});
    EXPECT_EQ(xmp.find("fx:"), std::string::npos);
    EXPECT_FALSE(root.getKey("/Metadata").getDict().hasKey("/Filter")) << "read without unpacking";
    QPDFObjectHandle intent = root.getKey("/OutputIntents").getArrayItem(0);
    EXPECT_EQ(intent.getKey("/S").getName(), "/GTS_PDFA1");
    EXPECT_EQ(intent.getKey("/DestOutputProfile").getDict().getKey("/N").getIntValue(), 3);
    EXPECT_EQ(stream_text(intent.getKey("/DestOutputProfile")).substr(36, 4), "acsp") << "an ICC profile";
    EXPECT_EQ(root.getKey("/Lang").getUTF8Value(), "de");
    EXPECT_TRUE(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    EXPECT_TRUE(root.getKey("/MarkInfo").isDictionary());
    EXPECT_FALSE(root.hasKey("/AF"));
    EXPECT_EQ(pdf.getTrailer().getKey("/ID").getArrayNItems(), 2);
    EXPECT_EQ(pdf.getTrailer().getKey("/Info").getKey("/CreationDate").getUTF8Value().substr(0, 16),
              "D:20261123070000");
}

TEST(Archive, describes_itself_in_sound_xml_whatever_a_name_holds) {
    Paper paper = invoice();
    paper.seller.name = "Maison\x01 & \x1FNordlys";
    const std::string bytes = drawer().draw(paper, no_picture);
    QPDF pdf;
    pdf.processMemoryFile("invoice", bytes.data(), bytes.size());
    const std::string xmp = stream_text(pdf.getRoot().getKey("/Metadata"));
    expect_all(xmp, {"<rdf:li>Maison &amp; Nordlys</rdf:li>"});
    EXPECT_EQ(xmp.find("&#"), std::string::npos) << xmp;
}

TEST(Archive, has_nothing_that_the_standard_forbids) {
    Paper paper = invoice();
    paper.lines[0].name = "灯笼 مصباح";
    const std::string bytes = drawer().draw(paper, no_picture);
    QPDF pdf;
    pdf.processMemoryFile("invoice", bytes.data(), bytes.size());
    EXPECT_FALSE(pdf.isEncrypted());
    int composite_fonts = 0;
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        if (!dictionary.isDictionary()) continue;
        for (const char* key : {"/Group", "/SMask", "/JS", "/JavaScript", "/AA", "/Interpolate", "/TR", "/OPI"}) {
            EXPECT_FALSE(dictionary.hasKey(key)) << key;
        }
        QPDFObjectHandle subtype = dictionary.getKey("/Subtype");
        if (subtype.isNameAndEquals("/CIDFontType2")) {
            ++composite_fonts;
            EXPECT_TRUE(dictionary.getKey("/CIDToGIDMap").isNameAndEquals("/Identity"));
        }
        EXPECT_FALSE(dictionary.getKey("/Filter").isNameAndEquals("/LZWDecode"));
        for (const char* key : {"/ca", "/CA"}) {
            EXPECT_TRUE(!dictionary.hasKey(key) || dictionary.getKey(key).getNumericValue() == 1) << key;
        }
    }
    EXPECT_GT(composite_fonts, 0);
}

TEST(Archive, carries_its_e_invoice_as_factur_x_asks) {
    const auto attached = sample_invoice();
    const std::string bytes = drawer().draw(invoice(), no_picture, &attached);
    QPDF pdf;
    pdf.processMemoryFile("invoice", bytes.data(), bytes.size());
    QPDFObjectHandle root = pdf.getRoot();
    ASSERT_EQ(root.getKey("/AF").getArrayNItems(), 1);
    QPDFObjectHandle file = root.getKey("/AF").getArrayItem(0);
    EXPECT_EQ(file.getKey("/AFRelationship").getName(), "/Alternative");
    EXPECT_EQ(file.getKey("/F").getUTF8Value(), "factur-x.xml");
    EXPECT_EQ(file.getKey("/UF").getUTF8Value(), "factur-x.xml");
    QPDFObjectHandle stream = file.getKey("/EF").getKey("/F");
    EXPECT_EQ(stream.getDict().getKey("/Subtype").getName(), "/text/xml");
    EXPECT_TRUE(stream.getDict().getKey("/Params").hasKey("/ModDate"));
    EXPECT_TRUE(root.getKey("/Names").hasKey("/EmbeddedFiles"));
    expect_all(stream_text(root.getKey("/Metadata")),
               {"<fx:DocumentType>INVOICE</fx:DocumentType>", "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>",
                "<fx:Version>1.0</fx:Version>", "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>",
                "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", "<pdfaSchema:prefix>fx</pdfaSchema:prefix>",
                "<pdfaProperty:name>ConformanceLevel</pdfaProperty:name>"});
}

TEST(Archive, gives_its_e_invoice_back_byte_for_byte) {
    const auto attached = sample_invoice();
    const Folder folder;
    const std::string file = folder.keep("invoice.pdf", drawer().draw(invoice(), no_picture, &attached)).string();
    expect_all(output_of("pdfdetach -list " + file), {"1 embedded files", "factur-x.xml"});
    output_of("pdfdetach -save 1 -o " + folder.path("out.xml").string() + " " + file);
    EXPECT_EQ(bytes_of(folder.path("out.xml")), attached.xml);
}

// The same amounts for people and for machines, in one file.
TEST(Archive, carries_the_invoice_that_its_pages_show) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.transfer = euro_transfer();
    const system::WordCatalogue words;
    const auto xml = einvoice::InvoiceWriter(words).write(paper, ports::EInvoiceForm::cii);
    ASSERT_TRUE(xml) << testing::PrintToString(xml.error());
    const ports::AttachedInvoice attached{"factur-x.xml", *xml, "EN 16931", "1.0"};
    const Folder folder;
    const std::string bytes = drawer().draw(paper, no_picture, &attached);
    const std::string file = folder.keep("invoice.pdf", bytes).string();
    output_of("pdfdetach -save 1 -o " + folder.path("out.xml").string() + " " + file);
    const std::string inside = bytes_of(folder.path("out.xml"));
    EXPECT_EQ(inside, *xml);
    expect_all(inside, {">INV-2026-0007<", "347.10<"});
    expect_all(text_of(bytes), {"INV-2026-0007", "€347.10"});
}

TEST(Archive, has_xmp_that_is_xml) {
    const auto attached = sample_invoice();
    Paper paper = invoice();
    paper.seller.name = "Böhm <& Søn> \"Ltd\"";
    const std::string bytes = drawer().draw(paper, no_picture, &attached);
    QPDF pdf;
    pdf.processMemoryFile("invoice", bytes.data(), bytes.size());
    const Folder folder;
    const auto file = folder.keep("xmp.xml", stream_text(pdf.getRoot().getKey("/Metadata")));
    EXPECT_EQ(output_of("xmllint --noout " + file.string()), "");
}

TEST(Archive, is_sound_and_embeds_its_fonts) {
    const auto attached = sample_invoice();
    const Folder folder;
    for (const DocumentKind kind : {DocumentKind::invoice, DocumentKind::delivery_note, DocumentKind::receipt}) {
        Paper paper = sample_paper(kind, "fr");
        if (kind == DocumentKind::invoice) paper.transfer = swiss_transfer();
        const bool is_invoice = kind == DocumentKind::invoice;
        const std::string bytes = drawer().draw(paper, no_picture, is_invoice ? &attached : nullptr);
        const std::string file = folder.keep("paper.pdf", bytes).string();
        expect_all(output_of("qpdf --check " + file), {"No syntax or stream encoding errors"});
        std::istringstream fonts(output_of("pdffonts " + file));
        std::string line;
        std::getline(fonts, line);
        std::getline(fonts, line);
        int count = 0;
        for (; std::getline(fonts, line); ++count) {
            EXPECT_NE(line.find("yes yes yes"), std::string::npos) << "embedded, a subset, with Unicode: " << line;
            EXPECT_NE(line.find('+'), std::string::npos) << line;
        }
        EXPECT_GE(count, 2);
        expect_all(output_of("pdfinfo " + file), {"(A4)", "Encrypted:       no", "JavaScript:      no"});
    }
}

// In another process this one draws for the test below.
TEST(Drawing, writes_where_it_is_told) {
    const Folder folder;
    const char* target = std::getenv("COMMIS_DRAW_TO");
    const std::string path = target != nullptr ? target : folder.path("paper.pdf").string();
    const auto attached = sample_invoice();
    std::ofstream(path, std::ios::binary) << drawer().draw(invoice(), no_picture, &attached);
    EXPECT_TRUE(bytes_of(path).starts_with("%PDF-"));
}

TEST(Drawing, gives_the_same_bytes_in_another_process) {
    const Folder folder;
    const std::string path = folder.path("other.pdf").string();
    const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
    output_of("COMMIS_DRAW_TO=" + path + " " + self + " --gtest_filter=Drawing.writes_where_it_is_told");
    const auto attached = sample_invoice();
    EXPECT_EQ(drawer().draw(invoice(), no_picture, &attached), bytes_of(path));
}

TEST(Drawing, gives_the_same_bytes_whatever_was_drawn_before_and_beside) {
    const system::WordCatalogue words;
    const system::LanguageFormatter format;
    const pdf::PdfDrawer fresh(words, format);
    const std::string first = fresh.draw(invoice(), no_picture);
    static_cast<void>(fresh.draw(long_paper(60), no_picture));
    static_cast<void>(fresh.draw(sample_list(), no_picture));
    EXPECT_EQ(fresh.draw(invoice(), no_picture), first);
    std::vector<std::string> drawn(8);
    std::vector<std::thread> threads;
    for (std::string& bytes : drawn) {
        threads.emplace_back([&bytes, &fresh] {
            for (int round = 0; round < 5; ++round) bytes = fresh.draw(invoice(), no_picture);
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& bytes : drawn) EXPECT_TRUE(bytes == first);
}

TEST(Drawing, differs_where_the_paper_does) {
    Paper paper = invoice();
    const std::string first = drawer().draw(paper, no_picture);
    paper.issued_at_ms += 1'000;
    EXPECT_NE(drawer().draw(paper, no_picture), first);
}

}  // namespace
}  // namespace commis::tests
