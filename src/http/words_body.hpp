// A text in the four languages as bodies hold it and answers show it.
#pragma once

#include <boost/describe.hpp>

#include "domain/profile.hpp"
#include "json/read.hpp"
#include "json/writer.hpp"

namespace commis::http {

// A whole text; languages that are left out are empty.
struct WordsBody {
    std::string en, fr, da, de;
    static constexpr auto defaulted_members = json::names("en", "fr", "da", "de");
    domain::Words words() const { return {en, fr, da, de}; }
};
BOOST_DESCRIBE_STRUCT(WordsBody, (), (en, fr, da, de))

inline void write_words(json::Writer& writer, const domain::Words& words) {
    writer.object().member("en", words.en).member("fr", words.fr);
    writer.member("da", words.da).member("de", words.de).end();
}

}  // namespace commis::http
