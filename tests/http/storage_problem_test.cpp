// What the storage's troubles are to whoever asked: a stable code, when to ask again, and none of the storage's words.
#include <gtest/gtest.h>

#include <string>

#include "http/answer.hpp"
#include "ports/storage_fault.hpp"

namespace commis::http::tests {
namespace {

using ports::StorageTrouble;

struct Told {
    StorageTrouble trouble;
    int status;
    std::string code;
    std::string retry_after;
};

TEST(StorageProblems, each_trouble_has_its_status_and_code) {
    const Told all[] = {
        {StorageTrouble::busy, 503, "storage_busy", "1"},
        {StorageTrouble::unreachable, 503, "storage_unreachable", "5"},
        {StorageTrouble::outcome_unknown, 503, "outcome_unknown", "5"},
        {StorageTrouble::full, 503, "storage_full", "30"},
        {StorageTrouble::read_only, 503, "storage_read_only", "30"},
        {StorageTrouble::disk, 503, "storage_failing", "30"},
        {StorageTrouble::damaged, 500, "storage_damaged", ""},
        {StorageTrouble::mistake, 500, "internal_error", ""},
    };
    for (const Told& told : all) {
        Request request;
        std::string logged;
        const auto hook = [&](const std::string&, const std::string&, const std::string& what) { logged = what; };
        const Handler fails = [&](Request&) -> Response {
            throw ports::StorageFault(told.trouble, "postgresql://commis:secret@host");
        };
        const Response response = run_handler(fails, request, hook);
        EXPECT_EQ(response.status, told.status) << told.code;
        EXPECT_NE(response.body.find("\"code\":\"" + told.code + "\""), std::string::npos) << response.body;
        EXPECT_EQ(response.headers.get("Retry-After"), told.retry_after) << told.code;
        EXPECT_EQ(response.body.find("secret"), std::string::npos) << response.body;
        EXPECT_EQ(logged, "postgresql://commis:secret@host");
    }
}

}  // namespace
}  // namespace commis::http::tests
