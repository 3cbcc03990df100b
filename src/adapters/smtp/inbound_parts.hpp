// A message taken apart with gmime into what the reading of returned mail asks for.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace commis::smtp {

// Names in small letters; of repeated fields the first.
using Fields = std::map<std::string, std::string, std::less<>>;

struct InboundParts {
    Fields fields;               // The message's own header.
    Fields returned;             // The header of the mail that came back, where it was enclosed.
    std::vector<Fields> report;  // The groups of message/delivery-status; the first is about the whole mail.
    Fields feedback;             // message/feedback-report.
    std::string text;            // What a person reads, before the copy of the mail that came back.
    bool has_report = false;     // A message/delivery-status is there, even if nobody can read it.
};

InboundParts take_apart(std::string_view bytes);

// "Name: value" lines up to an empty one; folded lines are joined.
Fields read_fields(std::string_view text);

}  // namespace commis::smtp
