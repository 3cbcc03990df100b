// Figures of this server in Prometheus' text format: requests by route and status, and how long they took.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "http/server.hpp"

namespace commis::http {

// One figure as it is just now. Those of one name have one help, one kind, and labels that tell them apart.
struct Figure {
    std::string name;
    std::string help;
    double value = 0;
    std::vector<std::pair<std::string, std::string>> labels{};
    bool is_counter = false;  // It only grows while the program runs.
};

class Metrics {
public:
    Metrics();
    ~Metrics();

    void observe(const AccessRecord& record);
    // Something failed that should not have: a "request", or a "worker" beside them.
    void count_fault(const std::string& where);
    // A figure that is asked for when somebody looks, such as the number of open connections.
    void add_gauge(const std::string& name, const std::string& help, std::function<double()> read);
    // Many of them, read together.
    void add_figures(std::function<std::vector<Figure>()> read);
    std::string text() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace commis::http
