// The head of a paper's first page (who to whom, in the envelope's window; what, when), the slim one of the others, and
// the foot of all.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "adapters/pdf/sheet.hpp"

namespace commis::pdf {

class Head {
public:
    explicit Head(const Sheet& sheet);

    double bottom() const { return bottom_; }
    void draw(Canvas& canvas) const;
    // Of the pages after the first; ends above following_bottom.
    void draw_following(Canvas& canvas) const;
    static constexpr double following_bottom = 26;

private:
    using Fact = std::pair<std::string, Text>;

    void collect_facts();
    void add_fact(std::string_view label, const std::string& value);
    void draw_sender(Canvas& canvas) const;
    void draw_address(Canvas& canvas) const;
    void draw_facts(Canvas& canvas) const;
    void draw_title(Canvas& canvas) const;
    void draw_fold_marks(Canvas& canvas) const;

    bool has_code() const;
    std::string title() const;
    std::string title_number() const;
    std::string second_address() const;
    const domain::PaperParty& addressee() const;

    Sheet sheet_;
    std::vector<Fact> facts_;
    std::vector<Text> second_address_;  // One or none.
    double facts_left_;
    double title_baseline_ = 0;
    double bottom_ = 0;
};

// The shop's lines, its legal line and which page this is.
class Foot {
public:
    // A short one has the shop's lines in one, where room is dear.
    Foot(Typesetter& setter, const PaperWords& words, const domain::PaperParty* seller,
         const std::vector<std::string>& lines, bool is_short);
    double height() const { return height_; }
    void draw(Canvas& canvas, double bottom, std::size_t page, std::size_t pages) const;

private:
    const PaperWords& words_;
    std::vector<Text> lines_;
    double height_ = 0;
};

}  // namespace commis::pdf
