// Jobs as the API shows them.
#pragma once

#include "http/call.hpp"
#include "json/writer.hpp"
#include "ports/job_store.hpp"

namespace commis::http {

void write_job(json::Writer& writer, const Call& call, const ports::Job& job);
Response job_not_found();
Response job_response(const Call& call, int status, const ports::Job& job);

// 202 with the job and where to look for it.
Response job_accepted(const Call& call, const ports::Job& job);

}  // namespace commis::http
