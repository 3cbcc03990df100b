// A payment service made from its published contract, for the length of a test; skipped, saying so, where the contract
// or the mock's modules are not there.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "adapters/gateways/answer_members.hpp"
#include "adapters/gateways/rest_client.hpp"
#include "gateways/scripted_server.hpp"

namespace commis::tests {

inline gateways::RestSettings rest_at(const std::string& url, std::int64_t timeout_ms = 10'000) {
    gateways::RestSettings settings;
    settings.base_url = url;
    settings.timeout_ms = timeout_ms;
    return settings;
}

class ContractServer {
public:
    // Empty where the contract is not there.
    static std::string path_of(const std::string& file) {
        const char* folder = std::getenv("COMMIS_SHARED_DATA");
        if (folder == nullptr) return {};
        const std::filesystem::path path = std::filesystem::path(folder) / "payments" / file;
        return std::filesystem::exists(path) ? path.string() : std::string{};
    }

    explicit ContractServer(const std::string& file) : server_("contract.mjs", {path_of(file)}) {}

    const std::string& url() const { return server_.url(); }
    json::Value report() const {
        return gateways::RestClient(rest_at(url())).send({"GET", "/-/report", {}, {}, {}}).body;
    }

    // What was asked and is not in the contract, one a line.
    std::string faults() const {
        const json::Value told = report();
        std::string lines;
        for (const auto& fault : gateways::list_of(told, {"faults"})) lines += gateways::text_of(fault) + '\n';
        return lines;
    }
    std::int64_t count(const std::string& operation) const {
        return gateways::number_of(report(), {"operations", operation}).value_or(0);
    }

private:
    NodeServer server_;
};

}  // namespace commis::tests
