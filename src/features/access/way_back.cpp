#include "features/access/way_back.hpp"

#include "features/access/guard.hpp"
#include "features/audit/audit.hpp"

namespace commis::access {
namespace {

const domain::Actor machine{domain::ActorKind::system, "", "command line"};

}  // namespace

domain::Result<ports::Operator> reset_operator(const Services& services, const WayBack& wanted) {
    std::optional<ports::Operator> found;
    services.storage.read(
        [&](ports::Snapshot& snapshot) { found = snapshot.access().find_operator_by_email(wanted.email); });
    if (!found) return domain::refuse(domain::Refusal::not_found);
    std::string hash;
    if (wanted.password) {
        std::vector<domain::FieldError> errors;
        check_password(errors, "/password", *wanted.password, {found->name, found->email});
        if (!errors.empty()) return domain::refuse_fields(std::move(errors));
        hash = services.secrets.hash_password(*wanted.password);
    }
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        auto person = work.access().lock_operator(found->id);
        if (!person) return;
        if (!hash.empty()) {
            person->password_hash = hash;
            work.access().save_operator(*person);
            audit::record_of_person(work, services, *person, {"password_reset", machine, person->email});
        }
        if (wanted.ends_second_factor && work.sign_ins().lock_second_factor(person->id)) {
            work.sign_ins().delete_second_factor(person->id);
            audit::record_of_person(work, services, *person, {"second_factor_reset", machine, person->email});
        }
        const std::int64_t ended = work.access().delete_other_sessions(person->id, "");
        if (ended > 0) {
            audit::record_of_person(
                work, services, *person,
                {"sessions_ended", machine, person->email, "", R"({"sessions":)" + std::to_string(ended) + "}"});
        }
    });
    forgive_attempt(services, {found->email, "", ""});
    return *found;
}

}  // namespace commis::access
