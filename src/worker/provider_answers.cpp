#include "worker/provider_answers.hpp"

namespace commis::worker {

domain::Result<domain::Decision> bring_in(
    const Services& services, const domain::Shop& shop, const std::string& order_id, const orders::Decide& decide,
    const std::function<void(ports::UnitOfWork&, const domain::Result<domain::Decision>&)>& beside) {
    domain::Result<domain::Decision> decided = domain::refuse(domain::Refusal::nothing_changed);
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        decided =
            orders::run(work, services, {shop, order_id, std::nullopt}, Caller::system("payment provider"), decide);
        if (beside) beside(work, decided);
    });
    if (decided) orders::announce(services, *decided);
    return decided;
}

}  // namespace commis::worker
