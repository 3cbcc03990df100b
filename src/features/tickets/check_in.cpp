// Find the order of a code, lock it, ask the domain.
#include "features/tickets/check_in.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "domain/decisions/tickets.hpp"
#include "domain/first_told.hpp"
#include "features/orders/run.hpp"
#include "features/tickets/code.hpp"

namespace commis::tickets {
namespace {

using domain::Refusal;

ScanResult result_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::already_admitted:
            return ScanResult::already_admitted;
        case Refusal::unit_cancelled:
            return ScanResult::cancelled;
        case Refusal::unit_refunded:
            return ScanResult::refunded;
        case Refusal::not_paid:
            return ScanResult::unpaid;
        case Refusal::access_blocked:
            return ScanResult::blocked;
        case Refusal::code_replaced:
            return ScanResult::replaced;
        default:
            // An order that was removed, or is not placed yet: nobody is let in by it, whatever it says.
            return ScanResult::unknown;
    }
}

void tell(ScanAnswer& answer, const domain::Order& order, std::string_view unit_id) {
    const auto [line, unit] = domain::place_of(order, unit_id);
    if (unit == nullptr) return;
    answer.unit_id = unit->id;
    answer.attendee = domain::first_told({unit->attendee.name, order.buyer.name});
    answer.line = line->name;
    answer.order_id = order.id;
    answer.order_number = order.number;
    answer.admitted_at_ms = unit->admitted_at_ms;
    answer.gate = unit->admitted_gate;
}

bool is_told_again(const ScanAnswer& answer, const Scan& scan) {
    return answer.result == ScanResult::already_admitted && scan.at_ms && answer.admitted_at_ms == scan.at_ms &&
           answer.gate == scan.gate;
}

// A scan and where its code leads.
struct Found {
    const Scan* scan = nullptr;
    ReadCode code{};
    std::optional<ports::CodePlace> place{};
};

class Gate {
public:
    Gate(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop, const Caller& caller,
         std::vector<domain::Decision>& saved)
        : work_{work}, services_{services}, shop_{shop}, caller_{caller}, saved_{saved} {}

    Found find(const Scan& scan) {
        Found found{&scan, {}, std::nullopt};
        auto code = read_code(services_, shop_, scan.code);
        if (!code) return found;
        found.code = std::move(*code);
        found.place = work_.reads().openings().find_code(shop_.id, found.code.code);
        return found;
    }

    ScanAnswer admit(const Found& found) {
        ScanAnswer answer;
        if (!found.place) return answer;
        const Scan& scan = *found.scan;
        const auto error = decide(found.place->order_id, found.place->unit_id, answer,
                                  [&](const domain::Order& order, const domain::Context& context) {
                                      const domain::Admit command{found.place->unit_id, found.code.code, scan.gate,
                                                                  scan.at_ms.value_or(context.now_ms)};
                                      return domain::admit(order, command, context);
                                  });
        answer.result = error ? result_of(error->refusal) : ScanResult::admitted;
        if (is_told_again(answer, scan)) answer.result = ScanResult::admitted;
        // What the code was good for once is another person's now, and what nobody placed is nobody's.
        if (answer.result == ScanResult::unknown || answer.result == ScanResult::replaced) answer = {answer.result};
        return answer;
    }

    domain::Result<ScanAnswer> undo(const ports::CodePlace& place) {
        ScanAnswer answer;
        auto error = decide(place.order_id, place.unit_id, answer,
                            [&](const domain::Order& order, const domain::Context& context) {
                                return domain::undo_admission(order, place.unit_id, context);
                            });
        if (error) return std::unexpected(std::move(*error));
        return answer;
    }

private:
    std::optional<domain::Error> decide(const std::string& order_id, const std::string& unit_id, ScanAnswer& answer,
                                        const orders::Decide& decide) {
        auto decided = orders::run(work_, services_, {shop_, order_id, {}}, caller_,
                                   [&](const domain::Order& order, const domain::Context& context) {
                                       tell(answer, order, unit_id);
                                       return decide(order, context);
                                   });
        if (!decided) return std::move(decided.error());
        tell(answer, decided->order, unit_id);
        saved_.push_back(std::move(*decided));
        return std::nullopt;
    }

    ports::UnitOfWork& work_;
    const Services& services_;
    const domain::Shop& shop_;
    const Caller& caller_;
    std::vector<domain::Decision>& saved_;
};

}  // namespace

std::string_view id_of(ScanResult result) {
    static constexpr std::array<std::string_view, scan_result_count> ids{
        "admitted", "already_admitted", "cancelled", "refunded", "unpaid", "blocked", "replaced", "unknown"};
    return ids[static_cast<std::size_t>(result)];
}

std::vector<domain::FieldError> check(const Scan& scan, std::int64_t now_ms) {
    return domain::check(domain::Admit{"", "", scan.gate, scan.at_ms.value_or(now_ms)}, now_ms);
}

std::vector<ScanAnswer> check_in(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                                 const Caller& caller, const std::vector<Scan>& scans,
                                 std::vector<domain::Decision>& saved) {
    Gate gate(work, services, shop, caller, saved);
    std::vector<Found> found;
    found.reserve(scans.size());
    for (const Scan& scan : scans) found.push_back(gate.find(scan));
    // Gates that come back at the same time lock the same orders in the same order; of two scans the earlier counts.
    std::vector<std::size_t> turns(scans.size());
    std::iota(turns.begin(), turns.end(), std::size_t{0});
    std::ranges::stable_sort(turns, {}, [&](std::size_t at) {
        return std::pair(found[at].place ? found[at].place->order_id : "", scans[at].at_ms.value_or(0));
    });
    std::vector<ScanAnswer> answers(scans.size());
    for (const std::size_t at : turns) answers[at] = gate.admit(found[at]);
    return answers;
}

domain::Result<ScanAnswer> undo(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                                const Caller& caller, const Undo& wanted, std::vector<domain::Decision>& saved) {
    Gate gate(work, services, shop, caller, saved);
    if (!wanted.unit_id.empty()) {
        const auto order_id = work.reads().openings().find_unit_order(shop.id, wanted.unit_id);
        if (!order_id) return domain::refuse(Refusal::not_found);
        return gate.undo({*order_id, wanted.unit_id});
    }
    const auto found = gate.find({wanted.code});
    if (!found.place || found.place->is_former) return domain::refuse(Refusal::not_found);
    return gate.undo(*found.place);
}

}  // namespace commis::tickets
