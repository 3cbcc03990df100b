// Whether somebody asks from this machine or its own network: what is not for the world asks for that.
#pragma once

#include <string>

namespace commis::http {

// Loopback, the private ranges of RFC 1918 and RFC 4193, and link-local addresses. False for what is no address.
bool is_near(const std::string& address);

}  // namespace commis::http
