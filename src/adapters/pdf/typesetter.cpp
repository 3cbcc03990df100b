// Nothing is hinted and nothing rounded to pixels, so that a line has the same width on every machine.
#include "adapters/pdf/typesetter.hpp"

#include <algorithm>
#include <utility>

namespace commis::pdf {
namespace {

// Fonts of other scripts, in the same style where there is one: without the list, any font that has a sign is taken.
constexpr const char* family =
    "Noto Sans,Noto Sans Arabic,Noto Sans Hebrew,Noto Sans Devanagari,Noto Sans Thai,Noto Sans Armenian,"
    "Noto Sans Georgian,Noto Sans CJK SC,Noto Sans CJK JP,Droid Sans Fallback,Noto Sans Symbols,Noto Sans Symbols2";
constexpr const char* bill_family = "Liberation Sans";
constexpr std::size_t kept_max = 1'500;
constexpr std::size_t kept_length_max = 80;
constexpr std::size_t kept_pictures_max = 16;

double millimetres(int units) { return static_cast<double>(units) / PANGO_SCALE / points_per_mm; }

// Words as fonts have them: without control characters and, on one line, without line breaks.
struct Printable {
    std::string text;
    std::vector<std::size_t> unbroken;  // Where no line may end.
};

// No-break spaces are drawn as plain ones, which keeps the figures of a page in one small font; that no line ends
// there is told beside the text.
void replace_blanks(std::string& text) {
    for (const std::string_view blank : {"\u00A0", "\u202F"}) {
        for (auto at = text.find(blank); at != std::string::npos; at = text.find(blank, at)) {
            text.replace(at, blank.size(), " ");
        }
    }
}

std::vector<std::size_t> unbroken_blanks(std::string_view text) {
    std::vector<std::size_t> places;
    std::size_t removed = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t length = text.substr(at).starts_with("\u00A0")   ? 2
                                   : text.substr(at).starts_with("\u202F") ? 3
                                                                           : 0;
        if (length == 0) continue;
        places.push_back(at - removed);
        removed += length - 1;
        at += length - 1;
    }
    return places;
}

Printable printable(std::string_view words, bool may_break) {
    Printable made{.text = std::string(words), .unbroken = {}};
    if (g_utf8_validate(made.text.data(), static_cast<gssize>(made.text.size()), nullptr) == 0) {
        char* valid = g_utf8_make_valid(made.text.data(), static_cast<gssize>(made.text.size()));
        made.text = valid;
        g_free(valid);
    }
    const auto is_control = [&](char sign) {
        return (sign >= 0 && sign < 0x20 && !(may_break && sign == '\n')) || sign == 0x7F;
    };
    std::ranges::replace_if(made.text, is_control, ' ');
    if (may_break) made.unbroken = unbroken_blanks(made.text);
    replace_blanks(made.text);
    return made;
}

struct FreeDescription {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};

// Made once: papers use few sizes, and pango finds a font quicker by a description it has seen.
const PangoFontDescription* description_of(Style style) {
    using Key = std::pair<double, Face>;
    using Description = std::unique_ptr<PangoFontDescription, FreeDescription>;
    thread_local std::map<Key, Description> kept;
    auto& description = kept[{style.size, style.face}];
    if (!description) {
        description.reset(pango_font_description_new());
        const bool is_bill = style.face == Face::bill || style.face == Face::bill_bold;
        const bool is_bold = style.face == Face::bold || style.face == Face::bill_bold;
        pango_font_description_set_family_static(description.get(), is_bill ? bill_family : family);
        pango_font_description_set_absolute_size(description.get(), style.size * PANGO_SCALE);
        if (is_bold) pango_font_description_set_weight(description.get(), PANGO_WEIGHT_BOLD);
    }
    return description.get();
}

}  // namespace

Text::Text(PangoLayout* layout) : layout_{layout, Unref{}} {
    struct FreeIter {
        void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
    };
    const std::unique_ptr<PangoLayoutIter, FreeIter> iter{pango_layout_get_iter(layout)};
    do {
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(iter.get(), nullptr, &extents);
        width_ = std::max(width_, millimetres(extents.width));
        lines_.push_back({millimetres(extents.x), millimetres(pango_layout_iter_get_baseline(iter.get())),
                          millimetres(extents.y + extents.height)});
    } while (pango_layout_iter_next_line(iter.get()) != 0);
}

