// What a text does not name is as the program ships it.
#include "adapters/sql/paper_settings_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "adapters/sql/engine/fault.hpp"
#include "json/writer.hpp"

namespace commis::sql {
namespace {

namespace bj = boost::json;

domain::PaperSettings read_settings(const bj::object& stored) {
    domain::PaperSettings settings;
    const auto text = [&stored](const char* name) {
        const bj::value* found = stored.if_contains(name);
        return found == nullptr ? std::string() : std::string(found->as_string());
    };
    settings.color = text("color");
    settings.logo = text("logo");
    settings.window = domain::find_envelope_window(text("window")).value_or(domain::EnvelopeWindow::by_country);
    settings.exemption_reason = text("exemption_reason");
    if (const bj::value* lines = stored.if_contains("footer")) {
        for (const bj::value& line : lines->as_array()) settings.footer.emplace_back(line.as_string());
    }
    if (const bj::value* days = stored.if_contains("payment_days")) {
        settings.payment_days = static_cast<std::int32_t>(days->as_int64());
    }
    if (const bj::value* slips = stored.if_contains("return_slips")) settings.return_slips = slips->as_bool();
    return settings;
}

}  // namespace

std::string to_json(const domain::PaperSettings& settings) {
    if (settings == domain::PaperSettings{}) return {};
    std::string text;
    json::Writer writer(text);
    writer.object().member("color", settings.color).member("logo", settings.logo);
    writer.member("window", domain::id_of(settings.window)).member("exemption_reason", settings.exemption_reason);
    writer.member("payment_days", settings.payment_days).member("return_slips", settings.return_slips);
    writer.key("footer").array();
    for (const std::string& line : settings.footer) writer.value(line);
    writer.end().end();
    return text;
}

domain::PaperSettings papers_from(std::string_view json) {
    if (json.empty()) return {};
    try {
        return read_settings(bj::parse(bj::string_view(json.data(), json.size())).as_object());
    } catch (const std::exception& error) {
        throw Fault(FaultKind::corrupt, "bad_json",
                    std::string("a row holds a text that is not ours: ") + error.what());
    }
}

}  // namespace commis::sql
