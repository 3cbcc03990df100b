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

    // The row that the stretch goes on behind; it was proven with the stretch before.
    void begin_behind(const IssuedDocument& issued) {
        remember(issued);
        proof_.last_position = issued.position;
    }

    void step(const RegisteredDocument& row) {
        const IssuedDocument& issued = row.issued;
        if (proof_.checked == 0) proof_.first_number = issued.number.text;
        check_place(issued);
        if (has_before_) check_number(issued);
        check_digests(issued);
        check_order(row);
        ++proof_.checked;
        remember(issued);
    }

    void end(const std::vector<domain::NumberRange>& ranges) {
        const auto range = std::ranges::find(ranges, domain::id_of(proof_.kind), &domain::NumberRange::series);
        if (range == ranges.end()) return;
        // Of a series without a row nobody knows where it began, but that a number was taken.
        const bool lost_all = !has_before_ && range->year != 0;
        const std::int64_t expected = has_before_ ? before_.number.value + 1 : range->next_number;
        const bool is_explained = range->next_number == expected || is_moved_to(range->next_number);
        if (!lost_all && is_explained) return;
        report(SeriesFaultKind::end_missing, proof_.last_position,
               domain::written_number(*range, range->next_number, range->year), proof_.last_number);
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

    void remember(const IssuedDocument& issued) {
        proof_.last_number = issued.number.text;
        proof_.last_issued_at_ms = issued.issued_at_ms;
        proof_.last_digest = issued.digest;
        before_.number = issued.number;
        has_before_ = true;
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
        const std::int64_t number = issued.number.value;
        const bool is_begun_anew = issued.number.year > before_.number.year && (number == 1 || is_moved_to(number));
        if (number == before_.number.value + 1 || is_begun_anew) return;
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
    bool has_before_ = false;
};

}  // namespace

std::string_view id_of(SeriesFaultKind kind) {
    constexpr std::array<std::string_view, 9> ids{"gap",           "out_of_order",    "row_missing",
                                                  "row_changed",   "content_changed", "chain_broken",
                                                  "order_differs", "end_missing",     "unregistered"};
    return ids[static_cast<std::size_t>(kind)];
}

std::vector<domain::DocumentKind> numbered_kinds() {
    using enum domain::DocumentKind;
    return {invoice, credit_note, delivery_note, receipt};
}

SeriesProof prove_series(ports::Snapshot& snapshot, const Services& services, std::int64_t shop_id,
                         domain::DocumentKind kind, std::int64_t after_position) {
    SeriesProof proof;
    proof.kind = kind;
    for (ports::RangeMove& move : snapshot.documents().range_moves(shop_id)) {
        if (move.series == domain::id_of(kind)) proof.moves.push_back(std::move(move));
    }
    Walk walk(services, proof);
    if (after_position > 0) {
        const auto anchor = snapshot.documents().registered(shop_id, kind, after_position - 1, 1);
        if (!anchor.empty()) walk.begin_behind(anchor.front().issued);
    }
    bool is_more = true;
    while (is_more && proof.checked < stretch_max) {
        const auto page = snapshot.documents().registered(shop_id, kind, proof.last_position, page_size);
        for (const RegisteredDocument& row : page) walk.step(row);
        is_more = std::ssize(page) == page_size;
    }
    if (is_more) {
        proof.next = proof.last_position;
    } else {
        walk.end(snapshot.shops().number_ranges(shop_id));
    }
    return proof;
}

namespace {

// One proof of the stretches of a series.
void append(SeriesProof& whole, SeriesProof stretch) {
    whole.checked += stretch.checked;
    whole.erased += stretch.erased;
    if (whole.first_number.empty()) whole.first_number = stretch.first_number;
    whole.last_number = stretch.last_number;
    whole.last_position = stretch.last_position;
    whole.last_digest = stretch.last_digest;
    whole.last_issued_at_ms = stretch.last_issued_at_ms;
    whole.fault_count += stretch.fault_count;
    whole.next = stretch.next;
    for (SeriesFault& fault : stretch.faults) {
        if (whole.faults.size() < faults_kept) whole.faults.push_back(std::move(fault));
    }
}

SeriesProof prove_whole(const Services& services, std::int64_t shop_id, domain::DocumentKind kind) {
    SeriesProof whole;
    whole.kind = kind;
    whole.next = 0;
    while (whole.next) {
        SeriesProof stretch;
        services.storage.read([&](ports::Snapshot& snapshot) {
            stretch = prove_series(snapshot, services, shop_id, kind, whole.last_position);
        });
        append(whole, std::move(stretch));
    }
    return whole;
}

}  // namespace

std::vector<ShopProof> prove_shops(const Services& services) {
    std::vector<domain::Shop> shops;
    services.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    std::vector<ShopProof> proofs;
    for (const domain::Shop& shop : shops) {
        ShopProof& proof = proofs.emplace_back(ShopProof{shop.handle, prove_order_numbers(services, shop.id), {}});
        for (const domain::DocumentKind kind : numbered_kinds()) {
            proof.series.push_back(prove_whole(services, shop.id, kind));
        }
        std::vector<std::string> unregistered;
        services.storage.read(
            [&](ports::Snapshot& snapshot) { unregistered = snapshot.documents().unregistered(shop.id, page_size); });
        SeriesProof& invoices = proof.series.front();
        invoices.fault_count += std::ssize(unregistered);
        for (std::string& id : unregistered) {
            invoices.faults.push_back({SeriesFaultKind::unregistered, 0, std::move(id), ""});
        }
    }
    return proofs;
}

}  // namespace commis::documents
