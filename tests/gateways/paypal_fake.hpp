// PayPal as its documentation tells it: orders, authorisations, captures and refunds that remember, things done once a
// request id, and one invoice id for one movement. A test may let the next POST end badly.
#pragma once

#include <boost/json.hpp>

#include <map>
#include <optional>
#include <string>

#include "gateways/scripted_server.hpp"

namespace commis::tests {

class PayPalFake {
public:
    // As the buyer left it.
    void add_order(const std::string& id, const std::string& intent, const std::string& status,
                   const std::string& value);
    // Held with money, in an order of its own.
    void add_authorization(const std::string& id, const std::string& value);
    void expire_authorization(const std::string& id) { authorization_at(id)["ran_out"] = true; }

    boost::json::array captures() const;
    boost::json::array refunds() const;
    std::size_t tokens_given() const { return tokens_given_; }

    // How the next POST of money fares; then all is well again.
    std::optional<ScriptedReply> next_fault{};
    bool fault_is_after = false;  // The thing is done, and only its answer suffers.
    bool forgets_tokens = false;  // The token that was given last is not accepted, once.

    std::string url() const { return server_.url(); }
    const ScriptedServer& server() const { return server_; }

private:
    using Object = boost::json::object;

    ScriptedReply answer(const HeardRequest& request);
    ScriptedReply post(const std::string& path, const Object& body);
    ScriptedReply capture(const std::string& authorization_id, const Object& body);
    ScriptedReply refund(const std::string& capture_id, const Object& body);
    ScriptedReply carry_out(const std::string& order_id, const std::string& what);
    Object* payments_holding(const std::string& list, const std::string& id);
    Object& authorization_at(const std::string& id);
    std::string new_id(const std::string& kind) { return kind + std::to_string(++made_); }
    Object make_capture(const std::string& value, const std::string& invoice_id, const std::string& order_id);

    std::map<std::string, Object> orders_;
    std::map<std::string, ScriptedReply> done_;  // By path and request id.
    int made_ = 0;
    std::size_t tokens_given_ = 0;
    ScriptedServer server_{[this](const HeardRequest& request) { return answer(request); }};
};

}  // namespace commis::tests
