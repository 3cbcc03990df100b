#include "adapters/pdf/flow.hpp"

#include <utility>

namespace commis::pdf {
namespace {

class Paginator {
public:
    Paginator(const std::vector<Strip>& strips, const Room& room) : strips_{strips}, room_{room} {
        page_.content_bottom = room.first_top;
    }

    std::vector<PageSpan> run() {
        std::size_t at = 0;
        while (at < strips_.size()) {
            const std::size_t end = chunk_end(at);
            if (!fits(at, end) && page_.end > page_.first) turn(at);
            // What no page can hold together is taken apart.
            if (fits(at, end)) {
                add(at, end);
                at = end;
            } else {
                if (!fits(at, at + 1) && page_.end > page_.first) turn(at);
                add(at, at + 1);
                ++at;
            }
        }
        pages_.push_back(page_);
        return std::move(pages_);
    }

private:
    std::size_t chunk_end(std::size_t at) const {
        while (at + 1 < strips_.size() && strips_[at].keep_with_next) ++at;
        return at + 1;
    }

    bool continues_table(std::size_t end) const {
        return end > 0 && end < strips_.size() && strips_[end - 1].is_row && strips_[end].is_row;
    }

    double head_for(std::size_t at) const { return strips_[at].is_row && !page_.has_table_head ? room_.table_head : 0; }

    bool fits(std::size_t from, std::size_t end) const {
        double height = head_for(from);
        for (std::size_t at = from; at < end; ++at) height += strips_[at].height;
        if (continues_table(end)) height += room_.carry;
        return page_.content_bottom + height <= room_.bottom;
    }

    void add(std::size_t from, std::size_t end) {
        const double head = head_for(from);
        if (head > 0) page_.has_table_head = true;
        page_.content_bottom += head;
        for (std::size_t at = from; at < end; ++at) {
            page_.content_bottom += strips_[at].height;
            sum_minor_ += strips_[at].amount_minor;
        }
        page_.end = end;
    }

    void turn(std::size_t at) {
        const bool goes_on = continues_table(at);
        page_.carries = goes_on;
        page_.carried_minor = sum_minor_;
        pages_.push_back(page_);
        page_ = {.first = at, .end = at, .brings = goes_on, .brought_minor = sum_minor_};
        page_.content_bottom = room_.next_top + (goes_on ? room_.carry : 0);
    }

    const std::vector<Strip>& strips_;
    const Room& room_;
    PageSpan page_;
    std::int64_t sum_minor_ = 0;
    std::vector<PageSpan> pages_;
};

}  // namespace

std::vector<PageSpan> paginate(const std::vector<Strip>& strips, const Room& room) {
    return Paginator(strips, room).run();
}

double total_height(const std::vector<Strip>& strips) {
    double height = 0;
    for (const Strip& strip : strips) height += strip.height;
    return height;
}

}  // namespace commis::pdf
