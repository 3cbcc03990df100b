// A call as JSON, and back.
#include "features/orders/bulk_job.hpp"

#include <stdexcept>

#include "features/job_caller.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

namespace commis::orders {
namespace {

struct BulkRecord {
    std::string action;
    json::Value params;
    CallerRecord caller;
};
BOOST_DESCRIBE_STRUCT(BulkRecord, (), (action, params, caller))

}  // namespace

ports::Job make_bulk_job(const Services& services, const domain::Shop& shop, const Caller& caller,
                         domain::Action action, const json::Value& params) {
    ports::Job job;
    job.shop_id = shop.id;
    job.id = services.ids.next();
    job.kind = "bulk";
    job.name = std::string(domain::id_of(action));
    job.params_json = json::write(BulkRecord{job.name, params, record_of(caller, shop.id)});
    job.actor_name = caller.actor.name;
    job.created_at_ms = services.clock.now_ms();
    return job;
}

BulkTask read_bulk_job(const ports::Job& job) {
    const auto document = json::parse(job.params_json);
    const auto record = document ? json::read<BulkRecord>(*document)
                                 : std::expected<BulkRecord, std::vector<json::FieldError>>(std::unexpect);
    const auto action = record ? domain::find_action(record->action) : std::nullopt;
    const ActionCommand* command = action ? find_action_command(*action) : nullptr;
    if (command == nullptr) throw std::runtime_error("the job's action is not known to this program");
    auto parsed = command->parse(record->params);
    if (!parsed) throw std::runtime_error("the job's parameters are not known to this program");
    return {*action, record->params, std::move(*parsed), caller_from(record->caller, job.shop_id)};
}

}  // namespace commis::orders
