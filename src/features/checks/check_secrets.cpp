// Opens each of them, and keeps none.
#include "features/checks/check_secrets.hpp"

namespace commis::checks {

std::vector<LockedSecret> locked_secrets(const Services& services) {
    std::vector<LockedSecret> locked;
    services.storage.read([&](ports::Snapshot& snapshot) {
        locked.clear();
        for (const domain::Shop& shop : snapshot.shops().list()) {
            for (const ports::Webhook& webhook : snapshot.webhooks().list(shop.id)) {
                if (services.secrets.open(webhook.secret)) continue;
                locked.push_back({shop.handle, "webhook " + webhook.url});
            }
            for (const domain::GatewayConnection& connection : shop.connections) {
                if (!connection.is_connected() || services.secrets.open(connection.sealed)) continue;
                locked.push_back({shop.handle, "payment service " + connection.provider + " " + connection.account});
            }
            for (const domain::LabelAccount& account : shop.label_accounts) {
                if (services.secrets.open(account.sealed)) continue;
                locked.push_back({shop.handle, "label service " + account.carrier});
            }
            for (const ports::Member& member : snapshot.access().list_members(shop.id)) {
                const auto factor = snapshot.sign_ins().find_second_factor(member.operator_id);
                if (!factor || !factor->is_on() || services.secrets.open(factor->sealed_key)) continue;
                locked.push_back({shop.handle, "second factor of " + member.email});
            }
        }
    });
    return locked;
}

}  // namespace commis::checks
