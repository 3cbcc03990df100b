// `commis mail bounce`: reads returned mail from standard input, from files or from a mailbox file, and writes down
// which mail came back and why. A line for each report; whatever is no report is named and left alone.
#include <sysexits.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "adapters/smtp/inbound.hpp"
#include "cli/commands.hpp"
#include "cli/refused.hpp"
#include "cli/world.hpp"
#include "features/mails/bounces.hpp"

namespace commis::cli {
namespace {

struct Counts {
    std::int64_t messages = 0;
    std::int64_t recorded = 0;
    std::int64_t known = 0;
    std::int64_t unmatched = 0;
    std::int64_t ignored = 0;
};

std::string handle_of(World& world, std::int64_t shop_id) {
    std::string handle;
    world.storage().read([&](ports::Snapshot& snapshot) {
        if (const auto shop = snapshot.shops().find(shop_id)) handle = shop->handle;
    });
    return handle;
}

void print(World& world, const mails::BounceLine& line) {
    std::cout << mails::id_of(line.fate) << ' ' << domain::id_of(line.report.verdict) << ' '
              << (line.report.recipient.empty() ? "-" : line.report.recipient);
    if (line.mail)
        std::cout << " shop=" << handle_of(world, line.mail->shop_id) << " order=" << line.mail->order_number;
    if (line.report.verdict != domain::BounceVerdict::delivered) {
        std::cout << " cause=" << domain::id_of(line.report.cause);
    }
    if (!line.report.status.empty()) std::cout << " code=" << line.report.status;
    std::cout << ' ' << line.report.words << '\n';
}

void take(World& world, std::string_view bytes, std::optional<std::int64_t> shop_id, Counts& counts) {
    const auto inbound = smtp::read_inbound_mail(bytes);
    ++counts.messages;
    if (inbound.reports.empty()) {
        ++counts.ignored;
        std::cout << "ignored " << ports::id_of(inbound.kind) << ' ' << inbound.message_id << '\n';
        return;
    }
    for (const auto& line : mails::record_bounces(world.services(), inbound, shop_id)) {
        print(world, line);
        if (line.fate == mails::BounceFate::recorded) ++counts.recorded;
        if (line.fate == mails::BounceFate::known) ++counts.known;
        if (line.fate == mails::BounceFate::unmatched) ++counts.unmatched;
    }
}

std::string read_all(std::istream& stream) { return {std::istreambuf_iterator<char>(stream), {}}; }

int take_all(World& world, const BounceOptions& options) {
    std::optional<std::int64_t> shop_id;
    if (!options.shop.empty()) {
        const auto shop = find_shop(world, options.shop);
        if (!shop) return fail("not_found", "there is no shop '" + options.shop + "'");
        shop_id = shop->id;
    }
    Counts counts;
    if (options.files.empty() && options.mbox.empty()) take(world, read_all(std::cin), shop_id, counts);
    for (const std::string& name : options.files) {
        std::ifstream file(name, std::ios::binary);
        if (!file || std::filesystem::is_directory(name)) return fail("unreadable_file", "can't read " + name);
        take(world, read_all(file), shop_id, counts);
    }
    if (!options.mbox.empty()) {
        std::ifstream file(options.mbox, std::ios::binary);
        if (!file) return fail("unreadable_file", "can't read " + options.mbox);
        for (const std::string& bytes : smtp::split_mbox(read_all(file))) take(world, bytes, shop_id, counts);
    }
    std::cout << "messages " << counts.messages << "\nrecorded " << counts.recorded << "\nknown " << counts.known
              << "\nunmatched " << counts.unmatched << "\nignored " << counts.ignored << std::endl;
    return 0;
}

}  // namespace

// A mail server that pipes to us keeps the message and comes again when it is told "not now"; any other code would make
// it throw the message away.
int take_bounces(const system::ProgramSettings& settings, const BounceOptions& options) {
    try {
        World world(settings);
        return take_all(world, options);
    } catch (const std::exception& fault) {
        fail("try_again", fault.what());
        return EX_TEMPFAIL;
    }
}

}  // namespace commis::cli
