// For load balancers and monitoring: alive, ready, measured. And the contract itself.
#include "http/near_address.hpp"
#include "http/routes.hpp"

namespace commis::http {

void add_health_routes(Router& router, const Site& site) {
    const auto ok = [] { return json_response(200, R"({"status":"ok"})"); };
    RouteOptions quick;
    quick.is_quick = true;
    router.add("GET", "/healthz", [ok](Request&) { return ok(); }, quick);
    router.add("GET", "/readyz", [&site, ok](Request&) {
        if (site.services.storage.is_ready()) return ok();
        return problem_retry(503, "not_ready", "The storage does not answer or is not migrated.", 5);
    });
    router.add("GET", "/metrics", [&site](Request& request) {
        // Figures need no login, so they are for the machine and its own network alone.
        if (!is_near(request.remote_address)) return problem(404, "not_found", "There is nothing here.");
        return text_response(200, "text/plain; version=0.0.4; charset=utf-8", site.metrics());
    });
    add_signed_in_route(router, site, "GET", "/openapi.json",
                        [](Call& call) { return json_response(200, call.site.options.openapi_json); });
}

void add_routes(Router& router, const Site& site) {
    add_health_routes(router, site);
    const auto limit = std::make_shared<SignInLimit>(site.services);
    add_session_routes(router, site, limit);
    add_second_factor_routes(router, site, limit);
    add_audit_routes(router, site);
    add_join_routes(router, site, limit);
    add_pay_routes(router, site, limit);
    add_buyer_routes(router, site, limit);
    add_download_routes(router, site, limit);
    add_shop_routes(router, site);
    add_state_routes(router, site);
    add_payment_method_routes(router, site);
    add_number_range_routes(router, site);
    add_document_routes(router, site);
    add_printing_routes(router, site);
    add_order_routes(router, site);
    add_order_draft_routes(router, site);
    add_order_life_routes(router, site);
    add_payment_details_routes(router, site);
    add_unpaid_routes(router, site);
    add_money_list_routes(router, site);
    add_shipment_routes(router, site);
    add_label_routes(router, site);
    add_bulk_routes(router, site);
    add_article_routes(router, site);
    add_article_file_routes(router, site);
    add_blocked_address_routes(router, site);
    add_carrier_routes(router, site);
    add_mail_routes(router, site);
    add_mail_health_routes(router, site);
    add_token_routes(router, site);
    add_webhook_routes(router, site);
    add_bank_routes(router, site);
    add_payment_service_routes(router, site);
    add_table_mapping_routes(router, site);
    add_payout_routes(router, site);
    add_view_routes(router, site);
    add_team_routes(router, site);
    add_template_routes(router, site);
    add_job_routes(router, site);
    add_export_routes(router, site);
    add_event_routes(router, site);
    add_customer_routes(router, site);
    add_personal_data_routes(router, site);
    add_statistics_routes(router, site);
    add_accounting_routes(router, site);
    add_unit_routes(router, site);
    add_check_in_routes(router, site);
    add_stock_routes(router, site);
}

}  // namespace commis::http
