-- For wrk: marks one order after the other paid. Arguments after the address: the token, a file with an order id a line.
local thread_count = 0

function setup(thread)
    thread:set("number", thread_count)
    thread_count = thread_count + 1
end

function init(arguments)
    token = arguments[1]
    ids = {}
    local line_number = 0
    for line in io.lines(arguments[2]) do
        -- Each of the two threads takes its own half.
        if line_number % 2 == number % 2 then ids[#ids + 1] = line end
        line_number = line_number + 1
    end
    next_id = 0
end

function request()
    next_id = next_id % #ids + 1
    return wrk.format("POST", wrk.path .. "/" .. ids[next_id] .. "/actions/mark-paid", {
        ["Authorization"] = "Bearer " .. token,
        ["Content-Type"] = "application/json",
    }, '{"reference":"cheque 4711"}')
end
