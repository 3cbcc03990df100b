// The states of a shop's orders: shown in four languages with how many orders stand in each, and replaced as a list.
#include "features/shops/states.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/routes.hpp"
#include "http/words_body.hpp"

namespace commis::http {
namespace {

struct StateBody {
    std::string id, stage;
    WordsBody labels;
    std::string color = "grey";
    bool initial_only = false;
    bool published = true;
    std::vector<std::string> allowed_from;
    static constexpr auto defaulted_members = json::names("color", "initial_only", "published", "allowed_from");
};
BOOST_DESCRIBE_STRUCT(StateBody, (), (id, stage, labels, color, initial_only, published, allowed_from))

struct StatesBody {
    std::vector<StateBody> states;
};
BOOST_DESCRIBE_STRUCT(StatesBody, (), (states))

void write_state(json::Writer& writer, const Call& call, const shops::StateCount& counted) {
    const domain::State& state = counted.state;
    const std::string stage(domain::id_of(state.stage));
    writer.object().member("id", state.id).member("stage", stage);
    writer.member("stage_label", call.site.services.words.text(call.language, "stage." + stage));
    writer.member("label", state.label.in(call.language)).key("labels");
    write_words(writer, state.label);
    writer.member("color", state.color).member("initial_only", state.initial_only);
    writer.member("published", state.published).key("allowed_from").array();
    for (const std::string& id : state.allowed_from) writer.value(id);
    writer.end().member("orders", counted.orders.count);
    writer.member("orders_is_estimate", counted.orders.is_estimate).end();
}

Response states_response(const Call& call, ports::Snapshot& snapshot, const domain::Shop& shop) {
    std::string body;
    json::Writer writer(body);
    const auto shipped = call.site.services.profiles.shipped(shop.profile_id);
    writer.object().member("version", shop.version);
    writer.member("is_changed", call.site.services.profiles.of(shop)->states != shipped->states).key("items").array();
    for (const shops::StateCount& counted : shops::count_states(snapshot, call.site.services, shop)) {
        write_state(writer, call, counted);
    }
    writer.end().end();
    Response response = json_response(200, std::move(body));
    response.headers.set("ETag", entity_tag(shop.version));
    return response;
}

Response list_states(Call& call) {
    Response response;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { response = states_response(call, snapshot, call.shop); });
    return response;
}

std::expected<std::vector<domain::State>, Response> states_from(const StatesBody& body) {
    std::vector<domain::State> states;
    std::vector<json::FieldError> errors;
    for (std::size_t i = 0; i < body.states.size(); ++i) {
        const StateBody& state = body.states[i];
        const auto stage = domain::find_stage(state.stage);
        if (!stage) errors.push_back({"/states/" + std::to_string(i) + "/stage", "unknown_value", "No such stage."});
        states.push_back({state.id, stage.value_or(domain::Stage::new_), state.labels.words(), state.color,
                          state.initial_only, state.published, state.allowed_from});
    }
    if (errors.empty()) return states;
    return std::unexpected(problem(422, "bad_field", "Some members are missing or wrong.", errors));
}

Response replace_states(Call& call) {
    const auto match = if_match(call.request);
    if (!match) return match.error();
    const auto body = json_body<StatesBody>(call.request);
    if (!body) return body.error();
    const auto states = states_from(*body);
    if (!states) return states.error();
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            const auto shop = shops::replace_states(work, call.site.services, call.caller, call.shop, *states,
                                                    [&](std::int64_t version) { return match->allows(version); });
            if (!shop) return refusal_response(call, shop.error());
            return states_response(call, work.reads(), *shop);
        },
        call.site.wake_jobs);
}

}  // namespace

void add_state_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/states", domain::Right::read, list_states);
    add_shop_route(router, site, "PUT", "/states", domain::Right::settings, replace_states);
}

}  // namespace commis::http
