// Fuzz target: whatever a carrier answers when it is asked for a label is a label, a refusal in bounded words, or
// unclear; and whatever people wrote as an address fits the lines of a label. The text is the answer and the address.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "adapters/labels/address_lines.hpp"
#include "adapters/labels/swiss_post_wire.hpp"
#include "json/parse.hpp"
#include "json/utf8.hpp"

#include "demand.hpp"

namespace {

using namespace commis;

constexpr std::size_t words_max = 500;

void check(const ports::LabelRefusal& refusal) {
    demand(refusal.words.size() <= words_max && json::is_valid_utf8(refusal.words));
    for (const char sign : refusal.words) demand(static_cast<unsigned char>(sign) >= ' ' && sign != 127);
}

void try_answer(const json::Value& body) {
    if (const auto label = labels::read_swiss_post_label(body)) {
        demand(!label->bytes.empty() && !label->tracking_number.empty());
        for (const std::string& warning : label->warnings) demand(warning.size() <= words_max);
    } else {
        check(label.error());
    }
    for (const long status : {0L, 200L, 400L, 401L, 403L, 429L, 500L, 503L}) {
        gateways::RestAnswer answer;
        answer.status = status;
        answer.was_sent = status != 0;
        answer.outcome = status == 400 ? gateways::RestOutcome::refused : gateways::RestOutcome::unclear;
        answer.body = body;
        check(labels::swiss_post_refusal(answer));
    }
}

void try_lines(const std::string& text) {
    const std::string shown = labels::printable(text);
    demand(json::is_valid_utf8(shown));
    for (const std::size_t length_max : {std::size_t{4}, std::size_t{25}, std::size_t{35}}) {
        bool is_cut = false;
        const auto lines = labels::fit(shown, length_max, 3, is_cut);
        demand(lines.size() <= 3);
        std::size_t letters = 0;
        for (const std::string& line : lines) {
            demand(!line.empty() && labels::letter_count(line) <= length_max && json::is_valid_utf8(line));
            letters += labels::letter_count(line);
        }
        // Without a cut everything is there but the blanks at which it was broken.
        if (!is_cut) demand(letters + 2 >= labels::letter_count(shown));
    }
    const labels::StreetLine street = labels::read_street(shown);
    demand(street.post_box.empty() || (street.street.empty() && street.house_number.empty()));
}

void try_address(const std::string& text) {
    ports::LabelWish wish;
    wish.sender = {text, text, text, "", "8000", "Zürich", "", "CH"};
    wish.recipient = {text, "", text, text, text, text, "", "CH"};
    wish.id = "1";
    wish.reference = text;
    wish.product = "PRI,SI";
    wish.size = "A6";
    bool is_cut = false;
    const auto body = json::parse(labels::swiss_post_body("42", wish, is_cut));
    demand(body.has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto body = json::parse(text)) try_answer(*body);
    // As long as an address may be where it is stored.
    if (!json::is_valid_utf8(text) || text.size() > words_max) return 0;
    try_lines(text);
    try_address(text);
    return 0;
}
