// A label bought once: asked for outside of any unit of work, then taken over with its tracking number.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/decisions/decision.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"
#include "ports/idempotency_store.hpp"

namespace commis::labels {

struct LabelAnswer {
    bool is_new = false;                  // False: it was there already, and nothing was bought.
    std::vector<std::string> warnings{};  // In the carrier's words.
    bool is_shortened = false;            // Not all of an address had room on it.
};

// Who asks under a key asks once: it is kept with the claim, and the answer in its place with the label. A repeat of
// which nobody knows what came of it buys nothing.
struct OnceOnly {
    ports::IdempotencyKey key;
    std::string fingerprint;
    std::function<ports::StoredAnswer(const LabelAnswer&)> answer;
};

struct LabelQuestion {
    const domain::Shop& shop;
    const Caller& caller;
    std::string order_id{};
    std::string shipment_id{};
    bool again = false;  // Another one, though there is one or nobody knows whether.
    std::optional<std::int64_t> weight_grams{};
    std::optional<OnceOnly> once{};
};

// A parcel that has a label keeps it. Who asks while another asks waits a moment for that answer. Errors: `not_found`,
// those of domain/parcel_actions, `address_incomplete` with its fields, `label_in_progress`, `label_outcome_unknown`,
// `carrier_refused` with the carrier's words as its detail, `carrier_unavailable`, `carrier_credentials_refused`.
domain::Result<LabelAnswer> buy(const Services& services, const LabelQuestion& question);

// The label's bytes; refuses `no_label`.
domain::Result<std::string> label_of(const Services& services, std::int64_t shop_id, std::string_view order_id,
                                     std::string_view shipment_id);

}  // namespace commis::labels
