// What buyers ask for by themselves: the form, what was typed into it, the question whether it is meant, the command,
// and the receipt (directive 2011/83/EU, article 11a; C-35). Two steps, no script, nothing is believed unchecked.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/buyer_rights.hpp"
#include "features/buyer/reader.hpp"

namespace commis::buyer {

// The fields of a form as they came.
using Typed = std::map<std::string, std::string, std::less<>>;

// A part that may be named, and what was typed for it.
struct FormPart {
    domain::Askable offer{};
    std::string quantity{};  // As typed.
    std::int32_t chosen = 0;
    domain::ReturnReason reason = domain::ReturnReason::none;
    bool wants_exchange = false;
    bool is_wrong = false;
};

struct AskForm {
    domain::BuyerRight right{};
    std::vector<FormPart> parts{};
    std::vector<domain::RequestPart> chosen{};  // What was named, offered or not.
    std::string note{};
    std::size_t known_requests = 0;  // So many the order had when the buyer was asked whether it is meant.
    bool lacks_parts = false;        // Nothing was chosen.
    bool is_note_too_long = false;

    bool is_right() const;
};

// An empty form: a withdrawal is of everything unless somebody says otherwise.
AskForm new_form(const Reader& reader, domain::RequestKind kind);
AskForm read_form(const Reader& reader, domain::RequestKind kind, const Typed& typed);

// For templates/pages/ask.html: the choice, with what is wrong in it; and the question whether it is meant.
ports::MailModel choice_page(const Reader& reader, const AskForm& form, std::string_view problem = {});
ports::MailModel confirm_page(const Reader& reader, const AskForm& form);

// The request that this very form, sent before, has registered already.
const domain::BuyerRequest* sent_before(const domain::Order& order, const AskForm& form);

// Registers the request and answers its id. Sent twice at once, the second answers the first one's id. Refuses as
// `register_request` does.
domain::Result<std::string> ask(const Reader& reader, const AskForm& form);

// For templates/pages/asked.html: the receipt of a request, to keep and to print.
ports::MailModel receipt_page(const Reader& reader, const domain::BuyerRequest& request);

}  // namespace commis::buyer
