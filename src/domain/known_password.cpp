#include "domain/known_password.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "domain/lowered.hpp"

namespace commis::domain {
namespace {

// Words that passwords are made of, in the languages of the desk. Chosen by hand; longer ones need no entry, since a
// word alone is known as soon as it is here and has nothing but digits and signs around it.
constexpr std::array words{"password",
                           "passwort",
                           "kennwort",
                           "motdepasse",
                           "adgangskode",
                           "kodeord",
                           "login",
                           "welcome",
                           "willkommen",
                           "bienvenue",
                           "velkommen",
                           "bonjour",
                           "hello",
                           "hallo",
                           "hej",
                           "letmein",
                           "iloveyou",
                           "jetaime",
                           "ichliebedich",
                           "jegelskerdig",
                           "admin",
                           "administrator",
                           "administrateur",
                           "root",
                           "user",
                           "guest",
                           "test",
                           "testing",
                           "demo",
                           "default",
                           "changeme",
                           "secret",
                           "geheim",
                           "hemmelig",
                           "master",
                           "monkey",
                           "dragon",
                           "football",
                           "fodbold",
                           "fussball",
                           "baseball",
                           "basketball",
                           "superman",
                           "batman",
                           "spiderman",
                           "starwars",
                           "pokemon",
                           "princess",
                           "princesse",
                           "prinzessin",
                           "sunshine",
                           "soleil",
                           "sonnenschein",
                           "summer",
                           "sommer",
                           "winter",
                           "vinter",
                           "hiver",
                           "spring",
                           "autumn",
                           "herbst",
                           "printemps",
                           "january",
                           "february",
                           "march",
                           "april",
                           "june",
                           "july",
                           "august",
                           "september",
                           "october",
                           "november",
                           "december",
                           "monday",
                           "friday",
                           "sunday",
                           "love",
                           "liebe",
                           "amour",
                           "shadow",
                           "michael",
                           "jennifer",
                           "jordan",
                           "thomas",
                           "nicolas",
                           "charlie",
                           "daniel",
                           "chocolate",
                           "chocolat",
                           "schokolade",
                           "internet",
                           "computer",
                           "ordinateur",
                           "google",
                           "facebook",
                           "amazon",
                           "microsoft",
                           "windows",
                           "apple",
                           "samsung",
                           "trustno",
                           "whatever",
                           "freedom",
                           "liberte",
                           "freiheit",
                           "flower",
                           "hunter",
                           "killer",
                           "soccer",
                           "hockey",
                           "tigger",
                           "ginger",
                           "cookie",
                           "banana",
                           "cheese",
                           "fromage",
                           "coffee",
                           "loveyou",
                           "mypassword",
                           "thisis",
                           "the",
                           "my",
                           "is",
                           "a",
                           "mein",
                           "mit",
                           "mon",
                           "ma",
                           "the",
                           "you",
                           "i",
                           "pass",
                           "word",
                           "code",
                           "access",
                           "shop",
                           "store",
                           "boutique",
                           "laden",
                           "butik",
                           "commis",
                           "order",
                           "orders",
                           "desk",
                           "manager",
                           "owner",
                           "office",
                           "company",
                           "france",
                           "paris",
                           "deutschland",
                           "berlin",
                           "danmark",
                           "denmark",
                           "copenhagen",
                           "kobenhavn",
                           "london",
                           "germany",
                           "schweiz",
                           "suisse",
                           "switzerland",
                           "zurich",
                           "liverpool",
                           "arsenal",
                           "chelsea",
                           "barcelona",
                           "bayern",
                           "doudou",
                           "loulou",
                           "cheval",
                           "azerty",
                           "qwerty",
                           "qwertz",
                           "qazwsx",
                           "asdf",
                           "zxcv",
                           "yxcv",
                           "abc",
                           "abcd",
                           "xyz"};

// Rows as fingers walk them, there and back.
constexpr std::array rows{"1234567890",
                          "0987654321",
                          "qwertyuiop",
                          "qwertzuiopü",
                          "azertyuiop",
                          "asdfghjkl",
                          "qsdfghjklm",
                          "zxcvbnm",
                          "yxcvbnm",
                          "wxcvbn",
                          "abcdefghijklmnopqrstuvwxyz",
                          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                          "qazwsxedcrfvtgbyhnujmikolp",
                          "1q2w3e4r5t6y7u8i9o0p",
                          "q1w2e3r4t5y6u7i8o9p0",
                          "1a2b3c4d5e6f7g8h9i0j",
                          "a1b2c3d4e5f6g7h8i9j0",
                          "qweasdzxc123",
                          "123qweasdzxc",
                          "!@#$%^&*()",
                          "!\"#$%&/()="};

constexpr std::size_t walk_min = 4;

bool is_letter(char sign) {
    return static_cast<unsigned char>(sign) >= 0x80 || std::isalpha(static_cast<unsigned char>(sign)) != 0;
}

// What people write instead of a letter.
std::string without_disguise(std::string_view text) {
    static constexpr std::string_view from = "0134578@$!|";
    static constexpr std::string_view to = "oieasteasil";
    std::string plain;
    for (const char sign : text) {
        const auto at = from.find(sign);
        plain.push_back(at == std::string_view::npos ? sign : to[at]);
    }
    return plain;
}

// The length of the walk that `text` begins with: a part of a row, forwards or backwards, or one sign again and again.
std::size_t walk_length(std::string_view text) {
    const auto same =
        static_cast<std::size_t>(std::ranges::find_if(text, [&](char sign) { return sign != text[0]; }) - text.begin());
    std::size_t longest = same >= 3 ? same : 0;
    for (const std::string_view row : rows) {
        const std::string back(row.rbegin(), row.rend());
        for (const std::string_view way : {row, std::string_view(back)}) {
            for (std::size_t from = 0; from < way.size(); ++from) {
                const std::string_view rest = way.substr(from);
                const auto length = static_cast<std::size_t>(std::ranges::mismatch(text, rest).in1 - text.begin());
                if (length >= walk_min) longest = std::max(longest, length);
            }
        }
    }
    return longest;
}

// Whether known pieces (words, also disguised; walks; digits and signs) make the whole text, one behind the other.
bool is_made_of(std::string_view text, const std::vector<std::string>& known) {
    const std::string plain = without_disguise(text);
    std::vector<bool> reached(text.size() + 1, false);
    reached[0] = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!reached[at]) continue;
        const std::string_view rest = text.substr(at);
        for (const std::string& word : known) {
            const bool begins = rest.starts_with(word) || std::string_view(plain).substr(at).starts_with(word);
            if (begins && !word.empty()) reached[at + word.size()] = true;
        }
        for (std::size_t length = walk_length(rest); length >= 3; --length) reached[at + length] = true;
        if (!is_letter(rest[0])) reached[at + 1] = true;
    }
    return reached.back();
}

