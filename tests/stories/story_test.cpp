// Runs tests/stories/cases/*.story: calls and what they answer, as an operator could have written them down. Each story
// runs on every storage, starting from an empty program.
//
//   shop ID PROFILE CURRENCY LANGUAGE TIMEZONE   makes a shop; paths are below it from now on
//   as ROLE                                      who calls from now on (owner at first)
//   header NAME: VALUE                           for the next call only
//   METHOD PATH                                  a body of JSON may follow on the next lines
//   => STATUS                                    makes the call
//   /pointer = JSON   /pointer ~ TEXT   /pointer absent   /pointer size N   about the answer
//   body ~ TEXT                                  about an answer that is not JSON
//   save NAME /pointer                           {NAME} in later lines is that value
//   wait N minutes|hours|days                    winds the clock
//   timers                                       runs what is due
//   jobs                                         runs the queued jobs
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "features/orders/timers.hpp"
#include "stories/story_site.hpp"
#include "worker/jobs.hpp"

namespace commis::test {
namespace {

namespace bj = boost::json;

class Teller {
public:
    Teller(StorageKind kind, std::string name) : site_(kind), name_(std::move(name)) {}

    void tell(const std::string& line, int number) {
        number_ = number;
        const std::string text = fill(line);
        std::istringstream words(text);
        std::string first;
        words >> first;
        if (first.empty() || first[0] == '#') return;
        if (collects_body_ && first != "=>") {
            body_ += text;
        } else if (first == "=>") {
            make_call(words);
        } else if (first[0] == '/') {
            check(first, text);
        } else if (first == "body") {
            const std::string wanted = text.substr(text.find('~') + 2);
            EXPECT_NE(answer_.body.find(wanted), std::string::npos) << where() << answer_.body;
        } else {
            command(first, words, text);
        }
    }

private:
    std::string where() const { return name_ + ":" + std::to_string(number_) + "\n"; }

    void command(const std::string& first, std::istringstream& words, const std::string& text) {
        if (first == "shop") {
            std::string profile, currency, language, timezone;
            words >> shop_ >> profile >> currency >> language >> timezone;
            site_.make_shop(shop_, profile, currency, language, timezone);
        } else if (first == "as") {
            std::string role;
            words >> role;
            site_.act_as(shop_, role);
        } else if (first == "header") {
            const auto colon = text.find(':');
            headers_[text.substr(7, colon - 7)] = text.substr(colon + 2);
        } else if (first == "save") {
            std::string name, pointer;
            words >> name >> pointer;
            const bj::value* found = at(pointer);
            ASSERT_NE(found, nullptr) << where() << answer_.body;
            saved_[name] = found->is_string() ? std::string(found->get_string()) : bj::serialize(*found);
        } else if (first == "wait") {
            std::int64_t count = 0;
            std::string unit;
            words >> count >> unit;
            site_.clock.at_ms += count * (unit == "days" ? 86'400'000 : unit == "hours" ? 3'600'000 : 60'000);
        } else if (first == "timers") {
            orders::run_timers(site_.services(), false);
        } else if (first == "jobs") {
            worker::JobRunner(site_.services(), {}).run_due();
        } else {
            method_ = first;
            words >> path_;
            body_.clear();
            collects_body_ = true;
        }
    }

    void make_call(std::istringstream& words) {
        collects_body_ = false;
        int status = 0;
        words >> status;
        const std::string base = path_.starts_with("/api") ? "" : "/api/v1/shops/" + shop_;
        answer_ = site_.call(method_, base + path_, body_, headers_);
        headers_.clear();
        EXPECT_EQ(answer_.status, status) << where() << answer_.body;
        boost::system::error_code ignored;
        document_ = bj::parse(answer_.body, ignored);
    }

    const bj::value* at(const std::string& pointer) const {
        boost::system::error_code ignored;
        return document_.find_pointer(pointer, ignored);
    }

    void check(const std::string& pointer, const std::string& text) {
        const std::string rest = text.substr(text.find(pointer) + pointer.size() + 1);
        const bj::value* found = at(pointer);
        if (rest == "absent") {
            EXPECT_EQ(found, nullptr) << where() << answer_.body;
            return;
        }
        ASSERT_NE(found, nullptr) << where() << pointer << " is not there\n" << answer_.body;
        if (rest.starts_with("= ")) {
            EXPECT_EQ(*found, bj::parse(rest.substr(2))) << where() << answer_.body;
        } else if (rest.starts_with("~ ")) {
            const std::string shown = found->is_string() ? std::string(found->get_string()) : bj::serialize(*found);
            EXPECT_NE(shown.find(rest.substr(2)), std::string::npos) << where() << shown;
        } else if (rest.starts_with("size ")) {
            EXPECT_EQ(std::to_string(found->as_array().size()), rest.substr(5)) << where() << answer_.body;
        } else {
            ADD_FAILURE() << where() << "cannot read: " << text;
        }
    }

    std::string fill(std::string line) const {
        for (const auto& [name, value] : saved_) {
            const std::string place = "{" + name + "}";
            for (auto found = line.find(place); found != std::string::npos; found = line.find(place)) {
                line.replace(found, place.size(), value);
            }
        }
        return line;
    }

    StorySite site_;
    std::string name_;
    int number_ = 0;
    std::string shop_, method_, path_, body_;
    bool collects_body_ = false;
    std::map<std::string, std::string> headers_, saved_;
    http::Response answer_;
    bj::value document_;
};

std::vector<std::string> story_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(COMMIS_SOURCE_DIR "/tests/stories/cases")) {
        if (entry.path().extension() == ".story") names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

class Story : public testing::TestWithParam<std::tuple<StorageKind, std::string>> {};

TEST_P(Story, EndsAsItWasWrittenDown) {
    const auto& [kind, name] = GetParam();
    if (!TestStorage::is_available(kind)) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
    std::ifstream file(COMMIS_SOURCE_DIR "/tests/stories/cases/" + name + ".story");
    Teller teller(kind, name);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) teller.tell(line, number);
}

INSTANTIATE_TEST_SUITE_P(All, Story,
                         testing::Combine(testing::Values(StorageKind::fake, StorageKind::sqlite,
                                                          StorageKind::postgres),
                                          testing::ValuesIn(story_names())),
                         [](const auto& each) {
                             std::string name = std::get<1>(each.param);
                             std::ranges::replace(name, '-', '_');
                             return std::string(storage_names[static_cast<int>(std::get<0>(each.param))]) + "_" + name;
                         });

}  // namespace
}  // namespace commis::test
