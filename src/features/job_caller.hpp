// Who queued a job, as the job keeps it: it runs with the rights of whoever asked, also after a crash.
#pragma once

#include <string>

#include "features/caller.hpp"
#include "json/describe.hpp"

namespace commis {

struct CallerRecord {
    std::string kind, id, name, role;
};
BOOST_DESCRIBE_STRUCT(CallerRecord, (), (kind, id, name, role))

CallerRecord record_of(const Caller& caller, std::int64_t shop_id);
Caller caller_from(const CallerRecord& record, std::int64_t shop_id);

}  // namespace commis
