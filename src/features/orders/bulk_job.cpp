// A call as JSON, and back.
#include "features/orders/bulk_job.hpp"

#include <stdexcept>

#include "json/read.hpp"
#include "json/write.hpp"

namespace commis::orders {
namespace {

struct CallerRecord {
    std::string kind, id, name, role;
};
BOOST_DESCRIBE_STRUCT(CallerRecord, (), (kind, id, name, role))

struct BulkRecord {
    std::string action;
    json::Value params;
    CallerRecord caller;
};
BOOST_DESCRIBE_STRUCT(BulkRecord, (), (action, params, caller))

domain::ActorKind actor_kind(std::string_view id) {
    using enum domain::ActorKind;
    for (const domain::ActorKind kind : {operator_, token, import, buyer}) {
        if (domain::id_of(kind) == id) return kind;
    }
    return system;
}

Caller caller_from(const CallerRecord& record, std::int64_t shop_id) {
    Caller caller;
    caller.actor = {actor_kind(record.kind), record.id, record.name};
    const auto role = domain::find_role(record.role);
    caller.is_admin = role == domain::Role::admin;
    if (role && !caller.is_admin) caller.memberships = {{shop_id, *role}};
    return caller;
}

}  // namespace

ports::Job make_bulk_job(const Services& services, const domain::Shop& shop, const Caller& caller,
                         domain::Action action, const json::Value& params) {
    const auto role = caller.role_in(shop.id);
    const CallerRecord who{std::string(domain::id_of(caller.actor.kind)), caller.actor.id, caller.actor.name,
                           role ? std::string(domain::id_of(*role)) : std::string()};
    ports::Job job;
    job.shop_id = shop.id;
    job.id = services.ids.next();
    job.kind = "bulk";
    job.name = std::string(domain::id_of(action));
    job.params_json = json::write(BulkRecord{job.name, params, who});
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
