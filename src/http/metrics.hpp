// Figures of this server in Prometheus' text format: requests by route and status, and how long they took.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "http/server.hpp"

namespace commis::http {

class Metrics {
public:
    Metrics();
    ~Metrics();

    void observe(const AccessRecord& record);
    // Something failed that should not have: a "request", or a "worker" beside them.
    void count_fault(const std::string& where);
    // A figure that is asked for when somebody looks, such as the number of open connections.
    void add_gauge(const std::string& name, const std::string& help, std::function<double()> read);
    std::string text() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace commis::http
