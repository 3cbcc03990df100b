// What buyers ask for, and what becomes of it: registered, answered, received, closed. One path for the buyer's page
// and for whoever answers the telephone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/buyer_rights.hpp"
#include "domain/decisions/decision.hpp"

namespace commis::domain {

// `register-request`. A withdrawal may name nothing: then it is of all that can be withdrawn.
struct RegisterRequest {
    RequestKind kind = RequestKind::return_;
    std::vector<RequestPart> parts{};  // Line or ticket, quantity, reason, whether an exchange is wanted.
    std::string note{};                // The buyer's words.
};
// Refused as `buyer_right` says; 422 for units it does not offer. The buyer gets a receipt with the time.
Result<Decision> register_request(const Order& order, const RegisterRequest& command, const Context& context);

// Of the requests that fit, the one that is named, or the oldest; or why there is none.
Result<BuyerRequest*> find_fitting(Order& order, const std::string& request_id,
                                   const std::function<bool(const BuyerRequest&)>& fits, Refusal otherwise);

// `approve-request`: a cancellation cancels its units. Of a withdrawal, what has not left is cancelled, and what has
// left is expected back, as with a return: the buyer gets its slip.
struct AnswerRequest {
    std::string request_id;  // Empty: the oldest that is open.
    Telling telling{};       // The buyer always hears, unless `notify` is no.
};
Result<Decision> approve_request(const Order& order, const AnswerRequest& command, const Context& context);
// `decline-request`: with the reason for the buyer.
Result<Decision> decline_request(const Order& order, const AnswerRequest& command, const Context& context);

// What was found of one part. What is named nowhere did not come.
struct Verdict {
    std::string line_id;
    std::int64_t as_new = 0;
    std::int64_t damaged = 0;
    std::int64_t wrong = 0;
    std::int64_t exchange = 0;      // Of those that came: sent anew instead of refunded.
    std::optional<bool> restock{};  // Of those as new; absent: as the profile says. Damaged ones never are.
};
// `receive-return`: units are back, go into the stock or not, and are to be sent anew or refunded (C-35, C-36). Refused
// `not_enough_stock` when an exchange can't be served.
struct ReceiveReturn {
    std::string request_id;  // Empty: the oldest that is expected.
    std::vector<Verdict> verdicts;
    Telling telling{};
};
Result<Decision> receive_return(const Order& order, const ReceiveReturn& command, const Context& context);

// `close-request`: nothing more comes of it.
Result<Decision> close_request(const Order& order, const AnswerRequest& command, const Context& context);

}  // namespace commis::domain
