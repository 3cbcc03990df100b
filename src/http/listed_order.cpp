#include "http/listed_order.hpp"

#include "features/orders/actions.hpp"
#include "http/order_words.hpp"
#include "json/time.hpp"

namespace commis::http {

void write_currency(json::Writer& writer, const std::string& code) {
    const auto currency = domain::Currency::find(code);
    writer.member("currency", code).member("currency_exponent", currency ? currency->exponent() : 2);
}

void write_listed_order(json::Writer& writer, const OrderView& view, const domain::Order& order,
                        std::initializer_list<domain::Action> offered) {
    const domain::Standing standing = domain::standing_of(order, view.profile);
    writer.object().member("id", order.id).member("number", order.number).member("version", order.version);
    writer.key("buyer").object().member("name", order.buyer.name).member("email", order.buyer.email);
    writer.member("company", order.buyer.company).end();
    write_currency(writer, std::string(order.currency.code()));
    writer.member("due", standing.figures().due()).member("total", standing.figures().total_minor);
    writer.member("payment_status", domain::id_of(standing.payment_status));
    writer.member("payment_label", payment_label(view, domain::worded_payment_status(standing, view.profile)));
    writer.member("payment_method", order.payment_method);
    writer.member("payment_method_label", method_label(view, order.payment_method));
    writer.member("placed_at", json::format_time_ms(order.placed_at_ms));
    write_next_step(writer, view, domain::next_step(standing), order.currency);
    writer.key("actions").array();
    for (const domain::Action action : offered) {
        if (orders::find_action_command(action) != nullptr) write_action(writer, view, standing, action);
    }
    writer.end();
}

}  // namespace commis::http
