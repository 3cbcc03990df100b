// The payment part and receipt of a Swiss QR-bill, with the places, sizes and type that the Swiss Implementation
// Guidelines prescribe. All it says is read from the text of its code, so that people and machines read the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/pdf/canvas.hpp"
#include "adapters/pdf/paper_words.hpp"

namespace commis::pdf {

class SwissBillPart {
public:
    static constexpr double height = 105;
    static constexpr double top = page_height - height;

    SwissBillPart(const PaperWords& words, std::string payload);
    // At the foot of the page.
    void draw(Canvas& canvas) const;

private:
    struct Look {
        double width;
        Style heading;
        Style value;
        double heading_step;  // From one baseline to the next.
        double value_step;
    };
    const std::string& line(std::size_t number) const;
    std::vector<std::string> party(std::size_t first) const;
    std::string reference() const;

    void draw_cuts(Canvas& canvas) const;
    void draw_receipt(Canvas& canvas) const;
    void draw_payment(Canvas& canvas) const;
    // Each gives back the baseline at which the next heading stands.
    double block(Canvas& canvas, double x, double y, const Look& look, std::string_view label,
                 const std::vector<std::string>& lines) const;
    double parties(Canvas& canvas, double x, double y, const Look& look) const;
    void debtor(Canvas& canvas, double x, double y, const Look& look, double blank_width, double blank_height) const;

    const PaperWords& words_;
    std::string payload_;
    std::vector<std::string> lines_;
};

}  // namespace commis::pdf
