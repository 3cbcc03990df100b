// The pages of a paper or a list: laid out whole, then drawn one after the other, as each says how many there are.
#pragma once

#include <cstddef>
#include <memory>

#include "adapters/pdf/canvas.hpp"
#include "adapters/pdf/picture.hpp"
#include "domain/paper.hpp"
#include "ports/document_drawer.hpp"
#include "ports/formatter.hpp"
#include "ports/words.hpp"

namespace commis::pdf {

struct Pages {
    virtual ~Pages() = default;
    virtual std::size_t count() const = 0;
    virtual void draw(Canvas& canvas, std::size_t page) const = 0;
};

// What stands in the program for every drawing.
struct Language {
    const ports::Words& words;
    const ports::Formatter& format;
};

// Paper, sheet, logo and typesetter outlive the pages.
std::unique_ptr<Pages> lay_out(const domain::Paper& paper, const Language& language, Typesetter& setter,
                               const Picture* logo);
std::unique_ptr<Pages> lay_out(const ports::ListSheet& sheet, const Language& language, Typesetter& setter,
                               const Picture* logo);
std::unique_ptr<Pages> lay_out(const ports::TicketSheet& sheet, const Language& language, Typesetter& setter,
                               const Picture* logo);

}  // namespace commis::pdf
