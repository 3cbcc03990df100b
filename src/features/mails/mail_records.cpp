#include "features/mails/mail_records.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ranges>

#include "domain/lowered.hpp"

namespace commis::mails {
namespace {

using domain::lowered;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool is_mechanism(std::string_view name) {
    constexpr std::array<std::string_view, 8> known{"all", "include", "a", "mx", "ip4", "ip6", "ptr", "exists"};
    return std::ranges::find(known, name) != known.end();
}

struct Bits {
    std::array<unsigned char, 16> bytes{};
    int count = 0;  // 32, 128, or 0 for no address.
};

template <class Number>
std::optional<Number> number_of(std::string_view text, int base, Number limit) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number > limit) return std::nullopt;
    return number;
}

std::optional<Bits> ipv4_of(std::string_view text) {
    Bits bits{{}, 32};
    std::size_t at = 0;
    for (const auto part : std::views::split(text, '.')) {
        const auto number = number_of<unsigned>({part.begin(), part.end()}, 10, 255);
        if (!number || at == 4) return std::nullopt;
        bits.bytes[at++] = static_cast<unsigned char>(*number);
    }
    return at == 4 ? std::optional{bits} : std::nullopt;
}

// The groups of one side of "::", as bytes.
std::optional<std::vector<unsigned char>> groups_of(std::string_view text) {
    std::vector<unsigned char> bytes;
    if (text.empty()) return bytes;
    for (const auto part : std::views::split(text, ':')) {
        const auto number = number_of<unsigned>({part.begin(), part.end()}, 16, 0xFFFF);
        if (!number || bytes.size() == 16) return std::nullopt;
        bytes.push_back(static_cast<unsigned char>(*number >> 8U));
        bytes.push_back(static_cast<unsigned char>(*number & 0xFFU));
    }
    return bytes;
}

std::optional<Bits> ipv6_of(std::string_view text) {
    const auto gap = text.find("::");
    const auto left = groups_of(text.substr(0, gap));
    const auto right = groups_of(gap == std::string_view::npos ? std::string_view{} : text.substr(gap + 2));
    if (!left || !right) return std::nullopt;
    const auto count = left->size() + right->size();
    const bool is_whole = gap == std::string_view::npos ? count == 16 : count < 16;
    if (!is_whole) return std::nullopt;
    Bits bits{{}, 128};
    std::ranges::copy(*left, bits.bytes.begin());
    std::ranges::copy(*right, bits.bytes.end() - static_cast<std::ptrdiff_t>(right->size()));
    return bits;
}

Bits bits_of(std::string_view text) {
    if (const auto bits = ipv4_of(text)) return *bits;
    return ipv6_of(text).value_or(Bits{});
}

}  // namespace

bool is_spf(std::string_view text) {
    const auto head = lowered(text.substr(0, 7));
    return head == "v=spf1" || head == "v=spf1 ";
}

std::optional<SpfRecord> parse_spf(std::string_view text) {
    if (!is_spf(text)) return std::nullopt;
    SpfRecord record;
    for (const auto part : std::views::split(text.substr(6), ' ')) {
        std::string_view word{part.begin(), part.end()};
        if (word.empty()) continue;
        SpfTerm term;
        if (std::string_view{"+-~?"}.find(word.front()) != std::string_view::npos) {
            term.qualifier = word.front();
            word.remove_prefix(1);
        }
        const auto end = std::min(word.find_first_of(":/="), word.size());
        term.mechanism = lowered(word.substr(0, end));
        // "a/24" keeps its slash: the network is that of the domain itself.
        if (end < word.size()) term.value = word.substr(word[end] == '/' ? end : end + 1);
        if (end < word.size() && word[end] == '=') {
            if (term.mechanism == "redirect") record.redirect = term.value;
            continue;  // Modifiers that nobody knows are passed over.
        }
        if (!is_mechanism(term.mechanism)) return std::nullopt;
        record.terms.push_back(std::move(term));
    }
    return record;
}

std::optional<MailTags> parse_mail_tags(std::string_view text) {
    MailTags tags;
    for (const auto part : std::views::split(text, ';')) {
        const auto tag = trimmed({part.begin(), part.end()});
        if (tag.empty()) continue;
        const auto equals = tag.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        tags.try_emplace(lowered(trimmed(tag.substr(0, equals))), trimmed(tag.substr(equals + 1)));
    }
    return tags;
}

bool is_dmarc(std::string_view text) { return lowered(trimmed(text)).starts_with("v=dmarc1"); }

bool is_in_network(std::string_view address, std::string_view network) {
    const auto slash = network.find('/');
    const auto ours = bits_of(address);
    const auto theirs = bits_of(network.substr(0, slash));
    if (ours.count == 0 || ours.count != theirs.count) return false;
    int length = theirs.count;
    if (slash != std::string_view::npos) {
        const auto digits = network.substr(slash + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
        if (error != std::errc{} || end != digits.data() + digits.size()) return false;
        if (length < 0 || length > theirs.count) return false;
    }
    for (int bit = 0; bit < length; ++bit) {
        const auto byte = static_cast<std::size_t>(bit / 8);
        const unsigned mask = 0x80U >> static_cast<unsigned>(bit % 8);
        if ((ours.bytes[byte] & mask) != (theirs.bytes[byte] & mask)) return false;
    }
    return true;
}

}  // namespace commis::mails
