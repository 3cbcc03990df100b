#include "adapters/pdf/pdf_drawer.hpp"

#include <cairo-pdf.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "adapters/pdf/archive.hpp"
#include "adapters/pdf/paper_words.hpp"
#include "adapters/pdf/picture.hpp"
#include "domain/language.hpp"

namespace commis::pdf {
namespace {

constexpr double logo_width_max = 70;
constexpr double logo_height_max = 20;

struct DestroyContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

void require(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(status));
}

// One PDF surface and the context that draws on it.
class Output {
public:
    Output(cairo_write_func_t write, void* target)
        : surface_{cairo_pdf_surface_create_for_stream(write, target, page_width * points_per_mm,
                                                       page_height * points_per_mm)},
          context_{cairo_create(surface_.get())} {
        cairo_pdf_surface_restrict_to_version(surface_.get(), CAIRO_PDF_VERSION_1_5);
        check();
    }

    void describe(const ArchiveFacts& facts) {
        const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
            cairo_pdf_surface_set_metadata(surface_.get(), what, text.c_str());
        };
        set(CAIRO_PDF_METADATA_TITLE, facts.title);
        set(CAIRO_PDF_METADATA_AUTHOR, facts.author);
        set(CAIRO_PDF_METADATA_CREATOR, producer_name);
        set(CAIRO_PDF_METADATA_CREATE_DATE, created_text(facts.created_at_ms));
    }

    void draw(const Pages& pages, Typesetter& setter, const domain::PaperLook& look) {
        Canvas canvas(context_.get(), setter, Palette(look.color));
        for (std::size_t page = 0; page < pages.count(); ++page) {
            pages.draw(canvas, page);
            cairo_show_page(context_.get());
            check();
        }
    }

    void finish() {
        context_.reset();
        cairo_surface_finish(surface_.get());
        require(cairo_surface_status(surface_.get()));
    }

private:
    void check() const {
        require(cairo_surface_status(surface_.get()));
        require(cairo_status(context_.get()));
    }

    Surface surface_;
    std::unique_ptr<cairo_t, DestroyContext> context_;
};

cairo_status_t append(void* target, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

ArchiveFacts facts_of(const domain::Paper& paper, const Language& language) {
    const PaperWords words(language.words, language.format, paper.language, "", paper.currency);
    if (!paper.slip.empty()) {
        const std::string title = joined({words.label("return_slip"), paper.order_number}, " ");
        return {title, paper.seller.name, words.language(), paper.issued_at_ms};
    }
    const bool is_order = paper.kind == domain::DocumentKind::order_form;
    const std::string number = is_order ? paper.order_number : paper.number;
    return {joined({words.kind(paper.kind), number}, " "), paper.seller.name, words.language(), paper.issued_at_ms};
}

ArchiveFacts facts_of(const ports::ListSheet& sheet, const Language& /*language*/) {
    return {sheet.title, "", std::string(domain::nearest_language(sheet.language)), sheet.made_at_ms};
}

ArchiveFacts facts_of(const ports::TicketSheet& sheet, const Language& language) {
    const PaperWords words(language.words, language.format, sheet.language, "", {});
    const std::string number = sheet.tickets.empty() ? "" : sheet.tickets.front().order_number;
    return {joined({words.kind(domain::DocumentKind::ticket), number}, " "), sheet.seller, words.language(),
            sheet.made_at_ms};
}

// Kept with the type: the same thread draws both, and a shop's papers all have the same logo.
const Picture* logo_of(TypeCase& type, const domain::PaperLook& look, const ports::FindPicture& pictures) {
    if (look.logo.empty() || !pictures) return nullptr;
    if (const Picture* kept = type.picture(look.logo)) return kept;
    Picture read = read_picture(pictures(look.logo), logo_width_max, logo_height_max);
    return read ? type.keep(look.logo, std::move(read)) : nullptr;
}

template <class Content>
void draw_pages(Output& output, TypeCase& type, const Content& content, const Language& language,
                const ports::FindPicture& pictures) {
    Typesetter& setter = type.in(domain::nearest_language(content.language));
    const auto pages = lay_out(content, language, setter, logo_of(type, content.look, pictures));
    output.draw(*pages, setter, content.look);
}

template <class Content>
std::string drawn(TypeCases& cases, const Content& content, const Language& language,
                  const ports::FindPicture& pictures, const ports::AttachedInvoice* attached) {
    const auto facts = facts_of(content, language);
    std::string bytes;
    {
        const auto type = cases.borrow();
        Output output(&append, &bytes);
        output.describe(facts);
        draw_pages(output, *type, content, language, pictures);
        output.finish();
    }
    return archived(bytes, facts, attached);
}

cairo_status_t write_to_file(void* target, const unsigned char* bytes, unsigned length) {
    auto& file = *static_cast<std::ofstream*>(target);
    file.write(reinterpret_cast<const char*>(bytes), length);
    return file ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

// Writes beside the file that is wanted, which appears whole or not at all.
class Batch final : public ports::DocumentBatch {
public:
    Batch(TypeCases& cases, const Language& language, std::string path, ports::FindPicture pictures)
        : language_{language},
          pictures_{std::move(pictures)},
          path_{std::move(path)},
          file_{open(part_path())},
          type_{cases.borrow()},
          output_{&write_to_file, &file_} {}

    ~Batch() override {
        if (is_finished_) return;
        file_.close();
        std::error_code ignored;
        std::filesystem::remove(part_path(), ignored);
    }

    void add(const domain::Paper& paper) override { add_content(paper); }
    void add(const ports::ListSheet& sheet) override { add_content(sheet); }

    void finish() override {
        output_.finish();
        file_.close();
        if (!file_) throw std::runtime_error("can't write " + part_path());
        std::filesystem::rename(part_path(), path_);
        is_finished_ = true;
    }

private:
    static std::ofstream open(const std::string& path) {
        std::ofstream file(path, std::ios::binary);
        if (!file) throw std::runtime_error("can't write " + path);
        return file;
    }
    std::string part_path() const { return path_ + ".part"; }

    template <class Content>
    void add_content(const Content& content) {
        if (is_empty_) output_.describe(facts_of(content, language_));
        is_empty_ = false;
        draw_pages(output_, *type_, content, language_, pictures_);
    }

    Language language_;
    ports::FindPicture pictures_;
    std::string path_;
    std::ofstream file_;
    TypeCases::Loan type_;
    Output output_;
    bool is_empty_ = true;
    bool is_finished_ = false;
};

}  // namespace

std::string PdfDrawer::draw(const domain::Paper& paper, const ports::FindPicture& pictures,
                            const ports::AttachedInvoice* attached) const {
    return drawn(cases_, paper, language_, pictures, attached);
}

std::string PdfDrawer::draw(const ports::ListSheet& sheet, const ports::FindPicture& pictures) const {
    return drawn(cases_, sheet, language_, pictures, nullptr);
}

std::string PdfDrawer::draw(const ports::TicketSheet& sheet, const ports::FindPicture& pictures) const {
    return drawn(cases_, sheet, language_, pictures, nullptr);
}

bool PdfDrawer::can_show(const std::string& png) const { return static_cast<bool>(read_picture(png, 1, 1)); }

std::unique_ptr<ports::DocumentBatch> PdfDrawer::batch(const std::string& path,
                                                       const ports::FindPicture& pictures) const {
    return std::make_unique<Batch>(cases_, language_, path, pictures);
}

}  // namespace commis::pdf
