// One order at a time: its facts, or what was issued of it.
#include "features/documents/print.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "domain/decisions/slips.hpp"
#include "features/documents/files.hpp"
#include "features/documents/make_paper.hpp"
#include "features/job_caller.hpp"
#include "features/orders/run.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

namespace commis::documents {
namespace {

using domain::DocumentKind;

constexpr std::array<std::string_view, 7> kind_ids{"order_form", "invoice",   "credit_note",  "delivery_note",
                                                   "receipt",    "pick_list", "supplier_list"};

struct PrintRecord {
    std::string kind;
    std::optional<bool> return_slip;
    std::string language;
    CallerRecord caller;
};
BOOST_DESCRIBE_STRUCT(PrintRecord, (), (kind, return_slip, language, caller))

// The one that stands, or every credit note.
std::vector<std::string> bills_of(const domain::Order& order, DocumentKind kind) {
    std::vector<std::string> ids;
    for (const domain::Document& document : order.documents) {
        if (document.kind != kind || document.draft) continue;
        if (kind == DocumentKind::invoice) ids.clear();
        ids.push_back(document.id);
    }
    return ids;
}

domain::Result<std::vector<domain::Paper>> bills(const Services& services, const domain::Shop& shop, DocumentKind kind,
                                                 const std::string& order_id) {
    domain::Result<std::vector<domain::Paper>> papers;
    services.storage.read([&](ports::Snapshot& snapshot) {
        papers = std::vector<domain::Paper>{};
        const auto order = snapshot.orders().find(shop.id, order_id);
        if (!order || order->removed) {
            papers = domain::refuse(domain::Refusal::not_found);
            return;
        }
        for (const std::string& id : bills_of(*order, kind)) {
            auto paper = issued_paper(snapshot, shop.id, id);
            if (!paper) {
                papers = std::unexpected(paper.error());
                return;
            }
            papers->push_back(std::move(*paper));
        }
        if (papers->empty()) papers = domain::refuse(domain::Refusal::no_document);
    });
    return papers;
}

domain::Result<std::vector<domain::Paper>> form(const Services& services, const domain::Shop& shop,
                                                const std::string& order_id) {
    std::optional<domain::Order> order;
    services.storage.read([&](ports::Snapshot& snapshot) { order = snapshot.orders().find(shop.id, order_id); });
    if (!order || order->removed) return domain::refuse(domain::Refusal::not_found);
    const auto profile = services.profiles.of(shop);
    return std::vector{order_form({services, shop, *profile, *order}, services.clock.now_ms())};
}

// Issued on the way where the order has none like it.
domain::Result<std::vector<domain::Paper>> slip(const Services& services, const domain::Shop& shop,
                                                const PrintTask& task, DocumentKind kind, const std::string& order_id) {
    const orders::Decide decide = [&](const domain::Order& order, const domain::Context& context) {
        return kind == DocumentKind::receipt ? domain::receipt(order, context)
                                             : domain::delivery_note(order, {.return_slip = task.return_slip}, context);
    };
    domain::Result<domain::Decision> decision;
    services.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        decision =
            orders::run(work, services, {shop, order_id, {}, domain::EntryPoint::bulk, false}, task.caller, decide);
    });
    if (!decision) return std::unexpected(decision.error());
    orders::announce(services, *decision);
    domain::Result<std::vector<domain::Paper>> papers;
    services.storage.read([&](ports::Snapshot& snapshot) {
        auto paper = issued_paper(snapshot, shop.id, decision->document_id);
        papers = paper ? domain::Result<std::vector<domain::Paper>>(std::vector{std::move(*paper)})
                       : std::unexpected(paper.error());
    });
    return papers;
}

}  // namespace

std::string_view id_of(PrintKind kind) { return kind_ids[static_cast<std::size_t>(kind)]; }

std::optional<PrintKind> find_print_kind(std::string_view id) {
    const auto at = std::ranges::find(kind_ids, id);
    if (at == kind_ids.end()) return std::nullopt;
    return static_cast<PrintKind>(at - kind_ids.begin());
}

domain::Right right_for(PrintKind kind) {
    using domain::Action;
    return domain::right_for(kind == PrintKind::delivery_note ? Action::delivery_note : Action::print);
}

ports::Job make_print_job(const Services& services, const domain::Shop& shop, const PrintTask& task) {
    ports::Job job;
    job.shop_id = shop.id;
    job.id = services.ids.next();
    job.kind = "print";
    job.name = std::string(id_of(task.kind));
    job.params_json =
        json::write(PrintRecord{job.name, task.return_slip, task.language, record_of(task.caller, shop.id)});
    job.actor_name = task.caller.actor.name;
    job.created_at_ms = services.clock.now_ms();
    return job;
}

PrintTask read_print_job(const ports::Job& job) {
    const auto document = json::parse(job.params_json);
    const auto record = document ? json::read<PrintRecord>(*document)
                                 : std::expected<PrintRecord, std::vector<json::FieldError>>(std::unexpect);
    const auto kind = record ? find_print_kind(record->kind) : std::nullopt;
    if (!kind) throw std::runtime_error("the job's papers are not known to this program");
    return {*kind, record->return_slip, record->language, caller_from(record->caller, job.shop_id)};
}

std::string print_path(std::string_view job_id) { return "prints/" + std::string(job_id) + ".pdf"; }

domain::Result<std::vector<domain::Paper>> papers_of(const Services& services, const domain::Shop& shop,
                                                     const PrintTask& task, const std::string& order_id) {
    switch (task.kind) {
        case PrintKind::invoice:
            return bills(services, shop, DocumentKind::invoice, order_id);
        case PrintKind::credit_note:
            return bills(services, shop, DocumentKind::credit_note, order_id);
        case PrintKind::delivery_note:
            return slip(services, shop, task, DocumentKind::delivery_note, order_id);
        case PrintKind::receipt:
            return slip(services, shop, task, DocumentKind::receipt, order_id);
        default:
            return form(services, shop, order_id);
    }
}

}  // namespace commis::documents