Typesetter::Typesetter(PangoFontMap* fonts, std::string_view language)
    : context_{pango_font_map_create_context(fonts)}, attributes_{pango_attr_list_new()} {
    // A joined "ff" has no code of its own, so that it would come in a second font.
    pango_attr_list_insert(attributes_.get(), pango_attr_font_features_new("liga=0"));
    // A number that is broken somewhere has no hyphen there.
    pango_attr_list_insert(attributes_.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_context_set_language(context_.get(), pango_language_from_string(std::string(language).c_str()));
    pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_WEAK_LTR);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    pango_cairo_context_set_resolution(context_.get(), 72);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
}

Held<PangoLayout> Typesetter::laid(std::string_view words, Style style, bool may_break) const {
    const Printable shown = printable(words, may_break);
    Held<PangoLayout> layout{pango_layout_new(context_.get())};
    pango_layout_set_font_description(layout.get(), description_of(style));
    pango_layout_set_text(layout.get(), shown.text.data(), static_cast<int>(shown.text.size()));
    if (shown.unbroken.empty()) {
        pango_layout_set_attributes(layout.get(), attributes_.get());
        return layout;
    }
    const Attributes own{pango_attr_list_copy(attributes_.get())};
    for (const std::size_t at : shown.unbroken) {
        PangoAttribute* attribute = pango_attr_allow_breaks_new(FALSE);
        attribute->start_index = static_cast<guint>(at);
        // A break belongs to the letter after the blank.
        const char* after = shown.text.c_str() + at + 1;
        attribute->end_index = static_cast<guint>(g_utf8_next_char(after) - shown.text.c_str());
        pango_attr_list_insert(own.get(), attribute);
    }
    pango_layout_set_attributes(layout.get(), own.get());
    return layout;
}

Text Typesetter::line(std::string_view words, Style style) { return wrapped(words, style, 0); }

Text Typesetter::wrapped(std::string_view words, Style style, double width) {
    if (words.size() > kept_length_max) return broken(words, style, width);
    std::string key(words);
    key += '\0';
    key += static_cast<char>(style.face);
    key.append(reinterpret_cast<const char*>(&style.size), sizeof style.size);
    key.append(reinterpret_cast<const char*>(&width), sizeof width);
    const auto known = kept_.find(key);
    if (known != kept_.end()) return known->second;
    if (kept_.size() >= kept_max) kept_.clear();
    return kept_.emplace(std::move(key), broken(words, style, width)).first->second;
}

Text Typesetter::broken(std::string_view words, Style style, double width) const {
    if (width <= 0) return Text{laid(words, style, false).release()};
    auto layout = laid(words, style, true);
    // A unit more than reckoned, so that words that were measured fit the width they have.
    pango_layout_set_width(layout.get(), static_cast<int>(width * points_per_mm * PANGO_SCALE) + 1);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    // Words from right to left begin where the others do: pango takes "right" as the end of their line.
    PangoLayoutLine* first = pango_layout_get_line_readonly(layout.get(), 0);
    const bool is_leftward = pango_layout_line_get_resolved_direction(first) == PANGO_DIRECTION_RTL;
    if (is_leftward) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
    return Text{layout.release()};
}

Typesetter& TypeCase::in(std::string_view language) {
    const auto known = setters_.find(language);
    if (known != setters_.end()) return known->second;
    return setters_.try_emplace(std::string(language), fonts_.get(), language).first->second;
}

const Picture* TypeCase::picture(const std::string& digest) const {
    const auto known = pictures_.find(digest);
    return known == pictures_.end() ? nullptr : &known->second;
}

const Picture* TypeCase::keep(const std::string& digest, Picture picture) {
    if (pictures_.size() >= kept_pictures_max) pictures_.clear();
    return &pictures_.insert_or_assign(digest, std::move(picture)).first->second;
}

TypeCases::Loan TypeCases::borrow() {
    const std::lock_guard lock{mutex_};
    if (waiting_.empty()) return {*this, std::make_unique<TypeCase>()};
    auto lent = std::move(waiting_.back());
    waiting_.pop_back();
    return {*this, std::move(lent)};
}

TypeCases::Loan::~Loan() {
    if (!lent_) return;
    const std::lock_guard lock{owner_->mutex_};
    owner_->waiting_.push_back(std::move(lent_));
}

}  // namespace commis::pdf
