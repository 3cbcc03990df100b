// Kind and role by their ids.
#include "features/job_caller.hpp"

namespace commis {
namespace {

domain::ActorKind actor_kind(std::string_view id) {
    using enum domain::ActorKind;
    for (const domain::ActorKind kind : {operator_, token, import, buyer}) {
        if (domain::id_of(kind) == id) return kind;
    }
    return system;
}

}  // namespace

CallerRecord record_of(const Caller& caller, std::int64_t shop_id) {
    const auto role = caller.role_in(shop_id);
    return {std::string(domain::id_of(caller.actor.kind)), caller.actor.id, caller.actor.name,
            role ? std::string(domain::id_of(*role)) : std::string()};
}

Caller caller_from(const CallerRecord& record, std::int64_t shop_id) {
    Caller caller;
    caller.actor = {actor_kind(record.kind), record.id, record.name};
    const auto role = domain::find_role(record.role);
    caller.is_admin = role == domain::Role::admin;
    if (role && !caller.is_admin) caller.memberships = {{shop_id, *role}};
    return caller;
}

}  // namespace commis
