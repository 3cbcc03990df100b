// One line a file of statements; what is built is built with every filter.
#include "contract/statement_lists.hpp"

#include <algorithm>
#include <iterator>

#include "adapters/sql/access_statements.hpp"
#include "adapters/sql/audit_statements.hpp"
#include "adapters/sql/bank_statements.hpp"
#include "adapters/sql/books_statements.hpp"
#include "adapters/sql/customer_statements.hpp"
#include "adapters/sql/document_statements.hpp"
#include "adapters/sql/document_store.hpp"
#include "adapters/sql/gateway_statements.hpp"
#include "adapters/sql/id_list.hpp"
#include "adapters/sql/job_statements.hpp"
#include "adapters/sql/label_statements.hpp"
#include "adapters/sql/mail_statements.hpp"
#include "adapters/sql/opening_statements.hpp"
#include "adapters/sql/order_part_statements.hpp"
#include "adapters/sql/order_query.hpp"
#include "adapters/sql/order_search.hpp"
#include "adapters/sql/order_statements.hpp"
#include "adapters/sql/payout_statements.hpp"
#include "adapters/sql/queue_statements.hpp"
#include "adapters/sql/retention_statements.hpp"
#include "adapters/sql/sales_statements.hpp"
#include "adapters/sql/shop_statements.hpp"
#include "adapters/sql/sign_in_statements.hpp"
#include "adapters/sql/statistics_query.hpp"
#include "adapters/sql/statistics_statements.hpp"
#include "adapters/sql/template_statements.hpp"
#include "adapters/sql/timeline_statements.hpp"
#include "adapters/sql/view_statements.hpp"
#include "adapters/sql/webhook_statements.hpp"

