// Where each noun's routes are made, and the list answer that shop and platform share.
#pragma once

#include <functional>
#include <memory>

#include "http/call.hpp"
#include "http/order_query.hpp"
#include "http/problem.hpp"
#include "http/sign_in_limit.hpp"
#include "json/writer.hpp"

namespace commis::http {

void add_order_routes(Router& router, const Site& site);
void add_order_draft_routes(Router& router, const Site& site);
void add_order_life_routes(Router& router, const Site& site);
void add_payment_details_routes(Router& router, const Site& site);
void add_unpaid_routes(Router& router, const Site& site);
void add_money_list_routes(Router& router, const Site& site);
void add_shipment_routes(Router& router, const Site& site);
void add_label_routes(Router& router, const Site& site);
void add_view_routes(Router& router, const Site& site);
void add_bulk_routes(Router& router, const Site& site);
// All of them count failures against one limit: guessing links is guessing passwords.
void add_session_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit);
void add_download_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit);
void add_pay_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit);
void add_buyer_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit);
void add_join_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit);
void add_shop_routes(Router& router, const Site& site);
void add_state_routes(Router& router, const Site& site);
void add_payment_method_routes(Router& router, const Site& site);
void add_document_routes(Router& router, const Site& site);
void add_printing_routes(Router& router, const Site& site);
void add_number_range_routes(Router& router, const Site& site);
void add_article_routes(Router& router, const Site& site);
void add_article_file_routes(Router& router, const Site& site);
void add_blocked_address_routes(Router& router, const Site& site);
void add_carrier_routes(Router& router, const Site& site);
void add_customer_routes(Router& router, const Site& site);
void add_personal_data_routes(Router& router, const Site& site);
void add_statistics_routes(Router& router, const Site& site);
void add_accounting_routes(Router& router, const Site& site);
void add_unit_routes(Router& router, const Site& site);
void add_check_in_routes(Router& router, const Site& site);
void add_stock_routes(Router& router, const Site& site);
void add_mail_routes(Router& router, const Site& site);
void add_mail_health_routes(Router& router, const Site& site);
void add_token_routes(Router& router, const Site& site);
void add_webhook_routes(Router& router, const Site& site);
void add_payment_service_routes(Router& router, const Site& site);
void add_bank_routes(Router& router, const Site& site);
void add_table_mapping_routes(Router& router, const Site& site);
void add_payout_routes(Router& router, const Site& site);
void add_second_factor_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit);
void add_audit_routes(Router& router, const Site& site);
void add_team_routes(Router& router, const Site& site);
void add_template_routes(Router& router, const Site& site);
void add_job_routes(Router& router, const Site& site);
void add_export_routes(Router& router, const Site& site);
void add_event_routes(Router& router, const Site& site);
void add_health_routes(Router& router, const Site& site);

// The shops whose orders the caller reads, of those named as `shop` or of all.
std::vector<domain::Shop> readable_shops(const Call& call);
using WriteRow = std::function<void(json::Writer&, const ports::OrderRow&)>;
Response order_list(const Call& call, const OrderQuery& query, const WriteRow& write_row);
Response list_all_orders(Call& call);  // Over every shop of the caller.

// A part of a file; without a length, to its end.
struct FilePart {
    std::uint64_t offset = 0;
    std::optional<std::uint64_t> length = {};
};
// 404 when the file is gone. Any name: it is written so that no browser reads it as anything else (RFC 6266, RFC 8187).
Response file_response(const std::string& path, std::string_view media_type, std::string_view download_name,
                       FilePart part = {});

// {"items": […], "next_cursor": …}: the shape of every list. `next` empty means the end.
template <class Items, class Write>
Response list_response(const Items& items, const std::string& next, Write write) {
    std::string body;
    json::Writer writer(body);
    writer.object().key("items").array();
    for (const auto& item : items) write(writer, item);
    writer.end().key("next_cursor");
    next.empty() ? writer.null() : writer.value(next);
    writer.end();
    return json_response(200, std::move(body));
}

}  // namespace commis::http
