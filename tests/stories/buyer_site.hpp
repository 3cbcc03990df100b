// A shop whose buyers open their pages: orders placed through the API, the page as a browser would ask for it.
#pragma once

#include <boost/json.hpp>
#include <map>
#include <string>

#include "stories/story_site.hpp"

namespace commis::test {

class BuyerSite {
public:
    explicit BuyerSite(const std::string& profile = "neutral", const std::string& language = "en");

    // An order of three mugs and a lamp, unless `more` has other members; answers its id.
    std::string place(const std::string& more = "");
    boost::json::object order(const std::string& id);
    // "taken", or the answer's code.
    std::string act(const std::string& id, const std::string& action, const std::string& body = "{}");
    // The path of its page.
    std::string page(const std::string& id);

    http::Response get(const std::string& path, const std::map<std::string, std::string>& headers = {});
    http::Response post(const std::string& path, const std::string& form,
                        const std::map<std::string, std::string>& headers = {});
    // The mails of the order that leave, by kind, in order of their making.
    std::vector<std::string> mails(const std::string& id);

    StorySite site{StorageKind::fake};

private:
    boost::json::value json(const std::string& method, const std::string& path, const std::string& body = "");
    int placed_ = 0;
};

// What stands between tags, one blank between words.
std::string words_of(const std::string& html);

}  // namespace commis::test
