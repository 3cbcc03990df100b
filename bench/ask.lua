-- For wrk: asks for one address after the other. Arguments after the address: the token, a file with a path a line.
local thread_count = 0

function setup(thread)
    thread:set("number", thread_count)
    thread_count = thread_count + 1
end

function init(arguments)
    headers = { ["Authorization"] = "Bearer " .. arguments[1] }
    paths = {}
    for line in io.lines(arguments[2]) do paths[#paths + 1] = line end
    -- The threads begin at different lines.
    at = number * 7
end

function request()
    at = at % #paths + 1
    return wrk.format("GET", paths[at], headers)
end
