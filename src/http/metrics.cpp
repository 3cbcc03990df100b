// prometheus-cpp behind a small door.
#include "http/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace commis::http {

struct Metrics::Implementation {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter().Name("commis_http_requests_total").Help("Answered requests.").Register(registry);
    prometheus::Family<prometheus::Histogram>& durations = prometheus::BuildHistogram()
                                                               .Name("commis_http_request_seconds")
                                                               .Help("Time from the request's head to its answer.")
                                                               .Register(registry);
    prometheus::Family<prometheus::Counter>& faults = prometheus::BuildCounter()
                                                          .Name("commis_faults_total")
                                                          .Help("Faults that the log tells of, by where they happened.")
                                                          .Register(registry);
    std::vector<std::function<std::vector<Figure>()>> readers;
};

namespace {

void append(std::vector<prometheus::MetricFamily>& families, const Figure& figure) {
    auto family = std::ranges::find(families, figure.name, &prometheus::MetricFamily::name);
    if (family == families.end()) {
        const auto type = figure.is_counter ? prometheus::MetricType::Counter : prometheus::MetricType::Gauge;
        family = families.insert(families.end(), {figure.name, figure.help, type, {}});
    }
    prometheus::ClientMetric metric;
    for (const auto& [name, value] : figure.labels) metric.label.push_back({name, value});
    (figure.is_counter ? metric.counter.value : metric.gauge.value) = figure.value;
    family->metric.push_back(std::move(metric));
}

// A figure stays for as long as the program runs, so nobody makes new ones by inventing methods.
std::string known_method(const std::string& method) {
    constexpr std::array<std::string_view, 7> known{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return std::ranges::find(known, method) == known.end() ? "other" : method;
}

}  // namespace

Metrics::Metrics() : implementation_(std::make_unique<Implementation>()) {
    // A counter that begins at nothing shows its first increase.
    for (const char* where : {"request", "worker"}) implementation_->faults.Add({{"where", where}});
}
Metrics::~Metrics() = default;

void Metrics::observe(const AccessRecord& record) {
    const std::string route = record.route.empty() ? "other" : record.route;
    implementation_->requests
        .Add({{"method", known_method(record.method)}, {"route", route}, {"status", std::to_string(record.status)}})
        .Increment();
    static const prometheus::Histogram::BucketBoundaries buckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                                 0.1,   0.25,   0.5,   1,    2.5,   10};
    implementation_->durations.Add({{"route", route}}, buckets)
        .Observe(static_cast<double>(record.duration_us) / 1'000'000);
}

void Metrics::count_fault(const std::string& where) { implementation_->faults.Add({{"where", where}}).Increment(); }

void Metrics::add_gauge(const std::string& name, const std::string& help, std::function<double()> read) {
    add_figures([name, help, read = std::move(read)] { return std::vector{Figure{name, help, read()}}; });
}

void Metrics::add_figures(std::function<std::vector<Figure>()> read) {
    implementation_->readers.push_back(std::move(read));
}

std::string Metrics::text() const {
    auto families = implementation_->registry.Collect();
    for (const auto& read : implementation_->readers) {
        for (const Figure& figure : read()) append(families, figure);
    }
    return prometheus::TextSerializer().Serialize(families);
}

}  // namespace commis::http
