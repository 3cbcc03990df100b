// libsystemd's sd_notify. What comes of it is not looked at: a manager that does not listen is none of our business.
#include "cli/service_notice.hpp"

#include <systemd/sd-daemon.h>

namespace commis::cli {

void tell_ready() { sd_notify(0, "READY=1"); }
void tell_stopping() { sd_notify(0, "STOPPING=1"); }

}  // namespace commis::cli
