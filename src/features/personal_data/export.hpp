// Everything that is kept of one person, as one JSON document: the record, and every order under their addresses with
// its lines, payments, papers, mails, events and downloads. A part at a time, so that ten thousand orders need no more
// memory than twenty.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/shop.hpp"
#include "features/services.hpp"
#include "json/writer.hpp"

namespace commis::personal_data {

// Who is meant: whoever speaks for an address, with all of theirs; an address that no record has stands for itself.
struct Person {
    std::optional<ports::Customer> customer{};
    std::vector<std::string> emails{};
};
Person person_of(ports::Snapshot& snapshot, std::int64_t shop_id, std::string_view email);
Person person_of(const ports::Customer& customer);

// A line of the audit trail that tells of no address who was asked for. `address`: of the network, where there is one.
void record_export(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id, const Person& person,
                   const domain::Actor& actor, std::string address = "");

class PersonExport {
public:
    PersonExport(const Services& services, const domain::Shop& shop, Person person);
    PersonExport(const PersonExport&) = delete;
    PersonExport& operator=(const PersonExport&) = delete;
    // Appends the next part of the document; false behind the last one. Each part is read in a snapshot of its own.
    bool next(std::string& text);

private:
    void begin();
    void add(const domain::Order& order);

    const Services& services_;
    const domain::Shop shop_;
    const Person person_;
    ports::OrderFilter filter_;
    std::optional<ports::OrderCursor> after_;
    bool is_begun_ = false;
    std::string part_{};
    json::Writer writer_{part_};
};

}  // namespace commis::personal_data
