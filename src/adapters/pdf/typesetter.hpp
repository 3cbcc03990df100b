// Sets words: which glyphs of which font stand where. Lengths are millimetres, sizes of type points.
#pragma once

#include <pango/pangocairo.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "adapters/pdf/picture.hpp"

namespace commis::pdf {

inline constexpr double points_per_mm = 72.0 / 25.4;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

struct FreeAttributes {
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
using Attributes = std::unique_ptr<PangoAttrList, FreeAttributes>;

// The Swiss QR-bill allows four families; `bill` is the free one of them.
enum class Face : unsigned char { regular, bold, bill, bill_bold };

struct Style {
    double size = 9;
    Face face = Face::regular;
};

// Words that were set: one line, or broken into lines of a width.
class Text {
public:
    struct Line {
        double x;         // From the left end of the text.
        double baseline;  // From its top.
        double bottom;
    };
    explicit Text(PangoLayout* layout);

    double width() const { return width_; }
    double height() const { return lines_.back().bottom; }
    double baseline() const { return lines_.front().baseline; }
    const std::vector<Line>& lines() const { return lines_; }
    PangoLayout* layout() const { return layout_.get(); }

private:
    std::shared_ptr<PangoLayout> layout_;
    double width_ = 0;
    std::vector<Line> lines_;
};

// Sets words of one language. Short ones are kept, as papers repeat theirs.
class Typesetter {
public:
    Typesetter(PangoFontMap* fonts, std::string_view language);

    Text line(std::string_view words, Style style);
    // Broken between words, and within one that is wider than the line.
    Text wrapped(std::string_view words, Style style, double width);

private:
    Text broken(std::string_view words, Style style, double width) const;
    Held<PangoLayout> laid(std::string_view words, Style style, bool may_break) const;

    Held<PangoContext> context_;
    Attributes attributes_;
    std::unordered_map<std::string, Text> kept_;
};

// One set of fonts and the logos seen lately, for one drawing at a time: pango's and cairo's are not for several
// threads at once.
class TypeCase {
public:
    TypeCase() : fonts_{pango_cairo_font_map_new()} {}
    Typesetter& in(std::string_view language);
    const Picture* picture(const std::string& digest) const;  // Null when it was not kept.
    const Picture* keep(const std::string& digest, Picture picture);

private:
    Held<PangoFontMap> fonts_;
    std::map<std::string, Picture, std::less<>> pictures_;
    std::map<std::string, Typesetter, std::less<>> setters_;
};

// Type cases that wait for the next drawing. There come to be as many as there are drawings at the same time, because
// making one costs as much as ten pages.
class TypeCases {
public:
    // Lent out, and back in its place at the end.
    class Loan {
    public:
        Loan(TypeCases& owner, std::unique_ptr<TypeCase> lent) : owner_{&owner}, lent_{std::move(lent)} {}
        Loan(Loan&&) = default;
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        Loan& operator=(Loan&&) = delete;
        ~Loan();
        TypeCase& operator*() const { return *lent_; }
        TypeCase* operator->() const { return lent_.get(); }

    private:
        TypeCases* owner_;
        std::unique_ptr<TypeCase> lent_;
    };
    Loan borrow();

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<TypeCase>> waiting_;
};

}  // namespace commis::pdf
