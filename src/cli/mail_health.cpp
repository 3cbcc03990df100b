// `commis mail health` and `commis mail dkim-key`: what a sender's domain publishes and lacks, and the key for its
// signatures.
#include <ctime>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "cli/world.hpp"

namespace commis::cli {
namespace {

// "commis202611": a new key gets a new name, so that mails under way still find the old one.
std::string selector_of_month() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "commis%Y%m", &parts);
    return {text, length};
}

void print(const mails::DnsRecord& record) {
    std::cout << "  publish: " << record.name << ". " << record.type << ' ' << '"' << record.value << '"' << '\n';
}

}  // namespace

int show_mail_health(const system::ProgramSettings& settings, const std::string& shop, const std::string& language) {
    World world(settings);
    const auto found = find_shop(world, shop);
    if (!found) return fail("not_found", "there is no shop '" + shop + "'");
    const auto health = world.mail_health(*found);
    if (health.domain.empty()) return fail("no_mail_sender", "the shop names no address that its mail is from");
    std::cout << health.domain << ' ' << mails::id_of(health.level) << '\n';
    for (const auto& check : health.checks) {
        std::cout << check.subject << ' ' << mails::id_of(check.level) << ' ' << check.code << '\n';
        std::cout << "  " << world.services().words.text(language, "mail_health." + check.code, check.values) << '\n';
        for (const std::string& record : check.found) std::cout << "  found: " << record << '\n';
        if (check.publish) print(*check.publish);
    }
    std::cout << std::flush;
    return health.level == mails::HealthLevel::bad ? 1 : 0;
}

int make_dkim_key(const system::ProgramSettings& settings, const DkimOptions& options) {
    const World world(settings);
    const auto selector = options.selector.empty() ? selector_of_month() : options.selector;
    const auto made = world.dkim_keys().make(options.domain, selector);
    if (!made)
        return fail(made.error(), "no key was made for '" + options.domain + "' with selector '" + selector + "'");
    std::cout << "The key is in the data folder, readable by this user alone. Publish this record; mail of "
              << made->domain << " is signed from now on.\n";
    std::cout << made->record_name() << ". TXT \"" << made->record_value() << "\"" << std::endl;
    return 0;
}

}  // namespace commis::cli
