#include "adapters/system/merge_patch.hpp"

#include <boost/json/value.hpp>

namespace commis::system {

void merge_patch(boost::json::object& target, const boost::json::object& patch) {
    for (const auto& [name, value] : patch) {
        if (value.is_null()) {
            target.erase(name);
        } else if (const auto* inner = value.if_object()) {
            boost::json::value& member = target[name];
            if (!member.is_object()) member.emplace_object();
            merge_patch(member.get_object(), *inner);
        } else {
            target[name] = value;
        }
    }
}

}  // namespace commis::system
