#include "adapters/sql/order_facts.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <concepts>
#include <optional>
#include <type_traits>
#include <vector>

#include "adapters/sql/codes.hpp"
#include "adapters/sql/order_fact_members.hpp"

namespace commis::sql {
namespace {

namespace bj = boost::json;

// To JSON.

template <class T>
bj::object object_of(const T& facts);

bj::string_view view_of(std::string_view text) { return {text.data(), text.size()}; }

bj::value json_of(const std::string& text) { return bj::string(view_of(text)); }
bj::value json_of(const domain::Currency& currency) { return bj::string(view_of(currency.code())); }
bj::value json_of(const domain::TaxRate& rate) { return rate.percent_e4(); }
bj::value json_of(std::integral auto number) {
    if constexpr (std::same_as<decltype(number), bool>) {
        return number;
    } else {
        return static_cast<std::int64_t>(number);
    }
}
template <class E>
    requires std::is_enum_v<E>
bj::value json_of(E value) {
    return bj::string(view_of(code_of(value)));
}
template <class T>
    requires std::is_class_v<T>
bj::value json_of(const T& facts) {
    return object_of(facts);
}
template <class T>
bj::value json_of(const std::optional<T>& maybe) {
    return json_of(*maybe);  // The caller has left out what is absent.
}
template <class T>
bj::value json_of(const std::vector<T>& list) {
    bj::array array;
    array.reserve(list.size());
    for (const T& each : list) array.push_back(json_of(each));
    return array;
}

struct Write {
    bj::object& out;
    template <class T>
    void operator()(std::string_view name, const T& value) const {
        if (value != T{}) out.emplace(view_of(name), json_of(value));
    }
};

template <class T>
bj::object object_of(const T& facts) {
    bj::object object;
    visit(Write{object}, facts);
    return object;
}

// Where the members stand, in the order in which they are visited.
struct Note {
    std::vector<const void*>& members;
    template <class T>
    void operator()(std::string_view, const T& value) const {
        members.push_back(&value);
    }
};

// Writes the members that are not what they were: most actions change few of an order's.
struct WriteUnlike {
    std::vector<const void*>::const_iterator& next;
    bj::object& was;
    bj::object& is;
    template <class T>
    void operator()(std::string_view name, const T& value) const {
        const T& before = *static_cast<const T*>(*next++);
        if (value == before) return;
        Write{was}(name, before);
        Write{is}(name, value);
    }
};

// From JSON.

template <class T>
void read_object(const bj::object& object, T& facts);

void read(const bj::value& value, std::string& text) {
    text.assign(value.as_string().data(), value.as_string().size());
}
void read(const bj::value& value, domain::TaxRate& rate) { rate = domain::TaxRate::of(value.as_int64()); }
void read(const bj::value& value, domain::Currency& currency) {
    const auto found = domain::Currency::find({value.as_string().data(), value.as_string().size()});
    if (!found) throw std::invalid_argument("an unknown currency");
    currency = *found;
}
template <std::integral T>
void read(const bj::value& value, T& number) {
    if constexpr (std::same_as<T, bool>) {
        number = value.as_bool();
    } else {
        number = static_cast<T>(value.as_int64());
    }
}
template <class E>
    requires std::is_enum_v<E>
void read(const bj::value& value, E& out) {
    out = from_code<E>({value.as_string().data(), value.as_string().size()});
}
template <class T>
    requires std::is_class_v<T>
void read(const bj::value& value, T& facts) {
    read_object(value.as_object(), facts);
}
template <class T>
void read(const bj::value& value, std::optional<T>& maybe) {
    read(value, maybe.emplace());
}
template <class T>
void read(const bj::value& value, std::vector<T>& list) {
    for (const bj::value& each : value.as_array()) read(each, list.emplace_back());
}

struct Read {
    const bj::object& in;
    template <class T>
    void operator()(std::string_view name, T& value) const {
        value = T{};
        if (const bj::value* found = in.if_contains(view_of(name))) read(*found, value);
    }
};

template <class T>
void read_object(const bj::object& object, T& facts) {
    visit(Read{object}, facts);
}

[[noreturn]] void refuse(const std::exception& error) {
    throw Fault(FaultKind::corrupt, "bad_facts",
                std::string("an event holds facts that are not ours: ") + error.what());
}

void merge(bj::object& target, const bj::object& patch) {
    for (const auto& [name, value] : patch) {
        if (value.is_null()) {
            target.erase(name);
        } else if (const bj::object* inner = value.if_object()) {
            bj::value& member = target[name];
            if (!member.is_object()) member.emplace_object();
            merge(member.get_object(), *inner);
        } else {
            target[name] = value;
        }
    }
}

bj::object difference(const bj::object& from, const bj::object& to) {
    bj::object patch;
    for (const auto& [name, value] : from) {
        if (!to.contains(name)) patch.emplace(name, nullptr);
    }
    for (const auto& [name, value] : to) {
        const bj::value* was = from.if_contains(name);
        if (was == nullptr || *was != value) {
            const bool is_inner = was != nullptr && was->is_object() && value.is_object();
            patch.emplace(name, is_inner ? bj::value(difference(was->get_object(), value.get_object())) : value);
        }
    }
    return patch;
}

}  // namespace

bj::object facts_of(const domain::Order& order) { return object_of(order); }

domain::Order order_from(const bj::object& facts) {
    try {
        domain::Order order;
        read_object(facts, order);
        return order;
    } catch (const Fault&) {
        throw;
    } catch (const std::exception& error) {
        refuse(error);
    }
}

std::string patch_back(const domain::Order& before, const domain::Order& after) {
    std::vector<const void*> members;
    visit(Note{members}, before);
    bj::object was;
    bj::object is;
    auto next = members.cbegin();
    visit(WriteUnlike{next, was, is}, after);
    bj::object patch = difference(is, was);
    patch["version"] = before.version;
    return bj::serialize(patch);
}

std::string to_json(const std::vector<domain::RequestPart>& parts) { return bj::serialize(json_of(parts)); }

std::vector<domain::RequestPart> request_parts_from(std::string_view json) {
    try {
        std::vector<domain::RequestPart> parts;
        read(bj::parse(view_of(json)), parts);
        return parts;
    } catch (const Fault&) {
        throw;
    } catch (const std::exception& error) {
        refuse(error);
    }
}

void apply_patch(bj::object& facts, std::string_view patch) {
    if (patch.empty()) return;
    try {
        merge(facts, bj::parse(view_of(patch)).as_object());
    } catch (const std::exception& error) {
        refuse(error);
    }
}

}  // namespace commis::sql
