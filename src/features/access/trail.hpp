// What operators do with their own accounts, as the audit trail tells it.
#pragma once

#include <string>
#include <string_view>

#include "features/access/access.hpp"

namespace commis::access {

// By name, or by address where there is none yet.
domain::Actor actor_of(const ports::Operator& person);

// In the trail of every shop the person belongs to. `kind`: one of audit::kinds; `detail`: JSON without secrets.
void tell(ports::UnitOfWork& work, const Services& services, const ports::Operator& person, std::string_view kind,
          const Where& where, std::string detail = "{}");

}  // namespace commis::access
