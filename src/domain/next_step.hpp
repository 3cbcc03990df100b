// The one thing to do next on an order, derived, and the queue it waits in. An order is in one queue at most.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/actions.hpp"
#include "domain/standing.hpp"

namespace commis::domain {

enum class Step : std::uint8_t {
    none,
    finish_draft,
    check_provider,
    settle_promised_refund,
    give_back,
    resolve_hold,
    do_not_ship,
    send_payment_link,
    collect_rest,
    wait_for_payment,
    ship_before_expiry,
    collect_on_pickup,
    ship,
    capture,
    finish,
    remind,         // The schedule of unpaid orders asks a person to remind the buyer.
    remove_unpaid,  // … or to remove the order.
    answer_chargeback,
    retry_refund,    // The service refused it.
    answer_request,  // A buyer asks to withdraw, to cancel or to send back.
    settle_return,   // Goods came back; their money may be to give back.
};
inline constexpr int step_count = 21;

enum class Queue : std::uint8_t {
    none,
    drafts,
    to_check,
    to_refund,
    on_hold,
    to_collect,
    to_ship,
    to_capture,
    to_finish,
    to_answer,
};
inline constexpr int queue_count = 10;

std::string_view id_of(Step step);
std::string_view id_of(Queue queue);
std::optional<Queue> find_queue(std::string_view id);

// What carries the step out; nothing where a person has to look first.
std::optional<Action> action_of(Step step);

struct StepRow {
    Step step;
    Queue queue;
    bool (*holds)(const Standing&);
    std::string_view when;
};

// Ordered: the first row that holds is the next step. Printed to docs/states.md.
const std::vector<StepRow>& step_rows();

struct NextStep {
    Step step = Step::none;
    Queue queue = Queue::none;
    std::int64_t amount_minor = 0;         // What the step is about, where it is money.
    std::optional<std::int64_t> until_ms;  // A deadline, where there is one.
};
NextStep next_step(const Standing& standing);

}  // namespace commis::domain
