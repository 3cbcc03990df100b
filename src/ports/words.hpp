// The product's own words in four languages: labels of every status and action, sentences of every refusal.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace commis::ports {

struct Words {
    virtual ~Words() = default;
    // The text of a key such as "refusal.already_paid" in a language (en, fr, da, de; else English). An unknown key is
    // a programming mistake: it throws, and a test asks for every key the program can form.
    virtual const std::string& text(std::string_view language, std::string_view key) const = 0;
    // The same with {name} places filled in.
    virtual std::string text(std::string_view language, std::string_view key,
                             const std::map<std::string, std::string>& values) const = 0;
    virtual bool has(std::string_view key) const = 0;
};

}  // namespace commis::ports
