// Asks payment services what the orders want asked: captures, releases, refunds, checks. A question is on disk before
// it leaves, and its answer is brought into the order by the one way in. One that may have left before is looked up by
// its key and repeated only when the service knows nothing of it.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

#include "features/services.hpp"

namespace commis::worker {

struct PaymentCounts {
    std::int64_t answered = 0;
    std::int64_t waiting = 0;  // No answer so far: asked about again later.
};

// When a question without an answer is taken up again; `attempt` counts from 1.
std::int64_t ask_again_delay_ms(std::int64_t attempt);

class PaymentWorker {
public:
    explicit PaymentWorker(const Services& services) : services_(services) {}

    // Everything that is due. From one thread at a time.
    PaymentCounts run_due(const std::stop_token& stopping);

private:
    struct Question;

    bool carry_out(const ports::DueCall& due);
    std::optional<Question> read(const ports::DueCall& due);
    bool check(const Question& question, const ports::DueCall& due);
    domain::CallAnswer ask(const Question& question, const ports::DueCall& due);
    domain::CallAnswer look_up(const Question& question);
    // Brings an answer in; one that is no answer leaves the question to be taken up again.
    bool settle(const Question& question, const ports::DueCall& due, const domain::CallAnswer& answer);
    void postpone(const ports::DueCall& due);

    const Services& services_;
};

}  // namespace commis::worker
