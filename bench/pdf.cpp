// How quick papers are drawn, beside a bare loop of cairo and pango that draws the same words and the same code: one
// layout used again and again, no measuring, no breaking of pages or lines, no archive.
#include <cairo-pdf.h>
#include <fmt/core.h>
#include <pango/pangocairo.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "adapters/codes/qr_modules.hpp"
#include "adapters/pdf/pdf_drawer.hpp"
#include "adapters/system/format.hpp"
#include "adapters/system/words.hpp"

namespace commis::bench {
namespace {

constexpr int papers_a_round = 200;
constexpr int rounds = 5;
constexpr std::string_view payload =
    "BCD\n002\n1\nSCT\nAGRIFRPP\nMaison Nordlys\nFR7630006000011234567890189\nEUR347.10\n\n\n"
    "INV-2026-0007";

std::string number_of(int paper) { return fmt::format("INV-2026-{:04}", paper); }

// What is sold differs from paper to paper.
std::string name_of(int paper, int line) { return fmt::format("Beeswax candles, box {} of {}", line, paper); }

domain::Paper invoice(int index) {
    domain::Paper paper{.number = number_of(index), .language = "en"};
    paper.currency = *domain::Currency::find("EUR");
    paper.issued_at_ms = 1'795'417'200'000;
    paper.issued_on = "2026-11-23";
    paper.due_on = "2026-12-23";
    paper.order_number = "2026-10412";
    paper.order_placed_on = "2026-11-18";
    paper.seller = {.name = "Maison Nordlys SARL",
                    .address = {"", "", "12 rue des Tanneurs", "", "67000", "Strasbourg", "", "FR"},
                    .vat_id = "FR40303265045"};
    paper.buyer = {.name = "Bühler & Söhne GmbH",
                   .address = {"", "", "Lange Straße 118", "", "76530", "Baden-Baden", "", "DE"}};
    for (int number = 1; number <= 6; ++number) {
        domain::PaperLine line{.sku = fmt::format("NL-{:04}", number * 37), .name = name_of(index, number)};
        line.unit_price_minor = 1'450;
        line.tax_rate = domain::TaxRate::of(200'000);
        line.tax_minor = domain::tax_of(line.unit_price_minor, line.tax_rate, true);
        line.net_minor = line.unit_price_minor - line.tax_minor;
        paper.lines.push_back(line);
    }
    domain::add_up(paper);
    paper.due_minor = paper.total_minor;
    domain::PaperTransfer transfer{.holder = paper.seller.name, .iban = "FR7630006000011234567890189"};
    transfer.reference = paper.number;
    transfer.amount_minor = paper.due_minor;
    transfer.standard = domain::QrStandard::epc;
    transfer.payload = payload;
    paper.transfer = transfer;
    return paper;
}

struct Piece {
    double x, y, size;
    bool is_bold;
    std::string words;
};

// The words that stand on the invoice, at about their places.
std::vector<Piece> pieces(int index) {
    std::vector<Piece> all{{71, 54, 17, true, "Maison Nordlys SARL"},
                           {71, 140, 6.5, false, "Maison Nordlys SARL · 12 rue des Tanneurs · 67000 Strasbourg"},
                           {71, 290, 20, true, "Invoice"},
                           {150, 290, 20, false, number_of(index)},
                           {71, 780, 7.5, false, "Maison Nordlys SARL · VAT number FR40303265045"},
                           {490, 780, 7.5, false, "Page 1 of 1"},
                           {71, 560, 9, true, "Please pay €87.00 by 23 December 2026."},
                           {71, 590, 10, true, "Bank transfer"},
                           {460, 680, 7, false, "Scan to pay"},
                           {71, 480, 8, false, "All prices include VAT."}};
    const auto column = [&](double x, double y, double step, double size, std::initializer_list<const char*> words) {
        for (const char* word : words) {
            all.push_back({x, y, size, false, word});
            y += step;
        }
    };
    column(345, 46, 10, 8, {"12 rue des Tanneurs", "67000 Strasbourg", "France"});
    column(71, 150, 13, 10, {"Bühler & Söhne GmbH", "Lange Straße 118", "76530 Baden-Baden", "Germany"});
    column(345, 145, 13, 8, {"Date", "Due date", "Order", "Order date"});
    column(430, 145, 13, 9, {"23 November 2026", "23 December 2026", "2026-10412", "18 November 2026"});
    column(306, 480, 14, 9, {"Total excl. VAT", "VAT 20% on €72.48"});
    column(500, 480, 14, 9, {"€72.48", "€14.52"});
    column(71, 610, 13, 8, {"Account holder", "IBAN", "Reference", "Amount"});
    column(180, 610, 13, 9, {"Maison Nordlys SARL", "FR76 3000 6000 0112 3456 7890 189", "INV-2026-0007", "€87.00"});
    all.push_back({306, 520, 11, true, "Total"});
    all.push_back({490, 520, 11, true, "€87.00"});
    for (const auto& [x, words] : {std::pair(71, "No."),
                                   {95, "Article"},
                                   {150, "Description"},
                                   {400, "Quantity"},
                                   {440, "Unit price"},
                                   {480, "VAT"},
                                   {510, "Amount"}}) {
        all.push_back({static_cast<double>(x), 320, 8, false, words});
    }
    for (int number = 1; number <= 6; ++number) {
        const double y = 320 + number * 21;
        const std::vector<std::string> cells{std::to_string(number),
                                             fmt::format("NL-{:04}", number * 37),
                                             name_of(index, number),
                                             "1",
                                             "€14.50",
                                             "20%",
                                             "€14.50"};
        for (std::size_t at = 0; at < cells.size(); ++at) {
            all.push_back({71.0 + 70.0 * static_cast<double>(at), y, 9, false, cells[at]});
        }
    }
    return all;
}

cairo_status_t append(void* target, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

// The bare loop.
class Bare {
public:
    Bare() : code_{codes::QrModules(payload).rectangles()} {
        PangoFontMap* fonts = pango_cairo_font_map_new();
        PangoContext* context = pango_font_map_create_context(fonts);
        pango_cairo_context_set_resolution(context, 72);
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context, options);
        cairo_font_options_destroy(options);
        layout_ = pango_layout_new(context);
        g_object_unref(context);
        g_object_unref(fonts);
        font_ = pango_font_description_from_string("Noto Sans");
    }
    ~Bare() {
        pango_font_description_free(font_);
        g_object_unref(layout_);
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    std::size_t draw(const std::vector<Piece>& words) const {
        std::string bytes;
        cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(&append, &bytes, 595.276, 841.89);
        cairo_t* context = cairo_create(surface);
        draw_page(context, words);
        cairo_show_page(context);
        cairo_destroy(context);
        cairo_surface_destroy(surface);
        return bytes.size();
    }

private:
    void draw_page(cairo_t* context, const std::vector<Piece>& words) const {
        for (const Piece& piece : words) {
            pango_font_description_set_absolute_size(font_, piece.size * PANGO_SCALE);
            pango_font_description_set_weight(font_, piece.is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
            pango_layout_set_font_description(layout_, font_);
            pango_layout_set_text(layout_, piece.words.data(), static_cast<int>(piece.words.size()));
            cairo_move_to(context, piece.x, piece.y);
            pango_cairo_show_layout(context, layout_);
        }
        for (int row = 0; row < 14; ++row) {
            cairo_move_to(context, 71, 300 + row * 21);
            cairo_rel_line_to(context, 468, 0);
            cairo_stroke(context);
        }
        for (const auto& box : code_) {
            cairo_rectangle(context, 450 + box.x * 2, 590 + box.y * 2, box.columns * 2, box.rows * 2);
        }
        cairo_fill(context);
    }

    std::vector<codes::ModuleBox> code_;
    PangoLayout* layout_ = nullptr;
    PangoFontDescription* font_ = nullptr;
};

double per_second(const std::function<void(std::size_t)>& draw) {
    const auto began = std::chrono::steady_clock::now();
    for (std::size_t paper = 0; paper < papers_a_round; ++paper) draw(paper);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    return papers_a_round / took.count();
}

std::size_t resident_kb() {
    std::ifstream statm("/proc/self/statm");
    std::size_t size = 0, resident = 0;
    statm >> size >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) / 1'024;
}

void report_batch(const pdf::PdfDrawer& drawer) {
    const auto path = std::filesystem::temp_directory_path() / fmt::format("commis_bench_{}.pdf", getpid());
    const auto began = std::chrono::steady_clock::now();
    std::size_t early_kb = 0;
    {
        const auto batch = drawer.batch(path.string(), nullptr);
        for (int order = 0; order < 1'000; ++order) {
            domain::Paper paper = invoice(order);
            paper.kind = domain::DocumentKind::order_form;
            paper.order_number = fmt::format("2026-{}", 10'000 + order);
            batch->add(paper);
            if (order == 100) early_kb = resident_kb();
        }
        batch->finish();
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    fmt::print("{:<34} {:>8.0f}/s   memory {:.1f} MB after 100, {:.1f} MB after 1000, file {:.1f} MB\n",
               "order forms in one file", 1'000 / took.count(), static_cast<double>(early_kb) / 1'024,
               static_cast<double>(resident_kb()) / 1'024,
               static_cast<double>(std::filesystem::file_size(path)) / 1'048'576);
    std::filesystem::remove(path);
}

int measure() {
    const system::WordCatalogue words;
    const system::LanguageFormatter format;
    const pdf::PdfDrawer drawer(words, format);
    std::vector<domain::Paper> papers;
    std::vector<std::vector<Piece>> words_of;
    for (int paper = 0; paper < papers_a_round; ++paper) {
        papers.push_back(invoice(paper));
        words_of.push_back(pieces(paper));
    }
    const Bare bare;
    std::size_t bytes = drawer.draw(papers[0], nullptr).size() + bare.draw(words_of[0]);
    std::vector<std::array<double, 2>> figures;
    for (int round = 0; round < rounds; ++round) {
        const double drawn = per_second([&](std::size_t at) { bytes += drawer.draw(papers[at], nullptr).size(); });
        const double ceiling = per_second([&](std::size_t at) { bytes += bare.draw(words_of[at]); });
        figures.push_back({drawn, ceiling});
    }
    // The round in the middle: others use the processors, too.
    std::ranges::sort(figures, {}, [](const auto& round) { return round[0] / round[1]; });
    const auto& [drawn, ceiling] = figures[rounds / 2];
    fmt::print("{:<34} {:>8.0f}/s   {:.0f} % of {:.0f}/s (bare cairo and pango)\n", "invoices drawn, PDF/A-3", drawn,
               100 * drawn / ceiling, ceiling);
    report_batch(drawer);
    return bytes > 0 ? 0 : 1;
}

}  // namespace
}  // namespace commis::bench

int main() {
    try {
        return commis::bench::measure();
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << '\n';
    }
    return 1;
}
