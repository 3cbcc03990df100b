// One walk over the register, page by page, each row held against the one before.
#include "features/documents/prove.hpp"

#include <algorithm>
#include <array>

#include "features/documents/issue.hpp"

namespace commis::documents {
namespace {

using ports::IssuedDocument;
using ports::RegisteredDocument;

constexpr std::int32_t page_size = 500;
constexpr std::size_t faults_kept = 100;

class Walk {
public:
    Walk(const Services& services, SeriesProof& proof) : services_(services), proof_(proof) {}

    void step(const RegisteredDocument& row) {
        const IssuedDocument& issued = row.issued;
        if (proof_.documents == 0) proof_.first_number = issued.number.text;
        check_place(issued);
        check_number(issued);
        check_digests(issued);
        check_order(row);
        ++proof_.documents;
        proof_.last_number = issued.number.text;
        proof_.last_issued_at_ms = issued.issued_at_ms;
        proof_.last_digest = issued.digest;
        before_ = issued;
        before_.content.clear();
    }

    void end(const std::vector<domain::NumberRange>& ranges) {
        const auto range = std::ranges::find(ranges, domain::id_of(proof_.kind), &domain::NumberRange::series);
        if (range == ranges.end()) return;
        const std::int64_t expected = proof_.documents == 0 ? range->next_number : before_.number.value + 1;
        // Of a series without a row nobody knows where it began, but that a number was taken.
        const bool lost_all = proof_.documents == 0 && range->year != 0;
        const bool is_explained = range->next_number == expected || is_moved_to(range->next_number);
        if (lost_all || !is_explained) {
            report(SeriesFaultKind::end_missing, proof_.documents,
                   domain::written_number(*range, range->next_number, range->year), proof_.last_number);
        }
    }

    void report(SeriesFaultKind kind, std::int64_t position, std::string number, std::string detail) {
        ++proof_.fault_count;
        if (proof_.faults.size() < faults_kept) {
            proof_.faults.push_back({kind, position, std::move(number), std::move(detail)});
        }
    }

private:
    void report(SeriesFaultKind kind, const IssuedDocument& issued, std::string detail = {}) {
        report(kind, issued.position, issued.number.text, std::move(detail));
    }

    bool is_moved_to(std::int64_t number) const {
        return std::ranges::any_of(proof_.moves,
                                   [&](const ports::RangeMove& move) { return move.after.next_number == number; });
    }

    void check_place(const IssuedDocument& issued) {
        if (issued.position != proof_.last_position + 1) {
            report(SeriesFaultKind::row_missing, issued, std::to_string(proof_.last_position + 1));
        }
        proof_.last_position = issued.position;
        if (issued.previous_digest != proof_.last_digest) {
            report(SeriesFaultKind::chain_broken, issued, before_.number.text);
        }
    }

    void check_number(const IssuedDocument& issued) {
        if (proof_.documents == 0) return;
        const std::int64_t number = issued.number.value;
        const bool is_new_year = number == 1 && issued.number.year > before_.number.year;
        if (number == before_.number.value + 1 || is_new_year) return;
        if (number <= before_.number.value) {
            report(SeriesFaultKind::out_of_order, issued, before_.number.text);
        } else if (!is_moved_to(number)) {
            report(SeriesFaultKind::gap, issued, before_.number.text);
        }
    }

    void check_digests(const IssuedDocument& issued) {
        if (issued.content.empty()) {
            ++proof_.erased;
        } else if (services_.secrets.digest(issued.content) != issued.content_digest) {
            report(SeriesFaultKind::content_changed, issued);
        }
        if (services_.secrets.digest(chain_text(issued)) != issued.digest) {
            report(SeriesFaultKind::row_changed, issued);
        }
    }

    void check_order(const RegisteredDocument& row) {
        const bool is_same = row.number_in_order == row.issued.number.text &&
                             row.amount_in_order_minor == row.issued.amount_minor &&
                             row.tax_in_order_minor == row.issued.tax_minor;
        if (!is_same) report(SeriesFaultKind::order_differs, row.issued, row.number_in_order.value_or(""));
    }

    const Services& services_;
    SeriesProof& proof_;
    IssuedDocument before_{};
};

}  // namespace

std::string_view id_of(SeriesFaultKind kind) {
    constexpr std::array<std::string_view, 9> ids{"gap",          "out_of_order",  "row_missing",
                                                  "row_changed",  "content_changed", "chain_broken",
                                                  "order_differs", "end_missing",  "unregistered"};
    return ids[static_cast<std::size_t>(kind)];
}

std::vector<domain::DocumentKind> numbered_kinds() {
    using enum domain::DocumentKind;
    return {invoice, credit_note, delivery_note, receipt};
}

SeriesProof prove_series(ports::Snapshot& snapshot, const Services& services, std::int64_t shop_id,
                         domain::DocumentKind kind) {
    SeriesProof proof;
    proof.kind = kind;
    for (ports::RangeMove& move : snapshot.documents().range_moves(shop_id)) {
        if (move.series == domain::id_of(kind)) proof.moves.push_back(std::move(move));
    }
    Walk walk(services, proof);
    for (bool is_more = true; is_more;) {
        const auto page = snapshot.documents().registered(shop_id, kind, proof.last_position, page_size);
        for (const RegisteredDocument& row : page) walk.step(row);
        is_more = std::ssize(page) == page_size;
    }
    walk.end(snapshot.shops().number_ranges(shop_id));
    // Asked once for the shop, beside its invoices.
    if (kind == domain::DocumentKind::invoice) {
        for (const std::string& id : snapshot.documents().unregistered(shop_id, page_size)) {
            walk.report(SeriesFaultKind::unregistered, 0, id, "");
        }
    }
    return proof;
}

}  // namespace commis::documents