namespace commis::test {

using namespace sql;

const std::vector<Statement>& loads() {
    const auto of_order = [](const Statement& load, std::string_view tail = " ORDER BY position") {
        return with_list(load, part_sql::of_orders, 1, tail);
    };
    static const std::vector<Statement> list{
        of_order(order_sql::load_many, ""),
        of_order(part_sql::load_lines),
        of_order(part_sql::load_units),
        of_order(part_sql::load_payments),
        of_order(part_sql::load_entries),
        of_order(part_sql::load_refunds),
        of_order(part_sql::load_calls),
        of_order(part_sql::load_shipments),
        of_order(part_sql::load_documents),
        of_order(part_sql::load_requests),
        of_order(part_sql::load_references, part_sql::still_awaited),
        with_list(shop_sql::stock_of, shop_sql::of_skus, 2, ""),
        with_list(shop_sql::reserved_of, shop_sql::of_reserved_skus, 2, shop_sql::by_sku),
        with_list(opening_sql::blocked_among, opening_sql::these_addresses, 2, ""),
        with_list(opening_sql::has_files, opening_sql::of_skus, 2, opening_sql::any_one),
        with_list(customer_sql::merged_addresses, customer_sql::into_these, 2, ""),
        with_list(customer_sql::order_figures, customer_sql::under_these, 2, customer_sql::by_address),
        with_list(bank_sql::find_many, bank_sql::these_entries, 2, ""),
        with_list(bank_sql::orders_with, bank_sql::these_digits, 2, bank_sql::some_digits),
        with_list(bank_sql::orders_ending_in, bank_sql::these_tails, 2, bank_sql::some_tails)};
    return list;
}

std::vector<Statement> of_one_shop() {
    return together(order_sql::all, part_sql::all, search_sql::all, timeline_sql::all, mail_sql::all, shop_sql::all,
                    access_sql::all, job_sql::all, customer_sql::all, statistics_sql::all, view_sql::all,
                    template_sql::all, webhook_sql::all, bank_sql::all, gateway_sql::all, payout_sql::all,
                    document_sql::all, books_sql::all, opening_sql::all, queue_sql::all, sales_sql::all, label_sql::all,
                    retention_sql::all, audit_sql::all, sign_in_sql::all);
}

std::vector<Statement> across_shops() {
    return together(mail_sql::across_shops, shop_sql::across_shops, job_sql::across_shops, access_sql::by_unique_key,
                    webhook_sql::across_shops, gateway_sql::across_shops, books_sql::across_shops,
                    queue_sql::across_shops, sign_in_sql::by_unique_key);
}

const std::vector<InsertFamily>& families() {
    static const std::vector<InsertFamily> list{
        order_sql::insert_order,        part_sql::insert_lines,     part_sql::insert_units,
        part_sql::insert_payments,      part_sql::insert_entries,   part_sql::insert_refunds,
        part_sql::insert_shipments,     part_sql::insert_documents, part_sql::insert_events,
        part_sql::insert_requests,      part_sql::insert_words,     part_sql::insert_tags,
        part_sql::insert_mails,         job_sql::insert_items,      access_sql::insert_memberships,
        webhook_sql::insert_deliveries, bank_sql::insert_numbers,   part_sql::insert_calls,
        payout_sql::insert_lines};
    return list;
}

std::vector<std::string> built_lists(sql::EngineKind engine) {
    std::vector<std::string> texts;
    for (const bool is_first : {true, false}) {
        for (const auto sort : {ports::OrderSort::placed_at, ports::OrderSort::number, ports::OrderSort::buyer,
                                ports::OrderSort::total, ports::OrderSort::updated_at, ports::OrderSort::hold_until}) {
            ports::OrderFilter filter;
            filter.order_ids = {"a", "b"}, filter.has_hold = true;
            filter.shop_ids = {1};
            filter.q = "word zz";
            sql::OrderQuery query{engine, &filter, sort, true, 50, std::nullopt, "o.shop_id, o.order_id"};
            if (!is_first) query.after = ports::OrderCursor{"key", 1, 1, "id"};
            texts.emplace_back(sql::build_search(query, {1, 0}, "").text());
            filter.q = "zz";
            texts.emplace_back(sql::build_search(query, {1, 0}, "").text());
            texts.emplace_back(sql::build_exact(query, 1).text());
            for (int lead = 0; lead <= static_cast<int>(sql::Lead::ids); ++lead) {
                const sql::Stretch stretch{1, static_cast<sql::Lead>(lead), "x"};
                texts.emplace_back(sql::build_list(query, stretch).text());
                for (const auto removed : {sql::Removed::hidden, sql::Removed::along, sql::Removed::alone}) {
                    texts.emplace_back(sql::build_count(engine, filter, stretch, 10, removed).text());
                }
            }
        }
    }
    return texts;
}

namespace {

// The statements that count: by each key, in a zone that changes its clocks and in one that does not.
std::vector<std::string> built_statistics() {
    std::vector<std::string> texts;
    for (const char* zone : {"Europe/Paris", "UTC"}) {
        for (int by = 0; by <= static_cast<int>(ports::StatisticsBy::hour); ++by) {
            ports::StatisticsRequest request;
            request.by = static_cast<ports::StatisticsBy>(by);
            const sql::ShopDays days = sql::shop_days(zone, {20'000, 20'399});
            texts.emplace_back(sql::build_statistics_rows(request, days, 500).text());
            texts.emplace_back(sql::build_sales_day(1, request.by, days).text());
            texts.emplace_back(sql::build_statistics_sums(request, days).text());
        }
    }
    texts.emplace_back(sql::build_open_balances(1, {3, 2, 1}).text());
    texts.emplace_back(sql::build_held_sums(1, {1, 2}).text());
    return texts;
}

// Lists of documents: each filter alone and all of them, first and later pages.
std::vector<std::string> built_documents() {
    std::vector<std::string> texts;
    for (int filters = 0; filters < 64; ++filters) {
        ports::DocumentQuery query;
        if ((filters & 1) != 0) query.kind = domain::DocumentKind::invoice;
        if ((filters & 2) != 0) query.order_id = "order";
        if ((filters & 4) != 0) query.issued_from_ms = 1;
        if ((filters & 8) != 0) query.issued_to_ms = 2;
        if ((filters & 16) != 0) query.number = "INV-1";
        if ((filters & 32) != 0) query.after = std::pair(1, std::string("id"));
        texts.emplace_back(sql::build_document_list(query).text());
    }
    return texts;
}

}  // namespace

std::vector<std::string> all_texts(sql::EngineKind engine) {
    std::vector<std::string> texts;
    for (const Statement& statement : together(of_one_shop(), across_shops())) texts.emplace_back(statement.text);
    for (const Statement& load : loads()) texts.emplace_back(load.text);
    std::ranges::move(built_lists(engine), std::back_inserter(texts));
    std::ranges::move(built_statistics(), std::back_inserter(texts));
    std::ranges::move(built_documents(), std::back_inserter(texts));
    return texts;
}

}  // namespace commis::test
