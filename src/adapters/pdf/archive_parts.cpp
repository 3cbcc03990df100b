// qpdf keeps cairo's compressed streams as they are and adds what is missing, which costs little beside the drawing.
#include "adapters/pdf/archive_parts.hpp"

#define POINTERHOLDER_TRANSITION 4  // Without qpdf's older pointers.
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

extern "C" {
extern const char commis_srgb_begin[];
extern const char commis_srgb_end[];
}

namespace commis::pdf {
namespace {

using Object = QPDFObjectHandle;

Object name(const char* text) { return Object::newName(text); }

// cairo isolates each page as a transparent group and tells less about fonts than the standard wants.
void tidy(Object& object) {
    Object dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary()) return;
    dictionary.removeKey("/Group");
    dictionary.removeKey("/Interpolate");
    Object subtype = dictionary.getKey("/Subtype");
    if (subtype.isNameAndEquals("/CIDFontType2") && !dictionary.hasKey("/CIDToGIDMap")) {
        dictionary.replaceKey("/CIDToGIDMap", name("/Identity"));
    }
}

// Packed once; each document carries the same.
const std::string& packed_profile() {
    static const std::string packed = [] {
        std::string bytes;
        Pl_String end("end", nullptr, bytes);
        Pl_Flate pack("pack", &end, Pl_Flate::a_deflate);
        pack.writeString(std::string(commis_srgb_begin, commis_srgb_end));
        pack.finish();
        return bytes;
    }();
    return packed;
}

void add_colors(QPDF& pdf, Object& root) {
    Object profile = Object::newStream(&pdf);
    profile.replaceStreamData(packed_profile(), name("/FlateDecode"), Object::newNull());
    profile.getDict().replaceKey("/N", Object::newInteger(3));
    Object intent = Object::newDictionary();
    intent.replaceKey("/Type", name("/OutputIntent"));
    intent.replaceKey("/S", name("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", Object::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/Info", Object::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/DestOutputProfile", pdf.makeIndirectObject(profile));
    Object intents = Object::newArray();
    intents.appendItem(pdf.makeIndirectObject(intent));
    root.replaceKey("/OutputIntents", intents);
}

void add_description(QPDF& pdf, Object& root, const ArchiveParts& parts) {
    Object metadata = Object::newStream(&pdf, parts.xmp);
    metadata.getDict().replaceKey("/Type", name("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", name("/XML"));
    root.replaceKey("/Metadata", pdf.makeIndirectObject(metadata));
    root.replaceKey("/Lang", Object::newUnicodeString(parts.language));
    Object marks = Object::newDictionary();
    marks.replaceKey("/Marked", Object::newBool(false));
    root.replaceKey("/MarkInfo", marks);
    Object preferences = Object::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    Object info = pdf.getTrailer().getKey("/Info");
    info.replaceKey("/Producer", Object::newUnicodeString(parts.producer));
    // Some versions of cairo forget how dates begin.
    const std::string created = info.getKey("/CreationDate").getUTF8Value();
    if (created.rfind("D:", 0) != 0) info.replaceKey("/CreationDate", Object::newString("D:" + created));
}

void attach(QPDF& pdf, Object& root, const ArchiveParts& parts) {
    const std::string created = pdf.getTrailer().getKey("/Info").getKey("/CreationDate").getUTF8Value();
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, parts.file_bytes);
    stream.setSubtype("text/xml").setCreationDate(created).setModDate(created);
    auto file = QPDFFileSpecObjectHelper::createFileSpec(pdf, parts.file_name, stream);
    file.setDescription("Factur-X");
    Object specification = file.getObjectHandle();
    specification.replaceKey("/AFRelationship", name("/Alternative"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(parts.file_name, file);
    Object files = Object::newArray();
    files.appendItem(specification);
    root.replaceKey("/AF", files);
}

}  // namespace

std::string with_parts(const std::string& pdf, const ArchiveParts& parts) {
    QPDF document;
    document.processMemoryFile("paper", pdf.data(), pdf.size());
    for (Object object : document.getAllObjects()) tidy(object);
    Object root = document.getRoot();
    add_colors(document, root);
    add_description(document, root, parts);
    if (!parts.file_name.empty()) attach(document, root, parts);
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.write();
    const auto written = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(written->getBuffer()), written->getSize()};
}

}  // namespace commis::pdf