// "abcabcabcabc": a short part again and again.
bool repeats_itself(std::string_view text) {
    for (std::size_t length = 1; length <= text.size() / 3; ++length) {
        bool is_same = true;
        for (std::size_t at = length; at < text.size() && is_same; ++at) is_same = text[at] == text[at - length];
        if (is_same) return true;
    }
    return false;
}

// Names as they are written and without blanks, and the parts of names and addresses, each of three letters and more.
void add_own_words(std::vector<std::string>& known, std::span<const std::string> own_words) {
    for (const std::string& own : own_words) {
        std::string part;
        std::string joined = lowered(own);
        known.push_back(joined);
        std::erase(joined, ' ');
        known.push_back(joined);
        const std::string small = lowered(own) + " ";
        for (const char sign : small) {
            if (is_letter(sign)) {
                part.push_back(sign);
                continue;
            }
            if (part.size() >= 3) known.push_back(part);
            part.clear();
        }
    }
}

}  // namespace

bool is_known_password(std::string_view password, std::span<const std::string> own_words) {
    const std::string small = lowered(password);
    // Three words make a sentence that nobody has on a list; one's own name stays known however long it is.
    constexpr std::size_t list_length_max = 24;
    constexpr std::size_t looked_into_max = 128;
    if (small.empty() || repeats_itself(small)) return true;
    if (small.size() > looked_into_max) return false;
    std::vector<std::string> known;
    if (small.size() <= list_length_max) known.assign(words.begin(), words.end());
    add_own_words(known, own_words);
    return is_made_of(small, known);
}

}  // namespace commis::domain
