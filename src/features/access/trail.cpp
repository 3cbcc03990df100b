#include "features/access/trail.hpp"

#include <utility>

#include "features/audit/audit.hpp"

namespace commis::access {

domain::Actor actor_of(const ports::Operator& person) {
    return {domain::ActorKind::operator_, person.id, person.name.empty() ? person.email : person.name};
}

void tell(ports::UnitOfWork& work, const Services& services, const ports::Operator& person, std::string_view kind,
          const Where& where, std::string detail) {
    audit::record_of_person(work, services, person,
                            {kind, actor_of(person), person.email, where.address, std::move(detail)});
}

}  // namespace commis::access
